#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

// A source text as the lexer wants it: valid UTF-8 without NUL bytes and byte order mark, "\n" for every newline, one
// at the end of the last line, and a NUL byte behind it.
struct SourceText {
    const char* data = nullptr;
    uint32_t size = 0;  // without the final NUL

    const char* end() const { return data + size; }
};

enum class SourceStatus : uint8_t { Ok, Failed, Exhausted };

// Makes the lexer's copy of a source. Text is UTF-8, whatever a PEP 263 cookie says, as it is for compile() with a str;
// only a text that is not valid UTF-8 is read as its cookie says, if that is Latin-1.
SourceStatus prepare_source(std::string_view source, Arena& arena, SourceText& text, SyntaxError& error);

// The line that starts at or before `offset`: [first, last), without its newline.
std::string_view line_at(const SourceText& text, uint32_t offset);

}  // namespace exmonty
