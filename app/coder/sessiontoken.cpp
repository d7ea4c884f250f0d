// SPDX-License-Identifier: MIT
#include "coder/sessiontoken.h"

#include <QVarLengthArray>

#include <algorithm>

namespace {

constexpr qsizetype longest = 512;
constexpr qsizetype keyIdLength = 10;

bool isTokenLetter(char16_t letter)
{
    return (letter >= u'0' && letter <= u'9') || (letter >= u'A' && letter <= u'Z')
        || (letter >= u'a' && letter <= u'z') || QStringView(u"._~+/=-").contains(QChar(letter));
}

bool isBlank(char16_t letter)
{
    return letter == u' ' || letter == u'\t' || letter == u'\r' || letter == u'\n';
}

} // namespace

std::optional<SessionToken> SessionToken::fromText(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front().unicode()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back().unicode()))
        text.chop(1);
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    if (!std::all_of(text.begin(), text.end(), [](QChar c) { return isTokenLetter(c.unicode()); }))
        return std::nullopt;
    QVarLengthArray<char, longest> bytes(text.size());
    std::transform(text.begin(), text.end(), bytes.begin(), [](QChar c) { return c.toLatin1(); });
    SessionToken token{Secret(QByteArrayView(bytes.constData(), bytes.size()))};
    wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return token;
}

std::optional<SessionToken> SessionToken::fromBytes(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.size() > longest)
        return std::nullopt;
    const bool clean = std::all_of(bytes.begin(), bytes.end(), [](char letter) {
        return isTokenLetter(static_cast<unsigned char>(letter));
    });
    if (!clean)
        return std::nullopt;
    return SessionToken(Secret(bytes));
}

QString SessionToken::keyId() const
{
    const QByteArrayView all = bytes();
    if (all.size() <= keyIdLength || all[keyIdLength] != '-')
        return {};
    const QByteArrayView id = all.first(keyIdLength);
    const bool usual = std::all_of(id.begin(), id.end(), [](char letter) {
        return QChar::fromLatin1(letter).isLetterOrNumber();
    });
    return usual ? QString::fromLatin1(id) : QString();
}
