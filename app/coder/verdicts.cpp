// SPDX-License-Identifier: MIT
#include "coder/verdicts.h"

#include <QRegularExpression>
#include <QString>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, ExchangeWord>, 4> knownWords{{
    {"authorization_pending"_L1, ExchangeWord::AuthorizationPending},
    {"slow_down"_L1, ExchangeWord::SlowDown},
    {"expired_token"_L1, ExchangeWord::ExpiredToken},
    {"access_denied"_L1, ExchangeWord::AccessDenied},
}};

constexpr int tooManyRequests = 429;
constexpr int firstServerFault = 500;

ExchangeWord wordOf(QStringView word)
{
    for (const auto &[text, meaning] : knownWords) {
        if (word == text)
            return meaning;
    }
    return ExchangeWord::Other;
}

/// The provider's HTTP status where Go's or Coder's text names one, else 0. Only the first counts:
/// what follows may be the provider's whole page.
int statusIn(QStringView text)
{
    static const QRegularExpression pattern(
        uR"((?:\bstatus(?: code)?[ =:]+|cannot fetch token: )(\d{3})\b)"_s);
    const QRegularExpressionMatch match = pattern.match(text.toString());
    return match.capturedView(1).toInt();
}

/// A request of Coder's to the provider that met no answer: Go puts its method and address in
/// front, whatever the reason (recordings exchange-dead, list-provider-hangs). The reasons by
/// themselves are of answers that broke off.
bool isNetworkFailure(QStringView text)
{
    static const QRegularExpression request(uR"x((^|: )(Get|Post|Head|Delete) "[^"]*": )x"_s);
    static const QRegularExpression reason(
        uR"(dial tcp|connection refused|connection reset|no such host|i/o timeout|TLS handshake|x509:|)"
        uR"(tls: |http2: |stream error: |context deadline exceeded|context canceled|unexpected EOF|: EOF$|)"
        uR"(network is unreachable|no route to host|server misbehaving|Client\.Timeout)"_s);
    const QString said = text.toString();
    return request.match(said).hasMatch() || reason.match(said).hasMatch();
}

/// What encoding/json says of an answer that is not JSON, or empty, and codersdk of one with
/// another type.
bool isNotJson(QStringView text)
{
    return text == "EOF"_L1 || text.startsWith("invalid character"_L1)
        || text.contains("unexpected end of JSON"_L1) || text.contains("cannot unmarshal"_L1)
        || text.contains("unexpected non-JSON response"_L1);
}

bool isBusyOrBroken(int status)
{
    return status == tooManyRequests || status >= firstServerFault;
}

} // namespace

ExchangeWord exchangeWordIn(QStringView detail)
{
    // Providers like GitHub answer 200, and Coder passes the bare word on.
    static const QRegularExpression bareWord(uR"(^[a-z][a-z0-9]*(_[a-z0-9]+)*$)"_s);
    // RFC 8628 asks for a 400, and then the word is inside a longer text: recordings
    // rfc-exchange-*.
    static const QRegularExpression quotedWord(uR"x("error"\s*:\s*"([^"]*)")x"_s);

    const QString text = detail.toString();
    if (bareWord.match(text).hasMatch())
        return wordOf(text);
    const QRegularExpressionMatch quoted = quotedWord.match(text);
    const ExchangeWord word
        = quoted.hasMatch() ? wordOf(quoted.capturedView(1)) : ExchangeWord::None;
    if (word != ExchangeWord::None && word != ExchangeWord::Other)
        return word;
    if (isBusyOrBroken(statusIn(detail)) || isNetworkFailure(detail) || isNotJson(detail))
        return ExchangeWord::ProviderTrouble;
    return word;
}

ProviderWord providerWordIn(QStringView text)
{
    if (text.isEmpty())
        return ProviderWord::None;
    const int status = statusIn(text);
    if (status == tooManyRequests || text.contains("rate limit"_L1, Qt::CaseInsensitive))
        return ProviderWord::RateLimited;
    if (status >= firstServerFault || isNetworkFailure(text))
        return ProviderWord::Unreachable;
    if (text.startsWith("token expired"_L1))
        return ProviderWord::TokenExpired;
    if (text == "token failed to validate"_L1)
        return ProviderWord::NotValidated;
    if (text.startsWith("refresh token: oauth2: "_L1))
        return ProviderWord::Refused;
    return ProviderWord::Other;
}

Verdicts verdictsOf(QStringView message, QStringView detail)
{
    // That message is about our request: its parser's text says nothing of the provider.
    const bool isOurFault = message == "Request body must be valid JSON."_L1;
    return {
        .exchange = isOurFault ? ExchangeWord::None : exchangeWordIn(detail),
        .provider = providerWordIn(detail),
        .userSuspended = message.startsWith("User is not active"_L1),
        .scopeTooNarrow = detail.contains("rbac: forbidden"_L1),
        .linkMissing = detail.contains("no rows in result set"_L1),
        .deviceFlowUnsupported = message.contains("device flow not supported"_L1)
            || message.contains("does not support device flow"_L1),
        .linkNotStored = message == "Failed to get external auth link."_L1
            || message == "Failed to insert external auth link."_L1
            || message == "Failed to update external auth link."_L1,
    };
}
