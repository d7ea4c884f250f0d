// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

class UntrustedText;

/// The name of a provider where menus and notifications may show it: only `[A-Za-z0-9
/// ._()-]{1,40}`, as the desktop draws those by rules of its own. None where it is any other text.
std::optional<QString> plainName(const UntrustedText &name);
