// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/installedbrowsers.h"

#include <QWidget>

#include <optional>

class QComboBox;

/// Lets a person choose in which browser a page opens, while that is wanted; not to be seen where
/// there is only the default one.
class BrowserChoice : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserChoice(const QList<InstalledBrowser> &installed, QWidget *parent = nullptr);

    /// The id of an installed browser; empty for the default one.
    [[nodiscard]] QString browser() const;
    /// What was chosen before; one that is not installed is as good as none.
    void setBrowser(const std::optional<QString> &id);
    void setWanted(bool wanted);
    /// There is something to choose from, and nobody has chosen.
    [[nodiscard]] bool isUndecided() const;

signals:
    void chosen(const QString &id);

private:
    QComboBox *m_choice;
    bool m_isDecided = false;
};
