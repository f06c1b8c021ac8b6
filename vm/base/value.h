// The value word: every Python value that the interpreter touches is one 64-bit word.
//
//   ......00   int, 62 bits, two's complement, value = bits >> 2
//   ......1.   float: rotl(ieee + (3 << 60), 4); bit 1 is set exactly for 4 of the 8 windows of the top exponent bits
//              (000: zero and subnormals, 011 and 100: magnitudes 2^-255 … 2^257, 111: huge, inf, NaN)
//   .....001   heap cell: address + 1
//   .....101   immediate: None, True, False, Ellipsis, NotImplemented, UNBOUND and the native results
//
// A float whose exponent has no inline window is boxed in a Float cell; one that has a window never is.
// Why not NaN boxing: ints would have 51 bits. Both-int is `!((a | b) & 3)`, both-float is `a & b & 2`.
#pragma once

#include <bit>
#include <cstdint>

namespace exmonty {

struct Cell;

struct Value {
    uint64_t bits;

    constexpr bool operator==(const Value&) const = default;

    static constexpr Value from_bits(uint64_t bits) { return Value{bits}; }

    // Integers.
    static constexpr int64_t max_int = (int64_t{1} << 61) - 1;
    static constexpr int64_t min_int = -(int64_t{1} << 61);
    static constexpr bool fits_int(int64_t number) { return number >= min_int && number <= max_int; }
    static constexpr Value integer(int64_t number) { return Value{static_cast<uint64_t>(number) << 2}; }
    constexpr bool is_int() const { return (bits & 3) == 0; }
    constexpr int64_t as_int() const { return static_cast<int64_t>(bits) >> 2; }

    // Inline floats.
    static constexpr uint64_t float_offset = uint64_t{3} << 60;
    static constexpr uint64_t float_word(double number) {
        return std::rotl(std::bit_cast<uint64_t>(number) + float_offset, 4);
    }
    static constexpr bool fits_float(double number) { return (float_word(number) & 2) != 0; }
    static constexpr Value inline_float(double number) { return Value{float_word(number)}; }
    constexpr bool is_inline_float() const { return (bits & 2) != 0; }
    constexpr double as_inline_float() const { return std::bit_cast<double>(std::rotr(bits, 4) - float_offset); }

    // Cells.
    static Value cell(const void* address) { return Value{reinterpret_cast<uint64_t>(address) + 1}; }
    constexpr bool is_cell() const { return (bits & 7) == 1; }
    Cell* as_cell() const { return reinterpret_cast<Cell*>(bits - 1); }

    constexpr bool is_immediate() const { return (bits & 7) == 5; }
};

static_assert(sizeof(Value) == 8);

constexpr Value immediate(uint64_t number) { return Value{number << 3 | 5}; }

constexpr Value NONE = immediate(0);
constexpr Value FALSE = immediate(2);
constexpr Value TRUE = immediate(3);
constexpr Value ELLIPSIS = immediate(4);
constexpr Value NOT_IMPLEMENTED = immediate(5);
// A register, cell or slot without a value; never visible to Python.
constexpr Value UNBOUND = immediate(6);

// What a native may return instead of a value (vm/objects/native.h).
constexpr Value RAISED = immediate(8);
constexpr Value PUSHED = immediate(9);
constexpr Value COLLECT = immediate(10);
constexpr Value SUSPEND = immediate(11);
constexpr Value EXHAUSTED = immediate(12);

constexpr Value boolean(bool truth) { return truth ? TRUE : FALSE; }
constexpr bool is_bool(Value value) { return (value.bits | 8) == TRUE.bits; }
// True for the five native results, which are no Python values.
constexpr bool is_result(Value value) {
    return (value.bits & 7) == 5 && value.bits >= RAISED.bits;
}
constexpr bool both_int(Value a, Value b) { return ((a.bits | b.bits) & 3) == 0; }
constexpr bool both_inline_float(Value a, Value b) { return (a.bits & b.bits & 2) != 0; }

static_assert(Value::integer(-1).as_int() == -1 && Value::integer(Value::max_int).as_int() == Value::max_int);
static_assert(Value::integer(Value::min_int).as_int() == Value::min_int && Value::integer(7).is_int());
static_assert(Value::fits_float(0.0) && Value::fits_float(-0.0) && Value::fits_float(1.5) && Value::fits_float(-1e70));
static_assert(Value::fits_float(__builtin_inf()) && Value::fits_float(__builtin_nan("")) && Value::fits_float(5e-324));
static_assert(!Value::fits_float(1e-100) && !Value::fits_float(1e100));
static_assert(Value::inline_float(-2.75).as_inline_float() == -2.75 && !Value::inline_float(1.0).is_int());
static_assert(is_bool(TRUE) && is_bool(FALSE) && !is_bool(NONE) && !is_bool(ELLIPSIS) && !is_bool(Value::integer(1)));
static_assert(!NONE.is_cell() && !NONE.is_int() && !NONE.is_inline_float() && !UNBOUND.is_inline_float());

}  // namespace exmonty
