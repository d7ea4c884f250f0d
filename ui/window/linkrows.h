// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "links/gitlink.h"
#include "pictures/providermark.h"
#include "window/accountstatus.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <optional>
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
    [[nodiscard]] const QString &filter() const { return m_filter; }
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
        friend size_t qHash(const RowId &id, size_t seed = 0)
        {
            return qHashMulti(seed, static_cast<int>(id.kind), id.link, id.group);
        }
    };
    struct Words {
        QString name{};
        QString end{};
        QString second{};
        bool secondIsAccount = false;
        QString time{};
        QString toolTip{};
        QString accessible{};
        friend bool operator==(const Words &, const Words &) = default;
    };
    struct Row {
        RowId id{};
        int source = -1;                      ///< in the LinkModel
        bool showsAccount = false;            ///< in a group of several accounts
        bool expanded = true;                 ///< of a header
        Words header{};                       ///< of a header
        mutable std::optional<Words> words{}; ///< of a link, put into words when first looked at
    };

    [[nodiscard]] std::vector<Row> wantedRows() const;
    void appendGroup(std::vector<Row> &rows, const QString &id, const QString &name,
                     const QString &badge, const std::vector<int> &sources,
                     bool showsAccount) const;
    [[nodiscard]] bool matches(const GitLink &link, LinkHealth health) const;
    void rebuild();
    void removeUnwanted(const std::vector<Row> &wanted);
    void insertAndMove(std::vector<Row> &wanted);
    void update(int row, Row wanted);
    void sourceChanged(const QModelIndex &first, const QModelIndex &last);

    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    [[nodiscard]] const Words &wordsOf(const Row &row) const;
    [[nodiscard]] Words linkWords(const Row &row) const;
    [[nodiscard]] QString accountTitle(const AccountId &id) const;
    [[nodiscard]] QVariant linkData(const Row &row, int role) const;
    [[nodiscard]] Today today() const;

    LinkModel &m_links;
    Clock &m_clock;
    QList<AccountStatus> m_accounts;
    QHash<AccountId, int> m_accountPlaces;
    QString m_filter;
    QStringList m_filterWords;
    QSet<QString> m_collapsed;
    std::vector<Row> m_rows;
};

Q_DECLARE_METATYPE(ProviderMark)
