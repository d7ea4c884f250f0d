// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "window/linkgroups.h"
#include "window/rowwords.h"

#include <QSet>

#include <memory>
#include <vector>

class LinkModel;

/// The rows that the list of links is to have: headers, and below them links. A row is two numbers,
/// so that thousands are compared and moved in no time.
struct RowPlan {
    struct Head {
        QString id{}; ///< the same before and after
        bool expanded = true;
        RowWords words{};
        friend bool operator==(const Head &, const Head &) = default;
    };
    struct Row {
        int source = -1; ///< of a link: its place in the LinkModel
        int head = -1;   ///< of a header: its place in the plan

        [[nodiscard]] bool isHeader() const { return head >= 0; }
        friend bool operator==(const Row &, const Row &) = default;
    };
    /// Where a link of the LinkModel stands.
    struct Place {
        int group = LinkGroups::hidden;
        int row = -1;                              ///< none: it has no row
        mutable std::unique_ptr<RowWords> words{}; ///< when first looked at

        /// In a group of several accounts.
        [[nodiscard]] bool showsAccount() const { return group < 0; }
    };

    std::vector<Head> heads{};
    std::vector<Row> rows{};

    /// \a places by place in \a links, whose groups are known; \a collapsed headers hide theirs.
    static RowPlan of(const LinkModel &links, const LinkGroups &groups,
                      const std::vector<Place> &places, const QSet<QString> &collapsed,
                      const QLocale &locale);
    /// Lets the headers among \a known, which were counted by \a knownHeads, count by those of this
    /// plan; -1 where it has none. Says of each that has one whether it tells something else now.
    std::vector<bool> countHeads(std::vector<Row> &known,
                                 const std::vector<Head> &knownHeads) const;
    /// Of how many runs of the \a known rows, or new ones, this plan is made; their headers count
    /// by it, and \a places tell where the links stand among them.
    [[nodiscard]] int pieces(const std::vector<Row> &known, const std::vector<Place> &places) const;
    /// Which of \a count links have one of these rows, by place in the LinkModel.
    static std::vector<bool> linksIn(const std::vector<Row> &rows, size_t count);

private:
    void appendHead(const QString &id, bool expanded, const QString &name, const QString &end);
};
