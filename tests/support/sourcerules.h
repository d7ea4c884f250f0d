// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <utility>

/// One source of the checkout, for rules to look at.
struct SourceFile {
    QString path{}; // from the top of the checkout: app/coder/restclient.cpp
    QString text{}; // as written
    QString code{}; // the same lines without comments and without what stands in quotes
};

SourceFile sourceFile(const QString &path, const QString &text);

// Each finding names file, line and what is wrong there.
using Findings = QStringList;
using Rule = std::function<Findings(const SourceFile &)>;

struct SourceRule {
    QString promise{};
    Rule check{};
};

/// The rules that no compiler knows: floors, event loops, sleeps, sizes.
const QList<SourceRule> &sourceRules();
