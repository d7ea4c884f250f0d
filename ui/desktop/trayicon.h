// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/traycontent.h"
#include "desktop/traymenu.h"
#include "session/preferences.h"

#include <QSystemTrayIcon>

class Icons;
class Theme;

/// Fairlead in the tray: the state as a shape, the way back to the window, and the menu. Made only
/// when TrayWatch has seen a tray, because making it settles for good which kind of tray Qt uses.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    TrayIcon(const Icons &icons, const Theme &theme, Clock &clock, QObject *parent = nullptr);
    ~TrayIcon() override;

    void setContent(const TrayContent &content);
    void setStyle(TrayIconStyle style);
    /// After the colours of the theme have changed.
    void refreshColors();
    /// For a desktop without a notification service; where it is clicked, openWished() follows.
    void showMessage(const QString &title, const QString &body);

    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }
    [[nodiscard]] const QMenu &menu() const { return m_menu; }

signals:
    void openWished();
    void linkWished(const LinkKey &link);
    void flowShowWished(const LinkKey &link);
    void flowCopyWished(const LinkKey &link);
    void flowCheckWished(const LinkKey &link);
    void flowCancelWished(const LinkKey &link);
    void checkAllWished();
    void quitWished();

private:
    void activated(QSystemTrayIcon::ActivationReason reason);
    void showState();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString doubtfulSentence() const;
    [[nodiscard]] QString offlineSentence() const;

    const Icons &m_icons;
    TrayContent m_content;
    TrayIconStyle m_style = TrayIconStyle::Plate;
    TrayMenu m_menu;
    QSystemTrayIcon m_icon;
};
