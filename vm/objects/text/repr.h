// Texts as Python source: repr() and ascii() of str, repr() of bytes.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/heap/budget.h"

namespace exmonty {

enum class Escapes : uint8_t { Unprintable, NonAscii };

// `'text'`. False: the run must stop (a refusal of memory fails the sink instead).
bool append_repr(TextSink& sink, Budget& budget, std::string_view text, Escapes escapes = Escapes::Unprintable);
// `b'bytes'`.
bool append_bytes_repr(TextSink& sink, Budget& budget, std::string_view bytes);
// \x41, \u0041 or \U00000041, the shortest that holds the code point.
void append_escape(TextSink& sink, char32_t code_point);
// Non-ASCII characters as escapes, all others as they are: what ascii() does to a repr.
bool append_ascii(TextSink& sink, Budget& budget, std::string_view text);

}  // namespace exmonty
