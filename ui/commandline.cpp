// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// Coder's session tokens: 10 alphanumerics, a hyphen, 22 more (coderd/apikey).
bool looksLikeToken(const QString &argument)
{
    static const QRegularExpression shape(
        u"(^|[^0-9A-Za-z])[0-9A-Za-z]{10}-[0-9A-Za-z]{22}($|[^0-9A-Za-z])"_s);
    return shape.match(argument).hasMatch() || argument.startsWith("--token"_L1);
}

} // namespace

Result<CommandLine, CommandLine::Problem> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (looksLikeToken(argument))
            return Problem{.refusal = Refusal::LooksLikeToken};
        if (argument == "--help"_L1 || argument == "-h"_L1) {
            line.wish = Wish::ShowHelp;
        } else if (argument == "--version"_L1 || argument == "-v"_L1) {
            line.wish = Wish::ShowVersion;
        } else if (argument.startsWith("--address="_L1)) {
            line.address = argument.sliced(10);
        } else if (argument == "--address"_L1) {
            if (++i == arguments.size())
                return Problem{.refusal = Refusal::MissingValue, .argument = argument};
            if (looksLikeToken(arguments.at(i)))
                return Problem{.refusal = Refusal::LooksLikeToken};
            line.address = arguments.at(i);
        } else {
            return Problem{.refusal = Refusal::UnknownOption, .argument = argument};
        }
    }
    return line;
}

QString CommandLineTexts::help()
{
    return tr("Usage: fairlead [--address ADDRESS]\n\n"
              "Shows the git links of your Coder accounts, links and unlinks them.\n\n"
              "  --address ADDRESS  fill in the address of a deployment when adding an account\n"
              "  --version          print the version\n"
              "  --help             print this text");
}

QString CommandLineTexts::of(const CommandLine::Problem &problem)
{
    switch (problem.refusal) {
    case CommandLine::Refusal::UnknownOption:
        return tr("Fairlead has no option %1. Try --help.").arg(problem.argument);
    case CommandLine::Refusal::MissingValue:
        return tr("The option %1 needs a value. Try --help.").arg(problem.argument);
    case CommandLine::Refusal::LooksLikeToken:
        return tr("Fairlead takes no token on the command line, where others can read it. "
                  "Paste it in the window.");
    }
    Q_UNREACHABLE();
}
