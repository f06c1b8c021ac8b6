#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"

namespace exmonty {

// The parts of a string token.
struct StringParts {
    std::string_view body;  // between the quotes
    bool is_bytes = false;
    bool is_raw = false;
    bool is_u = false;  // `u'…'`
};

StringParts split_string(std::string_view token);

enum class EscapeError : uint8_t {
    None,
    NonAsciiByte,      // in a bytes literal
    ByteHex,           // `\x` in a bytes literal
    Hex2,              // `\x`
    Hex4,              // `\u`
    Hex8,              // `\U`
    IllegalCodePoint,  // beyond U+10FFFF
    MalformedName,     // `\N` without `{…}`
    UnknownName,
    Exhausted,  // the arena was refused
};

// What is wrong with the escapes of a literal, and where in its body: bytes [start, end), counted as CPython does.
struct EscapeFault {
    EscapeError error = EscapeError::None;
    size_t start = 0;
    size_t end = 0;
    // Where the first backslash stands that starts no escape sequence (CPython warns of it), or that starts an octal one beyond
    // a byte.
    static constexpr size_t nowhere = SIZE_MAX;
    size_t doubtful = nowhere;

    explicit operator bool() const { return error != EscapeError::None; }
};

// The value of a literal's body: text in generalised UTF-8 (surrogates are three bytes), or bytes. It points into the
// body if there is nothing to decode.
std::string_view decode_string(const StringParts& parts, Arena& arena, EscapeFault& fault);

// The message of CPython's SyntaxError for a fault.
std::string_view escape_message(const EscapeFault& fault, Arena& arena);

}  // namespace exmonty
