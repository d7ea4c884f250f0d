// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"

class CopyButton;
class DialogHeading;
class FactLines;
class PlainLabel;
class QCheckBox;
class RemovingAll;
struct Receipt;

/// Lists what Fairlead keeps on this machine, lets all of it be removed, and shows the receipt.
/// Cancel is the easy answer. Not modal by itself: show() it.
class RemoveAllDialog : public PlainDialog
{
    Q_OBJECT

public:
    RemoveAllDialog(RemovingAll &removing, const DialogTools &tools, QWidget *parent = nullptr);

signals:
    /// The person wants it done; what is under way has to end first.
    void confirmed(bool endsSessions);

private:
    void makeButtons();
    void render();
    void renderPlan();
    void renderReceipt(const Receipt &receipt);

    RemovingAll &m_removing;
    const DialogTools m_tools;
    PlainLabel *m_title;
    FactLines *m_lines;
    QCheckBox *m_sessions;
    PlainLabel *m_sessionsNote;
    CopyButton *m_copy = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_close = nullptr; ///< Cancel, then Quit Fairlead
    QString m_report;
};
