// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

/// What a server's words may hold that nobody should read: codes and ids in addresses and in JSON
/// of a token exchange, and Coder's tokens.
QString redacted(QString text);
