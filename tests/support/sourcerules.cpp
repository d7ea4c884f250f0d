// SPDX-License-Identifier: MIT
#include "support/sourcerules.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

bool inProduct(const SourceFile &source)
{
    return source.path.startsWith("app/"_L1) || source.path.startsWith("ui/"_L1);
}

bool inTests(const SourceFile &source)
{
    return source.path.startsWith("tests/"_L1);
}

// A quote inside a number (1'000) parts digits and opens nothing; the one in u'x' opens a
// character.
bool partsDigits(const QString &text, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && (text.at(begin - 1).isLetterOrNumber() || text.at(begin - 1) == u'\''))
        --begin;
    return begin < at && text.at(begin).isDigit();
}

qsizetype endOfQuoted(const QString &text, qsizetype at)
{
    const QChar quote = text.at(at);
    if (quote == u'"' && at > 0 && text.at(at - 1) == u'R') {
        const qsizetype open = text.indexOf(u'(', at);
        const QString close = u')' + text.mid(at + 1, open - at - 1) + u'"';
        return text.indexOf(close, open) + close.size();
    }
    for (++at; at < text.size() && text.at(at) != quote; ++at)
        at += text.at(at) == u'\\' ? 1 : 0;
    return at + 1;
}

// Blanks comments and quoted text but keeps the line breaks, so that line numbers stay true.
QString codeOf(QString text)
{
    const auto blank = [&text](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < qMin(to, text.size()); ++i)
            text[i] = text.at(i) == u'\n' ? u'\n' : u' ';
        return to;
    };
    const auto endOf = [&text](QLatin1String end, qsizetype from) {
        const qsizetype found = text.indexOf(end, from);
        return found < 0 ? text.size() : found;
    };
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).mid(at);
        if (rest.startsWith("//"_L1))
            at = blank(at, endOf("\n"_L1, at));
        else if (rest.startsWith("/*"_L1))
            at = blank(at, endOf("*/"_L1, at + 2) + 2);
        else if (rest.startsWith(u'"') || (rest.startsWith(u'\'') && !partsDigits(text, at)))
            at = blank(at + 1, endOfQuoted(text, at) - 1) + 1;
        else
            ++at;
    }
    return text;
}

QString at(const SourceFile &source, qsizetype offset, const QString &what)
{
    const qsizetype line = QStringView(source.text).left(offset).count(u'\n') + 1;
    return u"%1:%2: %3"_s.arg(source.path).arg(line).arg(what);
}

Findings matches(const SourceFile &source, const QString &pattern, const QString &what)
{
    Findings found;
    auto all = QRegularExpression(pattern).globalMatch(source.code);
    while (all.hasNext())
        found << at(source, all.next().capturedStart(), what);
    return found;
}

struct Include {
    QString name{};
    bool ours = false; // in quotes
    qsizetype offset = 0;
};

QList<Include> includesOf(const SourceFile &source)
{
    static const QRegularExpression line(u"^[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"]+)[>\"]"_s,
                                         QRegularExpression::MultilineOption);
    QList<Include> includes;
    auto all = line.globalMatch(source.text);
    while (all.hasNext()) {
        const auto match = all.next();
        includes << Include{.name = match.captured(2),
                            .ours = match.captured(1) == u"\""_s,
                            .offset = match.capturedStart()};
    }
    return includes;
}

// base <- coder <- session <- links; the keychain annex hangs on session and is seen by the roof
// only.
QStringList floorsSeenFrom(const QString &floor)
{
    static const QHash<QString, QStringList> seen{
        {u"base"_s, {u"base"_s}},
        {u"coder"_s, {u"base"_s, u"coder"_s}},
        {u"session"_s, {u"base"_s, u"coder"_s, u"session"_s}},
        {u"links"_s, {u"base"_s, u"coder"_s, u"session"_s, u"links"_s}},
        {u"keychain"_s, {u"base"_s, u"coder"_s, u"session"_s, u"keychain"_s}},
    };
    return seen.value(floor);
}

Findings includesAboveItsFloor(const SourceFile &source)
{
    Findings found;
    if (!source.path.startsWith("app/"_L1))
        return found;
    const QStringList seen = floorsSeenFrom(source.path.section(u'/', 1, 1));
    for (const Include &include : includesOf(source)) {
        const bool generated = include.name.endsWith(".moc"_L1);
        if (include.ours && !generated && !seen.contains(include.name.section(u'/', 0, 0)))
            found << at(source, include.offset,
                        u"includes %1 from another floor"_s.arg(include.name));
    }
    return found;
}

bool isHeaderOf(const QString &module, const QString &name)
{
    const QString folder = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    return QFile::exists(u"%1/%2/%3"_s.arg(folder, module, name)) || name.startsWith(module + u'/');
}

Findings usesQtBeyondItsModules(const SourceFile &source)
{
    Findings found;
    if (!source.path.startsWith("app/"_L1))
        return found;
    const bool annex = source.path.startsWith("app/keychain/"_L1);
    for (const Include &include : includesOf(source)) {
        const QString &name = include.name;
        bool allowed
            = include.ours || isHeaderOf(u"QtCore"_s, name) || isHeaderOf(u"QtNetwork"_s, name);
        if (annex)
            allowed = allowed || isHeaderOf(u"QtDBus"_s, name);
        if (name.startsWith("qt6keychain/"_L1))
            allowed = source.path.startsWith("app/keychain/keychainjobs."_L1);
        else if (!allowed)
            allowed = !name.startsWith(u'Q'); // the C++ library and the operating system
        if (!allowed)
            found << at(source, include.offset, u"may not know <%1>"_s.arg(name));
    }
    return found;
}

Findings makesNetworkManagers(const SourceFile &source)
{
    static const QRegularExpression allowed(
        u"^(app/coder/(rest\\w*|networkmanager)|ui/pictures/picturefetcher)\\."_s);
    if (!inProduct(source) || allowed.match(source.path).hasMatch())
        return {};
    return matches(source, u"\\bQNetworkAccessManager\\b"_s,
                   u"a network manager outside RestClient"_s);
}

// The application's own exec() is the only one: exactly one, in the file that holds main().
Findings entersAnotherEventLoop(const SourceFile &source)
{
    // A test is its own application: it may turn its loop, but not make another.
    if (inTests(source))
        return matches(source, u"\\bQEventLoop\\b"_s, u"a nested event loop"_s);
    Findings found
        = matches(source, u"\\bQEventLoop\\b|\\bprocessEvents\\s*\\("_s, u"a nested event loop"_s);
    found += matches(source,
                     u"\\bQMessageBox::(question|information|warning|critical|about)\\w*\\s*\\("_s,
                     u"a message box with an event loop of its own"_s);
    found += matches(source, u"\\bQ(File|Input|Color|Font)Dialog::get\\w+\\s*\\("_s,
                     u"a dialog with an event loop of its own"_s);
    Findings runs = matches(source, u"\\bexec\\s*\\("_s, u"exec() other than the application's"_s);
    if (!runs.isEmpty() && source.code.contains(QRegularExpression(u"\\bint main\\("_s)))
        runs.removeLast();
    return found + runs;
}

Findings sleepsOrHides(const SourceFile &source)
{
    Findings found = matches(
        source, u"\\b(u?sleep|nanosleep|msleep|qSleep|qWait|sleep_for|sleep_until)\\s*\\("_s,
        u"a sleep"_s);
    if (inProduct(source))
        found += matches(source, u"\\bwaitFor[A-Z]\\w*\\s*\\("_s,
                         u"a call that blocks the event loop"_s);
    if (inTests(source))
        found
            += matches(source, u"\\b(QSKIP|QEXPECT_FAIL)\\b"_s, u"a promise that is not checked"_s);
    return found;
}

Findings breaksHouseRules(const SourceFile &source)
{
    Findings found = matches(source, u"\\bignoreSslErrors\\b"_s, u"TLS errors are never ignored"_s);
    found += matches(source, u"\\b(setStyleSheet|styleSheet)\\b"_s, u"a style sheet"_s);
    found += matches(source, u"\\b(co_await|co_return|co_yield)\\b"_s, u"a coroutine"_s);
    if (!inProduct(source))
        return found;
    found += matches(source, u"\\b(throw|try|catch)\\b"_s, u"an exception: errors are values"_s);
    found += matches(source, u"\\bq(Debug|Info|Warning|Critical)\\s*\\("_s,
                     u"logging without a category"_s);
    if (!source.path.startsWith("app/"_L1))
        return found;
    found += matches(source, u"\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\\s*\\("_s,
                     u"a sentence in app/"_s);
    // The time limits of a request run on real timers: they come in as RestLimits, and a clock
    // turned by hand would not turn the network.
    if (!source.path.startsWith("app/base/clock."_L1)
        && !source.path.startsWith("app/coder/restexchange."_L1))
        found += matches(
            source,
            u"\\b(QTimer|QBasicTimer|QElapsedTimer|QDeadlineTimer|startTimer|(steady|system)_clock|"
            "currentDateTime(Utc)?|currentMSecsSinceEpoch|currentSecsSinceEpoch|clock_gettime)\\b"_s,
            u"time that does not come from Clock"_s);
    return found;
}

Findings startsUnlikeTheOthers(const SourceFile &source)
{
    Findings found;
    if (!source.text.startsWith("// SPDX-License-Identifier: MIT\n"_L1))
        found << at(source, 0, u"does not begin with its SPDX line"_s);
    if (source.path.endsWith(".h"_L1) && !source.code.contains("\n#pragma once\n"_L1))
        found << at(source, 0, u"has no #pragma once"_s);
    const QString header = QFileInfo(source.path).completeBaseName() + u".h"_s;
    const QList<Include> includes = includesOf(source);
    for (qsizetype i = 1; source.path.endsWith(".cpp"_L1) && i < includes.size(); ++i) {
        if (includes.at(i).ours && includes.at(i).name.section(u'/', -1) == header)
            found << at(source, includes.at(i).offset, u"does not include its own header first"_s);
    }
    return found;
}

constexpr int longestFile = 400;
constexpr int longestFunction = 40;

// clang-format puts the braces of a function's body alone into the first column and indents no
// namespace.
Findings growsTooLong(const SourceFile &source)
{
    Findings found;
    if (!source.path.endsWith(".cpp"_L1) || source.path.section(u'/', -1).startsWith("tst_"_L1))
        return found;
    const QStringList lines = source.code.split(u'\n');
    if (lines.size() > longestFile + 1)
        found << u"%1: %2 lines"_s.arg(source.path).arg(lines.size() - 1);
    qsizetype opened = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i) == u"{"_s)
            opened = i;
        else if (lines.at(i) == u"}"_s && i - opened - 1 > longestFunction)
            found << u"%1:%2: a function of %3 lines"_s.arg(source.path)
                         .arg(opened + 1)
                         .arg(i - opened - 1);
    }
    return found;
}

// Rules by their number, and notes: those of this repository have names in capitals.
Findings citesElsewhere(const SourceFile &source)
{
    static const QRegularExpression citation(
        u"//.*?(\\bS[1-9][0-9]?\\b|\\b[a-z][a-z-]*\\.md\\b)"_s);
    Findings found;
    auto all = citation.globalMatch(source.text);
    while (all.hasNext()) {
        const auto match = all.next();
        found << at(source, match.capturedStart(1), match.captured(1));
    }
    return found;
}

} // namespace

SourceFile sourceFile(const QString &path, const QString &text)
{
    return {.path = path, .text = text, .code = codeOf(text)};
}

const QList<SourceRule> &sourceRules()
{
    static const QList<SourceRule> all{
        {u"includes only its own floor and floors below"_s, includesAboveItsFloor},
        {u"uses no Qt module beyond its floor's"_s, usesQtBeyondItsModules},
        {u"network managers live in RestClient alone"_s, makesNetworkManagers},
        {u"the application's event loop is the only one"_s, entersAnotherEventLoop},
        {u"nothing sleeps and nothing is skipped"_s, sleepsOrHides},
        {u"the house rules hold"_s, breaksHouseRules},
        {u"every file begins as it should"_s, startsUnlikeTheOthers},
        {u"files and functions stay short"_s, growsTooLong},
        {u"comments cite nothing that is not here"_s, citesElsewhere},
    };
    return all;
}
