// SPDX-License-Identifier: MIT
#include "dialogs/signoutdialog.h"

#include "base/result.h"
#include "desktop/clipboard.h"
#include "dialogs/accountsubject.h"
#include "dialogs/copybutton.h"
#include "dialogs/dialogheading.h"
#include "dialogs/disclosure.h"
#include "dialogs/factlines.h"
#include "dialogs/signouttexts.h"
#include "measures.h"
#include "widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SignOutDialog::SignOutDialog(SignOut &signOut, const QList<TextRuns> &running,
                             const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_signOut(&signOut), m_running(running), m_tools(tools),
      m_heading(new DialogHeading(tools.icons, this)), m_choice(new QWidget(this)),
      m_end(new QRadioButton(tr("End the session on the server"), m_choice)),
      m_endNote(new PlainLabel({}, PlainLabel::Kind::Secondary, m_choice)),
      m_forget(new QRadioButton(tr("Forget only here"), m_choice)),
      m_forgetNote(new PlainLabel({}, PlainLabel::Kind::Secondary, m_choice)),
      m_lines(new FactLines(tools.icons, tools.theme, this)),
      m_details(new Disclosure(tools.icons, this))
{
    m_heading->setPerson(signOut.account().userName.plain());
    m_heading->setSubtitle(AccountSubject::fullName(signOut.account()));
    makeChoice();
    content().addWidget(m_heading);
    content().addWidget(m_choice);
    content().addWidget(m_lines);
    content().addWidget(m_details);
    content().addStretch();
    makeButtons();
    setWidthInLines(31);
    connect(m_signOut, &SignOut::stateChanged, this, &SignOutDialog::render);
    render();
}

void SignOutDialog::makeChoice()
{
    m_end->setObjectName(u"endOnServer"_s);
    m_endNote->setObjectName(u"endNote"_s);
    m_forget->setObjectName(u"forgetHere"_s);
    m_forgetNote->setObjectName(u"forgetNote"_s);
    const Measures measures;
    auto *layout = new QVBoxLayout(m_choice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(1));
    const auto add = [&](QRadioButton *button, PlainLabel *note) {
        auto *indented = new QHBoxLayout;
        indented->setContentsMargins(measures.units(6), 0, 0, measures.units(2));
        indented->addWidget(note);
        layout->addWidget(button);
        layout->addLayout(indented);
        // Not clicked(): that is silent where a screen reader toggles the button.
        connect(button, &QRadioButton::toggled, this, [this](bool isChecked) {
            if (!isChecked)
                return;
            m_chosen = true;
            renderChoice();
        });
    };
    add(m_end, m_endNote);
    add(m_forget, m_forgetNote);
}

void SignOutDialog::makeButtons()
{
    m_copy = new CopyButton(tr("Copy report"), m_tools.clock, this);
    m_copy->setObjectName(u"copyReport"_s);
    footer().addButton(m_copy, QDialogButtonBox::ResetRole);
    m_go = footer().addButton(QString(), QDialogButtonBox::ActionRole);
    m_go->setObjectName(u"signOut"_s);
    m_again = footer().addButton(tr("Try again"), QDialogButtonBox::ActionRole);
    m_again->setObjectName(u"tryAgain"_s);
    m_close = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"close"_s);

    connect(m_copy, &QPushButton::clicked, this,
            [this] { m_copy->showOutcome(m_tools.clipboard.copy(m_report)); });
    connect(m_close, &QPushButton::clicked, this, &SignOutDialog::leave);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (!m_signOut)
            return;
        if (m_signOut->as<SignOut::Settled>())
            m_signOut->removeAllTheSame();
        else if (m_signOut->as<SignOut::NotEnded>() || m_forget->isChecked())
            confirm(SignOut::Wish::ForgetHere);
        else
            confirm(SignOut::Wish::EndOnServer);
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (!m_signOut)
            return;
        if (m_signOut->as<SignOut::Settled>())
            m_signOut->eraseAgain();
        else if (m_signOut->as<SignOut::NotEnded>())
            confirm(SignOut::Wish::EndOnServer);
        else
            m_signOut->look();
    });
}

void SignOutDialog::confirm(SignOut::Wish wish)
{
    emit confirmed(wish);
}

/// Who no longer waits for the keyring still reads the receipt.
void SignOutDialog::leave()
{
    if (m_signOut && m_signOut->isUnlocking())
        m_signOut->cancelUnlock();
    else
        reject();
}

void SignOutDialog::render()
{
    if (!m_signOut)
        return;
    const bool removes = m_signOut->afterwards() == SignOut::Afterwards::IsRemoved;
    const auto *settled = m_signOut->as<SignOut::Settled>();
    if (settled && settled->isSignedInAgain)
        setWindowTitle(tr("Signed in again"));
    else if (settled)
        setWindowTitle(removes ? tr("Account removed") : tr("Signed out"));
    else
        setWindowTitle(removes ? tr("Remove account") : tr("Sign out"));
    const bool asks = m_signOut->as<SignOut::Looking>() || m_signOut->as<SignOut::Choosing>();
    m_choice->setVisible(asks);
    std::visit(Overloaded{
                   [this](const SignOut::Looking &) { renderQuestion(); },
                   [this](const SignOut::Choosing &) { renderQuestion(); },
                   [this](const SignOut::NotEnded &state) { renderNotEnded(state); },
                   [this](const SignOut::Settled &state) { renderSettled(state); },
                   [this](const auto &) {
                       renderReceipt(SignOutTexts::underWay(*m_signOut));
                       m_close->setText(m_signOut->isUnlocking() ? tr("Cancel") : tr("Close"));
                       offer({m_close}, m_close);
                   },
               },
               m_signOut->state());
}

void SignOutDialog::renderQuestion()
{
    m_heading->setTitle(SignOutTexts::question(*m_signOut));
    m_endNote->setText(SignOutTexts::endingNote(*m_signOut));
    m_forgetNote->setText(SignOutTexts::forgettingNote(*m_signOut));
    m_lines->setPlan(tr("In both cases:"), SignOutTexts::plan(*m_signOut, m_running));
    m_details->setLines({});
    m_go->setText(m_signOut->afterwards() == SignOut::Afterwards::IsRemoved ? tr("Remove")
                                                                            : tr("Sign out"));
    renderChoice();
    QWidget *before = focusWidget();
    const auto *choosing = m_signOut->as<SignOut::Choosing>();
    if (choosing && choosing->plan.server == SignOut::Plan::Server::CouldNotAsk)
        offer({m_go, m_again, m_close}, m_close);
    else
        offer({m_go, m_close}, m_close);
    if (before == m_end || before == m_forget) // the answer came while the person chose
        before->setFocus();
}

/// What the server allows is chosen for the person until they choose.
void SignOutDialog::renderChoice()
{
    const auto *choosing = m_signOut->as<SignOut::Choosing>();
    const bool canEnd = choosing && choosing->plan.server == SignOut::Plan::Server::CanEnd;
    m_end->setEnabled(canEnd);
    m_end->setToolTip(canEnd ? QString() : m_endNote->text());
    if (choosing && (!m_chosen || (m_end->isChecked() && !canEnd))) {
        QRadioButton *fitting = canEnd ? m_end : m_forget;
        const QSignalBlocker notByThePerson(fitting);
        fitting->setChecked(true);
    }
    const bool isChosen = m_forget->isChecked() || (m_end->isChecked() && canEnd);
    m_go->setEnabled(isChosen);
    m_go->setToolTip(isChosen ? QString() : tr("Choose first what is to become of the session."));
}

void SignOutDialog::renderReceipt(const Receipt &receipt)
{
    m_heading->setTitle(receipt.title);
    m_lines->setReceipt(receipt.lines);
    m_details->setLines(receipt.details);
    m_report = SignOutTexts::report(receipt, m_signOut->account());
}

void SignOutDialog::renderNotEnded(const SignOut::NotEnded &state)
{
    renderReceipt(SignOutTexts::notEnded(state, m_signOut->account()));
    m_go->setText(tr("Forget only here"));
    m_go->setEnabled(true);
    m_go->setToolTip({});
    m_close->setText(tr("Cancel"));
    offer({m_copy, m_go, m_again, m_close}, m_again);
}

void SignOutDialog::renderSettled(const SignOut::Settled &state)
{
    renderReceipt(SignOutTexts::settled(*m_signOut, state));
    m_close->setText(tr("Done"));
    m_go->setText(tr("Remove all the same"));
    const bool isWell = !state.notErased && !SignOutTexts::mayGoOn(state.outcome) && state.isSaved;
    QList<QPushButton *> buttons;
    if (!isWell)
        buttons.append(m_copy);
    const bool removes = m_signOut->afterwards() == SignOut::Afterwards::IsRemoved;
    if (removes && !state.isRemoved && !state.isSignedInAgain)
        buttons.append(m_go);
    if (state.notErased) {
        const Remedy remedy = Texts::remedyFor(state.notErased->state);
        m_again->setText(remedy == Remedy::None ? tr("Try again") : Texts::buttonFor(remedy));
        buttons.append(m_again);
    }
    buttons.append(m_close);
    offer(buttons, m_close);
}
