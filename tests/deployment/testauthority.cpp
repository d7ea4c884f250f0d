// SPDX-License-Identifier: MIT
#include "deployment/testauthority.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

constexpr auto newKey = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"_L1;

bool openssl(const QString &folder, const QString &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"openssl"_s, arguments.split(u' '));
    const bool hasRun = process.waitForStarted() && process.waitForFinished();
    if (hasRun && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning("openssl: %s%s", qPrintable(process.errorString()),
             process.readAllStandardError().constData());
    return false;
}

bool makeCertificates(const QString &folder)
{
    QFile extensions(folder + u"/extensions"_s);
    if (!extensions.open(QIODevice::WriteOnly))
        return false;
    extensions.write("subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth\n");
    extensions.close();
    return QDir(folder).mkpath(u"trust"_s)
        && openssl(folder,
                   u"req -x509 %1 -keyout ca.key -out trust/ca.pem -days 30"
                   " -subj /CN=Fairlead-Test-Authority"_s.arg(newKey))
        && openssl(folder,
                   u"req %1 -keyout server.key -out server.csr -subj /CN=127.0.0.1"_s.arg(newKey))
        && openssl(folder,
                   u"x509 -req -in server.csr -CA trust/ca.pem -CAkey ca.key -set_serial 2"
                   " -days 30 -extfile extensions -out server.pem"_s)
        && openssl(folder, u"rehash trust"_s);
}

} // namespace

bool TestAuthority::make()
{
    const bool isMade = m_folder.isValid() && makeCertificates(m_folder.path());
    QFile keyFile(m_folder.filePath(u"server.key"_s));
    if (isMade && keyFile.open(QIODevice::ReadOnly)) {
        m_server = QSslConfiguration::defaultConfiguration();
        m_server.setLocalCertificateChain(
            QSslCertificate::fromPath(m_folder.filePath(u"server.pem"_s)));
        m_server.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        m_server.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    }
    for (const QString &key : {u"ca.key"_s, u"server.key"_s})
        QFile::remove(m_folder.filePath(key));
    return !m_server.privateKey().isNull() && !m_server.localCertificate().isNull();
}

} // namespace simulated
