// SPDX-License-Identifier: MIT
#pragma once

class Browser;
class Clipboard;
class Clock;
class Icons;
class Theme;

/// What the dialogs work with; all of it outlives them.
struct DialogTools {
    Clock &clock;
    Clipboard &clipboard;
    Browser &browser;
    const Theme &theme;
    const Icons &icons;
};
