// SPDX-License-Identifier: MIT
#include "dialogs/removealldialog.h"

#include "base/result.h"
#include "desktop/clipboard.h"
#include "dialogs/copybutton.h"
#include "dialogs/factlines.h"
#include "dialogs/removealltexts.h"
#include "texts.h"
#include "widgets/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

RemoveAllDialog::RemoveAllDialog(RemovingAll &removing, const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_removing(removing), m_tools(tools),
      m_title(new PlainLabel({}, PlainLabel::Kind::Title, this)),
      m_lines(new FactLines(tools.icons, tools.theme, this)),
      m_sessions(new QCheckBox(tr("End the sessions on the servers too"), this)),
      m_sessionsNote(new PlainLabel(
          tr("A session whose token was made by hand goes on, for other programs may use it."),
          PlainLabel::Kind::Secondary, this))
{
    m_title->setObjectName(u"heading"_s);
    m_sessions->setObjectName(u"endSessions"_s);
    m_sessions->setChecked(true);
    content().addWidget(m_title);
    content().addWidget(m_lines);
    content().addWidget(m_sessions);
    content().addWidget(m_sessionsNote);
    content().addStretch();
    makeButtons();
    setWidthInLines(34);
    connect(&m_removing, &RemovingAll::stateChanged, this, &RemoveAllDialog::render);
    render();
}

void RemoveAllDialog::makeButtons()
{
    m_copy = new CopyButton(tr("Copy report"), m_tools.clock, this);
    m_copy->setObjectName(u"copyReport"_s);
    footer().addButton(m_copy, QDialogButtonBox::ResetRole);
    m_go = footer().addButton(QString(), QDialogButtonBox::ActionRole);
    m_go->setObjectName(u"removeAll"_s);
    m_again = footer().addButton(QString(), QDialogButtonBox::ActionRole);
    m_again->setObjectName(u"tryAgain"_s);
    m_close = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"close"_s);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { m_copy->showOutcome(m_tools.clipboard.copy(m_report)); });
    connect(m_go, &QPushButton::clicked, this, [this] {
        const auto *choosing = m_removing.as<RemovingAll::Choosing>();
        confirm(choosing && choosing->notUnlocked ? RemovingAll::Keyring::LeaveLocked
                                                  : RemovingAll::Keyring::Ask);
    });
    connect(m_again, &QPushButton::clicked, this, [this] { confirm(RemovingAll::Keyring::Ask); });
    connect(m_close, &QPushButton::clicked, this, &RemoveAllDialog::reject);
}

void RemoveAllDialog::confirm(RemovingAll::Keyring keyring)
{
    emit confirmed(m_sessions->isChecked() ? RemovingAll::Sessions::End
                                           : RemovingAll::Sessions::LeaveAlone,
                   keyring);
}

void RemoveAllDialog::render()
{
    setWindowTitle(m_removing.as<RemovingAll::Settled>() ? tr("Everything removed")
                                                         : tr("Remove everything"));
    const bool asks = m_removing.as<RemovingAll::Choosing>();
    m_sessions->setVisible(asks && !m_removing.as<RemovingAll::Choosing>()->accounts.isEmpty());
    m_sessionsNote->setVisible(m_sessions->isVisibleTo(this));
    const auto wait = [this] {
        renderReceipt(RemoveAllTexts::underWay(m_removing));
        m_close->setText(m_removing.as<RemovingAll::OpeningKeyring>() ? tr("Cancel") : tr("Close"));
        offer({m_close}, m_close);
    };
    std::visit(Overloaded{
                   [this](const RemovingAll::Choosing &) { renderPlan(); },
                   [this](const RemovingAll::Settled &state) {
                       renderReceipt(RemoveAllTexts::settled(state));
                       m_close->setText(tr("Quit Fairlead"));
                       if (RemoveAllTexts::isClean(state))
                           offer({m_close}, m_close);
                       else
                           offer({m_copy, m_close}, m_close);
                   },
                   [&wait](const auto &) { wait(); },
               },
               m_removing.state());
}

void RemoveAllDialog::renderPlan()
{
    const auto *choosing = m_removing.as<RemovingAll::Choosing>();
    const QList<TextRuns> plan = RemoveAllTexts::plan(*choosing);
    if (plan.isEmpty()) {
        m_title->setText(tr("Nothing is stored"));
        m_lines->setPlan(tr("Fairlead keeps nothing on this machine."), {});
        offer({m_close}, m_close);
        return;
    }
    if (choosing->notUnlocked) {
        renderNotUnlocked(*choosing->notUnlocked);
        return;
    }
    m_title->setText(tr("Remove everything Fairlead has stored?"));
    m_lines->setPlan(tr("This goes from this machine, and Fairlead quits. Your links stay as they "
                        "are at Coder."),
                     plan);
    m_go->setText(tr("Remove everything"));
    offer({m_go, m_close}, m_close);
}

void RemoveAllDialog::renderNotUnlocked(StoreState keyring)
{
    renderReceipt(RemoveAllTexts::notUnlocked(keyring));
    const Remedy remedy = Texts::remedyFor(keyring);
    m_again->setText(remedy == Remedy::None ? tr("Try again") : Texts::buttonFor(remedy));
    m_go->setText(tr("Remove all the same"));
    offer({m_go, m_again, m_close}, m_close);
}

void RemoveAllDialog::renderReceipt(const Receipt &receipt)
{
    m_title->setText(plainTextOf(receipt.title));
    m_lines->setReceipt(receipt.lines);
    m_report = RemoveAllTexts::report(receipt);
}
