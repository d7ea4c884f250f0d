// SPDX-License-Identifier: MIT
#include "session/preferences.h"

#include "session/settingsfile.h"

using namespace Qt::StringLiterals;

namespace {

const QString &sectionName()
{
    static const QString name = u"preferences"_s;
    return name;
}

QString hostKey(const AccountId &account, const ProviderId &provider)
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
        .value(hostKey(account, provider))
        .toString();
}

void Preferences::setAcceptedHost(const AccountId &account, const ProviderId &provider,
                                  const QString &host)
{
    QJsonObject hosts = m_values.value("accepted_hosts"_L1).toObject();
    hosts.insert(hostKey(account, provider), host);
    set(u"accepted_hosts"_s, hosts);
}
