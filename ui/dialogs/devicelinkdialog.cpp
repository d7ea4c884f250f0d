// SPDX-License-Identifier: MIT
#include "dialogs/devicelinkdialog.h"

#include "base/clock.h"
#include "base/result.h"
#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "dialogs/absencewatch.h"
#include "dialogs/changedhostdialog.h"
#include "dialogs/codefield.h"
#include "dialogs/codepanel.h"
#include "dialogs/copybutton.h"
#include "dialogs/dialogheading.h"
#include "dialogs/endingpanel.h"
#include "dialogs/qrpanel.h"
#include "dialogs/waitingline.h"
#include "measures.h"
#include "pictures/icons.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qreal waitingWidth = 39;
constexpr qreal endingWidth = 31;
constexpr qreal oneColumnBelow = 33;

} // namespace

DeviceLinkDialog::DeviceLinkDialog(DeviceLinkFlow &flow, const LinkSubject &subject,
                                   AcceptedHost accepted, const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_flow(&flow), m_subject(subject), m_accepted(std::move(accepted)),
      m_tools(tools), m_heading(new DialogHeading(tools.icons, this)), m_waiting(new QWidget(this)),
      m_code(new CodePanel(tools, this)), m_qr(new QrPanel(tools, this)),
      m_line(new WaitingLine(tools.icons, tools.theme, subject, this)),
      m_ending(new EndingPanel(tools.icons, tools.theme, this)),
      m_tick(tools.clock.makeTimer([this] { tick(); }))
{
    setWindowTitle(tr("Link by device code"));
    setWindowFlag(Qt::WindowMinimizeButtonHint);
    m_heading->setMark(subject.mark);
    m_heading->setTitle(runsOf(tr("Link %1"), {subject.providerRun()}));
    //: for USER on SERVER
    m_heading->setSubtitle(
        runsOf(tr("for %1 on %2"), {subject.userRun(true), subject.serverRun(true)}));
    arrange();
    makeButtons();
    connectPanels();
    connect(m_flow, &DeviceLinkFlow::stateChanged, this, &DeviceLinkDialog::render);
    connect(m_flow, &QObject::destroyed, this, &DeviceLinkDialog::flowIsGone);
    // The code is hidden when the window has been left for long.
    connect(new AbsenceWatch(tools.clock, *this), &AbsenceWatch::leftForLong, this,
            &DeviceLinkDialog::hideCode);
    render();
}

DeviceLinkDialog::~DeviceLinkDialog() = default;

void DeviceLinkDialog::arrange()
{
    const Measures measures;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(measures.units(6));
    m_columns->addWidget(m_code, 1);
    m_columns->addWidget(m_qr);
    auto *waiting = new QVBoxLayout(m_waiting);
    waiting->setContentsMargins(0, 0, 0, 0);
    waiting->setSpacing(measures.units(4));
    waiting->addLayout(m_columns);
    waiting->addWidget(m_line);
    content().addWidget(m_heading);
    content().addWidget(m_waiting);
    content().addWidget(m_ending);
    content().addStretch();
}

void DeviceLinkDialog::makeButtons()
{
    const auto button
        = [this](const QString &text, QDialogButtonBox::ButtonRole role, const QString &name) {
              QPushButton *made = footer().addButton(text, role);
              made->setObjectName(name);
              return made;
          };
    m_background
        = button(tr("Continue in background"), QDialogButtonBox::ResetRole, u"background"_s);
    m_install = button(tr("Install app"), QDialogButtonBox::ResetRole, u"installApp"_s);
    m_install->setIcon(m_tools.icons.icon(u"external-link"_s));
    m_main = button(tr("Done"), QDialogButtonBox::ActionRole, u"main"_s);
    m_unlink = button(tr("Unlink…"), QDialogButtonBox::ActionRole, u"unlinkApproved"_s);
    m_unlink->setAccessibleName(tr("Unlink"));
    m_close = button(tr("Cancel"), QDialogButtonBox::RejectRole, u"close"_s);

    connect(m_background, &QPushButton::clicked, this, &DeviceLinkDialog::backgroundWished);
    connect(m_unlink, &QPushButton::clicked, this, &DeviceLinkDialog::unlinkWished);
    connect(m_close, &QPushButton::clicked, this, &DeviceLinkDialog::reject);
    connect(m_main, &QPushButton::clicked, this, [this] {
        const std::function<void()> wish = m_mainWish; // it may change the state, and this with it
        if (wish)
            wish();
    });
    connect(m_install, &QPushButton::clicked, this, [this] {
        if (const auto *linked = m_flow ? m_flow->as<DeviceLinkFlow::Linked>() : nullptr)
            emit installWished(linked->appInstall);
    });
}

void DeviceLinkDialog::connectPanels()
{
    connect(m_code, &CodePanel::copyWished, this,
            [this] { m_code->showOutcome(copyCode(m_codeShown), false); });
    connect(m_code, &CodePanel::copyAndOpenWished, this, &DeviceLinkDialog::copyAndOpen);
    connect(&m_code->field(), &CodeField::copyWished, this, &DeviceLinkDialog::copyCode);
    connect(&m_code->field(), &CodeField::maskedChanged, this, &DeviceLinkDialog::render);
    connect(m_qr, &QrPanel::openWished, this, &DeviceLinkDialog::openPage);
    connect(m_qr, &QrPanel::copyLinkWished, this, [this] {
        const auto *state = m_flow ? m_flow->as<DeviceLinkFlow::AwaitingUser>() : nullptr;
        if (!state)
            return;
        m_qr->showOutcome(m_tools.clipboard.copy(state->code.verification.encoded()));
    });
    connect(m_ending, &EndingPanel::unlinkWished, this, &DeviceLinkDialog::unlinkWished);
}

void DeviceLinkDialog::render()
{
    if (!m_flow)
        return;
    if (m_flow->isSettled() && !m_codeShown.isEmpty()) {
        m_tools.clipboard.forgetCode();
        m_codeShown.clear();
    }
    std::visit(Overloaded{
                   [](const DeviceLinkFlow::Idle &) {},
                   [this](const DeviceLinkFlow::Requesting &) {
                       renderEnding(DeviceLinkTexts::requesting(m_subject));
                       m_close->setText(tr("Cancel"));
                       offer({m_close}, nullptr);
                   },
                   [this](const DeviceLinkFlow::AwaitingUser &state) { renderWaiting(state); },
                   [this](const DeviceLinkFlow::Verifying &state) {
                       renderEnding(DeviceLinkTexts::verifying(state.after, m_subject));
                       offer({m_close}, nullptr);
                   },
                   [this](const DeviceLinkFlow::Linked &state) { renderLinked(state); },
                   [this](const DeviceLinkFlow::LinkedUnread &) {
                       renderEnding(DeviceLinkTexts::linkedUnread(m_subject));
                       m_main->setText(tr("Done"));
                       m_mainWish = [this] { accept(); };
                       offer({m_main}, m_main);
                   },
                   [this](const DeviceLinkFlow::Failed &state) { renderFailed(state); },
                   [this](const DeviceLinkFlow::Cancelled &) { QDialog::reject(); },
                   [this](const DeviceLinkFlow::CancelledButApproved &) { renderCancelled(); },
               },
               DeviceLinkFlow::State(m_flow->state())); // a copy: closing may end the flow
}

void DeviceLinkDialog::renderWaiting(const DeviceLinkFlow::AwaitingUser &state)
{
    const bool paused = state.wait == DeviceLinkFlow::Wait::SignedOut;
    const bool newCode = m_codeShown != state.code.userCode;
    m_codeShown = state.code.userCode;
    if (newCode)
        m_code->present(state.code, m_accepted.host);
    m_qr->present(state.code, m_code->field().isMasked());
    m_line->present(state, m_flow->remaining());
    const Page page = paused ? Page::Paused : Page::Waiting;
    if (m_page == page && !newCode)
        return;
    turnTo(page);
    m_close->setText(tr("Cancel"));
    if (paused && state.isSuspended()) {
        offer({m_close}, m_close);
    } else if (paused) {
        m_main->setText(tr("Sign in again…"));
        m_main->setAccessibleName(tr("Sign in again"));
        m_mainWish = [this] { emit signInWished(); };
        offer({m_main, m_close}, m_main);
    } else {
        offer({m_background, m_close}, &m_code->mainButton());
    }
    tick();
}

void DeviceLinkDialog::renderLinked(const DeviceLinkFlow::Linked &state)
{
    renderEnding(DeviceLinkTexts::linked(state, m_subject));
    if (state.user && !state.user->login.isEmpty()) {
        m_ending->addPerson(state.user->login);
        m_ending->addUnlinkWish();
    }
    if (state.appMissing)
        m_ending->addAppMissing(state.appInstall);
    m_main->setText(tr("Done"));
    m_mainWish = [this] { accept(); };
    const bool mayInstall = state.appMissing && state.appInstall.isUsable();
    offer(mayInstall ? QList{m_install, m_main} : QList{m_main}, m_main);
}

void DeviceLinkDialog::renderFailed(const DeviceLinkFlow::Failed &state)
{
    renderEnding(DeviceLinkTexts::failed(state, m_subject));
    const bool expired = state.why == DeviceLinkFlow::Failed::Why::Expired;
    if (expired)
        m_ending->addStruckOutCode(state.userCode);
    m_main->setText(expired ? tr("Get a new code") : tr("Try again"));
    m_mainWish = [this] {
        if (m_flow)
            m_flow->start();
    };
    offer({m_main, m_close}, m_main);
}

/// Told even where the window was closed: something may be linked against a person's wish.
void DeviceLinkDialog::renderCancelled()
{
    const auto *state = m_flow->as<DeviceLinkFlow::CancelledButApproved>();
    renderEnding(DeviceLinkTexts::approvedAfterCancel(*state, m_subject));
    m_main->setText(tr("Keep link"));
    m_mainWish = [this] { accept(); };
    QPushButton *stay = state->evidence == LinkEvidence::Unread ? m_close : m_main;
    offer({stay, m_unlink}, stay);
    if (!isVisible())
        show();
}

void DeviceLinkDialog::renderEnding(const DeviceLinkTexts::Ending &ending)
{
    m_main->setAccessibleName({});
    m_close->setText(tr("Close"));
    m_tick->stop();
    m_ending->present(ending);
    turnTo(Page::Ending);
}

void DeviceLinkDialog::turnTo(Page page)
{
    const bool ending = page == Page::Ending;
    const bool wasEnding = m_page == Page::Ending;
    const bool resized = m_page == Page::Nothing || ending != wasEnding;
    m_page = page;
    m_waiting->setVisible(!ending);
    m_ending->setVisible(ending);
    if (resized)
        setWidthInLines(ending ? endingWidth : waitingWidth);
}

void DeviceLinkDialog::flowIsGone()
{
    m_tick->stop();
    if (m_page != Page::Ending) {
        QDialog::reject();
        return;
    }
    // What was said stays true, but nothing can be asked for any more.
    m_mainWish = nullptr;
    m_close->setText(tr("Close"));
    offer({m_close}, m_close);
}

void DeviceLinkDialog::reject()
{
    const bool underWay
        = m_flow && !m_flow->isSettled() && !m_flow->as<DeviceLinkFlow::Verifying>();
    if (underWay)
        m_flow->cancel(); // Cancelled closes this window; a look at the link is worth waiting for
    else
        QDialog::reject();
}

void DeviceLinkDialog::hideCode()
{
    m_code->field().setMasked(true);
}

bool DeviceLinkDialog::copyCode(const QString &text)
{
    return !text.isEmpty() && m_tools.clipboard.copyCode(text);
}

void DeviceLinkDialog::copyAndOpen()
{
    m_code->showOutcome(copyCode(m_codeShown), true);
    openPage();
}

void DeviceLinkDialog::openPage()
{
    const auto *state = m_flow ? m_flow->as<DeviceLinkFlow::AwaitingUser>() : nullptr;
    if (!state)
        return;
    const WebAddress page = state->code.verification;
    if (m_accepted.host.isEmpty() || m_accepted.host == page.host()) {
        openKnownPage(page);
        return;
    }
    auto *question = new ChangedHostDialog(page.host(), m_accepted.host, m_tools, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, page] { openKnownPage(page); });
    question->open();
}

void DeviceLinkDialog::openKnownPage(const WebAddress &page)
{
    const bool news = m_accepted.host != page.host();
    m_accepted.host = page.host();
    if (!m_tools.browser.open(page))
        m_code->showNoBrowser(page);
    if (news && m_accepted.remember)
        m_accepted.remember(page.host());
}

void DeviceLinkDialog::tick()
{
    const auto *state = m_flow ? m_flow->as<DeviceLinkFlow::AwaitingUser>() : nullptr;
    if (!state || !isWatched()) {
        m_tick->stop();
        return;
    }
    const std::chrono::milliseconds left = m_flow->remaining();
    m_line->present(*state, left);
    const std::chrono::milliseconds part = left % 1s;
    if (left > 0ms)
        m_tick->start(part > 0ms ? part : 1s);
}

bool DeviceLinkDialog::isWatched() const
{
    return isVisible() && !isMinimized();
}

void DeviceLinkDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !m_codeShown.isEmpty()) {
        m_code->showOutcome(copyCode(m_codeShown), false);
        return;
    }
    PlainDialog::keyPressEvent(event);
}

void DeviceLinkDialog::changeEvent(QEvent *event)
{
    PlainDialog::changeEvent(event);
    if (event->type() != QEvent::ActivationChange && event->type() != QEvent::WindowStateChange)
        return;
    tick();
}

void DeviceLinkDialog::showEvent(QShowEvent *event)
{
    PlainDialog::showEvent(event);
    tick();
}

void DeviceLinkDialog::hideEvent(QHideEvent *event)
{
    PlainDialog::hideEvent(event);
    m_tick->stop();
}

void DeviceLinkDialog::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < Measures().lines(oneColumnBelow);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_qr->setAlone(narrow);
    PlainDialog::resizeEvent(event);
}
