// SPDX-License-Identifier: MIT
#include "measures.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

using namespace Qt::StringLiterals;

Measures::Measures() : Measures(QApplication::font()) { }

Measures::Measures(const QFont &body) : m_body(body), m_line(QFontMetrics(body).height()) { }

int Measures::lines(qreal count) const
{
    return qRound(m_line * count);
}

int Measures::units(qreal count) const
{
    return qRound(m_line * count / 4.5);
}

QFont Measures::titleFont() const
{
    QFont font = m_body;
    font.setPointSizeF(QFontInfo(m_body).pointSizeF() * 1.4);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Measures::sectionFont() const
{
    QFont font = m_body;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Measures::codeFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (const QString &family : {u"DejaVu Sans Mono"_s, u"Noto Sans Mono"_s}) {
        if (!QFontDatabase::hasFamily(family))
            continue;
        font = QFont(family);
        break;
    }
    font.setPointSizeF(qMax(28.0, QFontInfo(m_body).pointSizeF() * 2.8));
    return font;
}
