// SPDX-License-Identifier: MIT
#include "desktop/screenwindow.h"

#include "desktop/daemon.h"

using namespace Qt::StringLiterals;

QString visibleWindow(const QString &property, const QString &pattern)
{
    return outputOf(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, property, pattern})
        .value_or(QString())
        .section(u'\n', -1);
}

bool hasFocus(const QString &window)
{
    return !window.isEmpty() && outputOf(u"xdotool"_s, {u"getwindowfocus"_s}) == window;
}
