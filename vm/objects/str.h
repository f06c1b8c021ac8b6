// str: an immutable sequence of code points, kept as generalised UTF-8 (lone surrogates are three bytes).
//
// A Str is inline (its bytes follow the header) or a view of a shared StrBuffer that grows at its end: `a + b` appends
// in place when `a` ends where the buffer is used up, so building a text piece by piece is linear. Always flat.
// Invariants: `size` bytes, `length` code points; `Str::ascii` is set exactly when the two are equal. `hash` is the
// unkeyed base hash, 0 when not computed; a dict mixes the run's key in.
#pragma once

#include "vm/heap/cell.h"

#include <array>
#include <string_view>

namespace exmonty {

class Heap;
struct Run;

// A buffer of bytes that several strings may share; `used` only grows.
struct StrBuffer : Cell {
    static constexpr Kind cell_kind = Kind::StrBuffer;
    char* bytes;
    uint32_t used;
    uint32_t capacity;
};

struct Str : Cell {
    static constexpr Kind cell_kind = Kind::Str;
    static constexpr uint8_t ascii = 1;
    static constexpr uint8_t shared = 2;  // bytes lie in `buffer`
    static constexpr uint32_t inline_limit = 256;
    static constexpr uint64_t max_size = UINT32_MAX - 1;

    // `count` of the header is the size in bytes.
    mutable uint64_t hash;
    uint32_t length;
    // Shared strings: where the bytes start in the buffer.
    uint32_t offset;
    union {
        StrBuffer* buffer;
        std::array<char, 8> inline_text;  // and what follows the struct
    };

    uint32_t size() const { return count; }
    bool is_ascii() const { return (flags & ascii) != 0; }
    bool is_shared() const { return (flags & shared) != 0; }
    const char* data() const { return is_shared() ? buffer->bytes + offset : inline_text.data(); }
    std::string_view view() const { return {data(), count}; }

    static size_t cell_bytes(size_t size) { return offsetof(Str, inline_text) + (size < 8 ? 8 : size); }
};

// A str with these bytes; counts code points. Never fails for at most Str::inline_limit bytes; above that the caller
// has reserved, or gets nullptr.
Str* new_str(Heap& heap, std::string_view bytes);
// The same where length and ASCII-ness are known.
Str* new_str(Heap& heap, std::string_view bytes, uint32_t length);
// A str of `size` bytes to be filled in through `writable`; nullptr when refused. `seal` ends that.
Str* new_str_uninitialised(Heap& heap, size_t size);
char* writable(Str* str);
void seal(Str* str, uint32_t length);
// The static str of an ASCII character.
Str* ascii_character(unsigned char code);
// One code point.
Str* new_str_of(Heap& heap, char32_t code_point);
// `a + b`, in place when it can; nullptr when refused.
Str* concatenate(Heap& heap, Str* a, Str* b);

uint64_t base_hash(const Str* str);
inline bool equal(const Str* a, const Str* b) {
    return a == b || (a->count == b->count && (a->hash == b->hash || a->hash == 0 || b->hash == 0) && a->view() == b->view());
}

extern const Str* const empty_str;

}  // namespace exmonty
