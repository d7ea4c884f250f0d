// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

/// What a person may say when starting Fairlead. No option takes a secret, and what looks like one
/// is refused: arguments are readable by everybody on the machine.
struct CommandLine {
    enum class Wish { Open, ShowHelp, ShowVersion };
    enum class Refusal { UnknownOption, MissingValue, LooksLikeToken };

    struct Problem {
        Refusal refusal = Refusal::UnknownOption;
        QString argument{}; ///< empty where it must not be repeated
    };

    Wish wish = Wish::Open;
    QString address{}; ///< what the sign-in begins with; no request is made by itself

    /// \a arguments are those after the program's name.
    static Result<CommandLine, Problem> parse(const QStringList &arguments);
};

/// What a terminal shows of it.
class CommandLineTexts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLineTexts)

public:
    static QString help();
    static QString of(const CommandLine::Problem &problem);
};
