// SPDX-License-Identifier: MIT
#pragma once

#include "coder/apierror.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QNetworkReply>

#include <chrono>
#include <optional>

class QSslError;

// What the parts of a reply say, each read on its own; RestExchange judges the whole.

/// One JSON text, a bare string too ("OK" of old servers), or nothing.
std::optional<QJsonValue> parsedJson(const QByteArray &body);
/// Seconds only, clamped; a date gives none.
std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply);
/// The server's clock by its Date header (RFC 9110 6.6.1), UTC; none where that is absent or odd.
std::optional<QDateTime> dateOf(const QNetworkReply &reply);
/// The gravest of several: the first of CertificateProblem::Reason, because what a certificate says
/// of names and times means nothing while nobody vouches for it. \a errors has one at least.
CertificateProblem problemOf(const QList<QSslError> &errors);
