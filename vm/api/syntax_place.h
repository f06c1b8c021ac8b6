// The line that a SyntaxError is about, with carets below the place.
#pragma once

#include "vm/base/text_sink.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace exmonty {

// As the attributes of a SyntaxError have them: columns count characters from 1.
struct SyntaxPlace {
    std::string_view text;
    std::optional<int64_t> offset;
    std::optional<int64_t> end_offset;
    bool ends_on_line = false;  // end_lineno is lineno
};

void append_syntax_place(TextSink& sink, const SyntaxPlace& place);

}  // namespace exmonty
