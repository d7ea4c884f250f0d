// SPDX-License-Identifier: MIT
#include "deployment/deployment.h"

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

void printHints(const Deployment &deployment)
{
    const QString url = deployment.url().toString();
    QTextStream out(stdout);
    out << "Fairlead demo deployment: " << url << '\n'
        << "  all pages:       " << url << "/\n"
        << "  a session token: " << url << "/cli-auth\n"
        << "  provider pages:  " << deployment.providerUrl().toString() << "/github/login/device\n"
        << "  control:         " << deployment.providerUrl().toString() << "/control/\n";
}

/// A person is here: providers insist on their interval, as GitHub does.
void makeStrict(Deployment &deployment)
{
    for (const auto &provider : deployment.world().providers)
        provider->knobs().enforcesInterval = true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A simulated Coder deployment with its git providers."_s);
    parser.addHelpOption();
    const QCommandLineOption port(u"port"_s, u"Listen on this port of 127.0.0.1."_s, u"number"_s,
                                  u"0"_s);
    const QCommandLineOption generation(
        u"generation"_s, u"Speak as gen24, gen25, gen26a or gen26b."_s, u"name"_s, u"gen26b"_s);
    const QCommandLineOption empty(u"empty"_s, u"Without any provider."_s);
    parser.addOptions({port, generation, empty});
    parser.process(application);

    bool isPort = false;
    const ushort number = parser.value(port).toUShort(&isPort);
    const auto spoken = simulated::generationNamed(parser.value(generation));
    if (!isPort || !spoken) {
        QTextStream(stderr) << "fairlead-demo: see --help\n";
        return 2;
    }
    Deployment deployment(*spoken);
    if (!deployment.listen(number)) {
        QTextStream(stderr) << "fairlead-demo: cannot listen on port " << number << '\n';
        return 1;
    }
    if (!parser.isSet(empty))
        deployment.addStandardProviders(Deployment::GitHub::NotLinked);
    makeStrict(deployment);
    logProviderRequests(deployment);
    printHints(deployment);
    return QCoreApplication::exec();
}
