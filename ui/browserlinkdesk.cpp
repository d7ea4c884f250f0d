// SPDX-License-Identifier: MIT
#include "browserlinkdesk.h"

#include "dialogs/browserlinkdialog.h"
#include "letgo.h"
#include "links/accountservices.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "session/preferences.h"
#include "session/session.h"

BrowserLinkDesk::BrowserLinkDesk(AccountServices &services, LinkBook &links,
                                 Preferences &preferences, const DialogTools &tools,
                                 QObject *parent)
    : QObject(parent), m_services(services), m_links(links), m_preferences(preferences),
      m_tools(tools)
{
    // An account that leaves takes its flow along.
    connect(&services, &AccountServices::changed, this, [this] {
        if (m_flow && !m_services.find(m_key.account))
            drop();
    });
}

BrowserLinkDesk::~BrowserLinkDesk() = default;

void BrowserLinkDesk::begin(const LinkKey &key, QWidget *window)
{
    if (m_flow && !m_flow->isSettled() && m_key == key) {
        show();
        return;
    }
    LinkService *service = m_services.find(key.account);
    const GitLink *link = m_links.find(key);
    if (!service || !link)
        return;
    drop();
    const Account &account = service->session().account();
    m_key = key;
    m_subject = LinkSubject::of(*link, account);
    m_flow = service->browserLink(key.provider);
    connect(m_flow.get(), &BrowserLinkFlow::stateChanged, this, &BrowserLinkDesk::flowChanged);
    makeDialog(BrowserPages::of(*link, account), window);
    m_flow->start();
    show();
    emit changed();
}

void BrowserLinkDesk::makeDialog(const BrowserPages &pages, QWidget *window)
{
    m_dialog = std::make_unique<BrowserLinkDialog>(*m_flow, *m_subject, pages, m_tools, window);
    m_dialog->setBrowser(m_preferences.browser(m_key.account, m_key.provider));
    connect(m_dialog.get(), &BrowserLinkDialog::backgroundWished, m_dialog.get(), &QWidget::hide);
    connect(m_dialog.get(), &BrowserLinkDialog::signInWished, this,
            [this] { emit signInWished(m_key.account); });
    connect(m_dialog.get(), &BrowserLinkDialog::unlinkWished, this, [this] {
        const LinkKey key = m_key;
        drop();
        emit unlinkWished(key);
    });
    connect(m_dialog.get(), &BrowserLinkDialog::openWished, this,
            [this](const WebAddress &wished) { emit openWished(wished, m_key); });
    connect(m_dialog.get(), &BrowserLinkDialog::browserChosen, this, [this](const QString &id) {
        m_preferences.setBrowser(m_key.account, m_key.provider, id);
    });
    connect(m_dialog.get(), &QDialog::finished, this, &BrowserLinkDesk::drop);
}

void BrowserLinkDesk::flowChanged()
{
    const bool hasEnded = m_flow->isSettled() && !m_flow->as<BrowserLinkFlow::Cancelled>();
    if (hasEnded && !m_dialog->isActiveWindow())
        emit endedUnseen();
    // What ended well in the background needs nobody to close it; all else waits to be seen.
    if (m_flow->as<BrowserLinkFlow::Linked>() && !m_dialog->isVisible())
        drop();
    else
        emit changed();
}

std::optional<TrayContent::Flow> BrowserLinkDesk::trayFlow() const
{
    using Doing = TrayContent::Flow::Doing;
    const bool hasStopped = m_flow && m_flow->as<BrowserLinkFlow::GaveUp>();
    if (!isUnderWay() && !hasStopped)
        return std::nullopt;
    const auto doing = [this, hasStopped] {
        if (hasStopped)
            return Doing::StoppedLooking;
        const auto *waiting = m_flow->as<BrowserLinkFlow::Waiting>();
        if (waiting && waiting->wait == BrowserLinkFlow::Wait::SignedOut)
            return Doing::SignedOut;
        if (waiting && waiting->error && waiting->error->kind != ApiError::Kind::Throttled)
            return Doing::Unanswered;
        return Doing::Looking; // also while a look is under way: nothing flickers
    };
    return TrayContent::Flow{
        .link = m_key, .provider = m_subject->provider, .doing = doing(), .deadline = {}};
}

void BrowserLinkDesk::cancel()
{
    if (!m_flow)
        return;
    if (m_flow->isSettled())
        drop();
    else
        m_flow->cancel(); // which closes its dialog, and so ends it here
}

void BrowserLinkDesk::checkAgain()
{
    if (m_flow)
        m_flow->lookNow();
}

void BrowserLinkDesk::lookNow()
{
    if (m_flow && m_flow->as<BrowserLinkFlow::Waiting>())
        m_flow->lookNow();
}

void BrowserLinkDesk::hideWithWindow()
{
    if (!m_dialog || !m_dialog->isVisible())
        return;
    m_away = Away::WithWindow;
    m_dialog->hide();
}

void BrowserLinkDesk::showUnseen()
{
    if (!m_dialog || m_dialog->isVisible())
        return;
    if (m_away == Away::WithWindow || m_flow->isSettled())
        show();
}

void BrowserLinkDesk::show()
{
    if (!m_dialog)
        return;
    m_away = Away::ByWish;
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void BrowserLinkDesk::leave(const AccountId &account)
{
    if (m_flow && m_key.account == account)
        drop();
}

void BrowserLinkDesk::drop()
{
    if (!m_flow)
        return;
    m_flow->disconnect(this);
    m_dialog->disconnect(this);
    m_dialog->hide();
    letGo(m_dialog);
    letGo(m_flow);
    m_subject.reset();
    emit changed();
}
