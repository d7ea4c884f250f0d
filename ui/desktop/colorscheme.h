// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

class QPalette;

/// Light or dark, and how much contrast, as the desktop's settings portal says, now and whenever it
/// changes. Until the portal has answered, or where there is none, the system's palette decides.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    /// \a system is the palette before anything of ours was applied.
    ColorScheme(const QDBusConnection &bus, const QPalette &system, QObject *parent = nullptr);
    ~ColorScheme() override;

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] Contrast contrast() const { return m_contrast; }

signals:
    void changed();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void learn(const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    Scheme m_fromPalette;
    Scheme m_scheme;
    Contrast m_contrast = Contrast::Normal;
};
