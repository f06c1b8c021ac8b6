#pragma once

#include <algorithm>
#include <cstddef>

namespace exmonty::unicode {

// The row of a table that holds the code point, or null. Rows have `first` and `last`, are sorted and do not overlap.
template <typename Row, size_t Count>
constexpr const Row* find_row(const Row (&rows)[Count], char32_t code_point) {
    const Row* after = std::upper_bound(rows, rows + Count, code_point,
                                        [](char32_t value, const Row& row) { return value < row.first; });
    return after != rows && code_point <= after[-1].last ? after - 1 : nullptr;
}

template <typename Row, size_t Count>
constexpr bool rows_are_sorted(const Row (&rows)[Count]) {
    for (size_t i = 0; i < Count; ++i)
        if (rows[i].first > rows[i].last || (i != 0 && rows[i - 1].last >= rows[i].first)) return false;
    return true;
}

}  // namespace exmonty::unicode
