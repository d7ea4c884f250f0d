// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/installedbrowsers.h"

#include <QWidget>

class QComboBox;

/// Lets a person choose in which browser a page opens; not to be seen where there is only the
/// default one.
class BrowserChoice : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserChoice(const QList<InstalledBrowser> &installed, QWidget *parent = nullptr);

    /// The id of an installed browser; empty for the default one.
    [[nodiscard]] QString browser() const;
    /// An unknown \a id is the default browser.
    void setBrowser(const QString &id);

signals:
    void chosen(const QString &id);

private:
    QComboBox *m_choice;
};
