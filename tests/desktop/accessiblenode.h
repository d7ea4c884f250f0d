// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QString>
#include <QVariant>

/// One object of a running program as the accessibility bus tells of it. Every question waits for
/// its answer; an object that has gone answers with nothing.
class AccessibleNode
{
public:
    AccessibleNode() = default;
    AccessibleNode(const QDBusConnection &bus, const QString &service, const QString &path);

    [[nodiscard]] const QString &service() const { return m_service; }
    [[nodiscard]] bool isThere() const { return !m_path.isEmpty(); }
    /// Without the marks that isolate a part for right-to-left text; nobody sees or hears those.
    [[nodiscard]] QString name() const;
    /// As AT-SPI calls it: "push button".
    [[nodiscard]] QString role() const;
    /// The text in a field or a label; of what has no text of its own, its name.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<AccessibleNode> children() const;

    [[nodiscard]] bool isShowing() const { return hasState(stateShowing); }
    [[nodiscard]] bool isEnabled() const { return hasState(stateEnabled); }
    [[nodiscard]] bool isSelected() const { return hasState(stateSelected); }
    [[nodiscard]] bool isActive() const { return hasState(stateActive); }
    [[nodiscard]] bool isFocused() const { return hasState(stateFocused); }

    /// The default action of a button, a menu entry or a row; there it selects.
    bool press() const;
    bool setText(const QString &text) const;

private:
    // at-spi2-core, AtspiStateType
    static constexpr int stateActive = 1;
    static constexpr int stateEnabled = 8;
    static constexpr int stateFocused = 12;
    static constexpr int stateSelected = 23;
    static constexpr int stateShowing = 25;

    [[nodiscard]] bool hasState(int state) const;
    [[nodiscard]] QVariantList ask(const QString &interface, const QString &method,
                                   const QVariantList &arguments = {}) const;
    [[nodiscard]] QVariant property(const QString &interface, const QString &name) const;

    QDBusConnection m_bus{QString()};
    QString m_service{};
    QString m_path{};
};
