// SPDX-License-Identifier: MIT
#include "dialogs/quitdialog.h"

#include "dialogs/statusnote.h"
#include "texts.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QuitDialog::QuitDialog(const QList<Stake> &stakes, const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_device(new StatusNote(tools.icons, tools.theme, this)),
      m_browser(new StatusNote(tools.icons, tools.theme, this)),
      m_unlinking(new StatusNote(tools.icons, tools.theme, this)),
      m_leaving(new StatusNote(tools.icons, tools.theme, this))
{
    setWindowTitle(tr("Quit Fairlead"));
    for (StatusNote *note : {m_device, m_browser, m_unlinking, m_leaving})
        content().addWidget(note);
    content().addStretch();

    QPushButton *quit = footer().addButton(tr("Quit"), QDialogButtonBox::AcceptRole);
    quit->setObjectName(u"quitAllTheSame"_s);
    quit->setAutoDefault(false);
    QPushButton *stay = footer().addButton(tr("Stay"), QDialogButtonBox::RejectRole);
    stay->setObjectName(u"stay"_s);
    stay->setDefault(true);
    connect(&footer(), &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
    setWidthInLines(26);
    present(stakes);
    stay->setFocus();
}

QuitDialog::Loss QuitDialog::lossIn(const DeviceLinkFlow::State &state)
{
    if (const auto *verifying = std::get_if<DeviceLinkFlow::Verifying>(&state))
        return verifying->after == DeviceLinkFlow::Verifying::After::Approval
            ? Loss::NewsOfApproval
            : Loss::NewsOfSecondLook;
    const auto *waiting = std::get_if<DeviceLinkFlow::AwaitingUser>(&state);
    if (!waiting)
        return Loss::Request;
    return waiting->outcomeUnknown || waiting->exchanging ? Loss::CodeAfterSilence : Loss::Code;
}

void QuitDialog::present(const QList<Stake> &stakes)
{
    if (m_stakes == stakes)
        return;
    m_stakes = stakes;
    for (StatusNote *note : {m_device, m_unlinking, m_leaving})
        note->hide();
    QStringList inBrowser;
    for (const Stake &stake : stakes) {
        if (stake.loss == Loss::NewsOfTheBrowser)
            inBrowser.append(Texts::isolated(shownTextOf(providerOf(stake))));
        else
            presentOne(stake);
    }
    presentBrowser(inBrowser);
    fitHeight();
}

TextRuns QuitDialog::providerOf(const Stake &stake)
{
    TextRuns provider{{.text = stake.provider.plain()}};
    if (stake.account.isEmpty())
        return provider;
    //: %1 is the name of a Git provider, %2 an account such as "ada on coder.example.com"
    return runsOf(tr("%1 (%2)"), {provider, {{.text = shownTextOf(stake.account)}}});
}

void QuitDialog::presentOne(const Stake &stake)
{
    switch (stake.loss) {
    case Loss::UnlinkReceipt:
        m_unlinking->setNote(
            StatusNote::Shape::Paused,
            //: %1 is the name of a Git provider, such as GitHub
            runsOf(tr("%1 is still being unlinked."), {providerOf(stake)}),
            runsOf(tr("If you quit now, nothing tells you whether the access was revoked.")));
        m_unlinking->show();
        return;
    case Loss::RestOfSignOut:
    case Loss::RestOfRemoval:
        presentLeaving(stake);
        return;
    case Loss::Request:
    case Loss::Code:
    case Loss::CodeAfterSilence:
    case Loss::NewsOfApproval:
    case Loss::NewsOfSecondLook:
    case Loss::NewsOfTheBrowser:
        presentDevice(stake);
        return;
    }
    Q_UNREACHABLE();
}

void QuitDialog::presentLeaving(const Stake &stake)
{
    if (stake.loss == Loss::RestOfRemoval)
        m_leaving->setNote(StatusNote::Shape::Warning,
                           runsOf(tr("What Fairlead has stored is still being removed.")),
                           runsOf(tr("If you quit now, some of it may stay.")));
    else
        m_leaving->setNote(
            StatusNote::Shape::Warning,
            //: %1 is an account such as "ada on coder.example.com"
            runsOf(tr("%1 is still being signed out."), {stake.account}),
            runsOf(tr("If you quit now, its token may stay stored and its session may go on.")));
    m_leaving->show();
}

void QuitDialog::presentDevice(const Stake &stake)
{
    m_device->show();
    const auto put = [&](StatusNote::Shape shape, const QString &what, const QString &next) {
        m_device->setNote(shape, runsOf(what, {providerOf(stake)}), runsOf(next));
    };
    using Shape = StatusNote::Shape;
    //: In all these sentences %1 is the name of a Git provider, such as GitHub
    switch (stake.loss) {
    case Loss::Request:
        put(Shape::Warning, tr("A code for %1 is being asked for."),
            tr("If you quit now, nothing is linked."));
        return;
    case Loss::Code:
        put(Shape::Warning, tr("A code for %1 still waits to be approved."),
            tr("If you quit now, the code is lost and nothing is linked."));
        return;
    case Loss::CodeAfterSilence:
        put(Shape::Warning, tr("A code for %1 still waits to be approved."),
            tr("If you quit now, the code is lost. If you approved it already, you see the link "
               "when you start Fairlead again."));
        return;
    case Loss::NewsOfApproval:
        put(Shape::Paused, tr("Coder accepted the approval for %1. Fairlead still reads the link."),
            tr("If you quit now, you see it when you start Fairlead again."));
        return;
    case Loss::NewsOfSecondLook:
        put(Shape::Paused, tr("Fairlead still looks whether %1 was linked all the same."),
            tr("If you quit now, you see it when you start Fairlead again."));
        return;
    case Loss::NewsOfTheBrowser:
    case Loss::UnlinkReceipt:
    case Loss::RestOfSignOut:
    case Loss::RestOfRemoval:
        break;
    }
    Q_UNREACHABLE();
}

/// However many there are, the same is true of them all.
void QuitDialog::presentBrowser(const QStringList &providers)
{
    m_browser->setVisible(!providers.isEmpty());
    const TextRuns names{{.text = QLocale().createSeparatedList(providers)}};
    if (providers.size() > 1)
        m_browser->setNote(
            StatusNote::Shape::Paused,
            //: %1 is several names of Git providers: "GitHub, Gitea, and Forgejo"
            runsOf(tr("Links to %1 are still being made in the browser."), {names}),
            runsOf(tr("If you quit now, nothing tells you when they are done. What you approve "
                      "there counts all the same.")));
    else
        m_browser->setNote(
            StatusNote::Shape::Paused,
            runsOf(tr("A link to %1 is still being made in the browser."), {names}),
            runsOf(tr("If you quit now, nothing tells you when it is done. What you approve there "
                      "counts all the same.")));
}
