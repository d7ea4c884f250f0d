// SPDX-License-Identifier: MIT
#include "deployment/deployment.h"
#include "deployment/manyproviders.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

using simulated::Deployment;

void logProviderRequests(const Deployment &deployment)
{
    QObject::connect(&deployment, &Deployment::providerAsked, &deployment,
                     [](const simulated::ProviderRequest &request) {
                         // The query is left out: it carries device codes
                         QTextStream(stderr)
                             << "provider " << request.provider << ": " << request.method << ' '
                             << request.url.path() << " -> " << request.status << '\n';
                     });
}

void printHints(Deployment &deployment)
{
    const QString url = deployment.url().toString();
    const auto &providers = deployment.world().providers;
    QTextStream out(stdout);
    out << "Fairlead demo deployment: " << url << '\n'
        << "  all pages:       " << url << "/\n"
        << "  a session token: " << url << "/cli-auth\n"
        << "  control:         " << deployment.providerUrl().toString() << "/control/\n";
    if (!providers.empty()) {
        const QUrl page = providers.front()->verificationUrl();
        out << "  provider pages:  " << page.toString() << '\n';
    }
}

/// A person is here: providers insist on their interval, as GitHub does.
void makeStrict(Deployment &deployment)
{
    for (const auto &provider : deployment.world().providers)
        provider->knobs().enforcesInterval = true;
}

struct Options {
    ushort port = 0;
    simulated::Generation generation = simulated::Generation::Gen26b;
    bool isTls = false;
    int providers = -1; ///< below zero: the standard set
};

/// Nothing where they make no sense; --help ends the program.
std::optional<Options> optionsIn(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A simulated Coder deployment with its git providers."_s);
    parser.addHelpOption();
    const QCommandLineOption port(u"port"_s, u"Listen on this port of 127.0.0.1."_s, u"number"_s,
                                  u"0"_s);
    const QCommandLineOption generation(
        u"generation"_s, u"Speak as gen24, gen25, gen26a or gen26b."_s, u"name"_s, u"gen26b"_s);
    const QCommandLineOption tls(u"tls"_s,
                                 u"Speak TLS, and tell the file of the authority to be trusted."_s);
    const QCommandLineOption providers(
        u"providers"_s, u"With so many providers, linked in mixed states."_s, u"number"_s);
    const QCommandLineOption empty(u"empty"_s, u"Without any provider."_s);
    parser.addOptions({port, generation, tls, providers, empty});
    parser.process(application);

    bool isPort = false;
    bool isCount = true;
    Options options{.port = parser.value(port).toUShort(&isPort), .isTls = parser.isSet(tls)};
    if (parser.isSet(providers))
        options.providers = int(parser.value(providers).toUShort(&isCount));
    if (parser.isSet(empty))
        options.providers = 0;
    const auto spoken = simulated::generationNamed(parser.value(generation));
    if (!isPort || !isCount || !spoken)
        return std::nullopt;
    options.generation = *spoken;
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const std::optional<Options> options = optionsIn(application);
    if (!options) {
        QTextStream(stderr) << "fairlead-demo: see --help\n";
        return 2;
    }
    simulated::TestAuthority authority;
    if (options->isTls && !authority.make())
        return 1;
    Deployment deployment(options->generation);
    if (options->isTls)
        deployment.useTls(authority);
    if (!deployment.listen(options->port)) {
        QTextStream(stderr) << "fairlead-demo: cannot listen on port " << options->port << '\n';
        return 1;
    }
    if (options->providers < 0)
        deployment.addStandardProviders(Deployment::GitHub::NotLinked);
    else
        simulated::addManyProviders(deployment, options->providers);
    makeStrict(deployment);
    logProviderRequests(deployment);
    printHints(deployment);
    if (options->isTls)
        QTextStream(stdout) << "  authority:       " << authority.certificateFile() << '\n';
    return QCoreApplication::exec();
}
