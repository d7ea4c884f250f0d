// SPDX-License-Identifier: MIT
#include "coder/webaddress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 2048;

bool isControl(QChar letter)
{
    return letter.unicode() < 0x20 || letter.unicode() == 0x7f
        || letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format;
}

/// Plain http is let through to this very machine, where the account is there too, and to the very
/// origin of an account whose plain http the person has accepted.
bool mayBePlain(const QUrl &url, const ServerUrl &account)
{
    if (account.isLoopback() && isLoopbackHost(url.host(QUrl::FullyEncoded)))
        return true;
    return !account.isEncrypted() && account.isOriginOf(url);
}

} // namespace

WebAddress WebAddress::judge(const QString &raw, const ServerUrl &account)
{
    WebAddress address;
    if (raw.isEmpty())
        return address;
    const QUrl url(raw, QUrl::StrictMode);
    const auto state = [&] {
        if (raw.size() > longest)
            return State::TooLong;
        if (std::any_of(raw.begin(), raw.end(), isControl) || !url.isValid())
            return State::Malformed;
        if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
            return State::NotWeb;
        if (url.host().isEmpty())
            return State::NoHost;
        if (url.authority().contains(u'@'))
            return State::HasUserInfo;
        if (url.port() == 0)
            return State::BadPort;
        if (url.scheme() == "http"_L1 && !mayBePlain(url, account))
            return State::NotEncrypted;
        return State::Usable;
    };
    address.m_state = state();
    if (address.isUsable())
        address.m_url = url;
    return address;
}

QString WebAddress::host() const
{
    QUrl shown = m_url;
    if (shown.port() == (shown.scheme() == "https"_L1 ? 443 : 80))
        shown.setPort(-1);
    return shown.authority(QUrl::FullyEncoded);
}

QString WebAddress::pathAndQuery() const
{
    return m_url.toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

QString WebAddress::encoded() const
{
    return m_url.toString(QUrl::FullyEncoded);
}
