// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"

#include <QAbstractListModel>

#include <deque>

class LinkBook;

/// The book as a flat list of values and enums, no sentences; tells the smallest truth on change.
class LinkModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LinkRole = Qt::UserRole, ///< const GitLink *, valid until the next signal of this model
        HealthRole,              ///< int(LinkHealth)
    };

    explicit LinkModel(LinkBook &book, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const GitLink &link(int row) const
    {
        return m_rows[static_cast<size_t>(row)].link;
    }
    [[nodiscard]] LinkHealth health(int row) const
    {
        return m_rows[static_cast<size_t>(row)].health;
    }
    [[nodiscard]] int rowOf(const LinkKey &key) const; ///< -1 where there is none

signals:
    /// All has been told that one change of the book brought: a good moment to put things in order.
    void settled();

private:
    struct Row {
        GitLink link{};
        LinkHealth health = LinkHealth::Unknown;
    };
    using Rows = std::deque<Row>; ///< as GitLinks

    [[nodiscard]] Row rowFor(const GitLink &link) const;
    [[nodiscard]] Rows freshRows() const;
    void update(const AccountId &account);
    void rearrange();
    void insertFromBook(int first, int count);
    bool updateRow(size_t row, const GitLink &link, LinkHealth health);
    void tellChanged(size_t first, size_t end);
    void removeAllBut(const Rows &fresh);
    void arrangeAs(const Rows &fresh);
    int moveHere(int row, const Rows &fresh);
    void updateOne(const LinkKey &key);

    LinkBook &m_book;
    Rows m_rows;
};

Q_DECLARE_METATYPE(const GitLink *)
