// int: 62 bits in the value word; larger ones are cells with a sign and 64-bit limbs.
// Invariant: a BigInt never holds a number that fits the word, and its highest limb is not 0.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

class Heap;

struct BigInt : Cell {
    static constexpr Kind cell_kind = Kind::Int;
    static constexpr uint8_t negative = 1;
    // `count` of the header is the number of limbs, lowest first.
    uint64_t limbs[1];

    bool is_negative() const { return (flags & negative) != 0; }
    static size_t cell_bytes(size_t limbs) { return offsetof(BigInt, limbs) + sizeof(uint64_t) * limbs; }
};

// Uninitialised limbs; nullptr when refused (never for at most 512 limbs).
BigInt* new_big_int(Heap& heap, size_t limbs);
// The value of a magnitude: a word when it fits, else a cell. Drops leading zeros. UNBOUND when refused.
Value int_value(Heap& heap, const uint64_t* limbs, size_t count, bool negative);
// Whether a magnitude without leading zeros fits the word, and the word if so.
bool fits_word(const uint64_t* limbs, size_t count, bool negative, Value& word);

// An int's or bool's sign and magnitude, wherever it is: valid while the value and the view are.
struct IntView {
    explicit IntView(Value value);
    IntView(const IntView&) = delete;
    IntView& operator=(const IntView&) = delete;

    const uint64_t* limbs;
    size_t count;  // 0 for zero
    bool negative;
    uint64_t word;
};

inline bool is_exact_int(Value value) { return value.is_int() || is_kind(value, Kind::Int); }
// int or bool.
inline bool is_integral(Value value) { return is_exact_int(value) || is_bool(value); }
// bool → the int that it is; others as they are.
inline Value plain_int(Value value) { return is_bool(value) ? Value::integer(value == TRUE) : value; }

}  // namespace exmonty
