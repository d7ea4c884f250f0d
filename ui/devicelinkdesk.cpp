// SPDX-License-Identifier: MIT
#include "devicelinkdesk.h"

#include "desktop/clipboard.h"
#include "dialogs/devicelinkdialog.h"
#include "letgo.h"
#include "links/accountservices.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "session/preferences.h"
#include "session/session.h"

DeviceLinkDesk::DeviceLinkDesk(AccountServices &services, LinkBook &links, Preferences &preferences,
                               const DialogTools &tools, QObject *parent)
    : QObject(parent), m_services(services), m_links(links), m_preferences(preferences),
      m_tools(tools)
{
    // An account that leaves takes its flow along.
    connect(&services, &AccountServices::changed, this, [this] {
        if (m_flow && !m_services.find(m_key.account))
            drop();
    });
}

DeviceLinkDesk::~DeviceLinkDesk() = default;

bool DeviceLinkDesk::isUnderWay() const
{
    return m_flow && !m_flow->isSettled();
}

void DeviceLinkDesk::begin(const LinkKey &key, QWidget *window)
{
    if (isUnderWay() && m_dialog) {
        show();
        return;
    }
    LinkService *service = m_services.find(key.account);
    const GitLink *link = m_links.find(key);
    if (!service || !link)
        return;
    drop();
    m_key = key;
    m_subject = LinkSubject::of(*link, service->session().account());
    m_flow = service->deviceLink(key.provider);
    connect(m_flow.get(), &DeviceLinkFlow::stateChanged, this, &DeviceLinkDesk::flowChanged);
    makeDialog(window);
    m_flow->start();
    show();
}

void DeviceLinkDesk::makeDialog(QWidget *window)
{
    const AcceptedHost accepted{.host = m_preferences.acceptedHost(m_key.account, m_key.provider),
                                .remember = [this, key = m_key](const QString &host) {
                                    m_preferences.setAcceptedHost(key.account, key.provider, host);
                                }};
    m_dialog = std::make_unique<DeviceLinkDialog>(*m_flow, *m_subject, accepted, m_tools, window);
    connect(m_dialog.get(), &DeviceLinkDialog::backgroundWished, m_dialog.get(), &QWidget::hide);
    connect(m_dialog.get(), &DeviceLinkDialog::signInWished, this,
            [this] { emit signInWished(m_key.account); });
    connect(m_dialog.get(), &DeviceLinkDialog::unlinkWished, this, [this] {
        const LinkKey key = m_key;
        drop();
        emit unlinkWished(key);
    });
    connect(m_dialog.get(), &DeviceLinkDialog::installWished, this,
            [this](const WebAddress &page) { emit openWished(page, m_key); });
    connect(m_dialog.get(), &QDialog::finished, this, [this] {
        if (!isUnderWay())
            drop();
    });
}

void DeviceLinkDesk::flowChanged()
{
    // An approval that came in spite of cancelling has to be seen.
    if (m_flow->as<DeviceLinkFlow::CancelledButApproved>())
        show();
    const bool isOver = m_flow->isSettled();
    if (isOver && !m_flow->as<DeviceLinkFlow::Cancelled>())
        emit settled();
    // What ended well in the background needs nobody to close it; a failure waits to be seen.
    if (isOver && !m_dialog->isVisible() && !m_flow->as<DeviceLinkFlow::Failed>())
        drop();
    else
        emit changed();
}

bool DeviceLinkDesk::isUnseen() const
{
    return m_dialog && !m_dialog->isVisible()
        && (m_away == Away::WithWindow || m_flow->as<DeviceLinkFlow::Failed>());
}

void DeviceLinkDesk::hideWithWindow()
{
    if (!m_dialog || !m_dialog->isVisible())
        return;
    m_away = Away::WithWindow;
    m_dialog->hide();
}

void DeviceLinkDesk::showUnseen()
{
    if (isUnseen())
        show();
}

void DeviceLinkDesk::show()
{
    if (!m_dialog)
        return;
    m_away = Away::ByWish;
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DeviceLinkDesk::copyCode()
{
    const auto *waiting = m_flow ? m_flow->as<DeviceLinkFlow::AwaitingUser>() : nullptr;
    if (waiting && !m_tools.clipboard.copyCode(waiting->code.userCode))
        show(); // where the code can be read
}

void DeviceLinkDesk::hideCode()
{
    if (m_dialog)
        m_dialog->hideCode();
}

void DeviceLinkDesk::cancel()
{
    if (m_flow)
        m_flow->cancel();
}

void DeviceLinkDesk::leave(const AccountId &account)
{
    if (m_flow && m_key.account == account)
        drop();
}

void DeviceLinkDesk::drop()
{
    if (!m_flow)
        return;
    m_flow->disconnect(this);
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->hide();
    }
    letGo(m_dialog);
    letGo(m_flow);
    m_subject.reset();
    emit changed();
}
