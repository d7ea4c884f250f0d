// SPDX-License-Identifier: MIT
#include "dialogs/webaddressdialog.h"

#include "dialogs/entryfield.h"
#include "dialogs/statusnote.h"
#include "widgets/emphasislabel.h"
#include "widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// Where pages open without a choice of the person's.
QString ownHost(Account account)
{
    account.webAddress = {};
    return account.page("/").host();
}

} // namespace

WebAddressDialog::WebAddressDialog(Account account, const DialogTools &tools, QWidget *parent)
    : PlainDialog(parent), m_account(std::move(account)), m_field(new EntryField(this)),
      m_note(new StatusNote(tools.icons, tools.theme, this))
{
    setWindowTitle(tr("Web address"));
    auto *heading = new PlainLabel(tr("Web address"), PlainLabel::Kind::Title, this);
    heading->setObjectName(u"heading"_s);
    auto *words = new EmphasisLabel(this);
    words->setObjectName(u"purpose"_s);
    //: %1 is the host of a deployment, %2 the host of its web pages
    words->setRuns(runsOf(
        tr("The pages of %1 open on %2. Where your browser reaches them by another "
           "address, enter it here; Fairlead itself goes on asking %1."),
        {{{.text = m_account.server.display()}}, {{.text = ownHost(m_account), .strong = true}}}));
    m_field->setObjectName(u"webAddress"_s);
    m_field->setAccessibleName(tr("Web address"));
    m_field->setPlaceholderText(ownHost(m_account));
    m_field->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase);
    m_field->setMaxLength(2048);
    m_field->setText(m_account.webAddress.encoded());
    m_note->setObjectName(u"webAddressNote"_s);
    m_note->hide();
    content().addWidget(heading);
    content().addWidget(words);
    content().addWidget(m_field);
    content().addWidget(m_note);
    content().addStretch();
    makeButtons();
    connect(m_field, &QLineEdit::returnPressed, this, &WebAddressDialog::save);
    connect(m_field, &QLineEdit::textEdited, m_note, &QWidget::hide);
    setWidthInLines(27);
    fitHeight();
    m_field->setFocus();
}

void WebAddressDialog::makeButtons()
{
    QPushButton *save = footer().addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(u"saveWebAddress"_s);
    save->setDefault(true);
    if (m_account.webAddress.isUsable()) {
        QPushButton *own
            = footer().addButton(tr("Use %1").arg(ownHost(m_account)), QDialogButtonBox::ResetRole);
        own->setObjectName(u"useOwnAddress"_s);
        own->setAutoDefault(false);
        connect(own, &QPushButton::clicked, this, &WebAddressDialog::useOwn);
    }
    QPushButton *cancel = footer().addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    connect(save, &QPushButton::clicked, this, &WebAddressDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

/// Taken like every address a person types, and then held to what a browser may be sent to.
void WebAddressDialog::save()
{
    if (m_field->text().trimmed().isEmpty()) {
        useOwn();
        return;
    }
    const auto typed = ServerUrl::fromUserInput(m_field->text());
    if (!typed) {
        refuse(Texts::of(typed.error()));
        return;
    }
    const WebAddress address = WebAddress::judge(typed->origin(), m_account.server);
    if (!address.isUsable()) {
        refuse({.what = Texts::of(address.state()).what,
                .next = tr("Enter one that begins with https.")});
        return;
    }
    emit chosen(address);
    accept();
}

void WebAddressDialog::useOwn()
{
    emit chosen({});
    accept();
}

void WebAddressDialog::refuse(const Sentence &why)
{
    m_note->setNote(StatusNote::Shape::Stop, why);
    m_note->show();
    m_field->setFocus();
}
