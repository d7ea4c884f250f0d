// SPDX-License-Identifier: MIT
#include "session/tokenstore.h"

TokenStore::~TokenStore() = default;
