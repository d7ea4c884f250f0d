// SPDX-License-Identifier: MIT
#include "session/preferences.h"

#include "session/settingsfile.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// As they stand in the file, by the number of the choice; the first is the usual one.
constexpr std::array appearances{"system"_L1, "light"_L1, "dark"_L1};
constexpr std::array trayIconStyles{"plate"_L1, "light"_L1, "dark"_L1};

template <typename Choice, size_t Count>
Choice choiceOf(const QJsonValue &value, const std::array<QLatin1String, Count> &words)
{
    for (size_t number = 0; number < Count; ++number) {
        if (value.toString() == words.at(number))
            return static_cast<Choice>(number);
    }
    return Choice{};
}

template <typename Choice, size_t Count>
QString wordOf(Choice choice, const std::array<QLatin1String, Count> &words)
{
    return words.at(static_cast<size_t>(choice));
}

constexpr qsizetype mostAddresses = 8;

const QString &sectionName()
{
    static const QString name = u"preferences"_s;
    return name;
}

QString linkKey(const AccountId &account, const ProviderId &provider)
{
    return account.toString() + u' ' + provider.toString();
}

} // namespace

Preferences::Preferences(SettingsFile &file)
    : m_file(file), m_values(file.section(sectionName()).toObject())
{ }

void Preferences::set(const QString &key, const QJsonValue &value)
{
    m_values.insert(key, value);
    m_file.setSection(sectionName(), m_values);
}

QByteArray Preferences::windowGeometry() const
{
    return QByteArray::fromBase64(m_values.value("window_geometry"_L1).toString().toLatin1());
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    set(u"window_geometry"_s, QString::fromLatin1(geometry.toBase64()));
}

QByteArray Preferences::splitterState() const
{
    return QByteArray::fromBase64(m_values.value("splitter_state"_L1).toString().toLatin1());
}

void Preferences::setSplitterState(const QByteArray &state)
{
    set(u"splitter_state"_s, QString::fromLatin1(state.toBase64()));
}

bool Preferences::hidingExplained() const
{
    return m_values.value("hiding_explained"_L1).toBool();
}

void Preferences::setHidingExplained()
{
    set(u"hiding_explained"_s, true);
}

QString Preferences::acceptedHost(const AccountId &account, const ProviderId &provider) const
{
    return m_values.value("accepted_hosts"_L1)
        .toObject()
        .value(linkKey(account, provider))
        .toString();
}

void Preferences::setAcceptedHost(const AccountId &account, const ProviderId &provider,
                                  const QString &host)
{
    QJsonObject hosts = m_values.value("accepted_hosts"_L1).toObject();
    hosts.insert(linkKey(account, provider), host);
    set(u"accepted_hosts"_s, hosts);
}

QString Preferences::language() const
{
    return m_values.value("language"_L1).toString();
}

void Preferences::setLanguage(const QString &language)
{
    set(u"language"_s, language);
}

Appearance Preferences::appearance() const
{
    return choiceOf<Appearance>(m_values.value("appearance"_L1), appearances);
}

void Preferences::setAppearance(Appearance appearance)
{
    set(u"appearance"_s, wordOf(appearance, appearances));
}

TrayIconStyle Preferences::trayIconStyle() const
{
    return choiceOf<TrayIconStyle>(m_values.value("tray_icon"_L1), trayIconStyles);
}

void Preferences::setTrayIconStyle(TrayIconStyle style)
{
    set(u"tray_icon"_s, wordOf(style, trayIconStyles));
}

bool Preferences::keepsRunningInTray() const
{
    return m_values.value("keep_running_in_tray"_L1).toBool(true);
}

void Preferences::setKeepsRunningInTray(bool keeps)
{
    set(u"keep_running_in_tray"_s, keeps);
}

std::optional<QString> Preferences::browser(const AccountId &account,
                                            const ProviderId &provider) const
{
    const QJsonValue id
        = m_values.value("browsers"_L1).toObject().value(linkKey(account, provider));
    return id.isString() ? std::optional(id.toString()) : std::nullopt;
}

void Preferences::setBrowser(const AccountId &account, const ProviderId &provider,
                             const QString &id)
{
    QJsonObject browsers = m_values.value("browsers"_L1).toObject();
    browsers.insert(linkKey(account, provider), id);
    set(u"browsers"_s, browsers);
}

QStringList Preferences::pastAddresses() const
{
    QStringList addresses;
    const QJsonArray stored = m_values.value("past_addresses"_L1).toArray();
    for (const QJsonValue &address : stored)
        addresses.append(address.toString());
    return addresses;
}

void Preferences::addPastAddress(const QString &origin)
{
    QStringList addresses = pastAddresses();
    addresses.removeAll(origin);
    addresses.prepend(origin);
    set(u"past_addresses"_s,
        QJsonArray::fromStringList(addresses.first(std::min(addresses.size(), mostAddresses))));
}
