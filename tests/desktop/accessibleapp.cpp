// SPDX-License-Identifier: MIT
#include "desktop/accessibleapp.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>

using namespace Qt::StringLiterals;

namespace {

QDBusConnection accessibilityBus()
{
    const QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s);
    const QDBusReply<QString> address = QDBusConnection::sessionBus().call(question);
    return QDBusConnection::connectToBus(address.value(), u"accessibility"_s);
}

void collect(const AccessibleNode &top, const QStringList &roles, const QString *name,
             QList<AccessibleNode> &found)
{
    const QList<AccessibleNode> children = top.children();
    for (const AccessibleNode &child : children) {
        if (!child.isShowing())
            continue;
        if (roles.contains(child.role()) && (!name || child.name() == *name))
            found.append(child);
        if (name && !found.isEmpty())
            return;
        collect(child, roles, name, found);
    }
}

AccessibleNode focusedBelow(const AccessibleNode &top)
{
    const QList<AccessibleNode> children = top.children();
    for (const AccessibleNode &child : children) {
        if (!child.isShowing())
            continue;
        if (const AccessibleNode below = focusedBelow(child); below.isThere())
            return child.role() == "combo box"_L1 ? child : below; // not what is chosen in it
        if (child.isFocused())
            return child;
    }
    return {};
}

AccessibleNode entryBelow(const AccessibleNode &top, const QString &name)
{
    const QList<AccessibleNode> children = top.children();
    for (const AccessibleNode &child : children) {
        const QString role = child.role();
        if (role == "menu item"_L1 && child.name() == name)
            return child;
        if (!role.contains("menu"_L1))
            continue;
        if (const AccessibleNode below = entryBelow(child, name); below.isThere())
            return below;
    }
    return {};
}

void describe(const AccessibleNode &top, int depth, QStringList &lines)
{
    const QList<AccessibleNode> children = top.children();
    for (const AccessibleNode &child : children) {
        if (!child.isShowing())
            continue;
        lines.append(u"%1%2 '%3'"_s.arg(QString(depth * 2, u' '), child.role(), child.text()));
        describe(child, depth + 1, lines);
    }
}

} // namespace

AccessibleApp::AccessibleApp() : m_bus(accessibilityBus()) { }

AccessibleNode AccessibleApp::root() const
{
    const AccessibleNode desktop(m_bus, u"org.a11y.atspi.Registry"_s,
                                 u"/org/a11y/atspi/accessible/root"_s);
    const QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s,
        u"GetConnectionUnixProcessID"_s);
    const QList<AccessibleNode> programs = desktop.children();
    for (const AccessibleNode &program : programs) {
        QDBusMessage asked = question;
        asked.setArguments({program.service()});
        const QDBusReply<uint> process = m_bus.call(asked);
        if (process.isValid() && process.value() == m_process)
            return program;
    }
    return {};
}

QList<AccessibleNode> AccessibleApp::windows() const
{
    const AccessibleNode top = root();
    if (!top.isThere())
        return {};
    QList<AccessibleNode> showing = top.children();
    showing.removeIf([](const AccessibleNode &window) { return !window.isShowing(); });
    return showing;
}

AccessibleNode AccessibleApp::window(const QString &title) const
{
    const QList<AccessibleNode> all = windows();
    AccessibleNode beginning;
    for (const AccessibleNode &window : all) {
        const QString name = window.name();
        if (name == title)
            return window;
        if (name.startsWith(title))
            beginning = window;
    }
    return beginning;
}

AccessibleNode AccessibleApp::find(const AccessibleNode &within, const QStringList &roles,
                                   const QString &name)
{
    QList<AccessibleNode> found;
    if (within.isThere())
        collect(within, roles, &name, found);
    return found.value(0);
}

QList<AccessibleNode> AccessibleApp::all(const AccessibleNode &within, const QStringList &roles)
{
    QList<AccessibleNode> found;
    if (within.isThere())
        collect(within, roles, nullptr, found);
    return found;
}

AccessibleNode AccessibleApp::menuEntry(const QString &name) const
{
    const QList<AccessibleNode> all = windows();
    for (const AccessibleNode &window : all) {
        if (const AccessibleNode entry = entryBelow(window, name); entry.isThere())
            return entry;
    }
    return {};
}

QList<AccessibleNode> AccessibleApp::rows() const
{
    const QStringList lists{u"tree"_s, u"list"_s, u"table"_s, u"tree table"_s};
    const AccessibleNode list = find(window(u"Fairlead"_s), lists, u"Links"_s);
    return all(list, {u"list item"_s, u"tree item"_s, u"table cell"_s});
}

AccessibleNode AccessibleApp::focused() const
{
    const QList<AccessibleNode> tops = windows();
    for (const AccessibleNode &window : tops) {
        if (window.isActive())
            return focusedBelow(window);
    }
    return {};
}

QStringList AccessibleApp::labels() const
{
    QStringList texts;
    const QList<AccessibleNode> tops = windows();
    for (const AccessibleNode &window : tops) {
        const QList<AccessibleNode> found = all(window, {u"label"_s});
        for (const AccessibleNode &label : found)
            texts.append(label.text());
    }
    return texts;
}

QString AccessibleApp::description() const
{
    QStringList lines;
    if (const AccessibleNode top = root(); top.isThere())
        describe(top, 0, lines);
    return lines.isEmpty() ? u"The program is not on the accessibility bus"_s : lines.join(u'\n');
}
