// SPDX-License-Identifier: MIT
#include "window/installationsview.h"

#include "measures.h"
#include "pictures/providermark.h"
#include "texts.h"
#include "widgets/emphasislabel.h"
#include "widgets/markview.h"
#include "widgets/plainlabel.h"
#include "window/buttons.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// Coder reads one page of the provider's list.
constexpr qsizetype pageOfProvider = 30;

QSet<QString> hostsOf(const LinkDetails &details)
{
    QSet<QString> hosts;
    for (const Installation &installation : details.installations) {
        if (installation.configure.isUsable())
            hosts.insert(installation.configure.host());
    }
    if (details.appInstall.isUsable())
        hosts.insert(details.appInstall.host());
    return hosts;
}

} // namespace

InstallationsView::InstallationsView(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_icons(icons), m_hosts(new EmphasisLabel(this)), m_rows(new QVBoxLayout),
      m_install(Buttons::make(tr("Install for another account"), u"installMore"_s, this)),
      m_note(new PlainLabel({}, PlainLabel::Kind::Secondary, this))
{
    const Measures measures;
    auto *head = new PlainLabel(tr("App installations"), PlainLabel::Kind::SectionHead, this);
    m_hosts->setKind(PlainLabel::Kind::Secondary);
    m_hosts->setStrongStandsOut(true);
    m_hosts->setObjectName(u"installationHosts"_s);
    m_rows->setSpacing(measures.units(2));
    Buttons::markAsBrowserButton(*m_install, icons);
    connect(m_install, &QPushButton::clicked, this, [this] {
        if (m_shown)
            emit openWished(m_shown->appInstall);
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_hosts);
    layout->addSpacing(measures.units(2));
    layout->addLayout(m_rows);
    layout->addWidget(m_note);
    layout->addSpacing(measures.units(3));
    layout->addWidget(m_install, 0, Qt::AlignLeading);
}

bool InstallationsView::show(const std::optional<LinkDetails> &details)
{
    if (!details || details->installations.isEmpty()) {
        m_shown.reset();
        return false;
    }
    if (m_shown != details) {
        m_shown = details;
        rebuild(*details);
    }
    return true;
}

void InstallationsView::rebuild(const LinkDetails &details)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide(); // its button may be the one that was pressed
        item->widget()->deleteLater();
        delete item;
    }
    const QSet<QString> hosts = hostsOf(details);
    m_hosts->setVisible(hosts.size() == 1);
    if (hosts.size() == 1) {
        //: %1 is the host of web pages
        m_hosts->setRuns(runsOf(tr("These buttons open %1 in your browser."),
                                {{{.text = *hosts.begin(), .strong = true}}}));
    }
    for (const Installation &installation : details.installations)
        addInstallation(installation, hosts.size() > 1);
    m_install->setVisible(details.appInstall.isUsable());
    const QString other = hosts.size() > 1 && details.appInstall.isUsable()
        //: %1 is the host of a web page
        ? tr("The page to install it for another account is on %1.").arg(details.appInstall.host())
        : QString();
    const QString more = details.installations.size() >= pageOfProvider
        ? tr("There may be more: Coder tells only the first ones.")
        : QString();
    m_note->setText(QStringList{more, other}.join(u' ').trimmed());
    m_note->setVisible(!m_note->text().isEmpty());
    orderForTab();
}

/// As they are read: new buttons would come after the ones that were there.
void InstallationsView::orderForTab()
{
    QWidget *before = m_hosts;
    for (int row = 0; row < m_rows->count(); ++row) {
        if (auto *button = m_rows->itemAt(row)->widget()->findChild<QPushButton *>()) {
            setTabOrder(before, button);
            before = button;
        }
    }
    setTabOrder(before, m_install);
}

void InstallationsView::addInstallation(const Installation &installation, bool namesHost)
{
    const QString login = installation.account.login.plain();
    auto *row = new QWidget(this);
    auto *initial = new MarkView(m_icons, row);
    initial->setLines(1.4);
    initial->setMark(markForPerson(login), MarkGround::Disc);
    auto *name
        = new PlainLabel(login.isEmpty() ? tr("(no name)") : login, PlainLabel::Kind::Body, row);
    name->setMinimumWidth(Measures().lines(4)); // it may be one long word
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures().units(2));
    layout->addWidget(initial);
    layout->addWidget(name, 1);
    if (installation.configure.isUsable()) {
        if (namesHost)
            layout->addWidget(
                new PlainLabel(installation.configure.host(), PlainLabel::Kind::Secondary, row));
        QPushButton *button = Buttons::make(tr("Configure"), u"configure"_s, row);
        //: %1 is an account of a provider at which an app is installed
        button->setAccessibleName(tr("Configure %1").arg(login));
        Buttons::markAsBrowserButton(*button, m_icons);
        connect(button, &QPushButton::clicked, this,
                [this, address = installation.configure] { emit openWished(address); });
        layout->addWidget(button);
    } else if (installation.configure.isRefused()) {
        layout->addWidget(new PlainLabel(Texts::of(installation.configure.state()).what,
                                         PlainLabel::Kind::Secondary, row),
                          1);
    }
    m_rows->addWidget(row);
    row->show();
}
