#pragma once

#include <cstdint>

namespace exmonty {

// A stretch of source text. Lines count from 1; columns count UTF-8 bytes from 0, as in CPython's ast module.
// The end column is the column after the last byte.
struct SourceSpan {
    uint32_t line = 0;
    uint32_t column = 0;
    uint32_t end_line = 0;
    uint32_t end_column = 0;

    bool operator==(const SourceSpan&) const = default;
};

static_assert(sizeof(SourceSpan) == 16);

}  // namespace exmonty
