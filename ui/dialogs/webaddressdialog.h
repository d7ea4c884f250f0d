// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "session/account.h"
#include "texts.h"

class EntryField;
class StatusNote;

/// Where the pages of one account's deployment open, if not where the deployment says. It reports
/// what the person wants; nothing is asked of anybody. Not modal: open() it.
class WebAddressDialog : public PlainDialog
{
    Q_OBJECT

public:
    WebAddressDialog(Account account, const DialogTools &tools, QWidget *parent = nullptr);

signals:
    /// Absent: where the deployment says.
    void chosen(const WebAddress &address);

private:
    void makeButtons();
    void save();
    void useOwn();
    void refuse(const Sentence &why);

    const Account m_account;
    EntryField *m_field;
    StatusNote *m_note;
};
