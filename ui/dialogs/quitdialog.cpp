// SPDX-License-Identifier: MIT
#include "dialogs/quitdialog.h"

#include "dialogs/statusnote.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QuitDialog::QuitDialog(const LinkSubject &subject, Loss loss, const DialogTools &tools,
                       QWidget *parent)
    : PlainDialog(parent), m_subject(subject),
      m_note(new StatusNote(tools.icons, tools.theme, this))
{
    setWindowTitle(tr("Quit Fairlead"));
    content().addWidget(m_note);
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
    present(loss);
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

void QuitDialog::present(Loss loss)
{
    if (m_loss == loss)
        return;
    m_loss = loss;
    render();
    fitHeight();
}

void QuitDialog::render()
{
    const auto put = [this](StatusNote::Shape shape, const QString &what, const QString &next) {
        m_note->setNote(shape, runsOf(what, {m_subject.providerRun()}), runsOf(next));
    };
    using Shape = StatusNote::Shape;
    //: In all these sentences %1 is the name of a Git provider, such as GitHub
    switch (*m_loss) {
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
        put(Shape::Wait, tr("Coder accepted the approval for %1. Fairlead still reads the link."),
            tr("If you quit now, you see it when you start Fairlead again."));
        return;
    case Loss::NewsOfSecondLook:
        put(Shape::Wait, tr("Fairlead still looks whether %1 was linked all the same."),
            tr("If you quit now, you see it when you start Fairlead again."));
        return;
    case Loss::NewsOfTheBrowser:
        put(Shape::Wait, tr("A link to %1 is still being made in the browser."),
            tr("If you quit now, nothing tells you when it is done. What you approve there counts "
               "all the same."));
        return;
    }
    Q_UNREACHABLE();
}
