// SPDX-License-Identifier: MIT
#include "dialogs/dialogheading.h"

#include "measures.h"
#include "widgets/emphasislabel.h"
#include "widgets/markview.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DialogHeading::DialogHeading(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_mark(new MarkView(icons, this)), m_title(new EmphasisLabel(this)),
      m_subtitle(new EmphasisLabel(this))
{
    m_title->setObjectName(u"heading"_s);
    m_title->setKind(PlainLabel::Kind::Title);
    m_subtitle->setObjectName(u"subject"_s);
    m_subtitle->setKind(PlainLabel::Kind::Secondary);

    const Measures measures;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(3));
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
}

void DialogHeading::setMark(const ProviderMark &mark)
{
    m_mark->setMark(mark);
}

void DialogHeading::setPerson(const QString &userName)
{
    m_mark->setMark(markForPerson(userName), MarkGround::Disc);
}

void DialogHeading::setTitle(const TextRuns &title)
{
    m_title->setRuns(title);
}

void DialogHeading::setSubtitle(const TextRuns &subtitle)
{
    m_subtitle->setRuns(subtitle);
}

QString DialogHeading::title() const
{
    return m_title->text();
}
