// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/traycontent.h"

#include <QIcon>

class Icons;

/// The tray icon of \a state: its shape, white on the accent plate, as nobody tells which colour
/// the panel has.
QIcon trayPicture(const Icons &icons, TrayContent::State state);

/// The name of the bare shape, for Icons.
QString trayShape(TrayContent::State state);
