// SPDX-License-Identifier: MIT
#include "dialogs/addressstep.h"

#include "dialogs/entryfield.h"
#include "dialogs/signintexts.h"
#include "measures.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AddressStep::AddressStep(SignIn &signIn, const DialogTools &tools, QWidget *parent)
    : SignInStep(tr("1."), tr("Address"), parent), m_signIn(signIn), m_field(new EntryField(this)),
      m_check(new QPushButton(tr("Check"), this)),
      m_note(new StatusNote(tools.icons, tools.theme, this)),
      m_tryAgain(new QPushButton(tr("Try again"), this)),
      m_useHttps(new QPushButton(tr("Use https"), this)),
      m_useHttp(new QPushButton(tr("Use http all the same"), this)),
      m_useDashboard(new QPushButton(tr("Use that address"), this))
{
    m_field->setObjectName(u"address"_s);
    m_field->setAccessibleName(tr("Address"));
    m_field->setPlaceholderText(tr("coder.example.com"));
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_field->setMaxLength(2048);
    m_check->setObjectName(u"check"_s);
    m_note->setObjectName(u"addressNote"_s);
    m_tryAgain->setObjectName(u"tryAddressAgain"_s);
    m_useHttps->setObjectName(u"useHttps"_s);
    m_useHttp->setObjectName(u"useHttp"_s);
    m_useDashboard->setObjectName(u"useDashboard"_s);
    m_note->setButtons({m_tryAgain, m_useHttps, m_useHttp, m_useDashboard});

    auto *line = new QHBoxLayout;
    line->setSpacing(Measures().units(2));
    line->addWidget(m_field, 1);
    line->addWidget(m_check);
    body().addLayout(line);
    body().addWidget(m_note);

    // Not only what is typed: an assistive program sets the text, and a token must never go to
    // another address than the one that stands there.
    connect(m_field, &QLineEdit::textChanged, this, &AddressStep::edited);
    connect(m_field, &QLineEdit::returnPressed, this, &AddressStep::check);
    connect(m_check, &QPushButton::clicked, this, &AddressStep::check);
    connect(m_tryAgain, &QPushButton::clicked, this, &AddressStep::check);
    connect(m_useHttp, &QPushButton::clicked, this, [this] { m_signIn.acceptPlainHttp(); });
    connect(m_useHttps, &QPushButton::clicked, this, [this] {
        if (const auto *asked = m_signIn.as<SignIn::NeedsConsent>())
            setAddress(asked->server.encrypted().origin());
        m_signIn.useHttps();
    });
    connect(m_useDashboard, &QPushButton::clicked, this, &AddressStep::useDashboard);
}

void AddressStep::useDashboard()
{
    const auto *state = m_signIn.as<SignIn::NeedsAddress>();
    if (!state || !state->problem)
        return;
    if (const auto *proxy = std::get_if<SignIn::WorkspaceProxy>(&*state->problem)) {
        setAddress(proxy->dashboard.encoded());
        check();
    }
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

void AddressStep::setFixed()
{
    m_field->setReadOnly(true);
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
        note(SignInTexts::reached(token->at));
    }
}

void AddressStep::renderProblem(const SignIn::AddressProblem &problem)
{
    const auto tried = ServerUrl::fromUserInput(m_field->text());
    const SignInTexts::Note words
        = SignInTexts::addressProblem(problem, tried ? *tried : ServerUrl());
    m_note->setNote(words.shape, words.what, words.next);
    const auto *proxy = std::get_if<SignIn::WorkspaceProxy>(&problem);
    if (std::holds_alternative<ApiError>(problem))
        m_note->setButtons({m_tryAgain});
    else if (proxy && proxy->dashboard.isUsable())
        m_note->setButtons({m_useDashboard});
}
