// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/accessiblenode.h"

#include <QStringList>

/// One running program, by its process id on the accessibility bus: what shows in it right now.
class AccessibleApp
{
public:
    AccessibleApp();

    void setProcess(qint64 id) { m_process = id; }

    /// A window that shows; its title is, or begins with, \a title.
    [[nodiscard]] AccessibleNode window(const QString &title) const;
    [[nodiscard]] QList<AccessibleNode> windows() const;
    /// What shows below \a within with one of the roles and this name.
    [[nodiscard]] static AccessibleNode find(const AccessibleNode &within, const QStringList &roles,
                                             const QString &name);
    /// Everything that shows below \a within with one of the roles, in reading order.
    [[nodiscard]] static QList<AccessibleNode> all(const AccessibleNode &within,
                                                   const QStringList &roles);
    /// Menus need not be open for their entries to be pressed.
    [[nodiscard]] AccessibleNode menuEntry(const QString &name) const;
    /// The rows of the list "Links" that can be seen.
    [[nodiscard]] QList<AccessibleNode> rows() const;
    /// What has the keyboard in the active window: the innermost there is.
    [[nodiscard]] AccessibleNode focused() const;
    /// Every text that shows, in all windows.
    [[nodiscard]] QStringList labels() const;
    /// What shows, a line an object: for the message of a test that failed.
    [[nodiscard]] QString description() const;

private:
    [[nodiscard]] AccessibleNode root() const;

    QDBusConnection m_bus;
    qint64 m_process = 0;
};
