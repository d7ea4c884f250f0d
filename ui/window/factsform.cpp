// SPDX-License-Identifier: MIT
#include "window/factsform.h"

#include "dialogs/authorisedapps.h"
#include "linktexts.h"
#include "measures.h"
#include "pictures/providermark.h"
#include "sessiontexts.h"
#include "widgets/markview.h"
#include "widgets/plainlabel.h"
#include "window/addresslink.h"
#include "window/shownlink.h"

#include <QFormLayout>
#include <QHBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// As links have it around their text, so that all values begin at one line.
QMargins focusRoom()
{
    return {Measures::focusWidth, 0, Measures::focusWidth, 0};
}

/// A value may be one long word of a server's; it must not widen the window.
void letShrink(PlainLabel &label)
{
    label.setSelectable(true);
    label.setMinimumWidth(Measures().lines(4));
}

} // namespace

FactsForm::FactsForm(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_account(new QWidget(this)),
      m_initial(new MarkView(icons, m_account)), m_login(new PlainLabel(m_account)),
      m_profile(new AddressLink(this)), m_apps(new AddressLink(this))
{
    const Measures measures;
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(measures.units(4) - Measures::focusWidth);
    m_form->setVerticalSpacing(measures.units(1.5));
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_initial->setLines(1.4);
    m_login->setObjectName(u"login"_s);
    letShrink(*m_login);
    auto *account = new QHBoxLayout(m_account);
    account->setContentsMargins(focusRoom());
    account->setSpacing(measures.units(2));
    account->addWidget(m_initial);
    account->addWidget(m_login, 1);
    m_profile->setObjectName(u"profile"_s);
    connect(m_profile, &QPushButton::clicked, this,
            [this] { emit openWished(m_profile->address()); });

    m_apps->setObjectName(u"authorisedApps"_s);
    connect(m_apps, &QPushButton::clicked, this, [this] { emit openWished(m_apps->address()); });

    addField(tr("Linked as"), m_account);
    addField(tr("Profile"), m_profile);
    //: The page of a provider that lists the apps a person lets in
    addField(tr("Authorised apps"), m_apps);
    m_linkedSince = addFact(tr("Linked since"), u"linkedSince"_s);
    m_lastChange = addFact(tr("Last change"), u"lastChange"_s);
    m_expires = addFact(tr("Expires"), u"expires"_s);
    m_linksBy = addFact(tr("Links by"), u"linksBy"_s);
    //: Until when the person is signed in to Coder
    m_session = addFact(tr("Coder session"), u"session"_s);
    //: When Fairlead last heard about a link
    m_learnt = addFact(tr("Learnt"), u"learnt"_s);
}

void FactsForm::addField(const QString &label, QWidget *field)
{
    auto *name = new PlainLabel(label, PlainLabel::Kind::Secondary, this);
    name->setSingleLine();
    name->setMinimumWidth(Measures().lines(6));
    m_facts.append({.label = name, .field = field});
}

void FactsForm::setShown(const QWidget *field, bool shown)
{
    for (Fact &fact : m_facts) {
        if (fact.field == field)
            fact.shown = shown;
    }
}

/// Only what is shown is in the form: in Qt 6.4 a row that QFormLayout::setRowVisible() brings back
/// has no height where heights depend on widths.
void FactsForm::arrange()
{
    QList<QWidget *> fields;
    for (const Fact &fact : std::as_const(m_facts)) {
        if (fact.shown)
            fields.append(fact.field);
    }
    if (fields == m_arranged)
        return;
    m_arranged = fields;
    while (m_form->rowCount() > 0) {
        const QFormLayout::TakeRowResult row = m_form->takeRow(0);
        delete row.labelItem;
        delete row.fieldItem;
    }
    for (const Fact &fact : std::as_const(m_facts)) {
        if (fact.shown)
            m_form->addRow(fact.label, fact.field);
        fact.label->setVisible(fact.shown);
        fact.field->setVisible(fact.shown);
    }
}

PlainLabel *FactsForm::addFact(const QString &label, const QString &name)
{
    auto *value = new PlainLabel(this);
    value->setObjectName(name);
    value->setContentsMargins(focusRoom());
    letShrink(*value);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addField(label, value);
    return value;
}

void FactsForm::show(const ShownLink &shown)
{
    const GitLink &link = shown.link;
    const Today &today = shown.today;
    const bool linked = link.isLinked();
    showAccount(shown);
    setShown(m_linkedSince, link.stored.has_value());
    setShown(m_lastChange, link.stored && link.stored->updatedAt.kind == Moment::Kind::At);
    setShown(m_expires, linked && link.provider.has_value());
    setShown(m_linksBy, !linked);
    m_linksBy->setText(LinkTexts::linksBy(link));
    const QString session = SessionTexts::end(shown.account.session, today);
    setShown(m_session, !session.isEmpty());
    m_session->setText(session);
    m_learnt->setText(link.checking ? tr("Checking…") : LinkTexts::learnt(shown.learntAt, today));
    m_expires->setText(LinkTexts::expires(link, today));
    if (link.stored) {
        m_linkedSince->setText(LinkTexts::moment(link.stored->createdAt, today));
        m_lastChange->setText(LinkTexts::moment(link.stored->updatedAt, today));
    }
    arrange();
    // In Qt 6.8 a form whose height has been asked for since a row grew takes itself for arranged.
    if (const QStringList words = this->words(); std::exchange(m_words, words) != words)
        m_form->invalidate();
}

QStringList FactsForm::words() const
{
    QStringList words;
    const QList<PlainLabel *> labels = findChildren<PlainLabel *>();
    for (const PlainLabel *label : labels)
        words.append(label->text());
    return words;
}

void FactsForm::showAccount(const ShownLink &shown)
{
    const GitLink &link = shown.link;
    const bool known = !LinkTexts::login(link).isEmpty();
    setShown(m_account, link.isLinked());
    m_initial->setVisible(known);
    m_login->setKind(known ? PlainLabel::Kind::SectionHead : PlainLabel::Kind::Secondary);
    m_login->setText(LinkTexts::linkedAs(link));
    if (known)
        m_initial->setMark(markForPerson(link.user->login.plain()), MarkGround::Disc);
    const bool hasProfile = link.isLinked() && known && link.user->profile.isUsable();
    setShown(m_profile, hasProfile);
    if (hasProfile)
        m_profile->setAddress(link.user->profile);
    const WebAddress apps = authorisedAppsPage(link, shown.account.server);
    setShown(m_apps, hasProfile && apps.isUsable());
    if (apps.isUsable())
        m_apps->setAddress(apps);
}
