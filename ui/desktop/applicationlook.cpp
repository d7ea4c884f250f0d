// SPDX-License-Identifier: MIT
#include "desktop/applicationlook.h"

#include "session/preferences.h"
#include "theme.h"

#include <QApplication>

ApplicationLook::ApplicationLook(const QDBusConnection &bus, const Preferences &preferences,
                                 Theme &theme, QObject *parent)
    : QObject(parent), m_preferences(preferences), m_theme(theme),
      m_scheme(bus, QApplication::palette())
{
    apply();
    connect(&m_scheme, &ColorScheme::changed, this, &ApplicationLook::refresh);
}

void ApplicationLook::refresh()
{
    apply();
    emit changed();
}

void ApplicationLook::apply()
{
    m_scheme.choose(m_preferences.appearance());
    m_theme.apply(*qApp, m_scheme.scheme(), m_scheme.contrast());
}
