// SPDX-License-Identifier: MIT
#include "window/mainwindow.h"

#include "admintexts.h"
#include "base/clock.h"
#include "coder/webaddress.h"
#include "datetexts.h"
#include "dialogs/shortcutsdialog.h"
#include "links/linkbook.h"
#include "links/linkhealth.h"
#include "links/linkmodel.h"
#include "measures.h"
#include "texts.h"
#include "window/accountstrip.h"
#include "window/emptystate.h"
#include "window/linkrows.h"
#include "window/linkspage.h"
#include "window/shownlink.h"
#include "window/statusline.h"
#include "window/statustexts.h"
#include "window/windowmenus.h"

#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(LinkModel &links, LinkBook &book, Clock &clock, const Theme &theme,
                       const Icons &icons, QWidget *parent)
    : QMainWindow(parent), m_links(links), m_book(book), m_clock(clock), m_theme(theme),
      m_icons(icons), m_rows(new LinkRows(links, clock, this)),
      m_menus(new WindowMenus(*menuBar(), icons, this)), m_contextMenu(new QMenu(this))
{
    const Measures measures;
    setObjectName(u"mainWindow"_s);
    constexpr qreal share = 0.92; // leaves room for the frame of the window
    const QSize most = screen()->availableSize() * share;
    setMinimumSize(QSize(measures.lines(16), measures.lines(16)).boundedTo(most));
    makeCentre(links, book);
    connectParts();
    connectMenus();
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::refreshTimes);
    resize(QSize(measures.lines(55), measures.lines(36)).boundedTo(most));
    render();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre(LinkModel &links, LinkBook &book)
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_strips = new QVBoxLayout;
    m_strips->setSpacing(0);
    layout->addLayout(m_strips);
    m_pages = new QStackedWidget(centre);
    layout->addWidget(m_pages, 1);
    m_status = new StatusLine(m_clock, m_icons, centre);
    layout->addWidget(m_status);
    m_page = new LinksPage({.links = links, .book = book, .rows = *m_rows, .clock = m_clock},
                           m_theme, m_icons, m_pages);
    m_empty = new EmptyState(m_icons, m_pages);
    m_pages->addWidget(m_page);
    m_pages->addWidget(m_empty);
    setCentralWidget(centre);
}

void MainWindow::connectParts()
{
    connect(m_page, &LinksPage::actionWished, this, &MainWindow::perform);
    connect(m_page, &LinksPage::openWished, this, &MainWindow::openWished);
    connect(m_page, &LinksPage::linkSelected, this, &MainWindow::linkSelected);
    connect(m_page, &LinksPage::shownLinkChanged, this, &MainWindow::renderMenus);
    connect(m_page, &LinksPage::contextMenuWished, this, [this](const QPoint &where) {
        m_menus->fillContextMenu(*m_contextMenu);
        m_contextMenu->popup(where);
    });
    connect(m_empty, &EmptyState::wished, this, &MainWindow::performEmptyWish);
    connect(m_empty, &EmptyState::copyWished, this, &MainWindow::copyWished);
    connect(m_status, &StatusLine::checkAllWished, this, &MainWindow::checkAllWished);
    connect(&m_book, &LinkBook::linksChanged, this, &MainWindow::render);
    connect(&m_book, &LinkBook::linkChanged, this, &MainWindow::render);
}

void MainWindow::connectMenus()
{
    connect(m_menus, &WindowMenus::addAccountWished, this, &MainWindow::addAccountWished);
    connect(m_menus, &WindowMenus::accountsWished, this, &MainWindow::accountsWished);
    connect(m_menus, &WindowMenus::removeEverythingWished, this,
            &MainWindow::removeEverythingWished);
    connect(m_menus, &WindowMenus::signInWished, this, &MainWindow::signInWished);
    connect(m_menus, &WindowMenus::unlockWished, this, &MainWindow::unlockWished);
    connect(m_menus, &WindowMenus::closeWindowWished, this, &MainWindow::close);
    connect(m_menus, &WindowMenus::quitWished, this, &MainWindow::quitWished);
    connect(m_menus, &WindowMenus::linkActionWished, this,
            [this](LinkAction action) { perform(action, selectedLink()); });
    connect(m_menus, &WindowMenus::checkAllWished, this, &MainWindow::checkAllWished);
    connect(m_menus, &WindowMenus::filterWished, m_page, &LinksPage::focusFilter);
    connect(m_menus, &WindowMenus::expandWished, m_rows, &LinkRows::setAllExpanded);
    connect(m_menus, &WindowMenus::settingsWished, this, &MainWindow::settingsWished);
    connect(m_menus, &WindowMenus::shortcutsWished, this, &MainWindow::shortcutsWished);
    connect(m_menus, &WindowMenus::openDashboardWished, this, &MainWindow::openDashboardWished);
    connect(m_menus, &WindowMenus::webAddressWished, this, &MainWindow::webAddressWished);
    connect(m_menus, &WindowMenus::aboutWished, this, &MainWindow::aboutWished);
}

void MainWindow::setAccounts(const QList<AccountStatus> &accounts)
{
    m_accounts = accounts;
    m_page->setAccounts(accounts);
    renderAccounts();
}

void MainWindow::setNotice(const QString &text)
{
    m_status->setNotice(text);
}

void MainWindow::showLink(const LinkKey &key)
{
    m_page->showLink(key);
}

LinkKey MainWindow::selectedLink() const
{
    return m_page->selectedLink();
}

QList<Shortcut> MainWindow::shortcuts() const
{
    return m_menus->shortcuts();
}

void MainWindow::refreshTimes()
{
    m_rows->refreshTimes();
    m_page->render();
    render();
}

QByteArray MainWindow::splitterState() const
{
    return m_page->splitterState();
}

void MainWindow::restoreSplitter(const QByteArray &state)
{
    m_page->restoreSplitter(state);
}

void MainWindow::render()
{
    renderAccounts();
    renderTitle();
}

void MainWindow::renderAccounts()
{
    renderPage();
    renderStrips();
    renderStatus();
    renderMenus();
}

void MainWindow::renderPage()
{
    const auto empty = EmptyContent::of(m_accounts, m_links.rowCount() > 0);
    if (empty)
        m_empty->show(*empty);
    QWidget *page = empty ? static_cast<QWidget *>(m_empty) : m_page;
    if (m_pages->currentWidget() == page)
        return;
    m_pages->setCurrentWidget(page);
    if (empty)
        m_empty->focusFirst();
    else
        m_page->focusList();
}

void MainWindow::renderStrips()
{
    const bool showsList = m_pages->currentWidget() == m_page;
    const QList<StripPlan> plans
        = showsList ? StripPlan::of(m_accounts, {.now = m_clock.wall()}) : QList<StripPlan>();
    const qsizetype used = plans.size();
    while (m_accountStrips.size() < used) {
        auto *strip = new AccountStrip(m_theme, m_icons, this);
        connect(strip, &AccountStrip::remedyWished, this,
                [this](Remedy remedy, const QList<AccountId> &accounts) {
                    // One keyring for all: the others go on by themselves once it is open.
                    const bool once = remedy == Remedy::UnlockKeyring;
                    for (const AccountId &account : once ? accounts.first(1) : accounts)
                        performRemedy(remedy, account);
                });
        m_strips->addWidget(strip);
        m_accountStrips.append(strip);
    }
    for (qsizetype at = 0; at < used; ++at)
        m_accountStrips.at(at)->show(plans.at(at));
    while (m_accountStrips.size() > used) {
        AccountStrip *strip = m_accountStrips.takeLast();
        strip->hide();
        strip->deleteLater(); // it may be its own button that was pressed
    }
}

void MainWindow::renderStatus()
{
    m_status->setAge(StatusTexts::of(m_accounts, {.now = m_clock.wall()}));
    const bool asksAtAll
        = std::any_of(m_accounts.cbegin(), m_accounts.cend(), [](const AccountStatus &a) {
              return a.learntAt.isValid() || a.isSignedIn();
          });
    m_status->setCheckAll(asksAtAll, checkAllObstacle());
}

QString MainWindow::checkAllObstacle() const
{
    const bool someoneCanAsk = std::any_of(m_accounts.cbegin(), m_accounts.cend(),
                                           [](const AccountStatus &a) { return a.isSignedIn(); });
    return someoneCanAsk ? QString()
                         : LinkActions::obstacle(LinkAction::CheckNow, m_accounts.value(0));
}

void MainWindow::renderTitle()
{
    int count = 0; // the model's healths need not be worked out again
    for (int row = 0; row < m_links.rowCount(); ++row) {
        if (needsAttention(m_links.health(row)))
            ++count;
    }
    QString title = tr("Fairlead");
    if (count == 1)
        title = tr("Fairlead – 1 needs attention");
    else if (count > 1)
        title = tr("Fairlead – %n need attention", nullptr, count);
    if (windowTitle() != title)
        setWindowTitle(title);
}

void MainWindow::renderMenus()
{
    const auto shown = m_page->shownLink();
    const bool showsList = m_pages->currentWidget() == m_page;
    MenuState state{.accounts = m_accounts,
                    .showsList = showsList,
                    .showsDetails = showsList && m_page->showsDetails()};
    if (shown) {
        state.link = LinkActions::of(shown->link, shown->health);
        state.linkAccount = shown->account;
        if (shown->link.details)
            state.appHost = shown->link.details->appInstall.host();
    }
    m_menus->show(state);
}

void MainWindow::perform(LinkAction action, const LinkKey &key)
{
    const GitLink *link = m_book.find(key);
    if (!link)
        return;
    switch (action) {
    case LinkAction::Link:
    case LinkAction::Reconnect:
        emit linkWished(key);
        return;
    case LinkAction::OpenPage:
        emit openPageWished(key);
        return;
    case LinkAction::CheckNow:
        emit checkWished(key);
        return;
    case LinkAction::Unlink:
    case LinkAction::TryUnlink:
        emit unlinkWished(key);
        return;
    case LinkAction::InstallApp:
        if (link->details)
            emit openWished(link->details->appInstall, key);
        return;
    case LinkAction::CopyForAdmin:
        copyForAdmin(key);
        return;
    }
    Q_UNREACHABLE();
}

void MainWindow::copyForAdmin(const LinkKey &key)
{
    const GitLink *link = m_book.find(key);
    for (const AccountStatus &account : std::as_const(m_accounts)) {
        if (link && account.id == key.account)
            emit copyWished(AdminTexts::providerRemoved(*link, account.server.display()));
    }
}

void MainWindow::performRemedy(Remedy remedy, const AccountId &account)
{
    switch (remedy) {
    case Remedy::None:
        return;
    case Remedy::UnlockKeyring:
        emit unlockWished(account);
        return;
    case Remedy::CancelUnlock:
        emit cancelUnlockWished(account);
        return;
    case Remedy::SignInAgain:
        emit signInWished(account);
        return;
    case Remedy::TryAgain:
        emit retryWished(account);
        return;
    }
    Q_UNREACHABLE();
}

void MainWindow::performEmptyWish(EmptyWish wish, const AccountId &account)
{
    switch (wish) {
    case EmptyWish::AddAccount:
        emit addAccountWished();
        return;
    case EmptyWish::SignIn:
        emit signInWished(account);
        return;
    case EmptyWish::Unlock:
        emit unlockWished(account);
        return;
    case EmptyWish::CancelUnlock:
        emit cancelUnlockWished(account);
        return;
    case EmptyWish::TryAgain:
        emit retryWished(account);
        return;
    case EmptyWish::CheckAgain:
        emit checkAllWished();
        return;
    case EmptyWish::CopyText: // EmptyState hands over the text itself
        return;
    }
    Q_UNREACHABLE();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !isActiveWindow())
        return;
    emit activated();
    // A menu bar that was left for another window keeps the focus, and no key does anything there.
    if (focusWidget() == menuBar() && !menuBar()->activeAction())
        focusContent();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_closeAllowed);
    if (!m_closeAllowed)
        emit closeRequested();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_minute.stop();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_minute.start();
    refreshTimes();
    if (!focusWidget())
        focusContent();
}

void MainWindow::focusContent()
{
    if (m_pages->currentWidget() == m_empty)
        m_empty->focusFirst();
    else
        m_page->focusList();
}
