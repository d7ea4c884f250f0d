// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/traycontent.h"
#include "session/preferences.h"

#include <QIcon>

class Icons;

/// The tray icon of \a state: its shape, usually white on the accent plate, as nobody tells which
/// colour the panel has.
QIcon trayPicture(const Icons &icons, TrayContent::State state,
                  TrayIconStyle style = TrayIconStyle::Plate);

/// The name of the bare shape, for Icons.
QString trayShape(TrayContent::State state);
