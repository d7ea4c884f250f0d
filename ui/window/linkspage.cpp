// SPDX-License-Identifier: MIT
#include "window/linkspage.h"

#include "base/clock.h"
#include "links/linkbook.h"
#include "links/linkmodel.h"
#include "measures.h"
#include "pictures/icons.h"
#include "window/buttons.h"
#include "window/detailspane.h"
#include "window/linkdelegate.h"
#include "window/linklist.h"
#include "window/linkrows.h"
#include "window/listpane.h"
#include "window/shownlink.h"

#include <QFrame>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

LinksPage::LinksPage(const Sources &sources, const Theme &theme, const Icons &icons,
                     QWidget *parent)
    : QWidget(parent), m_sources(sources), m_sides(new QSplitter(this)),
      m_list(new ListPane(sources.rows, icons, m_sides)),
      m_detailsSide(makeDetailsSide(theme, icons))
{
    const Measures measures;
    m_list->list()->setItemDelegate(new LinkDelegate(theme, icons, m_list->list()));
    m_sides->setChildrenCollapsible(false);
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({measures.lines(21.4), measures.lines(33.6)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);
    connectParts();
}

QWidget *LinksPage::makeDetailsSide(const Theme &theme, const Icons &icons)
{
    const Measures measures;
    auto *side = new QWidget(m_sides);
    m_back = new QWidget(side);
    QPushButton *button = Buttons::make(tr("All links"), u"allLinks"_s, m_back);
    button->setFlat(true);
    button->setIcon(icons.icon(u"chevron-left"_s));
    connect(button, &QPushButton::clicked, this, &LinksPage::backToList);
    auto *back = new QHBoxLayout;
    back->setContentsMargins(measures.units(3), measures.units(1), measures.units(3),
                             measures.units(1));
    back->addWidget(button, 0, Qt::AlignLeading);
    auto *line = new QFrame(m_back);
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(Measures::lineWidth);
    auto *bar = new QVBoxLayout(m_back);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(0);
    bar->addLayout(back);
    bar->addWidget(line);

    m_details = new DetailsPane(theme, icons, side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_back);
    layout->addWidget(m_details, 1);
    m_back->hide();
    return side;
}

void LinksPage::connectParts()
{
    const LinkList *list = m_list->list();
    connect(list, &LinkList::selectedLinkChanged, this, &LinksPage::selectionChanged);
    connect(list, &LinkList::opened, this, &LinksPage::openDetails);
    connect(list, &LinkList::clicked, this, [this](const QModelIndex &index) {
        if (m_narrow && !m_sources.rows.isHeader(index))
            openDetails(m_sources.rows.keyOf(index));
    });
    connect(list, &LinkList::filterTyped, m_list, &ListPane::typeIntoFilter);
    connect(list, &LinkList::actionsWished, this,
            [this](const LinkKey &, const QPoint &where) { emit contextMenuWished(where); });
    connect(m_details, &DetailsPane::actionWished, this, &LinksPage::actionWished);
    connect(m_details, &DetailsPane::openWished, this, &LinksPage::openWished);

    connect(&m_sources.rows, &LinkRows::rowsInserted, this, &LinksPage::keepSelection);
    connect(&m_sources.rows, &LinkRows::layoutChanged, this, [this] {
        selectionChanged();
        keepSelection();
    });
    // Once a change, as the model has been told of it before; when something was learnt changes
    // even where nothing else did.
    connect(&m_sources.book, &LinkBook::linksChanged, this, [this](const AccountId &account) {
        if (account.isEmpty() || account == selectedLink().account)
            render();
    });
    connect(&m_sources.book, &LinkBook::linkChanged, this, [this](const LinkKey &key) {
        if (key == selectedLink())
            render();
    });
}

void LinksPage::setAccounts(const QList<AccountStatus> &accounts)
{
    m_accounts = accounts;
    m_sources.rows.setAccounts(accounts);
    render();
}

LinkKey LinksPage::selectedLink() const
{
    return m_list->list()->selectedLink();
}

std::optional<ShownLink> LinksPage::shownLink() const
{
    const LinkKey key = selectedLink();
    const int row = m_sources.links.rowOf(key);
    const auto account = std::find_if(m_accounts.begin(), m_accounts.end(),
                                      [&](const AccountStatus &a) { return a.id == key.account; });
    if (row < 0 || account == m_accounts.end())
        return std::nullopt;
    const GitLink &link = m_sources.links.link(row);
    return ShownLink{.link = link,
                     .health = m_sources.links.health(row),
                     .maybeLimited = m_sources.book.isPerhapsLimited(key),
                     .account = *account,
                     .learntAt = m_sources.book.learntAt(key),
                     .today = {.now = m_sources.clock.wall()}};
}

void LinksPage::render()
{
    m_details->show(shownLink());
    emit shownLinkChanged();
}

void LinksPage::showLink(const LinkKey &key)
{
    if (!m_sources.rows.indexOf(key).isValid()) {
        m_list->clearFilter();
        m_sources.rows.setAllExpanded(true);
    }
    if (m_sources.rows.indexOf(key).isValid())
        openDetails(key);
}

void LinksPage::openDetails(const LinkKey &key)
{
    if (!(selectedLink() == key))
        m_list->list()->select(key);
    m_detailsOpen = true;
    arrangeSides();
    m_details->focusFirst();
}

void LinksPage::backToList()
{
    m_detailsOpen = false;
    arrangeSides();
    focusList();
}

void LinksPage::focusList()
{
    m_list->list()->setFocus(Qt::OtherFocusReason);
}

void LinksPage::focusFilter()
{
    backToList();
    m_list->focusFilter();
}

void LinksPage::selectionChanged()
{
    const LinkKey key = selectedLink();
    render();
    if (key == LinkKey{}) {
        // An odd click takes no link away; a filter does, for as long as it hides it.
        QMetaObject::invokeMethod(this, &LinksPage::keepSelection, Qt::QueuedConnection);
        return;
    }
    m_chosen = true;
    if (m_looking == key)
        return;
    m_looking = key;
    emit linkSelected(key);
}

void LinksPage::keepSelection()
{
    if (!(selectedLink() == LinkKey{}))
        return;
    if (m_sources.rows.indexOf(m_looking).isValid())
        m_list->list()->select(m_looking);
    else if (!m_chosen && !m_narrow && isVisible())
        selectFirst();
}

void LinksPage::selectFirst()
{
    for (int row = 0; row < m_sources.rows.rowCount(); ++row) {
        const QModelIndex index = m_sources.rows.index(row);
        if (!m_sources.rows.isHeader(index)) {
            m_list->list()->select(m_sources.rows.keyOf(index));
            return;
        }
    }
}

QByteArray LinksPage::splitterState() const
{
    return m_sides->saveState();
}

void LinksPage::restoreSplitter(const QByteArray &state)
{
    m_sides->restoreState(state);
    arrangeSides();
}

/// Side by side, or one at a time.
void LinksPage::arrangeSides()
{
    m_back->setVisible(m_narrow);
    m_list->setVisible(!m_narrow || !m_detailsOpen);
    m_detailsSide->setVisible(showsDetails());
    emit shownLinkChanged();
}

void LinksPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_narrow && m_detailsOpen)
        backToList();
    else
        QWidget::keyPressEvent(event);
}

void LinksPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < Measures().lines(30);
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_detailsOpen = false;
    arrangeSides();
}

void LinksPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    keepSelection();
}
