// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

/// Rows of a model that follow each other where they are and where they are wanted, so that they
/// move as one.
struct RowRun {
    int first = 0;
    int end = 0; ///< one beyond the last

    /// Of those wanted from \a row on, which all are at \a row or below.
    template <typename Rows, typename Wanted, typename Same>
    static RowRun wantedAt(int row, const Rows &rows, const Wanted &wanted, Same isSame)
    {
        const auto target = wanted.begin() + row;
        const auto from = std::find_if(rows.begin() + row, rows.end(),
                                       [&](const auto &other) { return isSame(other, *target); });
        const auto end = std::mismatch(from, rows.end(), target, wanted.end(), isSame).first;
        return {static_cast<int>(from - rows.begin()), static_cast<int>(end - rows.begin())};
    }
    template <typename Rows>
    void moveTo(int row, Rows &rows) const
    {
        std::rotate(rows.begin() + row, rows.begin() + first, rows.begin() + end);
    }
};
