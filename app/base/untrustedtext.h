// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

/// Text from outside that a person will read: cleaned and cut once, here. What a
/// machine reads (ids, URLs, codes, times, tokens) never passes through this class: it is refused
/// by strict decoders, not cleaned.
class UntrustedText
{
public:
    /// Longest result, in UTF-16 units, of name() and message().
    static constexpr qsizetype nameLength = 128;
    static constexpr qsizetype messageLength = 300;

    UntrustedText() = default;
    static UntrustedText name(QStringView raw);
    static UntrustedText message(QStringView raw);

    /// For plain-text widgets only.
    [[nodiscard]] const QString &plain() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    /// Between U+2068 and U+2069, so that its direction does not disturb our words.
    [[nodiscard]] QString isolated() const;

    friend bool operator==(const UntrustedText &, const UntrustedText &) = default;

private:
    explicit UntrustedText(QString cleaned) : m_text(std::move(cleaned)) { }
    QString m_text;
};
