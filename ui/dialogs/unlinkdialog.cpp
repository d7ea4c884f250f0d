// SPDX-License-Identifier: MIT
#include "dialogs/unlinkdialog.h"

#include "base/result.h"
#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "dialogs/authorisedapps.h"
#include "dialogs/copybutton.h"
#include "dialogs/devicelinktexts.h"
#include "dialogs/dialogheading.h"
#include "dialogs/disclosure.h"
#include "dialogs/factlines.h"
#include "pictures/icons.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

UnlinkDialog::UnlinkDialog(Unlinking &unlinking, const LinkSubject &subject,
                           const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_unlinking(&unlinking), m_subject(subject), m_tools(tools),
      m_appsPage(authorisedAppsPage(unlinking.link(), subject.server)),
      m_heading(new DialogHeading(tools.icons, this)),
      m_lines(new FactLines(tools.icons, tools.theme, this)),
      m_details(new Disclosure(tools.icons, this))
{
    m_heading->setMark(subject.mark);
    const std::optional<LinkUser> &user = unlinking.link().user;
    if (user && !user->login.isEmpty())
        //: @LOGIN, for USER on SERVER
        m_heading->setSubtitle(runsOf(
            tr("%1, for %2 on %3"),
            {strongThen(loginRun(*user), {}), subject.userRun(false), subject.serverRun(false)}));
    else
        //: for USER on SERVER
        m_heading->setSubtitle(
            runsOf(tr("for %1 on %2"), {subject.userRun(false), subject.serverRun(false)}));
    content().addWidget(m_heading);
    content().addWidget(m_lines);
    content().addWidget(m_details);
    content().addStretch();
    makeButtons();
    setWidthInLines(31);
    connect(m_unlinking, &Unlinking::stateChanged, this, &UnlinkDialog::render);
    render();
}

void UnlinkDialog::makeButtons()
{
    m_apps = footer().addButton(tr("Open authorised apps"), QDialogButtonBox::ResetRole);
    m_apps->setObjectName(u"authorisedApps"_s);
    m_apps->setIcon(m_tools.icons.icon(u"external-link"_s));
    m_copy = new CopyButton(tr("Copy report"), m_tools.clock, this);
    m_copy->setObjectName(u"copyReport"_s);
    footer().addButton(m_copy, QDialogButtonBox::ResetRole);
    m_go = footer().addButton(tr("Unlink"), QDialogButtonBox::ActionRole);
    m_go->setObjectName(u"unlink"_s);
    m_close = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"close"_s);

    connect(m_apps, &QPushButton::clicked, this, &UnlinkDialog::openAppsPage);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { m_copy->showOutcome(m_tools.clipboard.copy(m_report)); });
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_unlinking)
            m_unlinking->confirm();
    });
    connect(m_close, &QPushButton::clicked, this, &UnlinkDialog::reject);
}

void UnlinkDialog::render()
{
    if (!m_unlinking)
        return;
    setWindowTitle(m_unlinking->as<Unlinking::Removed>() ? tr("Unlinked") : tr("Unlink"));
    const auto wait = [this](bool lookingAgain) {
        renderReceipt(UnlinkTexts::underWay(lookingAgain, m_subject));
        m_close->setText(tr("Close"));
        offer({m_close}, m_close);
    };
    std::visit(Overloaded{
                   [this](const Unlinking::Confirming &) { renderPlan(); },
                   [&wait](const Unlinking::Deleting &) { wait(false); },
                   [&wait](const Unlinking::LookingAgain &) { wait(true); },
                   [this](const Unlinking::Removed &state) {
                       const auto receipt = UnlinkTexts::removed(state, m_subject, m_appsPage);
                       renderReceipt(receipt);
                       m_close->setText(tr("Done"));
                       if (!receipt.accessMayLive)
                           offer({m_close}, m_close);
                       else if (!m_appsPage.isUsable())
                           offer({m_copy, m_close}, m_close);
                       else
                           offer({m_apps, m_copy, m_close}, m_close);
                   },
                   [this](const Unlinking::Failed &state) {
                       renderReceipt(UnlinkTexts::failed(state, m_unlinking->plan(), m_subject));
                       m_go->setText(tr("Try again"));
                       m_close->setText(tr("Close"));
                       offer({m_copy, m_go, m_close}, m_go);
                   },
               },
               m_unlinking->state());
}

void UnlinkDialog::renderPlan()
{
    m_heading->setTitle(UnlinkTexts::question(*m_unlinking, m_subject));
    m_lines->setPlan(m_unlinking->plan().orphan ? tr("This is what to expect:")
                                                : tr("This is what will happen:"),
                     UnlinkTexts::plan(*m_unlinking, m_subject));
    if (m_unlinking->plan().orphan)
        m_go->setText(tr("Try to unlink"));
    offer({m_go, m_close}, m_close);
}

void UnlinkDialog::renderReceipt(const UnlinkTexts::Receipt &receipt)
{
    m_heading->setTitle(receipt.title);
    m_lines->setReceipt(receipt.lines);
    m_details->setLines(receipt.details);
    m_report = UnlinkTexts::report(receipt, m_subject);
}

void UnlinkDialog::openAppsPage()
{
    if (!m_tools.browser.open(m_appsPage))
        m_lines
            ->append({StatusNote::Shape::Warning,
                      runsOf(tr("No browser could be started.")),
                      {{.text = m_appsPage.encoded()}}})
            .setObjectName(u"noBrowser"_s);
}
