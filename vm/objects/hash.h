// Hashes and equality that need no Python code.
//
// Python's hash() of a number, None or a tuple of those is CPython's own, because it decides the order in which a set
// prints; a str or bytes hash is keyed by the run; what is hashed by identity has the number of its cell (the order in
// which cells were first asked), never its address. The word is what hash() gives, as 64 bits; ~0 (-1) never occurs.
#pragma once

#include "vm/base/hash.h"
#include "vm/objects/run.h"

namespace exmonty {

// From so many bytes on, a comparison with the like counts for more than one step.
constexpr uint32_t long_text = 8 * 1024;

// The hash of a str in this run: hash('') is 0, as in CPython.
inline uint64_t keyed_hash(const Run& run, uint64_t base) {
    uint64_t hash = mix64(base ^ run.hash_key);
    return hash == ~uint64_t{0} ? ~uint64_t{1} : hash;
}
// Who takes a long text's hash will compare the text: that is polled for here. A breach waits for the loop.
uint64_t str_hash_slow(Run& run, const Str* text);
inline uint64_t str_hash(Run& run, const Str* text) {
    // Empty or long.
    if (text->count - 1 >= long_text) [[unlikely]] return str_hash_slow(run, text);
    return keyed_hash(run, text->hash ? text->hash : base_hash(text));
}

// hash_int for an int of the value word, which is its own residue but for the very largest.
inline uint64_t word_hash(int64_t number) {
    if (number >= 0 && number < static_cast<int64_t>(numeric_hash_modulus)) [[likely]] return static_cast<uint64_t>(number);
    return static_cast<uint64_t>(hash_int(number));
}

// The number of a cell that is compared by identity; given when it is first asked.
uint64_t identity_number(Run& run, Cell* cell);

// The hash of a value that can be hashed without Python code: numbers, None, str, bytes, ranges, slices and tuples of
// those (unless they are very deep or large), frozensets whose hash is known, and builtin objects that are hashed by
// identity. False: hash it by Run::hash, which also finds that a value cannot be hashed.
bool simple_hash_slow(Run& run, Value value, uint64_t& hash);
inline bool simple_hash(Run& run, Value value, uint64_t& hash) {
    if (const Str* text = as<Str>(value)) {
        hash = str_hash(run, text);
        return true;
    }
    if (value.is_int()) {
        hash = word_hash(value.as_int());
        return true;
    }
    return simple_hash_slow(run, value, hash);
}

// A slice hashes its three parts as a tuple does, without their number.
inline uint64_t finish_slice_hash(const TupleHash& hasher) {
    return hasher.accumulator == ~uint64_t{0} ? 1546275796 : hasher.accumulator;
}

// hash(x) as Python sees it.
Value hash_value(Run& run, uint64_t hash);
// The word of what Run::hash returned.
uint64_t hash_word(Value hash);

// A key is simple when comparing it to another simple key never needs Python: str, bytes, int, float, bool, None and
// tuples of those that are not very deep or large.
bool is_simple_key_slow(Value key);
inline bool is_simple_key(Value key) {
    return key.is_int() || key.is_inline_float() || is_kind(key, Kind::Str) || is_simple_key_slow(key);
}

// `a is b or a == b`, as far as it can be told without Python code.
enum class Equality : uint8_t { Different, Equal, Unknown };
Equality quick_equal_slow(Value a, Value b);
inline Equality quick_equal(Value a, Value b) {
    if (a == b) return Equality::Equal;
    if (both_int(a, b)) return Equality::Different;
    return quick_equal_slow(a, b);
}

// Comparisons of texts and ints look at all of them without a poll: who compares polls before for what that takes, when
// it is long. True: the run must stop.
uint64_t comparison_steps(Value a, Value b);  // of two cells; 0: they are short
inline bool poll_comparison(Run& run, Value a, Value b) {
    if (!a.is_cell() || !b.is_cell()) return false;
    const uint64_t steps = comparison_steps(a, b);
    return steps > 0 && run.budget.poll(steps);
}

}  // namespace exmonty
