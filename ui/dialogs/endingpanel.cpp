// SPDX-License-Identifier: MIT
#include "dialogs/endingpanel.h"

#include "dialogs/codefield.h"
#include "dialogs/disclosure.h"
#include "dialogs/linkbutton.h"
#include "measures.h"
#include "widgets/markview.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

EndingPanel::EndingPanel(const Icons &icons, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_code(new CodeField(icons, this)), m_person(new MarkView(icons, this)),
      m_note(new StatusNote(icons, theme, this)), m_unlink(new LinkButton(tr("Unlink"), this)),
      m_line(new QFrame(this)), m_app(new StatusNote(icons, theme, this)),
      m_details(new Disclosure(icons, this))
{
    m_code->setObjectName(u"expiredCodeField"_s);
    m_code->setLook(CodeField::Look::StruckOut);
    m_note->setObjectName(u"ending"_s);
    m_note->setAfter(m_unlink);
    m_unlink->setObjectName(u"unlink"_s);
    m_app->setObjectName(u"appMissing"_s);
    m_line->setFrameShape(QFrame::HLine);

    const Measures measures;
    m_person->setLines(2.25);
    auto *who = new QHBoxLayout;
    who->setSpacing(measures.units(3));
    who->addWidget(m_person, 0, Qt::AlignTop);
    who->addWidget(m_note, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(4));
    layout->addWidget(m_code);
    layout->addLayout(who);
    layout->addWidget(m_line);
    layout->addWidget(m_app);
    layout->addWidget(m_details);
    layout->addStretch();
    connect(m_unlink, &LinkButton::clicked, this, &EndingPanel::unlinkWished);
}

void EndingPanel::present(const DeviceLinkTexts::Ending &ending)
{
    m_note->setNote(ending.shape, ending.what, ending.next);
    m_details->setLines(ending.details);
    m_code->hide();
    m_person->hide();
    m_note->showAfter(false);
    m_line->hide();
    m_app->hide();
}

void EndingPanel::addStruckOutCode(const QString &code)
{
    m_code->setCode(code);
    m_code->setVisible(!code.isEmpty());
}

void EndingPanel::addPerson(const UntrustedText &login)
{
    m_person->setMark(markForPerson(login.plain()), MarkGround::Disc);
    m_person->show();
}

void EndingPanel::addUnlinkWish()
{
    m_note->showAfter(true);
}

void EndingPanel::addAppMissing(const WebAddress &install)
{
    const DeviceLinkTexts::Ending note = DeviceLinkTexts::appMissing(install);
    m_app->setNote(note.shape, note.what, note.next);
    m_line->show();
    m_app->show();
}
