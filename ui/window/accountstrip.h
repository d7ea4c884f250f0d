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
    /// None where all is well. \a namesAccount where there are several.
    static std::optional<StripContent> of(const AccountStatus &account, const Today &today,
                                          bool namesAccount);
};

/// One line under the menu bar for an account in trouble: what is, and the button that helps. The
/// list below stays.
class AccountStrip : public QWidget
{
    Q_OBJECT

public:
    AccountStrip(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// \a spokenFor is added to the button's accessible name where there are several strips.
    void show(const AccountId &account, const StripContent &content, const QString &spokenFor);
    using QWidget::show;

signals:
    void remedyWished(Remedy remedy, const AccountId &account);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell(const AccountId &account, const TextRuns &text);

    ShapeView *m_shape;
    EmphasisLabel *m_text;
    QPushButton *m_button;
    AccountId m_account;
    QString m_told; ///< to assistive technology, of this account
    Remedy m_remedy = Remedy::None;
};
