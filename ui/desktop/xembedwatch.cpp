// SPDX-License-Identifier: MIT
#include "desktop/xembedwatch.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// What xcb gives us to free.
struct Freed {
    void operator()(void *memory) const { std::free(memory); }
};
template <typename T>
using Owned = std::unique_ptr<T, Freed>;

xcb_atom_t atomOf(xcb_connection_t *x, const QByteArray &name)
{
    const auto length = static_cast<std::uint16_t>(name.size());
    const xcb_intern_atom_cookie_t cookie = xcb_intern_atom(x, 0, length, name.constData());
    const Owned<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(x, cookie, nullptr));
    if (!reply)
        return XCB_ATOM_NONE;
    return reply->atom;
}

xcb_window_t ownerOf(xcb_connection_t *x, xcb_atom_t selection)
{
    const xcb_get_selection_owner_cookie_t cookie = xcb_get_selection_owner(x, selection);
    const Owned<xcb_get_selection_owner_reply_t> reply(
        xcb_get_selection_owner_reply(x, cookie, nullptr));
    if (!reply)
        return XCB_WINDOW_NONE;
    return reply->owner;
}

/// Has the X server tell us when \a window goes; false where it is gone already.
bool follow(xcb_connection_t *x, xcb_window_t window)
{
    // The mask Qt's own tray code selects there, so that neither takes the other's events away.
    const std::uint32_t mask = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    const xcb_void_cookie_t cookie
        = xcb_change_window_attributes_checked(x, window, XCB_CW_EVENT_MASK, &mask);
    const Owned<xcb_generic_error_t> error(xcb_request_check(x, cookie));
    return !error;
}

} // namespace

XembedWatch::XembedWatch(QObject *parent) : QObject(parent)
{
    connectToX();
    if (!m_x)
        return;
    qApp->installNativeEventFilter(this);
    look();
}

XembedWatch::~XembedWatch() = default; // a filter takes itself out

void XembedWatch::connectToX()
{
    const auto *native = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!native || !native->connection())
        return;
    int screen = 0;
    char *host = nullptr;
    int display = 0;
    if (xcb_parse_display(nullptr, &host, &display, &screen))
        std::free(host);
    m_x = native->connection();
    // https://specifications.freedesktop.org/systemtray-spec/ "Locating the system tray"
    m_selection = atomOf(m_x, "_NET_SYSTEM_TRAY_S" + QByteArray::number(screen));
    m_manager = atomOf(m_x, QByteArrayLiteral("MANAGER"));
}

void XembedWatch::look()
{
    xcb_window_t owner = ownerOf(m_x, m_selection);
    while (owner != XCB_WINDOW_NONE && !follow(m_x, owner)) {
        const xcb_window_t next = ownerOf(m_x, m_selection);
        owner = next == owner ? static_cast<xcb_window_t>(XCB_WINDOW_NONE) : next;
    }
    if (std::exchange(m_owner, owner) != owner)
        emit changed();
}

bool XembedWatch::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    bool concerns = false;
    switch (event->response_type & 0x7f) {
    case XCB_CLIENT_MESSAGE: {
        // Qt listens to the root window already.
        const auto *client = static_cast<const xcb_client_message_event_t *>(message);
        concerns = client->type == m_manager && client->data.data32[1] == m_selection;
        break;
    }
    case XCB_DESTROY_NOTIFY: {
        const auto *destroyed = static_cast<const xcb_destroy_notify_event_t *>(message);
        concerns = m_owner != 0 && destroyed->window == m_owner;
        break;
    }
    default:
        break;
    }
    // Later: whoever listens may make windows, which has no place inside Qt's event reading.
    if (concerns)
        QMetaObject::invokeMethod(this, &XembedWatch::look, Qt::QueuedConnection);
    return false;
}
