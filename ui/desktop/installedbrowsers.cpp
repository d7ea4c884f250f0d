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
const auto entryGroup = "Desktop Entry"_L1;
const auto privateAction = "new-private-window"_L1;

using Group = QHash<QString, QString>;

/// The groups of a desktop file by their names; none of one that is no small plain file.
QHash<QString, Group> groupsOf(const QString &path)
{
    QHash<QString, Group> groups;
    const QFileInfo facts(path);
    QFile file(path);
    if (!facts.isFile() || facts.size() > mostBytes || !file.open(QIODevice::ReadOnly))
        return groups;
    QString group;
    QTextStream lines(&file);
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
        && entry.value(u"MimeType"_s).split(u';').contains(u"x-scheme-handler/https"_s);
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
    bool hasPage = false;
    for (QStringView rest = QStringView(command).trimmed(); !rest.isEmpty();
         rest = rest.trimmed()) {
        QString word = takeWord(rest);
        if (word == "%u"_L1 || word == "%U"_L1 || word == "%f"_L1 || word == "%F"_L1) {
            words.append(page);
            hasPage = true;
            continue;
        }
        if (word.size() == 2 && word.startsWith(u'%') && word != "%%"_L1) {
            continue; // an icon, a name: nothing a browser needs
        }
        words.append(word.replace("%%"_L1, "%"_L1));
    }
    if (!words.isEmpty() && !hasPage)
        words.append(page);
    return words;
}
