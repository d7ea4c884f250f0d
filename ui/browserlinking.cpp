// SPDX-License-Identifier: MIT
#include "browserlinking.h"

#include "dialogs/browserlinkdialog.h"
#include "letgo.h"
#include "links/linkservice.h"
#include "session/preferences.h"
#include "session/session.h"

BrowserLinking::BrowserLinking(const GitLink &link, LinkService &service, Preferences &preferences,
                               const DialogTools &tools, QWidget *window)
    : m_preferences(preferences), m_key(link.key),
      m_subject(LinkSubject::of(link, service.session().account())),
      m_flow(service.browserLink(link.key.provider)),
      m_dialog(std::make_unique<BrowserLinkDialog>(
          *m_flow, m_subject, BrowserPages::of(link, service.session().account()), tools, window))
{
    m_dialog->setBrowser(m_preferences.browser(m_key.account, m_key.provider));
    connect(m_flow.get(), &BrowserLinkFlow::stateChanged, this, &BrowserLinking::flowChanged);
    connectDialog();
}

BrowserLinking::~BrowserLinking() = default;

void BrowserLinking::connectDialog()
{
    connect(m_dialog.get(), &BrowserLinkDialog::backgroundWished, m_dialog.get(), &QWidget::hide);
    connect(m_dialog.get(), &BrowserLinkDialog::signInWished, this, &BrowserLinking::signInWished);
    connect(m_dialog.get(), &BrowserLinkDialog::unlinkWished, this, &BrowserLinking::unlinkWished);
    connect(m_dialog.get(), &BrowserLinkDialog::openWished, this, &BrowserLinking::openWished);
    connect(m_dialog.get(), &BrowserLinkDialog::browserChosen, this, [this](const QString &id) {
        m_preferences.setBrowser(m_key.account, m_key.provider, id);
    });
    connect(m_dialog.get(), &QDialog::finished, this, &BrowserLinking::over);
}

void BrowserLinking::flowChanged()
{
    const bool hasEnded = m_flow->isSettled() && !m_flow->as<BrowserLinkFlow::Cancelled>();
    if (hasEnded && !m_dialog->isActiveWindow())
        emit endedUnseen();
    // What ended well in the background needs nobody to close it; all else waits to be seen.
    if (m_flow->as<BrowserLinkFlow::Linked>() && !m_dialog->isVisible())
        emit over();
    else
        emit changed();
}

bool BrowserLinking::isUnderWay() const
{
    return !m_flow->isSettled() && !m_flow->as<BrowserLinkFlow::Ready>();
}

std::optional<TrayContent::Flow> BrowserLinking::trayFlow() const
{
    using Doing = TrayContent::Flow::Doing;
    const bool hasStopped = m_flow->as<BrowserLinkFlow::GaveUp>();
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
        .link = m_key, .provider = m_subject.provider, .doing = doing(), .deadline = {}};
}

void BrowserLinking::start()
{
    m_flow->start();
}

void BrowserLinking::cancel()
{
    if (m_flow->isSettled())
        emit over();
    else
        m_flow->cancel(); // which closes its dialog, and so is the end of it
}

void BrowserLinking::checkAgain()
{
    m_flow->lookNow();
}

void BrowserLinking::lookNow()
{
    if (m_flow->as<BrowserLinkFlow::Waiting>())
        m_flow->lookNow();
}

void BrowserLinking::hideWithWindow()
{
    if (!m_dialog->isVisible())
        return;
    m_away = Away::WithWindow;
    m_dialog->hide();
}

void BrowserLinking::showUnseen()
{
    if (!m_dialog->isVisible() && (m_away == Away::WithWindow || m_flow->isSettled()))
        show();
}

void BrowserLinking::show()
{
    m_away = Away::ByWish;
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void BrowserLinking::giveUp()
{
    m_flow->disconnect(this);
    m_dialog->disconnect(this);
    m_dialog->hide();
    letGo(m_dialog);
    letGo(m_flow);
}
