// SPDX-License-Identifier: MIT
#pragma once

#include "bench/manyanswers.h"
#include "desktop/traycontent.h"
#include "links/incidentwatch.h"
#include "links/linkbook.h"
#include "links/linkmodel.h"
#include "pictures/icons.h"
#include "support/fakeclock.h"
#include "theme.h"
#include "window/accountstatus.h"
#include "window/mainwindow.h"

class LinkList;
class QLineEdit;

/// The program's parts above the network, as main() and AppController put them together, over
/// accounts with many links.
class BenchWorld
{
public:
    static constexpr int accounts = 50;

    /// With so many \a providers of each account.
    explicit BenchWorld(int providers);

    [[nodiscard]] int links() const { return static_cast<int>(m_book.links().size()); }
    [[nodiscard]] int providers() const { return m_answers.providers(); }
    [[nodiscard]] LinkList &list()
    {
        return *m_window.findChild<LinkList *>(QStringLiteral("links"));
    }
    [[nodiscard]] QLineEdit &filter()
    {
        return *m_window.findChild<QLineEdit *>(QStringLiteral("filter"));
    }

    /// Its usual list answer comes in, as LinkService and AppController take it.
    void answerList(int account) { take(account, m_listings.at(account)); }
    /// The first of its links no longer works, or none.
    void answerWithOneBroken(int account) { take(account, m_oneBroken.at(account)); }
    void answerWithAllBroken(int account) { take(account, m_allBroken); }
    void answerById(int account, int provider);
    void setChecking(int account, int provider, bool checking);
    void minutePasses();
    void show(int account, int provider) { m_window.showLink(key(account, provider)); }
    /// What the cache does with an account in a turn of the event loop.
    [[nodiscard]] qsizetype encode(int account) const;

private:
    [[nodiscard]] LinkKey key(int account, int provider) const;
    void take(int account, const QByteArray &body);
    void renderTray();

    ManyAnswers m_answers;
    QList<AccountStatus> m_accounts;
    QList<QByteArray> m_listings;
    QList<QByteArray> m_oneBroken;
    QByteArray m_allBroken;
    FakeClock m_clock;
    LinkBook m_book{m_clock};
    LinkModel m_model{m_book};
    Theme m_theme;
    Icons m_icons;
    MainWindow m_window{m_model, m_book, m_clock, m_theme, m_icons};
    IncidentWatch m_incidents{m_book, m_clock};
    TrayContent m_inTray{};
};
