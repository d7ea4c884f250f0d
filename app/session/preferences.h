// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

class SettingsFile;

enum class Appearance { FollowSystem, Light, Dark };
/// White on a plate for panels of any colour; bare in light for dark panels, in dark for light
/// ones.
enum class TrayIconStyle { Plate, PlainLight, PlainDark };

/// Small things remembered between runs, in the section `preferences` of the settings file.
class Preferences
{
public:
    explicit Preferences(SettingsFile &file);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);
    /// Whether the person has been told that closing only hides the window.
    [[nodiscard]] bool hidingExplained() const;
    void setHidingExplained();
    /// The web host last opened for a provider of an account; empty before the first.
    [[nodiscard]] QString acceptedHost(const AccountId &account, const ProviderId &provider) const;
    void setAcceptedHost(const AccountId &account, const ProviderId &provider, const QString &host);
    /// "de", for instance; empty for the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);
    [[nodiscard]] TrayIconStyle trayIconStyle() const;
    void setTrayIconStyle(TrayIconStyle style);
    /// Whether closing the window leaves Fairlead in the tray, where there is one.
    [[nodiscard]] bool keepsRunningInTray() const;
    void setKeepsRunningInTray(bool keeps);
    /// The id of the browser a provider's pages open in, empty for the default one; none where
    /// nobody has chosen.
    [[nodiscard]] std::optional<QString> browser(const AccountId &account,
                                                 const ProviderId &provider) const;
    void setBrowser(const AccountId &account, const ProviderId &provider, const QString &id);
    /// Origins that were signed in to, the newest first.
    [[nodiscard]] QStringList pastAddresses() const;
    void addPastAddress(const QString &origin);

private:
    void set(const QString &key, const QJsonValue &value);

    SettingsFile &m_file;
    QJsonObject m_values;
};
