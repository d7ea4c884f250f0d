// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

/// A piece of a sentence, strong or not.
struct TextRun {
    QString text{};
    bool strong = false;
    bool operator==(const TextRun &) const = default;
};

using TextRuns = QList<TextRun>;

/// The runs of a translated sentence whose "%1" to "%9" stand for `arguments`. Each argument is set
/// apart from the direction of the sentence, so that a host or a login reads right in any language.
TextRuns runsOf(const QString &sentence, const QList<TextRuns> &arguments = {});

/// The text of all runs, as it is shown.
QString shownTextOf(const TextRuns &runs);

/// The same, without the direction marks that runsOf() puts in.
QString plainTextOf(const TextRuns &runs);
