// SPDX-License-Identifier: MIT
#include "coder/replyfacts.h"

#include "base/secret.h"

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

std::optional<QDateTime> httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<QJsonValue> parsedJson(const QByteArray &body)
{
    // QJsonDocument reads containers only.
    QJsonParseError problem;
    QByteArray contained = "[" + body + "]";
    const QJsonDocument document = QJsonDocument::fromJson(contained, &problem);
    wipe(contained);
    if (problem.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

std::optional<QDateTime> dateOf(const QNetworkReply &reply)
{
    return httpDate(reply.rawHeader("Date"));
}

std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply)
{
    const QByteArray text = reply.rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    qlonglong seconds = text.toLongLong(&isNumber);
    if (!isNumber) { // a date, by the clock of whoever answers (RFC 9110 10.2.3)
        const std::optional<QDateTime> now = dateOf(reply);
        const std::optional<QDateTime> until = httpDate(text);
        if (!now || !until)
            return std::nullopt;
        seconds = now->secsTo(*until);
    }
    return std::chrono::seconds(
        std::clamp<qlonglong>(seconds, 1, 600)); // neither at once nor for hours
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
