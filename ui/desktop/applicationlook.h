// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/colorscheme.h"

#include <QDBusConnection>
#include <QObject>

class Preferences;
class Theme;

/// Dresses the application as the person wants it, or else the desktop, now and whenever either
/// changes its mind. It is made before the first widget, which would be polished twice else.
class ApplicationLook : public QObject
{
    Q_OBJECT

public:
    ApplicationLook(const QDBusConnection &bus, const Preferences &preferences, Theme &theme,
                    QObject *parent = nullptr);

    /// The person chose another appearance.
    void refresh();

signals:
    void changed();

private:
    void apply();

    const Preferences &m_preferences;
    Theme &m_theme;
    ColorScheme m_scheme;
};
