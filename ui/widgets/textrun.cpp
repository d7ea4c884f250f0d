// SPDX-License-Identifier: MIT
#include "widgets/textrun.h"

namespace {

constexpr QChar firstStrongIsolate{u'\u2068'};
constexpr QChar popIsolate{u'\u2069'};

void append(TextRuns &runs, const QString &text, bool strong)
{
    if (text.isEmpty())
        return;
    if (!runs.isEmpty() && runs.last().strong == strong)
        runs.last().text += text;
    else
        runs.append({.text = text, .strong = strong});
}

} // namespace

TextRuns runsOf(const QString &sentence, const QList<TextRuns> &arguments)
{
    TextRuns runs;
    QString pending;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const int number = sentence.at(at) == u'%' && at + 1 < sentence.size()
            ? sentence.at(at + 1).digitValue()
            : 0;
        if (number < 1 || number > arguments.size()) {
            pending += sentence.at(at);
            continue;
        }
        append(runs, pending + firstStrongIsolate, false);
        pending = popIsolate;
        for (const TextRun &run : arguments.at(number - 1))
            append(runs, run.text, run.strong);
        ++at;
    }
    append(runs, pending, false);
    return runs;
}

QString shownTextOf(const TextRuns &runs)
{
    QString text;
    for (const TextRun &run : runs)
        text += run.text;
    return text;
}

QString plainTextOf(const TextRuns &runs)
{
    return shownTextOf(runs).remove(firstStrongIsolate).remove(popIsolate);
}
