// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/statusnotifierwatch.h"
#include "desktop/xembedwatch.h"

#include <QObject>

/// Is there a tray to show an icon in? Qt decides for good, at the first touch of QSystemTrayIcon,
/// which kind of tray it will use; so nothing may touch that class before appeared(), and from then
/// on only a tray of the kind found then counts.
class TrayWatch : public QObject
{
    Q_OBJECT

public:
    explicit TrayWatch(const QDBusConnection &bus, QObject *parent = nullptr);
    ~TrayWatch() override;

    [[nodiscard]] bool isThere() const { return m_there; }

signals:
    void appeared();
    void vanished();

private:
    enum class Kind { Undecided, StatusNotifier, Xembed };

    void look();
    [[nodiscard]] bool sees() const;

    StatusNotifierWatch m_statusNotifier;
    XembedWatch m_xembed;
    Kind m_kind = Kind::Undecided;
    bool m_there = false;
};
