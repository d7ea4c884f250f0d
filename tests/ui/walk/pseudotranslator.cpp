// SPDX-License-Identifier: MIT
#include "ui/walk/pseudotranslator.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

const auto latin = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
const auto accented = u"åƀçðéƒĝĥíĵķļɱñóþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"_s;
const auto hebrew = u"אבגדהוזחטיכלמנסעפצקרשתאבגדאבגדהוזחטיכלמנסעפצקרשתאבגד"_s;

QString written(QString text, const QString &letters)
{
    for (QChar &c : text) {
        if (const qsizetype place = latin.indexOf(c); place >= 0)
            c = letters.at(place);
    }
    return text;
}

/// Words for the rest that a longer language has.
QString filling(qsizetype length)
{
    QString words;
    for (qsizetype count = 0; words.size() < length; ++count)
        words += count % 2 == 0 ? u" öñé"_s : u" ţŵó"_s;
    return words;
}

} // namespace

QString PseudoTranslator::translate(const char *, const char *source, const char *, int) const
{
    // What stands for something stays what it is.
    static const QRegularExpression placeholder(u"%L?[0-9n]|--[a-z]+"_s);
    const QString english = QString::fromUtf8(source);
    QString text;
    qsizetype from = 0;
    qsizetype letters = 0;
    const auto add = [&](qsizetype until) {
        const QString part = english.sliced(from, until - from);
        letters += part.size();
        text += written(part, m_kind == Kind::Long ? accented : hebrew);
    };
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(english)) {
        add(match.capturedStart());
        text += match.captured();
        from = match.capturedEnd();
    }
    add(english.size());
    if (m_kind == Kind::Mirrored || letters < 4) // "%1: %2" is as long in every language
        return text;
    const bool goesOn = text.endsWith(u'…');
    if (goesOn)
        text.chop(1);
    text = u'[' + text + filling(letters * 2 / 5) + u']';
    return goesOn ? text + u'…' : text;
}
