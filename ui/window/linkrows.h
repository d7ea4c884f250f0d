// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "links/gitlink.h"
#include "window/linkgroups.h"
#include "window/rowwords.h"

#include <QAbstractListModel>
#include <QSet>

#include <memory>
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
        return isHeader(header) && at(header.row()).expanded;
    }
    void setExpanded(const QModelIndex &header, bool expanded);
    void setAllExpanded(bool expanded);
    /// Time has passed: tells the rows whose words changed by it.
    void refreshTimes();

    [[nodiscard]] bool isHeader(const QModelIndex &index) const
    {
        return index.isValid() && at(index.row()).id.kind == Kind::Header;
    }
    /// Empty for a header.
    [[nodiscard]] LinkKey keyOf(const QModelIndex &index) const;
    /// Invalid where the link has no row at present.
    [[nodiscard]] QModelIndex indexOf(const LinkKey &key) const;

private:
    /// What makes a row the same row as before.
    struct RowId {
        Kind kind = Kind::Link;
        LinkKey link{};
        QString group{}; ///< of a header
        friend bool operator==(const RowId &, const RowId &) = default;
    };
    struct Row {
        RowId id{};
        int source = -1;                           ///< in the LinkModel
        bool showsAccount = false;                 ///< in a group of several accounts
        bool expanded = true;                      ///< of a header
        mutable std::unique_ptr<RowWords> words{}; ///< of a link: when first looked at
    };

    /// Where a link of the LinkModel stands here.
    struct Place {
        int group = LinkGroups::hidden;
        int row = -1; ///< where to look for it first
        bool isWanted = false;
        bool isKnown = false; ///< it had a row before
    };

    [[nodiscard]] int groupOf(int source) const;
    [[nodiscard]] int rowOf(int source) const; ///< -1 where it has none
    [[nodiscard]] int wantedSource(const Row &row) const;
    [[nodiscard]] static QSet<QString> headsOf(const std::vector<Row> &rows);
    [[nodiscard]] std::vector<Row> wantedRows() const;
    void appendGroup(std::vector<Row> &rows, const QString &id, const QString &name,
                     const QString &badge, const std::vector<int> &sources,
                     bool showsAccount) const;
    void rebuild();
    void removeUnwanted(const std::vector<Row> &wanted);
    void insertAndMove(std::vector<Row> &wanted);
    void update(int row, Row wanted);
    void tellNewWords(int row);
    void sourceChanged(const QModelIndex &first, const QModelIndex &last);

    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] Place &placeOf(int source) { return m_places[static_cast<size_t>(source)]; }
    [[nodiscard]] const Place &placeOf(int source) const
    {
        return m_places[static_cast<size_t>(source)];
    }
    [[nodiscard]] const RowWords &wordsOf(const Row &row) const;
    [[nodiscard]] RowWords linkWords(const Row &row) const;
    [[nodiscard]] QVariant linkData(const Row &row, int role) const;
    [[nodiscard]] Today today() const;

    LinkModel &m_links;
    Clock &m_clock;
    LinkGroups m_groups;
    QSet<QString> m_collapsed;
    std::vector<Row> m_rows;
    std::vector<Place> m_places; ///< by place in the LinkModel
};

Q_DECLARE_METATYPE(ProviderMark)
