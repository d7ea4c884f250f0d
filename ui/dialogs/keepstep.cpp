// SPDX-License-Identifier: MIT
#include "dialogs/keepstep.h"

#include "dialogs/signintexts.h"
#include "measures.h"

#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

KeepStep::KeepStep(SignIn &signIn, const DialogTools &tools, QWidget *parent)
    : SignInStep(tr("4."), tr("Keep the token"), parent), m_signIn(signIn),
      m_keyring(new QRadioButton(tr("In the system keyring"), this)),
      m_thisRun(new QRadioButton(tr("Only until Fairlead quits"), this)),
      m_note(new StatusNote(tools.icons, tools.theme, this)), m_unlock(new QPushButton(this)),
      m_cancelUnlock(new QPushButton(Texts::buttonFor(Remedy::CancelUnlock), this))
{
    m_keyring->setObjectName(u"inKeyring"_s);
    m_thisRun->setObjectName(u"thisRun"_s);
    m_note->setObjectName(u"keyringNote"_s);
    m_unlock->setObjectName(u"unlockKeyring"_s);
    m_cancelUnlock->setObjectName(u"cancelUnlock"_s);
    // Beside the button of the dialog, which gives up everything.
    m_cancelUnlock->setAccessibleName(tr("Cancel waiting for the keyring"));
    m_note->setButtons({m_unlock, m_cancelUnlock});
    body().addWidget(m_keyring);
    body().addWidget(m_thisRun);
    body().addWidget(m_note);

    connect(&m_signIn, &SignIn::keychainChanged, this, [this] {
        const bool isAtButtons = m_unlock->hasFocus() || m_cancelUnlock->hasFocus();
        m_waiting = false;
        render();
        emit choiceChanged();
        if (isAtButtons) // a button that goes would hand its focus to whatever comes next
            focusChoice();
    });
    for (QRadioButton *button : {m_keyring, m_thisRun}) {
        // Not clicked(): that is silent where a screen reader toggles the button.
        connect(button, &QRadioButton::toggled, this, [this](bool isChecked) {
            if (!isChecked)
                return;
            m_chosen = true;
            emit choiceChanged();
        });
    }
    connect(m_unlock, &QPushButton::clicked, this, &KeepStep::unlock);
    connect(m_cancelUnlock, &QPushButton::clicked, this, &KeepStep::stopWaiting);
}

std::optional<Account::Keeping> KeepStep::choice() const
{
    if (m_keyring->isChecked() && m_keyring->isEnabled())
        return Account::Keeping::Keychain;
    if (m_thisRun->isChecked())
        return Account::Keeping::ThisRun;
    return std::nullopt;
}

void KeepStep::focusChoice()
{
    if (m_unlock->isVisible())
        m_unlock->setFocus();
    else if (choice() == Account::Keeping::Keychain)
        m_keyring->setFocus();
    else
        m_thisRun->setFocus();
}

void KeepStep::render()
{
    const auto *known = m_signIn.as<SignIn::Known>();
    const bool keeping = m_signIn.as<SignIn::Keeping>() || m_signIn.as<SignIn::MakingKey>();
    setResting(!known && !keeping);
    m_thisRun->setEnabled(known);
    m_thisRun->setToolTip(known ? QString() : tr("Coder has to say first whose token it is."));
    renderKeyring(known);
    if (known && (known->problem || known->notMade) && !m_waiting) {
        const SignInTexts::Note words = known->problem
            ? SignInTexts::notKept(*known->problem)
            : SignInTexts::notMade(*known->notMade, known->at.server);
        m_note->setNote(words.shape, words.what, words.next);
        m_note->show();
    }
}

void KeepStep::renderKeyring(bool known)
{
    const std::optional<StoreState> state = m_signIn.keychain();
    const bool ready = state == StoreState::Ready && !m_waiting;
    const Remedy remedy = state ? Texts::remedyFor(*state) : Remedy::None;
    m_keyring->setEnabled(known && ready);
    if (!m_chosen && known) {
        const QSignalBlocker notByThePerson(m_keyring);
        m_keyring->setChecked(ready);
    }
    m_unlock->setText(Texts::buttonFor(remedy));
    if (m_waiting)
        m_note->setButtons({m_cancelUnlock});
    else if (remedy != Remedy::None)
        m_note->setButtons({m_unlock});
    else
        m_note->setButtons({});
    // A keyring that is in order needs no words; one that is not is worth knowing of early.
    m_note->setVisible(!ready);
    if (m_waiting)
        m_note->setNote(StatusNote::Shape::Paused, runsOf(tr("Waiting for the keyring.")),
                        runsOf(tr("It may be asking you in another window.")));
    else if (!state)
        m_note->setNote(StatusNote::Shape::Paused, runsOf(tr("Asking the keyring.")));
    else
        m_note->setNote(StatusNote::Shape::Warning, Texts::of(*state));
    if (ready)
        m_keyring->setToolTip(known ? QString() : m_thisRun->toolTip());
    else
        m_keyring->setToolTip(m_note->what());
}

void KeepStep::unlock()
{
    m_waiting = true;
    render();
    m_cancelUnlock->setFocus();
    m_signIn.unlockKeychain();
}

/// The keyring goes on asking the person; what comes of that counts all the same.
void KeepStep::stopWaiting()
{
    m_waiting = false;
    render();
    focusChoice();
}
