// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

/// Whether a StatusNotifier tray is on the bus: a watcher with at least one host. Nothing is asked
/// of it twice unless it says that something changed.
class StatusNotifierWatch : public QObject
{
    Q_OBJECT

public:
    explicit StatusNotifierWatch(const QDBusConnection &bus, QObject *parent = nullptr);
    ~StatusNotifierWatch() override;

    [[nodiscard]] bool isThere() const { return m_there; }
    /// The first answer is in.
    [[nodiscard]] bool isKnown() const { return m_known; }

signals:
    void changed();

private slots:
    void ask();

private:
    void learn(bool there);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_serviceWatcher;
    quint64 m_question = 0; ///< the latest one wins
    bool m_there = false;
    bool m_known = false;
};
