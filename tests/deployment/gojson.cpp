// SPDX-License-Identifier: MIT
#include "deployment/gojson.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

void appendEscaped(QString &out, QChar character)
{
    switch (character.unicode()) {
    case u'"':
        out += u"\\\""_s;
        return;
    case u'\\':
        out += u"\\\\"_s;
        return;
    case u'\n':
        out += u"\\n"_s;
        return;
    case u'\r':
        out += u"\\r"_s;
        return;
    case u'\t':
        out += u"\\t"_s;
        return;
    default:
        break;
    }
    const ushort code = character.unicode();
    const bool escaped = code < 0x20 || code == u'<' || code == u'>' || code == u'&'
        || code == 0x2028 || code == 0x2029;
    if (escaped)
        out += u"\\u%1"_s.arg(code, 4, 16, QLatin1Char('0'));
    else
        out += character;
}

} // namespace

GoJson GoJson::null()
{
    return GoJson("null"_ba);
}

GoJson GoJson::text(const QString &value)
{
    QString out;
    out.reserve(value.size() + 2);
    out += u'"';
    for (const QChar character : value)
        appendEscaped(out, character);
    out += u'"';
    return GoJson(out.toUtf8());
}

GoJson GoJson::flag(bool value)
{
    return GoJson(value ? "true"_ba : "false"_ba);
}

GoJson GoJson::number(qint64 value)
{
    return GoJson(QByteArray::number(value));
}

GoJson GoJson::array(const QList<GoJson> &values)
{
    QByteArray inner;
    for (const GoJson &value : values)
        inner += (inner.isEmpty() ? ""_ba : ","_ba) + value.bytes();
    return GoJson('[' + inner + ']');
}

GoJson GoJson::texts(const QStringList &values)
{
    QList<GoJson> items;
    items.reserve(values.size());
    for (const QString &value : values)
        items.append(text(value));
    return array(items);
}

GoObject &GoObject::add(QByteArrayView key, const GoJson &value)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"' + key.toByteArray() + "\":" + value.bytes();
    return *this;
}

GoObject &GoObject::textUnlessEmpty(QByteArrayView key, const QString &value)
{
    return value.isEmpty() ? *this : text(key, value);
}

GoJson GoObject::json() const
{
    return GoJson('{' + m_members + '}');
}

} // namespace simulated
