// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/traycontent.h"

#include <QMenu>
#include <QTimer>

class Icons;
class QAction;
class Theme;

/// The menu of the tray icon: what needs attention, what is under way, and the way in. It says what
/// the person wishes and does nothing itself.
class TrayMenu : public QMenu
{
    Q_OBJECT

public:
    TrayMenu(const Icons &icons, const Theme &theme, Clock &clock);
    ~TrayMenu() override;

    void setContent(const TrayContent &content);
    /// Draws the shapes anew, in the colours the theme has now.
    void refreshColors();

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
    void rebuild();
    void removeEntries();
    void addItems();
    void addTroubled();
    void addItem(const TrayContent::Item &item);
    void addFlow(const TrayContent::Flow &flow);
    void addFixedEntries();
    void tick();
    [[nodiscard]] QString labelOf(const TrayContent::Item &item) const;
    [[nodiscard]] QString labelOf(const TrayContent::Flow &flow) const;
    template <typename Entry>
    [[nodiscard]] static QString nameOf(const Entry &entry);
    [[nodiscard]] static QString browserLabelOf(const TrayContent::Flow &flow);
    [[nodiscard]] bool countsDown() const;

    const Icons &m_icons;
    const Theme &m_theme;
    Clock &m_clock;
    TrayContent m_content;
    QList<QMenu *> m_flowMenus; ///< in the order of m_content.flows; children of this
    QTimer m_tick;              ///< paints the countdown, while there is one
};
