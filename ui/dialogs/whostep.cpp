// SPDX-License-Identifier: MIT
#include "dialogs/whostep.h"

#include "dialogs/signintexts.h"
#include "measures.h"
#include "widgets/emphasislabel.h"
#include "widgets/markview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

WhoStep::WhoStep(SignIn &signIn, const DialogTools &tools, QWidget *parent)
    : SignInStep(tr("3."), tr("Who this is"), parent), m_signIn(signIn),
      m_later(new StatusNote(tools.icons, tools.theme, this)), m_person(new QWidget(this)),
      m_picture(new MarkView(tools.icons, m_person)), m_name(new EmphasisLabel(m_person)),
      m_end(new PlainLabel({}, PlainLabel::Kind::Secondary, m_person)),
      m_maybeMoved(new StatusNote(tools.icons, tools.theme, this)),
      m_replace(new QCheckBox(tr("Replace that account"), this))
{
    m_name->setObjectName(u"person"_s);
    m_end->setObjectName(u"sessionEnd"_s);
    m_maybeMoved->setObjectName(u"maybeMoved"_s);
    m_replace->setObjectName(u"replaceMoved"_s);
    m_picture->setLines(2.25);
    m_later->setNote(StatusNote::Shape::Unknown, {},
                     runsOf(tr("Shown as soon as a token is here.")));

    const Measures measures;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_end);
    auto *person = new QHBoxLayout(m_person);
    person->setContentsMargins(0, 0, 0, 0);
    person->setSpacing(measures.units(3));
    person->addWidget(m_picture, 0, Qt::AlignTop);
    person->addLayout(words, 1);
    body().addWidget(m_later);
    body().addWidget(m_person);
    body().addWidget(m_maybeMoved);
    body().addWidget(m_replace);
}

SignIn::Moved WhoStep::moved() const
{
    return m_replace->isVisibleTo(this) && m_replace->isChecked() ? SignIn::Moved::Replaces
                                                                  : SignIn::Moved::Keeps;
}

void WhoStep::render()
{
    const auto *keeping = m_signIn.as<SignIn::Keeping>();
    const auto *making = m_signIn.as<SignIn::MakingKey>();
    const auto *known = keeping ? &keeping->who
        : making                ? &making->wish.who
                                : m_signIn.as<SignIn::Known>();
    setResting(!known);
    m_later->setVisible(!known);
    m_person->setVisible(known);
    const bool mayBeMoved = known && known->maybeMoved;
    m_maybeMoved->setVisible(mayBeMoved);
    m_replace->setVisible(mayBeMoved);
    m_replace->setEnabled(!m_signIn.isKeeping());
    m_replace->setToolTip(m_signIn.isKeeping() ? tr("The token is being kept.") : QString());
    if (!known)
        return;
    if (mayBeMoved) {
        const SignInTexts::Note words = SignInTexts::maybeMoved(*known->maybeMoved);
        m_maybeMoved->setNote(words.shape, words.what, words.next);
    }
    m_picture->setMark(markForPerson(known->user.username.plain()), MarkGround::Disc);
    m_name->setRuns(SignInTexts::who(*known));
    m_end->setText(SignInTexts::sessionEnd(*known));
}
