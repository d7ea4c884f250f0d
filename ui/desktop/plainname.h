// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"

#include <QString>

#include <optional>

class UntrustedText;

/// A name where menus and notifications may show it: only `[A-Za-z0-9
/// ._()-]{1,40}`, as the desktop draws those by rules of its own. None where it is any other text.
std::optional<QString> plainName(const UntrustedText &name);
/// The same of a provider: its id stands in where its name cannot be shown, so that it stays told
/// from others.
std::optional<QString> plainName(const UntrustedText &name, const ProviderId &id);
