// SPDX-License-Identifier: MIT
#include "coder/restclient.h"

#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTestEventLoop>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = ApiError::Kind;
using Reason = CertificateProblem::Reason;

Q_DECLARE_METATYPE(CertificateProblem::Reason)

/// Certificates that must be refused, each with its reason, before a byte of
/// HTTP.
class TestRestClientTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void talksToAServerItTrusts();
    void offersNoHttp2();
    void refusesACertificate_data();
    void refusesACertificate();
    void refusesAnOldProtocol();
    void refusesAPortThatSpeaksNoTls();
    void tellsOfTheIssuerFirst();

private:
    QTemporaryDir m_folder;
    QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
};

namespace {

constexpr const char *token = "ysLo4WDVUd-s8vA6TiiVOzM5uzC9QyIWY";

/// A server in this process that notes what it decrypts.
class TlsServer
{
public:
    TlsServer(const QString &folder, const QString &name,
              QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        QFile keyFile(folder + u'/' + name + u".key"_s);
        if (!keyFile.open(QIODevice::ReadOnly))
            qFatal("no key");
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(folder + u'/' + name + u".pem"_s));
        tls.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setAllowedNextProtocols(
            {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
        tls.setProtocol(protocol);
        m_server.setSslConfiguration(tls);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server,
                         [this] { serve(); });
        QObject::connect(&m_server, &QSslServer::startedEncryptionHandshake, &m_server,
                         [this] { ++handshakes; });
    }

    [[nodiscard]] QString address(const QString &host = u"127.0.0.1"_s) const
    {
        return u"https://%1:%2"_s.arg(host).arg(m_server.serverPort());
    }

    QByteArray heard;
    QByteArray chosen;
    int handshakes = 0;

private:
    void serve()
    {
        auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
        chosen = socket->sslConfiguration().nextNegotiatedProtocol();
        QObject::connect(socket, &QSslSocket::readyRead, socket, [this, socket] {
            heard += socket->readAll();
            if (heard.endsWith("\r\n\r\n"))
                socket->write("HTTP/1.1 200 OK\r\nX-Coder-Build-Version: v2\r\nContent-Type: "
                              "application/json\r\n"
                              "Content-Length: 13\r\n\r\n{\"good\":true}");
        });
    }

    QSslServer m_server;
};

/// Runs the openssl command line in \a folder.
bool openssl(const QString &folder, const QString &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"openssl"_s, arguments.split(u' '));
    process.waitForFinished();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning("%s", process.readAllStandardError().constData());
    return false;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// An authority that is in nobody's store.
bool makeAuthority(const QString &folder)
{
    const QByteArray config
        = "[ca]\ndefault_ca=all\n[all]\ndatabase=index\nnew_certs_dir=.\nserial=serial\n"
          "default_md=sha256\npolicy=any\ncopy_extensions=copy\nunique_subject=no\n"
          "email_in_dn=no\nrand_serial=yes\n[any]\ncommonName=supplied\n";
    return write(folder + u"/ca.conf"_s, config) && write(folder + u"/index"_s, "")
        && openssl(
               folder,
               u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out "
               u"ca.pem"
               " -days 3650 -subj /CN=Test-Authority -addext basicConstraints=critical,CA:TRUE"_s);
}

/// A certificate of the authority's; the times are openssl's YYYYMMDDHHMMSSZ.
bool makeCertificate(const QString &folder, const QString &name, const QString &subject,
                     const QString &from, const QString &until)
{
    return openssl(
               folder,
               u"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout %1.key -out %1.csr"
               " -subj /CN=%1 -addext subjectAltName=%2"_s.arg(name, subject))
        && openssl(folder,
                   u"ca -batch -config ca.conf -cert ca.pem -keyfile ca.key -in %1.csr -out %1.pem"
                   " -startdate %2 -enddate %3 -notext"_s.arg(name, from, until));
}

struct Outcome {
    Answer<QJsonValue> answer = ApiError{};
    int answers = 0;

    [[nodiscard]] ApiError error() const
    {
        return answer ? ApiError{.status = -1} : answer.error();
    }
};

Outcome ask(const QString &address)
{
    RestClient client(*ServerUrl::fromUserInput(address), {.idle = 500ms, .total = 5000ms});
    client.setToken(SessionToken::fromBytes(token));
    Outcome outcome;
    QObject receiver;
    QTestEventLoop loop;
    client.send({.path = "/thing"}, receiver, [&](const Answer<QJsonValue> &answer) {
        outcome.answer = answer;
        ++outcome.answers;
        loop.exitLoop();
    });
    loop.enterLoopMSecs(8000);
    return outcome;
}

void trust(const QString &authority)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(authority);
    QSslConfiguration::setDefaultConfiguration(tls);
}

} // namespace

void TestRestClientTls::initTestCase()
{
    const QString folder = m_folder.path();
    const QString from = u"20200101000000Z"_s;
    const QString until = u"20990101000000Z"_s;
    const QString loopback = u"IP:127.0.0.1,DNS:localhost"_s;
    QVERIFY(makeAuthority(folder));
    QVERIFY(makeCertificate(folder, u"good"_s, loopback, from, until));
    QVERIFY(makeCertificate(folder, u"expired"_s, loopback, from, u"20200201000000Z"_s));
    QVERIFY(makeCertificate(folder, u"future"_s, loopback, u"20980101000000Z"_s, until));
    QVERIFY(makeCertificate(folder, u"elsewhere"_s, u"DNS:coder.example"_s, from, until));
    QVERIFY(openssl(
        folder,
        u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout selfsigned.key"
        " -out selfsigned.pem -days 30 -subj /CN=Nobody -addext subjectAltName="_s
            + loopback));
}

void TestRestClientTls::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_usual);
}

void TestRestClientTls::talksToAServerItTrusts()
{
    trust(m_folder.filePath(u"ca.pem"_s));
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        const TlsServer server(m_folder.path(), u"good"_s);
        const Outcome outcome = ask(server.address(host));
        QVERIFY(outcome.answer);
        // A header's name is in small letters since Qt 6.8.
        QVERIFY(server.heard.toLower().contains("\r\ncoder-session-token: "_ba
                                                + QByteArray(token).toLower()));
        QVERIFY(server.heard.contains(token));
    }
}

void TestRestClientTls::offersNoHttp2()
{
    trust(m_folder.filePath(u"ca.pem"_s));
    const TlsServer server(m_folder.path(), u"good"_s); // would prefer h2
    QVERIFY(ask(server.address()).answer);
    QVERIFY2(server.chosen != QSslConfiguration::ALPNProtocolHTTP2, server.chosen.constData());
    QVERIFY(server.heard.startsWith("GET /api/v2/thing HTTP/1.1\r\n"));
}

void TestRestClientTls::refusesACertificate_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isAuthorityTrusted");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("issuer");
    QTest::newRow("self-signed") << u"selfsigned"_s << true << Reason::SelfSigned << u"Nobody"_s;
    QTest::newRow("unknown issuer")
        << u"good"_s << false << Reason::UnknownIssuer << u"Test-Authority"_s;
    QTest::newRow("expired") << u"expired"_s << true << Reason::Expired << u"Test-Authority"_s;
    QTest::newRow("not yet valid")
        << u"future"_s << true << Reason::NotYetValid << u"Test-Authority"_s;
    QTest::newRow("another host") << u"elsewhere"_s << true << Reason::WrongHost
                                  << u"Test-Authority"_s;
}

void TestRestClientTls::refusesACertificate()
{
    QFETCH(QString, name);
    QFETCH(bool, isAuthorityTrusted);
    if (isAuthorityTrusted)
        trust(m_folder.filePath(u"ca.pem"_s));
    const TlsServer server(m_folder.path(), name);
    const Outcome outcome = ask(server.address());
    QCOMPARE(outcome.answers, 1);
    const ApiError error = outcome.error();
    QCOMPARE(error.kind, Kind::Tls);
    QCOMPARE(error.layer, ApiError::Layer::Tls);
    QCOMPARE(error.sent, ApiError::Sent::No);
    QVERIFY(error.certificate);
    QTEST(error.certificate->reason, "reason");
    QTEST(error.certificate->issuer.plain(), "issuer");
    QVERIFY(error.certificate->validFrom.isValid() && error.certificate->validUntil.isValid());
    QVERIFY(server.handshakes >= 1);
    QCOMPARE(server.heard, QByteArray()); // not a byte of HTTP, and so no token
}

void TestRestClientTls::refusesAnOldProtocol()
{
    trust(m_folder.filePath(u"ca.pem"_s));
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    const TlsServer server(m_folder.path(), u"good"_s, QSsl::TlsV1_1);
    QT_WARNING_POP
    const Outcome outcome = ask(server.address());
    QCOMPARE(outcome.error().kind, Kind::Tls);
    QCOMPARE(outcome.error().sent, ApiError::Sent::No);
    QVERIFY(!outcome.error().certificate);
    QCOMPARE(server.heard, QByteArray());
}

void TestRestClientTls::refusesAPortThatSpeaksNoTls()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    const auto heard = std::make_shared<QByteArray>();
    connect(&plain, &QTcpServer::newConnection, this, [&plain, heard, this] {
        QTcpSocket *socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [heard, socket] {
            *heard += socket->readAll();
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
    });
    const Outcome outcome = ask(u"https://127.0.0.1:%1"_s.arg(plain.serverPort()));
    QCOMPARE(outcome.answers, 1);
    QVERIFY(outcome.error().kind == Kind::Tls || outcome.error().kind == Kind::TimedOut);
    QCOMPARE(outcome.error().sent, ApiError::Sent::No);
    QVERIFY(!heard->isEmpty());
    QVERIFY(!heard->contains(token));
    QVERIFY(!heard->contains("HTTP/1.1"));
}

void TestRestClientTls::tellsOfTheIssuerFirst()
{
    // Wrong in two ways at once: nothing else in a certificate means a thing while nobody vouches
    // for it.
    const TlsServer server(m_folder.path(), u"elsewhere"_s);
    const ApiError error = ask(server.address()).error();
    QCOMPARE(error.kind, Kind::Tls);
    QVERIFY(error.certificate);
    QCOMPARE(error.certificate->reason, Reason::UnknownIssuer);
    QCOMPARE(error.certificate->validUntil, QDateTime(QDate(2099, 1, 1), QTime(0, 0), Qt::UTC));
}

QTEST_GUILESS_MAIN(TestRestClientTls)
#include "tst_restclienttls.moc"
