// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "links/gitlink.h"
#include "window/linkgroups.h"
#include "window/rowplan.h"
#include "window/rowwords.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

class Clock;
class LinkModel;

/// The links as a person reads them: groups with headers and rows in one flat list, with words,
/// marks and accessible text. A link stands once; what needs attention comes first, services that
/// git does not use come last. Tells the smallest change, so that selection and scroll position
/// stay.
class LinkRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Header, Link };

    enum Role {
        KindRole = Qt::UserRole, ///< int(Kind)
        EndRole,                 ///< count or trouble of a header, the health's word of a link
        SecondRole,              ///< second line
        SecondIsAccountRole,     ///< bool: it ends in a host, so it is elided in the middle
        TimeRole,                ///< the end of the second line
        HealthRole,              ///< int(LinkHealth)
        MarkRole,                ///< ProviderMark
        ExpandedRole,            ///< bool, of a header
    };

    LinkRows(LinkModel &links, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setAccounts(const QList<AccountStatus> &accounts);
    [[nodiscard]] const QString &filter() const { return m_groups.filter(); }
    /// Keeps the links whose provider, login, account or state contains every word of \a text.
    void setFilter(const QString &text);
    [[nodiscard]] bool isExpanded(const QModelIndex &header) const
    {
        return isHeader(header) && headAt(header.row()).expanded;
    }
    void setExpanded(const QModelIndex &header, bool expanded);
    void setAllExpanded(bool expanded);
    /// Time has passed: tells the rows whose words changed by it.
    void refreshTimes();

    [[nodiscard]] bool isHeader(const QModelIndex &index) const
    {
        return index.isValid() && at(index.row()).isHeader();
    }
    /// Empty for a header.
    [[nodiscard]] LinkKey keyOf(const QModelIndex &index) const;
    /// Invalid where the link has no row at present.
    [[nodiscard]] QModelIndex indexOf(const LinkKey &key) const;

private:
    using Row = RowPlan::Row;
    using Place = RowPlan::Place;

    void sourceInserted(const QModelIndex &parent, int first, int last);
    void sourceRemoved(const QModelIndex &parent, int first, int last);
    void sourceMoved(const QModelIndex &parent, int first, int last, const QModelIndex &,
                     int target);
    void sourceChanged(const QModelIndex &first, const QModelIndex &last);
    void sourceSettled();
    /// Looks again in which groups the links stand; only those that have one, if \a onlyShown.
    void regroup(bool onlyShown = false);
    enum class Telling { OneByOne, AsNewLayout };
    void rebuild(Telling telling = Telling::OneByOne);
    void relayout(std::vector<Row> wanted);
    void removeUnwanted(const std::vector<Row> &wanted);
    void insertAndMove(const std::vector<Row> &wanted);
    int moveHere(int row, const std::vector<Row> &wanted);
    void noteRows();
    void tellNewWords(int source);

    [[nodiscard]] int groupOf(int source) const;
    [[nodiscard]] int rowOf(const Row &wanted) const;
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] Place &placeOf(int source) { return m_places[static_cast<size_t>(source)]; }
    [[nodiscard]] const Place &placeOf(int source) const
    {
        return m_places[static_cast<size_t>(source)];
    }
    [[nodiscard]] const RowPlan::Head &headAt(int row) const
    {
        return m_heads[static_cast<size_t>(at(row).head)];
    }
    [[nodiscard]] const RowWords &wordsAt(int row) const;
    [[nodiscard]] RowWords linkWords(int source) const;
    [[nodiscard]] QVariant headData(int row, int role) const;
    [[nodiscard]] QVariant linkData(int row, int role) const;
    [[nodiscard]] Today today() const;

    LinkModel &m_links;
    Clock &m_clock;
    LinkGroups m_groups;
    QSet<QString> m_collapsed;
    std::vector<Row> m_rows;
    std::vector<RowPlan::Head> m_heads;
    std::vector<Place> m_places; ///< by place in the LinkModel
    std::vector<int> m_changed;  ///< links that were told of, by source
};

Q_DECLARE_METATYPE(ProviderMark)
