// SPDX-License-Identifier: MIT
#include "dialogs/shortcutsdialog.h"

#include "measures.h"
#include "widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

ShortcutsDialog::ShortcutsDialog(const QList<Shortcut> &window, QWidget *parent)
    : PlainDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    content().addWidget(new PlainLabel(tr("Keyboard shortcuts"), PlainLabel::Kind::Title, this));
    addGroup(tr("Main window"), window);
    addGroup(tr("Link by device code"),
             {{tr("Copy the code"), QKeySequence(QKeySequence::Copy)},
              {tr("Copy the code and open the page"), QKeySequence(Qt::Key_Return)},
              {tr("Cancel"), QKeySequence(Qt::Key_Escape)}});
    addGroup(tr("Accounts"),
             {{tr("Rename the account"), QKeySequence(Qt::Key_F2)},
              {tr("Move the account up"), QKeySequence(Qt::ALT | Qt::Key_Up)},
              {tr("Move the account down"), QKeySequence(Qt::ALT | Qt::Key_Down)},
              {tr("Remove the account"), QKeySequence(Qt::Key_Delete)}});
    content().addStretch();
    QPushButton *close = footer().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
    setWidthInLines(26);
    fitHeight();
    close->setFocus();
}

void ShortcutsDialog::addGroup(const QString &name, const QList<Shortcut> &shortcuts)
{
    const Measures measures;
    content().addWidget(new PlainLabel(name, PlainLabel::Kind::SectionHead, this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(measures.units(4));
    grid->setVerticalSpacing(measures.units(1));
    int row = 0;
    for (const Shortcut &shortcut : shortcuts) {
        const QString keys = shortcut.keys.toString(QKeySequence::NativeText);
        grid->addWidget(new PlainLabel(shortcut.does, PlainLabel::Kind::Body, this), row, 0);
        grid->addWidget(new PlainLabel(keys, PlainLabel::Kind::Secondary, this), row, 1);
        ++row;
    }
    grid->setColumnStretch(0, 1);
    content().addLayout(grid);
}
