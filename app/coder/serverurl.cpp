// SPDX-License-Identifier: MIT
#include "coder/serverurl.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultHttpPort = 80;
constexpr int defaultHttpsPort = 443;

bool holdsControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) {
        return letter.category() == QChar::Other_Control
            || letter.category() == QChar::Other_Format;
    });
}

bool isSchemeLetter(QChar letter)
{
    return (letter.unicode() < 0x80 && letter.isLetterOrNumber()) || letter == u'+'
        || letter == u'-' || letter == u'.';
}

/// What stands before "://", or nothing.
QStringView schemeOf(QStringView text)
{
    const qsizetype end = text.indexOf("://"_L1);
    if (end <= 0 || !std::all_of(text.begin(), text.begin() + end, isSchemeLetter))
        return {};
    return text.first(end);
}

/// User, host and port: what stands between the scheme and the path.
QStringView authorityOf(QStringView afterScheme)
{
    qsizetype end = 0;
    while (end < afterScheme.size() && !u"/?#"_s.contains(afterScheme[end]))
        ++end;
    return afterScheme.first(end);
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

Result<ServerUrl, ServerUrl::Refusal> ServerUrl::fromUserInput(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Refusal::Empty;
    if (holdsControl(text))
        return Refusal::Malformed;

    const QStringView scheme = schemeOf(text);
    const QString lowered = scheme.isEmpty() ? u"https"_s : scheme.toString().toLower();
    if (lowered != "https"_L1 && lowered != "http"_L1)
        return Refusal::NotWeb;
    const QStringView rest
        = scheme.isEmpty() ? QStringView(text) : QStringView(text).sliced(scheme.size() + 3);
    const QStringView authority = authorityOf(rest);
    if (authority.contains(u'@'))
        return Refusal::HasUserInfo;
    if (authority.isEmpty() || authority.startsWith(u':'))
        return Refusal::NoHost;
    if (scheme.isEmpty() && authority.endsWith(u':'))
        return Refusal::Malformed; // "https:/host" is not a host called https

    const QUrl parsed(u"%1://%2"_s.arg(lowered, authority), QUrl::StrictMode);
    if (!parsed.isValid())
        return Refusal::Malformed;
    if (parsed.host().isEmpty())
        return Refusal::NoHost;
    if (parsed.port() == 0)
        return Refusal::BadPort;

    QUrl origin;
    origin.setScheme(lowered);
    origin.setHost(parsed.host(QUrl::FullyEncoded));
    const int usual = lowered == "https"_L1 ? defaultHttpsPort : defaultHttpPort;
    if (parsed.port(usual) != usual)
        origin.setPort(parsed.port());
    return ServerUrl(origin);
}

QString ServerUrl::origin() const
{
    return m_origin.toString(QUrl::FullyEncoded | QUrl::RemovePath);
}

QString ServerUrl::display() const
{
    return m_origin.authority(QUrl::FullyEncoded);
}

QString ServerUrl::host() const
{
    return m_origin.host(QUrl::FullyEncoded);
}

int ServerUrl::port() const
{
    return m_origin.port(isEncrypted() ? defaultHttpsPort : defaultHttpPort);
}

bool ServerUrl::isEncrypted() const
{
    return m_origin.scheme() == "https"_L1;
}

bool ServerUrl::isLoopback() const
{
    return isLoopbackHost(host());
}

bool ServerUrl::isInternationalised() const
{
    const QStringList labels = host().split(u'.');
    return std::any_of(labels.begin(), labels.end(), [](const QString &label) {
        return label.startsWith("xn--"_L1, Qt::CaseInsensitive);
    });
}

ServerUrl ServerUrl::encrypted() const
{
    QUrl url = m_origin;
    url.setScheme(u"https"_s);
    if (url.port() == defaultHttpsPort)
        url.setPort(-1);
    return ServerUrl(url);
}

QUrl ServerUrl::resolved(const QByteArray &encodedPath) const
{
    QUrl url = m_origin;
    const qsizetype query = encodedPath.indexOf('?');
    url.setPath(QString::fromLatin1(query < 0 ? encodedPath : encodedPath.first(query)),
                QUrl::StrictMode);
    if (query >= 0)
        url.setQuery(QString::fromLatin1(encodedPath.sliced(query + 1)), QUrl::StrictMode);
    return url;
}

bool ServerUrl::isOriginOf(const QUrl &url) const
{
    const int usual = isEncrypted() ? defaultHttpsPort : defaultHttpPort;
    return url.scheme() == m_origin.scheme() && url.host(QUrl::FullyEncoded) == host()
        && url.port(usual) == port();
}
