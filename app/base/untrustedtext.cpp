// SPDX-License-Identifier: MIT
#include "base/untrustedtext.h"

#include <array>

namespace {

constexpr int mostMarksPerLetter = 3;
/// NFC makes one unit of at most a letter and its marks, so so much of it is never all of a result
/// that then seems short enough.
constexpr qsizetype mostUnitsPerUnit = 1 + mostMarksPerLetter;

bool isInvisible(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

/// Letters that look like nothing, and everything that separates.
bool isBlank(char32_t code)
{
    constexpr std::array<char32_t, 5> fillers{0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800};
    for (const char32_t filler : fillers) {
        if (code == filler)
            return true;
    }
    return QChar::isSpace(code);
}

char32_t takeCodePoint(QStringView raw, qsizetype &at)
{
    const QChar first = raw[at++];
    if (first.isHighSurrogate() && at < raw.size() && raw[at].isLowSurrogate())
        return QChar::surrogateToUcs4(first, raw[at++]);
    return first.unicode();
}

/// What is left when the invisible is dropped and blanks are one space each.
QString visible(QStringView raw, qsizetype enough)
{
    QString kept;
    int marks = 0;
    bool blankPending = false;
    for (qsizetype at = 0; at < raw.size() && kept.size() < enough;) {
        const char32_t code = takeCodePoint(raw, at);
        if (isBlank(code)) {
            blankPending = !kept.isEmpty();
            continue;
        }
        if (isInvisible(code))
            continue;
        marks = QChar::isMark(code) ? marks + 1 : 0;
        if (marks > mostMarksPerLetter)
            continue;
        if (blankPending)
            kept += u' ';
        blankPending = false;
        kept += QChar::fromUcs4(code);
    }
    return kept;
}

QString clean(QStringView raw, qsizetype length)
{
    QString text
        = visible(raw, mostUnitsPerUnit * (length + 1)).normalized(QString::NormalizationForm_C);
    if (text.size() <= length)
        return text;
    text.truncate(length - 1);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

} // namespace

UntrustedText UntrustedText::name(QStringView raw)
{
    return UntrustedText(clean(raw, nameLength));
}

UntrustedText UntrustedText::message(QStringView raw)
{
    return UntrustedText(clean(raw, messageLength));
}

QString UntrustedText::isolated() const
{
    return u'\u2068' + m_text + u'\u2069';
}
