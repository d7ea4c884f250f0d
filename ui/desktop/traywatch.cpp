// SPDX-License-Identifier: MIT
#include "desktop/traywatch.h"

TrayWatch::TrayWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_statusNotifier(bus)
{
    connect(&m_statusNotifier, &StatusNotifierWatch::changed, this, &TrayWatch::look);
    connect(&m_xembed, &XembedWatch::changed, this, &TrayWatch::look);
}

TrayWatch::~TrayWatch() = default;

void TrayWatch::look()
{
    // Qt prefers a StatusNotifier tray, so whether there is one comes first.
    if (!m_statusNotifier.isKnown())
        return;
    if (m_kind == Kind::Undecided) {
        if (m_statusNotifier.isThere())
            m_kind = Kind::StatusNotifier;
        else if (m_xembed.isThere())
            m_kind = Kind::Xembed;
    }
    const bool there = sees();
    if (there == m_there)
        return;
    m_there = there;
    if (there)
        emit appeared();
    else
        emit vanished();
}

bool TrayWatch::sees() const
{
    switch (m_kind) {
    case Kind::Undecided:
        return false;
    case Kind::StatusNotifier:
        return m_statusNotifier.isThere();
    case Kind::Xembed:
        return m_xembed.isThere();
    }
    Q_UNREACHABLE();
}
