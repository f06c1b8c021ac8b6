// The frames of a traceback, as data and as CPython prints them.
#pragma once

#include "vm/api/error.h"
#include "vm/api/source_lines.h"
#include "vm/base/text_sink.h"
#include "vm/objects/exception.h"

namespace exmonty {

// As much of a text as there is room for, at most so many bytes.
std::string_view shown_part(DescriptionEffort& effort, std::string_view text, uint64_t most = UINT64_MAX);

Span<const TracebackFrame> traceback_frames(Arena& arena, LineFinder& lines, const Traceback* first);
// "  File …, line …, in …" and its source, for each frame; recursion is told once it repeats.
void append_frames(TextSink& sink, LineFinder& lines, const Traceback* first);

}  // namespace exmonty
