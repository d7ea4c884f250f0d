// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "links/removingall.h"

class CopyButton;
class DialogHeading;
class FactLines;
class PlainLabel;
class QCheckBox;
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
    void confirmed(RemovingAll::Sessions sessions, RemovingAll::Keyring keyring);

private:
    void makeButtons();
    void render();
    void confirm(RemovingAll::Keyring keyring);
    void renderPlan();
    void renderNotUnlocked(StoreState keyring);
    void renderReceipt(const Receipt &receipt);

    RemovingAll &m_removing;
    const DialogTools m_tools;
    PlainLabel *m_title;
    FactLines *m_lines;
    QCheckBox *m_sessions;
    PlainLabel *m_sessionsNote;
    CopyButton *m_copy = nullptr;
    QPushButton *m_go = nullptr;    ///< Remove everything, then Remove all the same
    QPushButton *m_again = nullptr; ///< asks for the keyring
    QPushButton *m_close = nullptr; ///< Cancel, then Quit Fairlead
    QString m_report;
};
