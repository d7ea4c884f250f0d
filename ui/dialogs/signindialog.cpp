// SPDX-License-Identifier: MIT
#include "dialogs/signindialog.h"

#include "dialogs/accountsubject.h"
#include "dialogs/addressstep.h"
#include "dialogs/keepstep.h"
#include "dialogs/tokenstep.h"
#include "dialogs/whostep.h"
#include "widgets/emphasislabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SignInDialog::SignInDialog(SignIn &signIn, const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_signIn(signIn), m_address(new AddressStep(signIn, tools, this)),
      m_token(new TokenStep(signIn, tools, this)), m_who(new WhoStep(signIn, tools, this)),
      m_keep(new KeepStep(signIn, tools, this)), m_seen(signIn.state().index())
{
    const bool again = signIn.expected().has_value();
    setWindowTitle(again ? tr("Sign in again") : tr("Add account"));
    setWindowFlag(Qt::WindowMinimizeButtonHint);
    makeHeading();
    for (QWidget *step : QList<QWidget *>{m_address, m_token, m_who, m_keep})
        content().addWidget(step);
    content().addStretch();

    m_add = footer().addButton(again ? tr("Sign in") : tr("Add account"),
                               QDialogButtonBox::AcceptRole);
    m_add->setObjectName(u"addAccount"_s);
    m_cancel = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(u"cancel"_s);
    connect(m_add, &QPushButton::clicked, this, &SignInDialog::keep);
    connect(m_cancel, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_keep, &KeepStep::choiceChanged, this, &SignInDialog::renderButtons);
    connect(&m_signIn, &SignIn::stateChanged, this, &SignInDialog::render);

    if (again)
        m_address->setAddress(signIn.expected()->server.origin());
    render();
    setWidthInLines(31);
    fitHeight();
}

/// Others may have an account there: a token made as somebody else would be made in vain.
void SignInDialog::makeHeading()
{
    const std::optional<Account> &expected = m_signIn.expected();
    auto *heading = new PlainLabel(expected ? tr("Sign in again") : tr("Add a Coder account"),
                                   PlainLabel::Kind::Title, this);
    heading->setObjectName(u"heading"_s);
    content().addWidget(heading);
    if (!expected)
        return;
    //: %1 is an account such as "ada on coder.example.com"
    auto *whose
        = new EmphasisLabel(runsOf(tr("This is for %1. A token of another user is refused."),
                                   {AccountSubject::fullName(*expected)}),
                            this);
    whose->setObjectName(u"forWhom"_s);
    content().addWidget(whose);
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::setAddress(const QString &address)
{
    m_address->setAddress(address);
}

void SignInDialog::setSuggestions(const QStringList &addresses)
{
    m_address->setSuggestions(addresses);
}

void SignInDialog::setCommandLine(const CliImport &cli)
{
    m_address->setCommandLine(cli);
    fitHeight();
}

void SignInDialog::showEvent(QShowEvent *event)
{
    PlainDialog::showEvent(event);
    const auto *fresh = m_signIn.as<SignIn::NeedsAddress>();
    if (!fresh || fresh->problem)
        return;
    if (m_signIn.expected())
        m_address->check(); // the person asked for it by opening this window; no token is sent
    else
        m_address->focusField();
}

void SignInDialog::render()
{
    if (m_signIn.as<SignIn::Finished>()) {
        accept();
        return;
    }
    const size_t before = m_seen;
    m_seen = m_signIn.state().index();
    m_address->render();
    m_token->render();
    m_who->render();
    m_keep->render();
    renderButtons();
    if (before == m_seen || !m_main)
        return;
    const bool failed = m_signIn.as<SignIn::NeedsToken>()
        && m_signIn.as<SignIn::NeedsToken>()->problem.has_value();
    if (failed)
        m_token->focusField();
    else if (m_signIn.as<SignIn::NeedsAddress>() || m_signIn.as<SignIn::Probing>())
        m_address->focusField(); // a button that goes would hand its focus to Cancel
    else if (m_signIn.as<SignIn::Known>() && !m_keep->choice())
        m_keep->focusChoice();
    else if (!m_signIn.as<SignIn::Asking>())
        m_main->setFocus();
}

void SignInDialog::renderButtons()
{
    const auto *known = m_signIn.as<SignIn::Known>();
    const bool making = m_signIn.as<SignIn::MakingKey>();
    const bool keeping = m_signIn.as<SignIn::Keeping>() || making;
    const bool possible = known && m_keep->choice().has_value();
    m_add->setEnabled(possible);
    if (possible)
        m_add->setToolTip({});
    else if (making)
        m_add->setToolTip(tr("Coder is making a session for Fairlead."));
    else if (keeping)
        m_add->setToolTip(tr("The token is being kept."));
    else if (known)
        m_add->setToolTip(tr("Choose first where the token is kept."));
    else
        m_add->setToolTip(tr("Coder has to say first whose token it is."));

    const bool waitsForToken = m_signIn.as<SignIn::NeedsToken>() || m_signIn.as<SignIn::Asking>();
    if (known || keeping)
        m_main = m_add;
    else if (waitsForToken)
        m_main = &m_token->mainButton();
    else
        m_main = &m_address->mainButton();
    m_main->setDefault(true);
}

void SignInDialog::keep()
{
    if (const std::optional<Account::Keeping> where = m_keep->choice())
        m_signIn.keep(*where, m_who->moved());
}

void SignInDialog::done(int result)
{
    m_token->forget();
    PlainDialog::done(result);
}
