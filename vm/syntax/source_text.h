#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

// A source text as the lexer wants it: valid UTF-8 without NUL bytes and byte order mark, "\n" for every newline, and
// one at the end of the last line with a NUL byte behind it. That last newline may not belong to the text.
struct SourceText {
    const char* data = nullptr;
    uint32_t size = 0;

    const char* end() const { return data + size; }
};

enum class SourceStatus : uint8_t { Ok, Failed, Exhausted };

// Whether a missing newline at the end becomes part of the text.
enum class FinalNewline : uint8_t { Added, AsItIs };

// Makes the lexer's copy of a source. Text is UTF-8, whatever a PEP 263 cookie says, as it is for compile() with a str;
// only a text that is not valid UTF-8 is read as its cookie says, if that is Latin-1.
SourceStatus prepare_source(std::string_view source, FinalNewline newline, Arena& arena, SourceText& text,
                            SyntaxError& error);

// The line that starts at or before `offset`: [first, last), without its newline.
std::string_view line_at(const SourceText& text, uint32_t offset);

}  // namespace exmonty
