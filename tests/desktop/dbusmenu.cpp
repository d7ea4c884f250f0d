// SPDX-License-Identifier: MIT
#include "desktop/dbusmenu.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto itemInterface = u"org.kde.StatusNotifierItem"_s;
const auto menuInterface = u"com.canonical.dbusmenu"_s;

QVariantList ask(const QString &service, const QString &path, const QString &interface,
                 const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    const QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(message);
    [[maybe_unused]] const bool ended = QTest::qWaitFor([&call] { return call.isFinished(); });
    return call.reply().arguments();
}

QVariant propertyOf(const QString &service, const QString &path, const QString &interface,
                    const QString &name)
{
    return ask(service, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name})
        .value(0)
        .value<QDBusVariant>()
        .variant();
}

MenuEntry entryFrom(const QDBusArgument &argument)
{
    MenuEntry entry;
    QVariantList children;
    argument.beginStructure();
    argument >> entry.id >> entry.properties >> children;
    argument.endStructure();
    for (const QVariant &child : std::as_const(children))
        entry.children.append(entryFrom(child.value<QDBusArgument>()));
    return entry;
}

} // namespace

QString MenuEntry::label() const
{
    return properties.value(u"label"_s).toString().remove(u'_'); // marks a mnemonic
}

bool MenuEntry::isEnabled() const
{
    return properties.value(u"enabled"_s, true).toBool();
}

bool MenuEntry::isSeparator() const
{
    return properties.value(u"type"_s).toString() == "separator"_L1;
}

QStringList MenuEntry::labels() const
{
    QStringList result;
    for (const MenuEntry &child : children)
        result.append(child.isSeparator() ? u"-"_s : child.label());
    return result;
}

const MenuEntry *MenuEntry::find(const QString &label) const
{
    for (const MenuEntry &child : children) {
        if (child.label() == label)
            return &child;
        if (const MenuEntry *below = child.find(label))
            return below;
    }
    return nullptr;
}

QStringList StatusNotifierPanel::items()
{
    const auto watcher = u"org.kde.StatusNotifierWatcher"_s;
    return propertyOf(watcher, u"/StatusNotifierWatcher"_s, watcher,
                      u"RegisteredStatusNotifierItems"_s)
        .toStringList();
}

QVariant StatusNotifierPanel::property(const QString &name)
{
    const QString service = items().value(0).section(u'/', 0, 0);
    return propertyOf(service, u"/StatusNotifierItem"_s, itemInterface, name);
}

QString StatusNotifierPanel::toolTip()
{
    const auto argument = property(u"ToolTip"_s).value<QDBusArgument>();
    QString icon;
    QString title;
    argument.beginStructure();
    argument >> icon;
    argument.beginArray();
    while (!argument.atEnd()) {
        int width = 0;
        int height = 0;
        QByteArray bytes;
        argument.beginStructure();
        argument >> width >> height >> bytes;
        argument.endStructure();
    }
    argument.endArray();
    argument >> title;
    return title;
}

QList<int> StatusNotifierPanel::pictureSizes()
{
    const auto argument = property(u"IconPixmap"_s).value<QDBusArgument>();
    QList<int> sizes;
    argument.beginArray();
    while (!argument.atEnd()) {
        int width = 0;
        int height = 0;
        QByteArray bytes;
        argument.beginStructure();
        argument >> width >> height >> bytes;
        argument.endStructure();
        sizes.append(width);
    }
    argument.endArray();
    return sizes;
}

void StatusNotifierPanel::activate()
{
    const QString service = items().value(0).section(u'/', 0, 0);
    ask(service, u"/StatusNotifierItem"_s, itemInterface, u"Activate"_s, {0, 0});
}

MenuEntry StatusNotifierPanel::menu()
{
    const QString service = items().value(0).section(u'/', 0, 0);
    const QString path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    ask(service, path, menuInterface, u"AboutToShow"_s, {0});
    const QVariantList answer
        = ask(service, path, menuInterface, u"GetLayout"_s, {0, -1, QStringList()});
    return answer.size() < 2 ? MenuEntry{} : entryFrom(answer.at(1).value<QDBusArgument>());
}

void StatusNotifierPanel::click(const MenuEntry &entry)
{
    const QString service = items().value(0).section(u'/', 0, 0);
    const QString path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    ask(service, path, menuInterface, u"Event"_s,
        {entry.id, u"clicked"_s, QVariant::fromValue(QDBusVariant(0)), 0U});
}
