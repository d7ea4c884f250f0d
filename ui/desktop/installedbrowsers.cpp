// SPDX-License-Identifier: MIT
#include "desktop/installedbrowsers.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 256 * 1024;
constexpr const char *handler = "x-scheme-handler/https";
const auto entryGroup = "Desktop Entry"_L1;
const auto privateAction = "new-private-window"_L1;

using Group = QHash<QString, QString>;

/// The groups of a desktop file by their names; none of one that is no small plain file, or has no
/// word of pages: there are hundreds, each in dozens of languages.
QHash<QString, Group> groupsOf(const QString &path)
{
    QHash<QString, Group> groups;
    const QFileInfo facts(path);
    QFile file(path);
    if (!facts.isFile() || facts.size() > mostBytes || !file.open(QIODevice::ReadOnly))
        return groups;
    const QByteArray content = file.readAll();
    if (!content.contains(handler))
        return groups;
    QString group;
    QTextStream lines(content);
    while (!lines.atEnd()) {
        const QString line = lines.readLine().trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (line.startsWith(u'[') && line.endsWith(u']'))
            group = line.sliced(1, line.size() - 2);
        else if (equals > 0 && !line.startsWith(u'#'))
            groups[group].insert(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
    }
    return groups;
}

bool isTrue(const Group &entry, QLatin1StringView key)
{
    return entry.value(key) == "true"_L1;
}

bool opensPages(const Group &entry)
{
    return entry.value(u"Type"_s) == "Application"_L1 && !isTrue(entry, "NoDisplay"_L1)
        && !isTrue(entry, "Hidden"_L1) && !isTrue(entry, "Terminal"_L1)
        && !entry.value(u"Exec"_s).isEmpty()
        && entry.value(u"MimeType"_s).split(u';').contains(QLatin1StringView(handler));
}

/// In the person's language, "de_AT" before "de".
QString nameOf(const Group &entry, const QString &language)
{
    for (const QString &key : {u"Name[%1]"_s.arg(language),
                               u"Name[%1]"_s.arg(language.section(u'_', 0, 0)), u"Name"_s}) {
        if (const QString name = entry.value(key); !name.isEmpty())
            return name;
    }
    return {};
}

void append(QList<InstalledBrowser> &browsers, const QString &file, const QString &id,
            const QString &language)
{
    const QHash<QString, Group> groups = groupsOf(file);
    const Group entry = groups.value(entryGroup);
    const UntrustedText name = UntrustedText::name(nameOf(entry, language));
    if (!opensPages(entry))
        return;
    browsers.append({.id = id, .name = name, .command = entry.value(u"Exec"_s)});
    const QString command = groups.value(u"Desktop Action "_s + privateAction).value(u"Exec"_s);
    if (entry.value(u"Actions"_s).split(u';').contains(privateAction) && !command.isEmpty())
        browsers.append(
            {.id = id + u'#' + privateAction, .name = name, .isPrivate = true, .command = command});
}

/// Takes the next word off \a rest, as the specification quotes them.
QString takeWord(QStringView &rest)
{
    QString word;
    bool isQuoted = false;
    for (; !rest.isEmpty(); rest = rest.sliced(1)) {
        const QChar letter = rest.front();
        if (letter == u'"') {
            isQuoted = !isQuoted;
        } else if (isQuoted && letter == u'\\' && rest.size() > 1) {
            rest = rest.sliced(1);
            word += rest.front();
        } else if (letter == u' ' && !isQuoted) {
            break;
        } else {
            word += letter;
        }
    }
    return word;
}

/// Without the codes for an icon, a name and the like, which no browser needs.
QString expanded(const QString &word, const QString &page)
{
    QString expanded;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (word.at(i) != u'%' || i + 1 == word.size()) {
            expanded += word.at(i);
            continue;
        }
        const QChar code = word.at(++i);
        if (QStringView(u"uUfF").contains(code))
            expanded += page;
        else if (code == u'%')
            expanded += code;
    }
    return expanded;
}

} // namespace

QList<InstalledBrowser> installedBrowsers(const QStringList &dataFolders, const QString &language)
{
    QList<InstalledBrowser> browsers;
    QSet<QString> seen; // a person's own file stands for the system's of the same name
    for (const QString &folder : dataFolders) {
        const QDir dir(folder + u"/applications"_s);
        const QStringList names = dir.entryList({u"*.desktop"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (seen.contains(name))
                continue;
            seen.insert(name);
            append(browsers, dir.filePath(name), name, language);
        }
    }
    std::stable_sort(browsers.begin(), browsers.end(),
                     [](const InstalledBrowser &a, const InstalledBrowser &b) {
                         return a.name.plain().localeAwareCompare(b.name.plain()) < 0;
                     });
    return browsers;
}

QStringList wordsFor(const QString &command, const QString &page)
{
    QStringList words;
    for (QStringView rest = QStringView(command).trimmed(); !rest.isEmpty();
         rest = rest.trimmed()) {
        const QString word = takeWord(rest);
        const QString whole = expanded(word, page);
        if (!whole.isEmpty() || word.isEmpty())
            words.append(whole);
    }
    const bool hasPage = std::any_of(words.cbegin(), words.cend(),
                                     [&page](const QString &word) { return word.contains(page); });
    if (!words.isEmpty() && !hasPage)
        words.append(page);
    return words;
}
