// SPDX-License-Identifier: MIT
#include "dialogs/tokenstep.h"

#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "dialogs/copybutton.h"
#include "dialogs/entryfield.h"
#include "dialogs/signintexts.h"
#include "measures.h"
#include "pictures/icons.h"
#include "widgets/emphasislabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestToken = 512; // of SessionToken::fromText()
/// The field has room for more, so that a text that is too long is seen to be, and is not cut to
/// one that may be sent.
constexpr int mostPasted = 2 * longestToken;

} // namespace

TokenStep::TokenStep(SignIn &signIn, const DialogTools &tools, QWidget *parent)
    : SignInStep(tr("2."), tr("Token"), parent), m_signIn(signIn), m_tools(tools),
      m_where(new EmphasisLabel(this)),
      m_open(new QPushButton(tools.icons.icon(u"external-link"_s), tr("Open token page"), this)),
      m_copyLink(new CopyButton(tr("Copy link"), tools.clock, this)),
      m_noBrowser(new StatusNote(tools.icons, tools.theme, this)), m_field(new EntryField(this)),
      m_paste(new QPushButton(tr("Paste"), this)),
      m_note(new StatusNote(tools.icons, tools.theme, this)),
      m_again(new QPushButton(tr("Check token again"), this))
{
    m_where->setObjectName(u"tokenPage"_s);
    m_open->setObjectName(u"openTokenPage"_s);
    m_copyLink->setObjectName(u"copyTokenLink"_s);
    m_noBrowser->setObjectName(u"noBrowser"_s);
    m_field->setObjectName(u"token"_s);
    m_field->setAccessibleName(tr("Token"));
    m_field->setPlaceholderText(tr("Paste the token here"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
    m_field->setMaxLength(mostPasted); // nothing longer is a token
    m_paste->setObjectName(u"pasteToken"_s);
    m_note->setObjectName(u"tokenNote"_s);
    m_again->setObjectName(u"checkTokenAgain"_s);
    m_note->setButtons({m_again});
    arrange();

    connect(m_open, &QPushButton::clicked, this, &TokenStep::openPage);
    connect(m_copyLink, &CopyButton::clicked, this,
            [this] { m_copyLink->showOutcome(m_tools.clipboard.copy(page().encoded())); });
    connect(m_field, &QLineEdit::textChanged, this, &TokenStep::edited);
    connect(m_field, &QLineEdit::returnPressed, this, &TokenStep::check);
    connect(m_paste, &QPushButton::clicked, this, &TokenStep::pasteOrClear);
    connect(m_again, &QPushButton::clicked, this, &TokenStep::check);
}

void TokenStep::arrange()
{
    const Measures measures;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measures.units(2));
    buttons->addWidget(m_open);
    buttons->addWidget(m_copyLink);
    buttons->addStretch();
    auto *line = new QHBoxLayout;
    line->setSpacing(measures.units(2));
    line->addWidget(m_field, 1);
    line->addWidget(m_paste);
    body().addWidget(m_where);
    body().addLayout(buttons);
    body().addWidget(m_noBrowser);
    body().addLayout(line);
    body().addWidget(m_note);
    m_noBrowser->hide();
    m_note->hide();
}

void TokenStep::render()
{
    const bool reached = m_signIn.as<SignIn::NeedsToken>() || m_signIn.as<SignIn::Asking>()
        || m_signIn.as<SignIn::Known>();
    setResting(!reached);
    setUsable(reached);
    if (!reached && !m_signIn.isKeeping() && !isEmpty())
        forget(); // it was for another address
    const WebAddress address = page();
    if (reached && address.isUsable())
        m_where->setRuns(
            runsOf(tr("Coder shows a new token on its own page, %1. Copy it there and come back."),
                   {{{.text = address.host(), .strong = true}, {.text = address.pathAndQuery()}}}));
    else
        m_where->setRuns(runsOf(tr("Coder shows a new token on its own page.")));
    if (!reached)
        m_noBrowser->hide();

    const auto *needs = m_signIn.as<SignIn::NeedsToken>();
    const auto *asking = m_signIn.as<SignIn::Asking>();
    m_note->setVisible((needs && needs->problem) || asking);
    const bool mayHelp = needs
        && (needs->problem == SignIn::TokenProblem::CouldNotAsk
            || needs->problem == SignIn::TokenProblem::UserSuspended);
    if (mayHelp && needs->source == SignIn::Source::Own)
        m_note->setButtons({m_again});
    else
        m_note->setButtons({});
    if (needs && needs->problem) {
        const SignInTexts::Note words = SignInTexts::tokenProblem(*needs, m_signIn.expected());
        m_note->setNote(words.shape, words.what, words.next);
    } else if (asking) {
        const SignInTexts::Note words = SignInTexts::checkingToken(*asking);
        m_note->setNote(words.shape, words.what, words.next);
    }
}

void TokenStep::setUsable(bool usable)
{
    const QString why = usable ? QString() : tr("The address has to be checked first.");
    for (QWidget *widget : QList<QWidget *>{m_open, m_copyLink, m_field, m_paste}) {
        widget->setEnabled(usable);
        widget->setToolTip(why);
    }
    m_paste->setText(m_field->text().isEmpty() ? tr("Paste") : tr("Clear"));
}

void TokenStep::forget()
{
    m_field->setText({}); // unlike clear(), leaves nothing to undo
}

bool TokenStep::isEmpty() const
{
    return m_field->text().isEmpty();
}

void TokenStep::focusField()
{
    m_field->setFocus();
}

/// Nothing where the field may have cut what was pasted: a part of a secret is not sent.
QString TokenStep::wholeText() const
{
    const QString text = m_field->text();
    return text.size() < mostPasted ? text : QString();
}

/// A paste that looks whole is checked at once, and one that is too long refused; anything else
/// waits for Enter.
void TokenStep::edited()
{
    m_paste->setText(m_field->text().isEmpty() ? tr("Paste") : tr("Clear"));
    const auto *needs = m_signIn.as<SignIn::NeedsToken>();
    if (!needs || needs->problem)
        m_signIn.dropToken();
    const std::optional<SessionToken> token = SessionToken::fromText(wholeText());
    if ((token && !token->keyId().isEmpty()) || m_field->text().size() > longestToken)
        check();
}

void TokenStep::check()
{
    if (!m_field->text().isEmpty())
        m_signIn.checkToken(wholeText());
}

void TokenStep::pasteOrClear()
{
    if (!m_field->text().isEmpty()) {
        forget();
    } else {
        m_field->setText(QGuiApplication::clipboard()->text().trimmed());
        if (m_signIn.as<SignIn::NeedsToken>())
            check();
    }
    if (m_signIn.as<SignIn::NeedsToken>())
        m_field->setFocus();
}

WebAddress TokenStep::page() const
{
    return m_signIn.tokenPage();
}

void TokenStep::openPage()
{
    const WebAddress address = page();
    const bool opened = address.isUsable() && m_tools.browser.open(address);
    m_noBrowser->setVisible(!opened);
    if (!opened)
        m_noBrowser->setNote(StatusNote::Shape::Warning, runsOf(tr("No browser could be started.")),
                             runsOf(tr("Copy the link and open it yourself.")));
    m_field->setFocus(); // where the token goes when the person comes back
}
