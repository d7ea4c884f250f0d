// SPDX-License-Identifier: MIT
#pragma once

#include "window/linkaction.h"

#include <QWidget>

class Clock;
class DetailsPane;
class Icons;
class LinkBook;
class LinkModel;
class LinkRows;
class ListPane;
class QSplitter;
class Theme;
class WebAddress;
struct AccountStatus;
struct ShownLink;

/// List and details: side by side, or one at a time where there is no room. It remembers which link
/// the person looks at.
class LinksPage : public QWidget
{
    Q_OBJECT

public:
    struct Sources {
        LinkModel &links;
        LinkBook &book;
        LinkRows &rows;
        Clock &clock;
    };

    LinksPage(const Sources &sources, const Theme &theme, const Icons &icons,
              QWidget *parent = nullptr);

    void setAccounts(const QList<AccountStatus> &accounts);
    /// Selects the link and shows its details, opening its group and clearing the filter where they
    /// hide it.
    void showLink(const LinkKey &key);
    /// None where no link is selected.
    [[nodiscard]] std::optional<ShownLink> shownLink() const;
    [[nodiscard]] LinkKey selectedLink() const;
    void focusList();
    void focusFilter();
    /// Looks again at everything it shows.
    void render();

    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    /// Otherwise there is only room for the list.
    [[nodiscard]] bool showsDetails() const { return !m_narrow || m_detailsOpen; }

signals:
    void actionWished(LinkAction action, const LinkKey &key);
    void openWished(const WebAddress &address, const LinkKey &key);
    void contextMenuWished(const QPoint &where);
    /// Another link is looked at.
    void linkSelected(const LinkKey &key);
    /// Another link, or none, or the same in another state; or its details came or went.
    void shownLinkChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeDetailsSide(const Theme &theme, const Icons &icons);
    void connectParts();
    void arrangeSides();
    void openDetails(const LinkKey &key);
    void backToList();
    void selectionChanged();
    void keepSelection();
    void selectFirst();

    Sources m_sources;
    QList<AccountStatus> m_accounts;
    QSplitter *m_sides;
    ListPane *m_list;
    QWidget *m_back = nullptr;
    DetailsPane *m_details = nullptr;
    QWidget *m_detailsSide;
    LinkKey m_looking;     ///< the link the person wants to see, also while a filter hides it
    bool m_chosen = false; ///< a link was selected once in this run
    bool m_narrow = false;
    bool m_detailsOpen = false; ///< where only one side fits
};
