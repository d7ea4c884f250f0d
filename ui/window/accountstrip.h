// SPDX-License-Identifier: MIT
#pragma once

#include "texts.h"
#include "widgets/textrun.h"
#include "window/accountstatus.h"

#include <QWidget>

#include <optional>

class EmphasisLabel;
class Icons;
class QPushButton;
class ShapeView;
class Theme;
enum class HealthTone;
struct Today;

/// What a strip says about one account.
struct StripContent {
    QString shape{};
    HealthTone tone{};
    TextRuns text{};
    Remedy remedy = Remedy::None;

    friend bool operator==(const StripContent &, const StripContent &) = default;
    /// None where all is well, or the person signed out. \a namesAccount where there are several.
    static std::optional<StripContent> of(const AccountStatus &account, const Today &today,
                                          bool namesAccount);
};

/// One strip and the accounts it stands for: what troubles several of them alike is said once.
struct StripPlan {
    QList<AccountId> accounts{};
    StripContent content{};
    QString spokenFor{}; ///< added to the button's accessible name where there are several strips

    /// So many strips at most; the headers in the list tell of every account.
    static constexpr qsizetype most = 4;
    static QList<StripPlan> of(const QList<AccountStatus> &accounts, const Today &today);
};

/// One line under the menu bar for an account in trouble: what is, and the button that helps. The
/// list below stays.
class AccountStrip : public QWidget
{
    Q_OBJECT

public:
    AccountStrip(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void show(const StripPlan &plan);
    using QWidget::show;

signals:
    void remedyWished(Remedy remedy, const QList<AccountId> &accounts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell(const QList<AccountId> &accounts, const TextRuns &text);

    ShapeView *m_shape;
    EmphasisLabel *m_text;
    QPushButton *m_button;
    QList<AccountId> m_accounts;
    QString m_told; ///< to assistive technology, of these accounts
    Remedy m_remedy = Remedy::None;
};
