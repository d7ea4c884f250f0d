// SPDX-License-Identifier: MIT
#include "desktop/secretsearch.h"

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Base64 of a secret that stands anywhere in a longer text: by where it begins within a group of
/// three bytes there are three spellings; what depends on the neighbours is left out.
QList<QByteArray> base64Spellings(const QByteArray &secret, QByteArray::Base64Options options)
{
    QList<QByteArray> spellings;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray padded = QByteArray(before, 'x') + secret;
        const QByteArray whole = padded.toBase64(options | QByteArray::OmitTrailingEquals);
        const qsizetype begin = before == 0 ? 0 : before + 1;
        const qsizetype end = padded.size() / 3 * 4; // groups that hold nothing but the secret
        spellings.append(whole.mid(begin, end - begin));
    }
    return spellings;
}

QByteArray utf16(const QByteArray &secret, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding).encode(QString::fromLatin1(secret));
}

/// With every byte as %XX; letters that need not be encoded would be found as plain text.
QByteArray percentEncoded(const QByteArray &secret)
{
    return '%' + secret.toHex('%');
}

SecretSearch::Form form(const QString &name, const QByteArray &spelling)
{
    return {.name = name, .spellings = {spelling}, .planted = "token=" + spelling + "&more"};
}

SecretSearch::Form base64Form(const QString &name, const QByteArray &secret,
                              QByteArray::Base64Options options)
{
    return {.name = name,
            .spellings = base64Spellings(secret, options),
            .planted = ("ab:" + secret + "?>").toBase64(options)};
}

} // namespace

SecretSearch::SecretSearch(const QByteArray &secret)
{
    const QByteArray hex = secret.toHex();
    const QByteArray percent = percentEncoded(secret);
    m_forms = {
        form(u"plain"_s, secret),
        form(u"lower case"_s, secret.toLower()),
        form(u"upper case"_s, secret.toUpper()),
        form(u"hex"_s, hex),
        form(u"HEX"_s, hex.toUpper()),
        form(u"percent"_s, percent),
        form(u"PERCENT"_s, percent.toUpper()),
        form(u"UTF-16LE"_s, utf16(secret, QStringConverter::Utf16LE)),
        form(u"UTF-16BE"_s, utf16(secret, QStringConverter::Utf16BE)),
        base64Form(u"base64"_s, secret, QByteArray::Base64Encoding),
        base64Form(u"base64url"_s, secret, QByteArray::Base64UrlEncoding),
        base64Form(u"base64 of UTF-16LE"_s, utf16(secret, QStringConverter::Utf16LE),
                   QByteArray::Base64Encoding),
    };
}

QStringList SecretSearch::in(const QByteArray &content) const
{
    QStringList found;
    for (const Form &form : m_forms) {
        if (std::any_of(form.spellings.cbegin(), form.spellings.cend(),
                        [&](const QByteArray &spelling) { return content.contains(spelling); }))
            found.append(form.name);
    }
    return found;
}

QStringList SecretSearch::below(const QString &folder) const
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QStringList forms = in(path.toUtf8() + '\n' + content);
        for (const QString &form : forms)
            found.append(u"%1: %2"_s.arg(path, form));
    }
    return found;
}
