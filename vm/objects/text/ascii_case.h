// Upper and lower case within ASCII, sixteen bytes at a time; other bytes stay as they are.
#pragma once

#include "vm/objects/text/byte_mask.h"

namespace exmonty {

enum class AsciiCase : uint8_t { Upper, Lower, Swapped };

constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

template <AsciiCase which>
constexpr char in_ascii_case(char c) {
    bool flip = (which != AsciiCase::Lower && is_ascii_lower(c)) || (which != AsciiCase::Upper && is_ascii_upper(c));
    return flip ? static_cast<char>(c ^ 0x20) : c;
}

template <AsciiCase which>
void convert_ascii_case(char* out, const char* text, size_t size) {
    size_t at = 0;
    for (; size - at >= 16; at += 16) {
        ByteVector bytes;
        memcpy(&bytes, text + at, 16);
        ByteVector flip = {};
        if constexpr (which != AsciiCase::Lower) flip |= (bytes >= 'a') & (bytes <= 'z');
        if constexpr (which != AsciiCase::Upper) flip |= (bytes >= 'A') & (bytes <= 'Z');
        bytes ^= flip & 0x20;
        memcpy(out + at, &bytes, 16);
    }
    for (; at < size; at++) out[at] = in_ascii_case<which>(text[at]);
}

// The first letter of each word in upper case, all others in lower case.
inline void convert_ascii_title(char* out, const char* text, size_t size) {
    bool in_word = false;
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        out[i] = in_word ? in_ascii_case<AsciiCase::Lower>(c) : in_ascii_case<AsciiCase::Upper>(c);
        in_word = is_ascii_upper(c) || is_ascii_lower(c);
    }
}

// What istitle asks of ASCII.
inline bool is_ascii_title(std::string_view text) {
    bool in_word = false;
    bool any = false;
    for (char c : text) {
        if (is_ascii_upper(c)) {
            if (in_word) return false;
            in_word = any = true;
        } else if (is_ascii_lower(c)) {
            if (!in_word) return false;
            any = true;
        } else {
            in_word = false;
        }
    }
    return any;
}

}  // namespace exmonty
