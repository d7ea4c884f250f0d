// SPDX-License-Identifier: MIT
#include "dialogs/browserlinkdialog.h"

#include "base/clock.h"
#include "base/result.h"
#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "dialogs/authorisedapps.h"
#include "dialogs/browserchoice.h"
#include "dialogs/copybutton.h"
#include "dialogs/dialogheading.h"
#include "dialogs/endingpanel.h"
#include "measures.h"
#include "pictures/icons.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long nothing may change before the person is asked who is signed in there.
constexpr std::chrono::milliseconds hintAfter = 60s;

void put(StatusNote &note, const BrowserLinkTexts::Ending &words)
{
    note.setNote(words.shape, words.what, words.next);
}

} // namespace

BrowserLinkDialog::BrowserLinkDialog(BrowserLinkFlow &flow, const LinkSubject &subject,
                                     const BrowserPages &pages, const DialogTools &tools,
                                     QWidget *parent)
    : PlainDialog(parent), m_flow(&flow), m_subject(subject), m_pages(pages),
      m_page(pages.page(flow.works())), m_tools(tools),
      m_heading(new DialogHeading(tools.icons, this)), m_waiting(new QWidget(this)),
      m_purpose(new StatusNote(tools.icons, tools.theme, this)),
      m_noBrowser(new StatusNote(tools.icons, tools.theme, this)),
      m_state(new StatusNote(tools.icons, tools.theme, this)),
      m_hint(new StatusNote(tools.icons, tools.theme, this)),
      m_ending(new EndingPanel(tools.icons, tools.theme, this)),
      m_open(new QPushButton(tr("Open page"), this)),
      m_copy(new CopyButton(tr("Copy link"), tools.clock, this)),
      m_browsers(new BrowserChoice(tools.browser.installed(), this)),
      m_tick(tools.clock.makeTimer([this] { tick(); }))
{
    setWindowTitle(tr("Link in the browser"));
    setWindowFlag(Qt::WindowMinimizeButtonHint);
    m_heading->setMark(subject.mark);
    //: for USER on SERVER
    m_heading->setSubtitle(
        runsOf(tr("for %1 on %2"), {subject.userRun(true), subject.serverRun(true)}));
    arrange();
    makeButtons();
    renderPage();
    connect(m_flow, &BrowserLinkFlow::stateChanged, this, &BrowserLinkDialog::render);
    connect(m_flow, &QObject::destroyed, this, &BrowserLinkDialog::flowIsGone);
    setWidthInLines(31);
    render();
}

BrowserLinkDialog::~BrowserLinkDialog() = default;

void BrowserLinkDialog::arrange()
{
    m_purpose->setObjectName(u"purpose"_s);
    m_noBrowser->setObjectName(u"noBrowser"_s);
    m_state->setObjectName(u"waiting"_s);
    m_hint->setObjectName(u"hint"_s);
    m_open->setObjectName(u"openPage"_s);
    m_open->setIcon(m_tools.icons.icon(u"external-link"_s));
    m_copy->setObjectName(u"copyLink"_s);
    m_purpose->setButtons({m_open, m_copy});
    m_noBrowser->hide();
    m_hint->hide();

    auto *waiting = new QVBoxLayout(m_waiting);
    waiting->setContentsMargins(0, 0, 0, 0);
    waiting->setSpacing(Measures().units(4));
    waiting->addWidget(m_purpose);
    waiting->addWidget(m_browsers);
    for (StatusNote *note : {m_noBrowser, m_state, m_hint})
        waiting->addWidget(note);
    content().addWidget(m_heading);
    content().addWidget(m_ending);
    content().addWidget(m_waiting);
    content().addStretch();
}

void BrowserLinkDialog::makeButtons()
{
    m_background = footer().addButton(tr("Continue in background"), QDialogButtonBox::ResetRole);
    m_background->setObjectName(u"background"_s);
    m_apps = footer().addButton(QString(), QDialogButtonBox::ResetRole);
    m_apps->setObjectName(u"authorisedApps"_s);
    m_apps->setIcon(m_tools.icons.icon(u"external-link"_s));
    m_main = footer().addButton(tr("Check now"), QDialogButtonBox::ActionRole);
    m_main->setObjectName(u"main"_s);
    m_close = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"close"_s);

    connect(m_open, &QPushButton::clicked, this, &BrowserLinkDialog::openPage);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const bool isCopied = m_tools.clipboard.copy(m_page.address.encoded());
        m_copy->showOutcome(isCopied);
        if (isCopied && m_flow)
            m_flow->pageOpened(); // soon, wherever the person takes it
    });
    connect(m_background, &QPushButton::clicked, this, &BrowserLinkDialog::backgroundWished);
    connect(m_main, &QPushButton::clicked, this, [this] {
        const std::function<void()> wish = m_mainWish; // it may change the state, and this with it
        if (wish)
            wish();
    });
    connect(m_browsers, &BrowserChoice::chosen, this, &BrowserLinkDialog::browserChosen);
    connect(m_apps, &QPushButton::clicked, this, [this] { emit openWished(m_appsPage); });
    connect(m_close, &QPushButton::clicked, this, &BrowserLinkDialog::reject);
    connect(m_ending, &EndingPanel::unlinkWished, this, &BrowserLinkDialog::unlinkWished);
}

void BrowserLinkDialog::setBrowser(const std::optional<QString> &id)
{
    m_browsers->setBrowser(id);
}

void BrowserLinkDialog::render()
{
    if (!m_flow)
        return;
    const auto look = [this] {
        if (m_flow)
            m_flow->lookNow();
    };
    const BrowserPage page = m_pages.page(m_flow->works());
    if (page.linksAgain != m_page.linksAgain && !m_flow->as<BrowserLinkFlow::Linked>()) {
        m_page = page;
        renderPage();
    }
    std::visit(Overloaded{
                   [](const BrowserLinkFlow::Idle &) {},
                   [this](const BrowserLinkFlow::Preparing &state) { renderPreparing(state); },
                   [this](const BrowserLinkFlow::Ready &) { renderReady(); },
                   [this](const BrowserLinkFlow::Waiting &state) { renderWaiting(state); },
                   [this](const BrowserLinkFlow::Linked &state) { renderLinked(state); },
                   [this, look](const BrowserLinkFlow::SeemsRenewed &state) {
                       showEnding(BrowserLinkTexts::seemsRenewed(state, m_subject), Page::Shown);
                       setMain(tr("Go on looking"), look);
                       offer({m_main, m_close}, m_close);
                   },
                   [this, look](const BrowserLinkFlow::GaveUp &state) {
                       showEnding(BrowserLinkTexts::gaveUp(state, m_subject), Page::Shown);
                       setMain(tr("Check again"), look);
                       offer({m_main, m_close}, m_main);
                   },
                   [this](const BrowserLinkFlow::Failed &state) {
                       showEnding(BrowserLinkTexts::failed(state, m_subject, m_page.address.host()),
                                  Page::Shown);
                       setMain(tr("Try again"), [this] { m_flow->start(); });
                       offer({m_main, m_close}, m_main);
                   },
                   [this](const BrowserLinkFlow::Refused &state) { renderRefused(state); },
                   [this](const BrowserLinkFlow::Cancelled &) { QDialog::reject(); },
               },
               BrowserLinkFlow::State(m_flow->state())); // a copy: closing may end the flow
}

void BrowserLinkDialog::renderPage()
{
    m_heading->setTitle(
        runsOf(m_page.linksAgain ? tr("Link %1 again") : tr("Link %1"), {m_subject.providerRun()}));
    put(*m_purpose, BrowserLinkTexts::purpose(m_subject, m_page));
    put(*m_noBrowser, BrowserLinkTexts::noBrowser(m_page.address));
    put(*m_hint, BrowserLinkTexts::elsewhere(m_subject, m_page));
}

void BrowserLinkDialog::showPage(const QList<QWidget *> &buttons)
{
    m_purpose->setButtons(buttons);
    m_browsers->setWanted(true);
    m_waiting->show();
    m_ending->hide();
    m_close->setText(tr("Cancel"));
}

/// The link can be taken along already: whoever has it need not wait for Coder.
void BrowserLinkDialog::renderPreparing(const BrowserLinkFlow::Preparing &state)
{
    put(*m_state,
        BrowserLinkTexts::preparing(state, m_page.address.host(), m_browsers->isUndecided()));
    m_state->show();
    showPage({m_copy});
    m_browsers->setWanted(false);
    if (!state.isTaken) // else the focus stays where it was
        offer({m_close}, m_close);
}

/// The click that made this dialog asked for the page, but not to open it in the wrong browser.
void BrowserLinkDialog::renderReady()
{
    if (!m_browsers->isUndecided()) {
        openFirst();
        return;
    }
    m_state->hide();
    showPage({m_copy});
    setMain(tr("Open page"), [this] {
        emit browserChosen(m_browsers->browser()); // the default one too, where it was left at that
        openFirst();
    });
    m_main->setIcon(m_tools.icons.icon(u"external-link"_s));
    offer({m_main, m_close}, m_main);
}

void BrowserLinkDialog::renderWaiting(const BrowserLinkFlow::Waiting &state)
{
    const bool wasOffered = m_background->isVisibleTo(this);
    const QString before = m_main->text();
    put(*m_state, BrowserLinkTexts::waiting(state, m_subject, m_page));
    m_state->show();
    showPage({m_open, m_copy});
    if (state.isSuspended()) {
        setMain({}, nullptr);
    } else if (state.wait == BrowserLinkFlow::Wait::SignedOut) {
        setMain(tr("Sign in again…"), [this] { emit signInWished(); });
        m_main->setAccessibleName(tr("Sign in again"));
    } else {
        setMain(tr("Check now"), [this] {
            if (m_flow)
                m_flow->lookNow();
        });
    }
    if (state.isSuspended())
        offer({m_background, m_close}, m_close);
    else if (!wasOffered || before != m_main->text())
        offer({m_background, m_main, m_close}, m_main);
    tick();
}

void BrowserLinkDialog::renderLinked(const BrowserLinkFlow::Linked &state)
{
    showEnding(BrowserLinkTexts::linked(state, m_subject), Page::Hidden);
    if (state.user && !state.user->login.isEmpty()) {
        m_ending->addPerson(state.user->login);
        m_ending->addUnlinkWish();
    }
    setMain(tr("Done"), [this] { accept(); });
    m_appsPage = state.user ? authorisedAppsPage(m_subject.type, *state.user, m_subject.server)
                            : WebAddress();
    //: The page of a provider that lists the apps a person lets in; %1 is its host
    m_apps->setText(tr("Authorised apps on %1").arg(m_appsPage.host()));
    if (m_appsPage.isUsable())
        offer({m_apps, m_main}, m_main);
    else
        offer({m_main}, m_main);
}

void BrowserLinkDialog::renderRefused(const BrowserLinkFlow::Refused &state)
{
    const bool isGone = state.error.kind == ApiError::Kind::NotFound;
    showEnding(BrowserLinkTexts::refused(state, m_subject), isGone ? Page::Hidden : Page::Shown);
    offer({m_close}, m_close);
}

void BrowserLinkDialog::showEnding(const BrowserLinkTexts::Ending &ending, Page page)
{
    m_tick->stop();
    m_ending->present(ending);
    m_purpose->setButtons({m_copy});
    m_browsers->setWanted(false);
    for (StatusNote *note : {m_noBrowser, m_state, m_hint})
        note->hide();
    m_waiting->setVisible(page == Page::Shown);
    m_ending->show();
    m_close->setText(tr("Close"));
}

void BrowserLinkDialog::setMain(const QString &text, std::function<void()> wish)
{
    m_main->setText(text);
    m_main->setAccessibleName({});
    m_main->setIcon({});
    m_mainWish = std::move(wish);
}

void BrowserLinkDialog::openPage()
{
    m_noBrowser->setHidden(m_tools.browser.open(m_page.address, m_browsers->browser()));
    fitHeight();
}

void BrowserLinkDialog::openFirst()
{
    openPage();
    if (m_flow)
        m_flow->pageOpened();
}

/// The hint comes once, when nothing has changed for long.
void BrowserLinkDialog::tick()
{
    const auto *waiting = m_flow ? m_flow->as<BrowserLinkFlow::Waiting>() : nullptr;
    if (!waiting || !isVisible())
        return;
    const std::chrono::milliseconds left = hintAfter - m_flow->waited();
    const bool isDue = left <= 0ms && !waiting->error && !waiting->isBroken;
    if (isDue == m_hint->isHidden()) {
        m_hint->setVisible(isDue);
        fitHeight();
    }
    if (left > 0ms)
        m_tick->start(left);
}

void BrowserLinkDialog::flowIsGone()
{
    m_tick->stop();
    if (m_ending->isHidden()) {
        QDialog::reject();
        return;
    }
    // What was said stays true, but nothing can be asked for any more.
    m_mainWish = nullptr;
    m_close->setText(tr("Close"));
    offer({m_close}, m_close);
}

void BrowserLinkDialog::reject()
{
    if (m_flow && !m_flow->isSettled())
        m_flow->cancel(); // Cancelled closes this window
    else
        QDialog::reject();
}

/// Who comes back from the browser wants to know at once.
void BrowserLinkDialog::changeEvent(QEvent *event)
{
    PlainDialog::changeEvent(event);
    const bool isBack = event->type() == QEvent::ActivationChange && isActiveWindow();
    if (isBack && m_flow && m_flow->as<BrowserLinkFlow::Waiting>())
        m_flow->lookNow();
}

void BrowserLinkDialog::showEvent(QShowEvent *event)
{
    PlainDialog::showEvent(event);
    tick();
}

void BrowserLinkDialog::hideEvent(QHideEvent *event)
{
    PlainDialog::hideEvent(event);
    m_tick->stop();
}
