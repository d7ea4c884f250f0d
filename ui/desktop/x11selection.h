// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

/// Whether the X server knows this program as the owner of the clipboard; nothing where there is no
/// X. Qt believes so even where the server refused, as it does with a request older than what
/// another program put there (ICCCM 2.1).
std::optional<bool> ownsX11Clipboard();
