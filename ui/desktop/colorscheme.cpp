// SPDX-License-Identifier: MIT
#include "desktop/colorscheme.h"

#include "base/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace {

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
const auto portalName = "org.freedesktop.portal.Desktop"_L1;
const auto portalPath = "/org/freedesktop/portal/desktop"_L1;
const auto settingsInterface = "org.freedesktop.portal.Settings"_L1;
const auto appearance = "org.freedesktop.appearance"_L1;
const auto colorSchemeKey = "color-scheme"_L1;
const auto contrastKey = "contrast"_L1;

constexpr uint preferDark = 1;
constexpr uint preferLight = 2;
constexpr uint higherContrast = 1;

Scheme schemeOf(const QPalette &palette)
{
    const int background = palette.color(QPalette::Window).lightness();
    return background < palette.color(QPalette::WindowText).lightness() ? Scheme::Dark
                                                                        : Scheme::Light;
}

/// GTK_THEME is how people without a portal ask every program for it.
Contrast contrastOf(const QPalette &palette)
{
    const bool high = Theme::isHighContrast(palette)
        || qEnvironmentVariable("GTK_THEME").startsWith("HighContrast"_L1);
    return high ? Contrast::High : Contrast::Normal;
}

/// Read() wraps the value once more than the signal does.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ColorScheme::ColorScheme(const QDBusConnection &bus, const QPalette &system, QObject *parent)
    : QObject(parent), m_bus(bus), m_fromPalette(schemeOf(system)), m_scheme(m_fromPalette),
      m_contrastOfSystem(contrastOf(system)), m_contrast(m_contrastOfSystem)
{
    // Until a message has carried a variant, QtDBus does not know the name and connects to nothing.
    qRegisterMetaType<QDBusVariant>();
    // Signatures as moc writes them.
    // clang-format off
    m_bus.connect(portalName, portalPath, settingsInterface, u"SettingChanged"_s, this,
                  SLOT(settingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    ask(colorSchemeKey);
    ask(contrastKey);
}

ColorScheme::~ColorScheme() = default;

Scheme ColorScheme::scheme() const
{
    switch (m_chosen) {
    case Appearance::FollowSystem:
        return m_scheme;
    case Appearance::Light:
        return Scheme::Light;
    case Appearance::Dark:
        return Scheme::Dark;
    }
    Q_UNREACHABLE();
}

void ColorScheme::ask(const QString &key)
{
    m_asked.insert(key);
    QDBusMessage message
        = QDBusMessage::createMethodCall(portalName, portalPath, settingsInterface, "Read"_L1);
    message.setArguments({QString(appearance), key});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!m_asked.remove(key))
            return;
        if (reply.isValid())
            learn(key, unwrapped(reply.value().variant()));
        else
            qCDebug(lcUi) << "the portal does not tell" << key << reply.error().name();
    });
}

void ColorScheme::settingChanged(const QString &group, const QString &key,
                                 const QDBusVariant &value)
{
    if (group != appearance)
        return;
    // QtDBus may hand us an answer after a signal that was sent later: the signal is the news.
    m_asked.remove(key);
    learn(key, unwrapped(value.variant()));
}

void ColorScheme::learn(const QString &key, const QVariant &value)
{
    if (value.typeId() != QMetaType::UInt)
        return;
    Scheme scheme = m_scheme;
    Contrast contrast = m_contrast;
    if (key == colorSchemeKey) {
        scheme = m_fromPalette; // no preference, and values nobody has thought of yet
        if (value.toUInt() == preferDark)
            scheme = Scheme::Dark;
        else if (value.toUInt() == preferLight)
            scheme = Scheme::Light;
    } else if (key == contrastKey) {
        contrast = value.toUInt() == higherContrast ? Contrast::High : m_contrastOfSystem;
    }
    if (scheme == m_scheme && contrast == m_contrast)
        return;
    m_scheme = scheme;
    m_contrast = contrast;
    emit changed();
}
