// The source lines of a traceback frame, and the carets below them.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/bytecode/code.h"

#include <string_view>

namespace exmonty {

// What describing one error may cost. A guest chooses how long its lines, names and messages are and how often a line
// shows; no limit of the run holds any more when its error is described. What is beyond is left out.
struct DescriptionEffort {
    // Bytes of source text that may still be looked through.
    uint64_t work = uint64_t{64} << 20;
    // Bytes that may still be shown.
    uint64_t room = uint64_t{4} << 20;

    static constexpr bool spend(uint64_t& left, uint64_t bytes) {
        const bool is_enough = bytes <= left;
        left = is_enough ? left - bytes : 0;
        return is_enough;
    }
};

// Finds lines of a source text; each search starts at the line found before.
class LineFinder {
  public:
    explicit LineFinder(DescriptionEffort& effort) : effort(effort) {}

    // Line `number` (from 1), without its end; empty beyond the text, or when there is no effort left.
    std::string_view find(std::string_view source, uint32_t number);

    DescriptionEffort& effort;

  private:
    bool go_to(uint32_t number);

    std::string_view source_;
    uint32_t line_ = 1;
    size_t start_ = 0;
};

// What CPython 3.14's traceback module prints below `File …` for an instruction at this position: its lines, dedented and
// indented by four blanks, with carets where they say more than the line alone.
void append_source_lines(TextSink& sink, LineFinder& finder, std::string_view source, const PositionRow& position);

}  // namespace exmonty
