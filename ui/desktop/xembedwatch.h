// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

#include <cstdint>

struct xcb_connection_t;

/// Whether an XEmbed tray owns the selection `_NET_SYSTEM_TRAY_Sn` of our X screen. The X server
/// says when one comes (a MANAGER message) and when it goes (its window is destroyed); outside X11
/// there is none.
class XembedWatch : public QObject, private QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit XembedWatch(QObject *parent = nullptr);
    ~XembedWatch() override;

    [[nodiscard]] bool isThere() const { return m_owner != 0; }

signals:
    void changed();

private:
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;
    void connectToX();
    void look();

    xcb_connection_t *m_x = nullptr; ///< Qt's own; null outside X11
    std::uint32_t m_selection = 0;   ///< the atom _NET_SYSTEM_TRAY_Sn
    std::uint32_t m_manager = 0;     ///< the atom MANAGER
    std::uint32_t m_owner = 0;       ///< the tray's window; 0 for none
};
