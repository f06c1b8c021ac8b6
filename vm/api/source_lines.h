// The source lines of a traceback frame, and the carets below them.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/bytecode/code.h"

#include <string_view>

namespace exmonty {

// Line `number` (from 1) of a text, without its end; empty beyond the text.
std::string_view source_line(std::string_view source, uint32_t number);

// What CPython 3.14's traceback module prints below `File …` for an instruction at this position: its lines, dedented and
// indented by four blanks, with carets where they say more than the line alone.
void append_source_lines(TextSink& sink, std::string_view source, const PositionRow& position);

}  // namespace exmonty
