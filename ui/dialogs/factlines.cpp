// SPDX-License-Identifier: MIT
#include "dialogs/factlines.h"

#include "measures.h"
#include "widgets/emphasislabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FactLines::FactLines(const Icons &icons, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_icons(icons), m_theme(theme), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Measures().units(3));
}

void FactLines::setPlan(const QString &introduction, const QList<TextRuns> &facts)
{
    clear();
    add(new EmphasisLabel(runsOf(introduction), this));
    for (const TextRuns &fact : facts) {
        auto *row = new QWidget(this);
        auto *bullet = new PlainLabel(u"•"_s, PlainLabel::Kind::Secondary, row);
        bullet->setSingleLine();
        auto *words = new EmphasisLabel(fact, row);
        words->setObjectName(u"planLine"_s);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(Measures().units(2.5));
        layout->addWidget(bullet, 0, Qt::AlignTop);
        layout->addWidget(words, 1);
        add(row);
    }
}

void FactLines::setReceipt(const QList<ReceiptLine> &lines)
{
    clear();
    for (const ReceiptLine &line : lines)
        append(line).setObjectName(u"receiptLine"_s);
}

StatusNote &FactLines::append(const ReceiptLine &line)
{
    auto *note = new StatusNote(m_icons, m_theme, this);
    note->setNote(line.shape, line.what, line.next);
    add(note);
    return *note;
}

void FactLines::add(QWidget *line)
{
    m_lines->addWidget(line);
    line->show();
}

void FactLines::clear()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}
