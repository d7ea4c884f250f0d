// SPDX-License-Identifier: MIT
#include "dialogs/changedhostdialog.h"

#include "dialogs/statusnote.h"
#include "pictures/icons.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ChangedHostDialog::ChangedHostDialog(const QString &host, const QString &before,
                                     const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent)
{
    setWindowTitle(tr("Open page"));
    auto *note = new StatusNote(tools.icons, tools.theme, this);
    note->setNote(
        StatusNote::Shape::Warning,
        runsOf(tr("The page is on %1; until now this was %2."),
               {{{.text = host, .strong = true}}, {{.text = before, .strong = true}}}),
        runsOf(tr("Open it only if you know why it changed. Your administrator can tell.")));
    content().addWidget(note);
    content().addStretch();

    QPushButton *open = footer().addButton(tr("Open page"), QDialogButtonBox::AcceptRole);
    open->setObjectName(u"openAllTheSame"_s);
    open->setIcon(tools.icons.icon(u"external-link"_s));
    open->setAutoDefault(false);
    QPushButton *cancel = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"keepClosed"_s);
    cancel->setDefault(true);
    connect(&footer(), &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
    setWidthInLines(26);
    fitHeight();
    cancel->setFocus();
}
