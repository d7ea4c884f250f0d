// SPDX-License-Identifier: MIT
#pragma once

#include "session/preferences.h"
#include "theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QSet>
#include <QString>

class QPalette;

/// Light or dark, and how much contrast, as the desktop's settings portal says, now and whenever it
/// changes. Until the portal has answered, where there is none, and where it has no preference, the
/// system's palette decides, and GTK's theme of high contrast.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    /// \a system is the palette before anything of ours was applied.
    ColorScheme(const QDBusConnection &bus, const QPalette &system, QObject *parent = nullptr);
    ~ColorScheme() override;

    /// The person's own word comes before the system's.
    void choose(Appearance appearance) { m_chosen = appearance; }
    [[nodiscard]] Scheme scheme() const;
    [[nodiscard]] Contrast contrast() const { return m_contrast; }

signals:
    void changed();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void learn(const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    QSet<QString> m_asked; ///< keys whose answer would still be news
    Scheme m_fromPalette;
    Scheme m_scheme; ///< the system's
    Appearance m_chosen = Appearance::FollowSystem;
    Contrast m_contrastOfSystem;
    Contrast m_contrast;
};
