// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "window/accountstatus.h"

class AccountRows;
class EntryField;
class FlowLayout;
class PlainLabel;
class QBoxLayout;
class RowList;

/// The accounts, in the order in which the window shows them: what they are called, and the ways to
/// add, order, sign out of and remove them. It shows what it is given and reports what the person
/// wishes. Not modal: show() it.
class AccountsDialog : public PlainDialog
{
    Q_OBJECT

public:
    AccountsDialog(const DialogTools &tools, QWidget *parent = nullptr);
    ~AccountsDialog() override;

    void setAccounts(const QList<AccountStatus> &accounts);
    void select(const AccountId &account);
    [[nodiscard]] AccountId selected() const;

    /// Longer names than a person needs would push out everything beside them.
    static constexpr int longestName = 60;

signals:
    void addWished();
    void renameWished(const AccountId &account, const QString &name);
    void moveWished(const AccountId &account, int to);
    void signInWished(const AccountId &account);
    void signOutWished(const AccountId &account);
    void removeWished(const AccountId &account);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeList();
    void makeButtons();
    void makeNameField();
    QPushButton *addButton(const QString &label, const char *name);
    void arrangeButtons();
    void render();
    void renderName();
    void rename();
    void move(int by);
    [[nodiscard]] const AccountStatus *current() const;

    const DialogTools m_tools;
    AccountRows *m_rows;
    RowList *m_list;
    PlainLabel *m_none;
    QBoxLayout *m_sides;
    QVBoxLayout *m_column; ///< of buttons beside the list
    FlowLayout *m_lines;   ///< of the same below it, where there is no room beside it
    QList<QPushButton *> m_buttons;
    EntryField *m_name;
    PlainLabel *m_nameLabel;
    QPushButton *m_sign = nullptr; ///< out, or in again
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    AccountId m_named; ///< whose name is in the field
};
