// SPDX-License-Identifier: MIT
#include "unlinkdesk.h"

#include "dialogs/unlinkdialog.h"
#include "letgo.h"
#include "links/accountservices.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "links/unlinking.h"
#include "session/session.h"

UnlinkDesk::UnlinkDesk(AccountServices &services, LinkBook &links, const DialogTools &tools,
                       QObject *parent)
    : QObject(parent), m_services(services), m_links(links), m_tools(tools)
{
    // An account that leaves takes along what is asked or done about its links.
    connect(&services, &AccountServices::changed, this, [this] {
        if (m_unlinking && !m_services.find(m_key.account))
            drop();
    });
}

UnlinkDesk::~UnlinkDesk() = default;

bool UnlinkDesk::isUnderWay() const
{
    return m_unlinking
        && (m_unlinking->as<Unlinking::Deleting>() || m_unlinking->as<Unlinking::LookingAgain>());
}

UntrustedText UnlinkDesk::provider() const
{
    return m_unlinking ? m_unlinking->link().name() : UntrustedText();
}

void UnlinkDesk::begin(const LinkKey &key, QWidget *window)
{
    if (isUnderWay() || (m_dialog && m_key == key)) {
        show();
        return;
    }
    LinkService *service = m_services.find(key.account);
    const GitLink *link = m_links.find(key);
    if (!service || !link)
        return;
    drop();
    m_key = key;
    const LinkSubject subject = LinkSubject::of(*link, service->session().account());
    m_unlinking = service->unlinking(key.provider);
    m_dialog = std::make_unique<UnlinkDialog>(*m_unlinking, subject, m_tools, window);
    connect(m_unlinking.get(), &Unlinking::stateChanged, this, &UnlinkDesk::stateChanged);
    connect(m_unlinking.get(), &Unlinking::stateChanged, this, &UnlinkDesk::changed);
    connect(m_dialog.get(), &QDialog::finished, this, [this] {
        if (!isUnderWay())
            drop();
    });
    show();
}

void UnlinkDesk::leave(const AccountId &account)
{
    if (m_unlinking && m_key.account == account && !isUnderWay())
        drop();
}

void UnlinkDesk::stateChanged()
{
    if (isUnderWay())
        return;
    if (!m_dialog->isVisible())
        show();
    if (!m_unlinking->as<Unlinking::Removed>())
        return;
    // The next question does not take the receipt away: it may hold the only word on a token that
    // still works.
    m_dialog->disconnect(this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    (void)m_dialog.release(); // its window's from now on
}

void UnlinkDesk::show()
{
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void UnlinkDesk::drop()
{
    if (m_unlinking)
        m_unlinking->disconnect(this);
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->hide();
    }
    letGo(m_dialog);
    letGo(m_unlinking);
    emit changed();
}
