// SPDX-License-Identifier: MIT
#include "desktop/x11selection.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace {

/// What xcb gives us to free.
struct Freed {
    void operator()(void *memory) const { std::free(memory); }
};
template <typename T>
using Owned = std::unique_ptr<T, Freed>;

} // namespace

std::optional<bool> ownsX11Clipboard()
{
    const auto *native = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!native || !native->connection())
        return std::nullopt;
    xcb_connection_t *x = native->connection();
    static constexpr std::string_view name = "CLIPBOARD";
    const Owned<xcb_intern_atom_reply_t> atom(
        xcb_intern_atom_reply(x, xcb_intern_atom(x, 0, name.size(), name.data()), nullptr));
    if (!atom)
        return std::nullopt;
    const Owned<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(x, xcb_get_selection_owner(x, atom->atom), nullptr));
    if (!owner)
        return std::nullopt;
    // Every window of a program has its part of the ids.
    const xcb_setup_t *setup = xcb_get_setup(x);
    return (owner->owner & ~setup->resource_id_mask) == setup->resource_id_base;
}
