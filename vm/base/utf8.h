#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// Text in memory is generalised UTF-8: strict UTF-8, and lone surrogates (which Python strings may hold) as three
// bytes. A surrogate pair stays two code points, as in Python; the pair is never merged into one.
//
// Functions that take a `const char*` into a text trust it (it was made by us or validated): no bounds are checked
// beyond what the leading byte says. What comes from outside goes through validate() first.

namespace exmonty::utf8 {

constexpr size_t max_length = 4;
constexpr char32_t max_code_point = 0x10FFFF;

constexpr bool is_surrogate(char32_t code_point) { return (code_point & 0xFFFFF800u) == 0xD800u; }
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

constexpr size_t encoded_length(char32_t code_point) {
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

// Length of the sequence that this leading byte opens.
constexpr size_t sequence_length(char leading_byte) {
    const unsigned char byte = static_cast<unsigned char>(leading_byte);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Writes 1 to 4 bytes, returns how many. Surrogates are written as three bytes.
constexpr size_t encode(char32_t code_point, char* out) {
    if (code_point < 0x80) {
        out[0] = static_cast<char>(code_point);
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = static_cast<char>(0xC0 | code_point >> 6);
        out[1] = static_cast<char>(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = static_cast<char>(0xE0 | code_point >> 12);
        out[1] = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
        out[2] = static_cast<char>(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = static_cast<char>(0xF0 | code_point >> 18);
    out[1] = static_cast<char>(0x80 | (code_point >> 12 & 0x3F));
    out[2] = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
    out[3] = static_cast<char>(0x80 | (code_point & 0x3F));
    return 4;
}

// Reads the code point at `at` and moves `at` behind it.
constexpr char32_t next(const char*& at) {
    const auto byte = [](char c) { return static_cast<char32_t>(static_cast<unsigned char>(c)); };
    const char32_t lead = byte(at[0]);
    if (lead < 0x80) {
        at += 1;
        return lead;
    }
    if (lead < 0xE0) {
        const char32_t result = (lead & 0x1F) << 6 | (byte(at[1]) & 0x3F);
        at += 2;
        return result;
    }
    if (lead < 0xF0) {
        const char32_t result = (lead & 0x0F) << 12 | (byte(at[1]) & 0x3F) << 6 | (byte(at[2]) & 0x3F);
        at += 3;
        return result;
    }
    const char32_t result =
        (lead & 0x07) << 18 | (byte(at[1]) & 0x3F) << 12 | (byte(at[2]) & 0x3F) << 6 | (byte(at[3]) & 0x3F);
    at += 4;
    return result;
}

// Moves `at` before the code point that ends there and returns it. `at` is not the start of the text.
constexpr char32_t previous(const char*& at) {
    do --at;
    while (is_continuation(*at));
    const char* position = at;
    return next(position);
}

constexpr char32_t decode(const char* at) { return next(at); }

bool is_ascii(std::string_view text);
size_t count_code_points(std::string_view text);

// Byte offset of code point `count` counted from byte `offset`; the text's size when there are fewer.
size_t advance(std::string_view text, size_t offset, size_t count);
// Byte offset of the code point `count` before byte `offset`; 0 when there are fewer.
size_t retreat(std::string_view text, size_t offset, size_t count);

enum class Surrogates : uint8_t { refused, allowed };
enum class ErrorReason : uint8_t { none, invalid_start_byte, invalid_continuation_byte, unexpected_end_of_data };

// The first fault of a text, with the byte range that CPython's UnicodeDecodeError names.
struct Error {
    ErrorReason reason = ErrorReason::none;
    size_t start = 0;
    size_t end = 0;

    explicit operator bool() const { return reason != ErrorReason::none; }
};

// Checks bytes [offset, size). Positions in the error count from the start of `text`.
Error validate(std::string_view text, Surrogates surrogates = Surrogates::refused, size_t offset = 0);

// "invalid start byte" and so on.
std::string_view reason_text(ErrorReason reason);

}  // namespace exmonty::utf8
