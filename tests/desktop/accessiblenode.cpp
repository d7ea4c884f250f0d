// SPDX-License-Identifier: MIT
#include "desktop/accessiblenode.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace {

const auto accessible = u"org.a11y.atspi.Accessible"_s;
const auto textual = u"org.a11y.atspi.Text"_s;
const auto active = u"org.a11y.atspi.Action"_s;

constexpr int patience = 5000;

QString withoutIsolates(QString text)
{
    text.removeIf([](QChar c) { return c >= QChar(0x2066) && c <= QChar(0x2069); });
    return text;
}

} // namespace

AccessibleNode::AccessibleNode(const QDBusConnection &bus, const QString &service,
                               const QString &path)
    : m_bus(bus), m_service(service), m_path(path)
{ }

QVariantList AccessibleNode::ask(const QString &interface, const QString &method,
                                 const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_service, m_path, interface, method);
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, patience).arguments();
}

QVariant AccessibleNode::property(const QString &interface, const QString &name) const
{
    return ask(u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name})
        .value(0)
        .value<QDBusVariant>()
        .variant();
}

QString AccessibleNode::name() const
{
    return withoutIsolates(property(accessible, u"Name"_s).toString());
}

QString AccessibleNode::role() const
{
    return ask(accessible, u"GetRoleName"_s).value(0).toString();
}

QString AccessibleNode::text() const
{
    const QVariant count = property(textual, u"CharacterCount"_s);
    if (!count.isValid())
        return name();
    return withoutIsolates(ask(textual, u"GetText"_s, {0, count.toInt()}).value(0).toString());
}

QList<AccessibleNode> AccessibleNode::children() const
{
    QList<AccessibleNode> found;
    const QVariant answer = ask(accessible, u"GetChildren"_s).value(0);
    if (!answer.canConvert<QDBusArgument>())
        return found;
    const auto list = answer.value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString service;
        QDBusObjectPath path;
        list.beginStructure();
        list >> service >> path;
        list.endStructure();
        if (!service.isEmpty() && path.path() != "/org/a11y/atspi/null"_L1)
            found.append(AccessibleNode(m_bus, service, path.path()));
    }
    list.endArray();
    return found;
}

bool AccessibleNode::hasState(int state) const
{
    const QVariant answer = ask(accessible, u"GetState"_s).value(0);
    if (!answer.canConvert<QDBusArgument>())
        return false;
    const auto words = qdbus_cast<QList<uint>>(answer.value<QDBusArgument>());
    return (words.value(state / 32) >> (state % 32) & 1U) != 0;
}

bool AccessibleNode::press() const
{
    const QVariant actions = ask(active, u"GetActions"_s).value(0);
    if (!actions.canConvert<QDBusArgument>())
        return false;
    const auto list = actions.value<QDBusArgument>();
    int chosen = 0;
    list.beginArray();
    for (int index = 0; !list.atEnd(); ++index) {
        QString name;
        QString description;
        QString keys;
        list.beginStructure();
        list >> name >> description >> keys;
        list.endStructure();
        if (name == "Press"_L1 || name == "Toggle"_L1)
            chosen = index;
    }
    list.endArray();
    return ask(active, u"DoAction"_s, {chosen}).value(0).toBool();
}

bool AccessibleNode::setText(const QString &text) const
{
    return ask(u"org.a11y.atspi.EditableText"_s, u"SetTextContents"_s, {text}).value(0).toBool();
}
