// SPDX-License-Identifier: MIT
#include "dialogs/accountsdialog.h"

#include "dialogs/accountrows.h"
#include "dialogs/entryfield.h"
#include "measures.h"
#include "texts.h"
#include "widgets/plainlabel.h"
#include "widgets/textrun.h"
#include "window/buttons.h"
#include "window/flowlayout.h"
#include "window/linkdelegate.h"
#include "window/rowlist.h"

#include <QDialogButtonBox>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// There are no headers here, and the words about an account are longer than those about a link.
constexpr LinkDelegate::Arrangement arrangement{
    .indent = 3.5, .threeLinesBelow = 22, .timeStaysWithWord = true};

bool isSignedOut(const AccountStatus &account)
{
    if (std::holds_alternative<Session::SignedOut>(account.session))
        return true;
    const auto trouble = account.trouble();
    return trouble && Texts::remedyFor(*trouble) == Remedy::SignInAgain;
}

} // namespace

AccountsDialog::AccountsDialog(const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_tools(tools), m_rows(new AccountRows(tools.clock, this)),
      m_list(new RowList(*m_rows, this)),
      m_none(new PlainLabel(tr("No account yet."), PlainLabel::Kind::Secondary, this)),
      m_sides(new QBoxLayout(QBoxLayout::LeftToRight)), m_column(new QVBoxLayout),
      m_lines(new FlowLayout(nullptr)), m_name(new EntryField(this)),
      m_nameLabel(new PlainLabel(tr("Name"), PlainLabel::Kind::Body, this))
{
    setWindowTitle(tr("Accounts"));
    setWindowFlag(Qt::WindowMinimizeButtonHint);
    const Measures measures;
    auto *heading = new PlainLabel(tr("Accounts"), PlainLabel::Kind::Title, this);
    heading->setObjectName(u"heading"_s);
    m_column->setSpacing(measures.units(2));
    m_lines->setSpacings(measures.units(2), measures.units(2));
    auto *listSide = new QVBoxLayout;
    listSide->setSpacing(measures.units(2));
    listSide->addWidget(m_list, 1);
    listSide->addWidget(m_none, 1, Qt::AlignTop);
    auto *name = new QHBoxLayout;
    name->setSpacing(measures.units(2));
    name->addWidget(m_nameLabel);
    name->addWidget(m_name, 1);
    listSide->addLayout(name);
    m_sides->setSpacing(measures.units(3));
    m_sides->addLayout(listSide, 1);
    m_sides->addLayout(m_column);
    m_sides->addLayout(m_lines);
    content().addWidget(heading);
    content().addLayout(m_sides, 1);
    makeList();
    makeNameField();
    makeButtons();
    setWidthInLines(38);
    render();
    fitHeight();
}

/// A field that goes with the focus says that editing has finished, when there is nobody to hear.
AccountsDialog::~AccountsDialog()
{
    m_name->disconnect(this);
}

void AccountsDialog::makeList()
{
    m_list->setObjectName(u"accounts"_s);
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setItemDelegate(new LinkDelegate(m_tools.theme, m_tools.icons, arrangement, m_list));
    const Measures measures;
    m_list->setMinimumHeight(4 * measures.rowHeight());
    m_list->setMinimumWidth(measures.lines(14));
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AccountsDialog::render);
}

void AccountsDialog::makeNameField()
{
    m_name->setObjectName(u"accountName"_s);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setMaxLength(longestName);
    m_nameLabel->setSingleLine();
    connect(m_name, &QLineEdit::editingFinished, this, &AccountsDialog::rename);
}

QPushButton *AccountsDialog::addButton(const QString &label, const char *name)
{
    QPushButton *button = Buttons::make(label, QString::fromLatin1(name), this);
    button->setAutoDefault(false);
    m_column->insertWidget(m_column->count() - 1, button);
    m_buttons.append(button);
    return button;
}

void AccountsDialog::makeButtons()
{
    m_column->addStretch();
    connect(addButton(tr("Add account…"), "addAccount"), &QPushButton::clicked, this,
            &AccountsDialog::addWished);
    m_sign = addButton(tr("Sign out…"), "signOut");
    connect(m_sign, &QPushButton::clicked, this, [this] {
        const AccountStatus *account = current();
        if (account && isSignedOut(*account))
            emit signInWished(account->id);
        else if (account)
            emit signOutWished(account->id);
    });
    m_remove = addButton(tr("Remove…"), "removeAccount");
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeWished(selected()); });
    m_up = addButton(tr("Move up"), "moveUp");
    m_down = addButton(tr("Move down"), "moveDown");
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    // As shortcuts, for the list takes these keys for steps of its own.
    const auto addKey = [this](Qt::Key key, int by) {
        connect(new QShortcut(QKeySequence(Qt::ALT | key), this), &QShortcut::activated, this,
                [this, by] { move(by); });
    };
    addKey(Qt::Key_Up, -1);
    addKey(Qt::Key_Down, 1);

    QPushButton *close = footer().addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    connect(&footer(), &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AccountsDialog::showEvent(QShowEvent *event)
{
    PlainDialog::showEvent(event);
    if (m_rows->rowCount() > 0)
        m_list->setFocus();
}

void AccountsDialog::resizeEvent(QResizeEvent *event)
{
    arrangeButtons();
    PlainDialog::resizeEvent(event);
}

/// Beside the list where both have their room, else below it.
void AccountsDialog::arrangeButtons()
{
    int widest = 0;
    for (const QPushButton *button : std::as_const(m_buttons))
        widest = qMax(widest, button->sizeHint().width());
    const int needed = m_list->minimumWidth() + m_sides->spacing() + widest;
    const bool beside = width() - 2 * Measures().pageMargin() >= needed;
    const bool areBeside = m_lines->count() == 0;
    if (beside == areBeside)
        return;
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (QPushButton *button : std::as_const(m_buttons)) {
        if (beside)
            m_column->insertWidget(m_column->count() - 1, button);
        else
            m_lines->addWidget(button);
    }
}

void AccountsDialog::setAccounts(const QList<AccountStatus> &accounts)
{
    const int before = m_list->currentIndex().row();
    m_rows->setAccounts(accounts);
    if (selected().isEmpty() && m_rows->rowCount() > 0)
        select(m_rows->account(qBound(0, before, m_rows->rowCount() - 1)).id);
    render();
}

void AccountsDialog::select(const AccountId &account)
{
    const int row = m_rows->rowOf(account);
    if (row >= 0)
        m_list->selectionModel()->setCurrentIndex(m_rows->index(row),
                                                  QItemSelectionModel::ClearAndSelect);
}

const AccountStatus *AccountsDialog::current() const
{
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    return selected.isEmpty() ? nullptr : &m_rows->account(selected.constFirst().row());
}

AccountId AccountsDialog::selected() const
{
    const AccountStatus *account = current();
    return account ? account->id : AccountId();
}

void AccountsDialog::render()
{
    const AccountStatus *account = current();
    const int row = account ? m_rows->rowOf(account->id) : -1;
    const QString none = account ? QString() : tr("Select an account first.");
    m_none->setVisible(m_rows->rowCount() == 0);
    m_list->setVisible(m_rows->rowCount() > 0);
    const bool signsIn = account && isSignedOut(*account);
    m_sign->setText(signsIn ? tr("Sign in again…") : tr("Sign out…"));
    m_sign->setAccessibleName(Buttons::spokenLabel(m_sign->text()));
    Buttons::restBecause(*m_sign, none);
    Buttons::restBecause(*m_remove, none);
    const auto restMover = [&](QPushButton &button, bool isThere, const QString &why) {
        const bool hadFocus = button.hasFocus();
        Buttons::restBecause(button, account && isThere ? why : none);
        if (hadFocus && !button.isEnabled())
            m_list->setFocus(); // a button that rests would hand its focus to whatever is next
    };
    restMover(*m_up, row == 0, tr("This account is the first already."));
    restMover(*m_down, row == m_rows->rowCount() - 1, tr("This account is the last already."));
    arrangeButtons(); // one of them may have become longer
    renderName();
}

/// What the person is writing is not written over by news of the account.
void AccountsDialog::renderName()
{
    const AccountStatus *account = current();
    m_name->setEnabled(account);
    m_name->setToolTip(account ? QString() : tr("Select an account first."));
    m_name->setPlaceholderText(account ? plainTextOf({{.text = account->identity()}}) : QString());
    const AccountId shown = account ? account->id : AccountId();
    if (shown == m_named && m_name->isModified())
        return;
    m_named = shown;
    m_name->setText(account ? account->label.plain() : QString());
}

void AccountsDialog::rename()
{
    if (!m_name->isModified() || m_named.isEmpty())
        return;
    m_name->setModified(false);
    emit renameWished(m_named, m_name->text());
}

void AccountsDialog::move(int by)
{
    if (const AccountStatus *account = current())
        emit moveWished(account->id,
                        qBound(0, m_rows->rowOf(account->id) + by, m_rows->rowCount() - 1));
}

void AccountsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 && current())
        m_name->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_Delete && current())
        emit removeWished(selected());
    else
        PlainDialog::keyPressEvent(event);
}
