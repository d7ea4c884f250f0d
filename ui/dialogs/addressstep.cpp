// SPDX-License-Identifier: MIT
#include "dialogs/addressstep.h"

#include "dialogs/addressfield.h"
#include "dialogs/signintexts.h"
#include "measures.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AddressStep::AddressStep(SignIn &signIn, const DialogTools &tools, QWidget *parent)
    : SignInStep(tr("1."), tr("Address"), parent), m_signIn(signIn),
      m_field(new AddressField(tools.icons, this)), m_check(new QPushButton(tr("Check"), this)),
      m_note(new StatusNote(tools.icons, tools.theme, this)),
      m_tryAgain(new QPushButton(tr("Try again"), this)),
      m_useHttps(new QPushButton(tr("Use https"), this)),
      m_useHttp(new QPushButton(tr("Use http all the same"), this)),
      m_useOther(new QPushButton(this)), m_offer(new StatusNote(tools.icons, tools.theme, this)),
      m_useCli(new QPushButton(tr("Use the session of the Coder command line"), this))
{
    m_field->setObjectName(u"address"_s);
    m_field->setAccessibleName(tr("Address"));
    m_field->setPlaceholderText(tr("coder.example.com"));
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_field->setMaxLength(2048);
    m_note->setObjectName(u"addressNote"_s);
    m_offer->setObjectName(u"commandLineOffer"_s);
    makeButtons();

    auto *line = new QHBoxLayout;
    line->setSpacing(Measures().units(2));
    line->addWidget(m_field, 1);
    line->addWidget(m_check);
    body().addLayout(line);
    body().addWidget(m_note);
    body().addWidget(m_offer);
    m_offer->hide();

    // Not only what is typed: an assistive program sets the text, and a token must never go to
    // another address than the one that stands there.
    connect(m_field, &QLineEdit::textChanged, this, &AddressStep::edited);
    connect(m_field, &QLineEdit::returnPressed, this, &AddressStep::check);
}

void AddressStep::makeButtons()
{
    m_check->setObjectName(u"check"_s);
    m_tryAgain->setObjectName(u"tryAddressAgain"_s);
    m_useHttps->setObjectName(u"useHttps"_s);
    m_useHttp->setObjectName(u"useHttp"_s);
    m_useOther->setObjectName(u"useOtherAddress"_s);
    m_useCli->setObjectName(u"useCommandLine"_s);
    m_note->setButtons({m_tryAgain, m_useHttps, m_useHttp, m_useOther});
    m_offer->setButtons({m_useCli});

    connect(m_check, &QPushButton::clicked, this, &AddressStep::check);
    connect(m_tryAgain, &QPushButton::clicked, this, &AddressStep::check);
    connect(m_useHttp, &QPushButton::clicked, this, [this] { m_signIn.acceptPlainHttp(); });
    connect(m_useHttps, &QPushButton::clicked, this, [this] {
        if (const auto *asked = m_signIn.as<SignIn::NeedsConsent>())
            setAddress(asked->server.encrypted().origin());
        m_signIn.useHttps();
    });
    connect(m_useOther, &QPushButton::clicked, this, &AddressStep::useOther);
    connect(m_useCli, &QPushButton::clicked, this, &AddressStep::useCommandLine);
}

/// Of the deployment that was offered, and of no other that it has gone over to since.
void AddressStep::useCommandLine()
{
    if (!m_offered || m_cli->server() != m_offered) {
        render();
        return;
    }
    setAddress(m_offered->origin());
    m_signIn.useCommandLine(*m_cli);
}

/// The one that the note names, which depends on what was learnt. Only its origin stays in the
/// field, as in every account.
void AddressStep::useOther()
{
    const std::optional<ServerUrl> server = otherServer();
    if (!server)
        return;
    setAddress(server->origin());
    check();
}

std::optional<ServerUrl> AddressStep::otherServer() const
{
    if (m_signIn.expected())
        return {}; // the address of an account does not change by signing in to it again
    QString address;
    const auto *state = m_signIn.as<SignIn::NeedsAddress>();
    if (const auto *token = m_signIn.as<SignIn::NeedsToken>()) {
        address = token->at.otherAddress().encoded();
    } else if (state && state->problem) {
        if (const auto *proxy = std::get_if<SignIn::WorkspaceProxy>(&*state->problem))
            address = proxy->dashboard.encoded();
        else if (const auto *error = std::get_if<ApiError>(&*state->problem))
            address = error->redirectOrigin;
    }
    const auto server = ServerUrl::fromUserInput(address);
    if (!server || server->needsConsent())
        return {}; // plain http is typed by the person or not used at all
    return *server;
}

void AddressStep::setSuggestions(const QStringList &addresses)
{
    m_field->setSuggestions(addresses);
}

void AddressStep::setCommandLine(const CliImport &cli)
{
    m_cli = cli;
    render();
}

QString AddressStep::address() const
{
    return m_field->text();
}

void AddressStep::setAddress(const QString &address)
{
    const QSignalBlocker blocker(m_field);
    m_field->setText(address);
}

void AddressStep::focusField()
{
    m_field->setFocus();
}

QPushButton &AddressStep::mainButton() const
{
    return m_signIn.as<SignIn::NeedsConsent>() ? *m_useHttps : *m_check;
}

void AddressStep::check()
{
    m_signIn.checkAddress(m_field->text());
}

void AddressStep::edited()
{
    const auto *state = m_signIn.as<SignIn::NeedsAddress>();
    if (!state || state->problem)
        m_signIn.dropAddress();
}

void AddressStep::render()
{
    // The address of an account is not changed by signing in to it again.
    m_field->setReadOnly(m_signIn.expected() || m_signIn.isKeeping());
    m_check->setEnabled(!m_signIn.isKeeping());
    m_note->setButtons({});
    const auto note = [this](const SignInTexts::Note &words) {
        m_note->setNote(words.shape, words.what, words.next);
        m_note->show();
    };
    if (const auto *needs = m_signIn.as<SignIn::NeedsAddress>()) {
        m_note->setVisible(needs->problem.has_value());
        if (needs->problem)
            renderProblem(*needs->problem);
    } else if (const auto *consent = m_signIn.as<SignIn::NeedsConsent>()) {
        note(SignInTexts::needsConsent(consent->server));
        m_note->setButtons({m_useHttps, m_useHttp});
    } else if (const auto *probing = m_signIn.as<SignIn::Probing>()) {
        note(SignInTexts::asking(probing->server));
    } else if (const auto *token = m_signIn.as<SignIn::NeedsToken>()) {
        renderReached(token->at);
    } else if (const auto *asking = m_signIn.as<SignIn::Asking>()) {
        note(SignInTexts::reached(asking->at));
    }
    renderOffer();
}

void AddressStep::renderReached(const SignIn::Reached &at)
{
    const std::optional<ServerUrl> other = otherServer();
    const SignInTexts::Note words
        = other ? SignInTexts::livesElsewhere(at, at.otherAddress()) : SignInTexts::reached(at);
    m_note->setNote(words.shape, words.what, words.next);
    m_note->show();
    if (other)
        m_note->setButtons({otherButton(*other)});
}

QPushButton *AddressStep::otherButton(const ServerUrl &server)
{
    //: %1 is the host of a deployment, such as coder.example.com
    m_useOther->setText(tr("Use %1").arg(server.display()));
    return m_useOther;
}

/// Before there is a token at hand, and of the deployment that is asked.
void AddressStep::renderOffer()
{
    const auto *token = m_signIn.as<SignIn::NeedsToken>();
    const bool fits = m_signIn.as<SignIn::NeedsAddress>() || token;
    const bool isSignedIn = m_cli && m_cli->isSignedIn();
    const bool isKnown = isSignedIn || (m_cli && m_cli->keepsSessionInKeyring());
    const auto server = fits && isKnown ? m_cli->server() : std::nullopt;
    const auto &expected = m_signIn.expected();
    const bool isOther = server
        && ((token && !(token->at.server == *server))
            || (expected && !(expected->server == *server)));
    m_offered = isOther || !isSignedIn ? std::nullopt : server;
    m_offer->setVisible(server && !isOther);
    if (!server || isOther)
        return;
    const SignInTexts::Note words = isSignedIn ? SignInTexts::commandLine(*server)
                                               : SignInTexts::commandLineInKeyring(*server);
    m_offer->setNote(words.shape, words.what, words.next);
    m_offer->setButtons(isSignedIn ? QList<QWidget *>{m_useCli} : QList<QWidget *>());
}

void AddressStep::renderProblem(const SignIn::AddressProblem &problem)
{
    const auto tried = ServerUrl::fromUserInput(m_field->text());
    const std::optional<ServerUrl> other = otherServer();
    const SignInTexts::Note words
        = SignInTexts::addressProblem(problem, tried ? *tried : ServerUrl(), other.has_value());
    m_note->setNote(words.shape, words.what, words.next);
    QList<QWidget *> buttons;
    if (other)
        buttons.append(otherButton(*other));
    if (std::holds_alternative<ApiError>(problem))
        buttons.append(m_tryAgain);
    m_note->setButtons(buttons);
}
