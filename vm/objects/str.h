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

// Byte offsets of every 64th code point make a random access to non-ASCII text short.
constexpr uint32_t mark_interval = 64;

// A buffer of bytes that several strings may share; `used` only grows. `count` of the header is the number of marks:
// marks[i] is where code point 64 * i of the buffer starts; marks[0], which would be 0, tells how many bytes they cover.
// They are made on the first random access, are extended on later ones, and are derivable, so no snapshot has them.
struct StrBuffer : Cell {
    static constexpr Kind cell_kind = Kind::StrBuffer;
    char* bytes;
    uint32_t used;
    uint32_t capacity;
    uint32_t* marks;
};

struct Str : Cell {
    static constexpr Kind cell_kind = Kind::Str;
    static constexpr uint8_t ascii = 1;
    static constexpr uint8_t shared = 2;  // bytes lie in `buffer`
    // Inline, long, not ASCII (only constants of a template are): marks follow the text.
    static constexpr uint8_t marked = 4;
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
    const uint32_t* inline_marks() const {
        return reinterpret_cast<const uint32_t*>(inline_text.data() + (count + 3u) / 4 * 4);
    }
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
// Bytes [from, from + size) of a str: shares its buffer when the part is a large one of it. nullptr when refused.
Str* substring(Heap& heap, const Str* text, size_t from, size_t size, uint32_t length);
// A block of the heap becomes the bytes of a str; `capacity` bytes, the first `size` of them count.
Str* adopt_block(Heap& heap, char* block, size_t size, size_t capacity, uint32_t length);
// An inline str of any size in memory that the caller has: `placed_bytes` bytes, 8-byte aligned. For templates.
size_t placed_bytes(std::string_view bytes, uint32_t length);
Str* place_str(void* memory, std::string_view bytes, uint32_t length);
// `a + b`, in place when it can; nullptr when refused.
Str* concatenate(Heap& heap, Str* a, Str* b);

// Where code point `index` (0 … length) starts. The first call on a long non-ASCII text may make its marks.
size_t byte_offset_slow(Heap& heap, const Str* text, uint32_t index);
inline size_t byte_offset(Heap& heap, const Str* text, uint32_t index) {
    return text->is_ascii() ? index : byte_offset_slow(heap, text, index);
}

uint64_t base_hash(const Str* str);
inline bool equal(const Str* a, const Str* b) {
    return a == b || (a->count == b->count && (a->hash == b->hash || a->hash == 0 || b->hash == 0) && a->view() == b->view());
}

extern const Str* const empty_str;

}  // namespace exmonty
