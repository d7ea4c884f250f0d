// SPDX-License-Identifier: MIT
#include "coder/replyfacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

CertificateProblem::Reason reasonOf(const QSslError &tls)
{
    using Reason = CertificateProblem::Reason;
    switch (tls.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Reason::SelfSigned;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Reason::UnknownIssuer;
    case QSslError::CertificateExpired:
        return Reason::Expired;
    case QSslError::CertificateNotYetValid:
        return Reason::NotYetValid;
    case QSslError::HostNameMismatch:
        return Reason::WrongHost;
    default:
        return Reason::Other;
    }
}

} // namespace

std::optional<QJsonValue> parsedJson(const QByteArray &body)
{
    // QJsonDocument reads containers only.
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson("[" + body + "]", &problem);
    if (problem.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

std::optional<QDateTime> dateOf(const QNetworkReply &reply)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(reply.rawHeader("Date")),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply)
{
    bool isNumber = false;
    const qlonglong seconds = reply.rawHeader("Retry-After").trimmed().toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return std::chrono::seconds(std::clamp<qlonglong>(seconds, 1, 600)); // S26
}

CertificateProblem problemOf(const QList<QSslError> &errors)
{
    const auto &tls
        = *std::min_element(errors.begin(), errors.end(),
                            [](const auto &a, const auto &b) { return reasonOf(a) < reasonOf(b); });
    const QSslCertificate certificate = tls.certificate();
    return {.reason = reasonOf(tls),
            .issuer = UntrustedText::name(certificate.issuerDisplayName()),
            .validFrom = certificate.effectiveDate(),
            .validUntil = certificate.expiryDate()};
}
