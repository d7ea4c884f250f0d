// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What a server's words may hold that nobody should read: codes and ids in addresses and in JSON
/// (coder-api.md 2.3), and Coder's tokens (5.3).
QString redacted(QString text);
