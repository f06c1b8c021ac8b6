#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/base/limbs.h"
#include "vm/base/work.h"

// Python's int of any size, as magnitude and sign.
//
// A View is normalised: no zero limbs on top, and zero (no limbs at all) is not negative. A Number is where a result
// goes: the caller points `limbs` at memory for at least as many limbs as the matching `..._limbs` function says (an
// upper bound that may be checked against a limit before the work), and finds a normalised number in it. Results never
// overlap with operands.
//
// Functions that take a Work can run long: they poll, and borrow working memory. The others are linear with a small
// constant (a nanosecond a limb at most), so that the memory limit bounds their time.
//
// What polling costs, measured against plain GMP (mpz functions of 6.2.1, static; g++ 12 -O2, one of two shared cores
// of an EPYC machine, best of three; milliseconds; "gap" is the longest time between two polls, scheduling noise
// included):
//
//                      10,000 digits           100,000 digits           1,000,000 digits
//                    ours    GMP    gap       ours    GMP    gap       ours    GMP    gap
//   a * b            0.031   0.031  0.03      0.99    0.76   0.10      30.9    10.4   0.29
//   a // b, a of 2n  0.074   0.074  0.07      2.37    1.79   0.14      75.9    27.1   0.32
//   str(a)           0.098   0.081  0.10      3.48    2.43   0.96     106      57.9   1.15
//   int(text)        0.068   0.039  0.07      1.81    1.07   1.03      50.9    25.9   2 to 8
//   isqrt(a)         0.017   0.013  0.02      1.11    0.42   0.23      37.1    10.1   0.32
//   gcd(a, b)        0.60    0.55   0.60     44.0    13.1    1.42    4313     298     4.5
//   7 ** digits      0.010   0.010  0.01      0.30    0.26   0.06       9.5     4.8   0.15
//   pow(a, b, c)     4736    5644   < 1 for odd c and 4734 against 2727 for even c at 10,000 digits
//
// So up to some 65,000 bits nothing is lost; at a million digits products cost three times as much (Toom-3 over blocks
// against GMP's FFT, which cannot be interrupted and asks malloc for megabytes). CPython 3.13 takes 790 ms for such a
// product.

namespace exmonty::bigint {

using limbs::Limb;
using limbs::limb_bits;
using Status = WorkStatus;
using exmonty::Work;

struct View {
    const Limb* limbs = nullptr;
    size_t size = 0;
    bool negative = false;

    bool is_zero() const { return size == 0; }
    bool is_odd() const { return size != 0 && (limbs[0] & 1) != 0; }
    View magnitude() const { return {limbs, size, false}; }
    View negated() const { return {limbs, size, size != 0 && !negative}; }
};

struct Number {
    Limb* limbs = nullptr;
    size_t size = 0;
    bool negative = false;

    operator View() const { return {limbs, size, negative}; }

    void normalize(size_t count, bool is_negative) {
        size = limbs::used(limbs, count);
        negative = is_negative && size != 0;
    }
};

// An int of one word seen as a View, which lives as long as this does.
class Word {
  public:
    explicit Word(int64_t value)
        : limb_(value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value)), negative_(value < 0) {}

    operator View() const { return {&limb_, limb_ != 0 ? size_t{1} : 0, negative_}; }

  private:
    Limb limb_;
    bool negative_;
};

// A size that no memory has, where a bound does not fit a size_t.
constexpr size_t too_many_limbs = static_cast<size_t>(-1);

constexpr size_t limbs_for_bits(uint64_t bits) {
    return static_cast<size_t>(bits / limb_bits + (bits % limb_bits != 0));
}

// --- Properties -----------------------------------------------------------------------------------------------------

// -1, 0 or 1.
int compare(View a, View b);

// https://docs.python.org/3/library/stdtypes.html#int.bit_length
uint64_t bit_length(View a);
// https://docs.python.org/3/library/stdtypes.html#int.bit_count
uint64_t bit_count(View a);
// The number of zero bits below the lowest one; `a` is not zero.
uint64_t trailing_zeros(View a);

int64_t hash(View a);

// Whether the value fits, and the value if so.
bool to_int64(View a, int64_t& value);

// --- Sums, shifts, bits ---------------------------------------------------------------------------------------------

constexpr size_t add_limbs(View a, View b) { return (a.size > b.size ? a.size : b.size) + 1; }
void add(Number& result, View a, View b);
void subtract(Number& result, View a, View b);

constexpr size_t shift_left_limbs(View a, uint64_t bits) {
    const uint64_t whole = bits / limb_bits + 1;
    return a.size == 0 ? 0 : whole > too_many_limbs - a.size ? too_many_limbs : a.size + static_cast<size_t>(whole);
}
void shift_left(Number& result, View a, uint64_t bits);

// Towards minus infinity.
constexpr size_t shift_right_limbs(View a, uint64_t bits) {
    return bits / limb_bits >= a.size ? 1 : a.size - static_cast<size_t>(bits / limb_bits) + 1;
}
void shift_right(Number& result, View a, uint64_t bits);

// Bit operations see negative numbers as endless two's complement.
enum class BitOperation : uint8_t { bit_and, bit_or, bit_xor };
constexpr size_t bit_operation_limbs(View a, View b) { return add_limbs(a, b); }
void apply(Number& result, BitOperation operation, View a, View b);

// --- Bytes ----------------------------------------------------------------------------------------------------------

enum class ByteOrder : uint8_t { little, big };
enum class Signedness : uint8_t { is_unsigned, is_signed };
enum class BytesError : uint8_t { none, too_big, negative_to_unsigned };

// https://docs.python.org/3/library/stdtypes.html#int.to_bytes; the texts are "int too big to convert" and
// "can't convert negative int to unsigned", both OverflowError.
BytesError to_bytes(View a, unsigned char* bytes, size_t count, ByteOrder order, Signedness signedness);

// https://docs.python.org/3/library/stdtypes.html#int.from_bytes
constexpr size_t from_bytes_limbs(size_t count) { return count / 8 + 1; }
void from_bytes(Number& result, const unsigned char* bytes, size_t count, ByteOrder order, Signedness signedness);

// --- Floats ---------------------------------------------------------------------------------------------------------

struct DoubleResult {
    double value;
    bool overflow;
};

// Rounded half to even; on overflow Python says "int too large to convert to float".
DoubleResult to_double(View a);

// Truncates; `value` is finite.
constexpr size_t from_double_limbs = 17;
void from_double(Number& result, double value);

// The int against the float's exact value; the float is not NaN.
int compare_with_double(View a, double b);

// --- Products and quotients -----------------------------------------------------------------------------------------

constexpr size_t multiply_limbs(View a, View b) { return a.size + b.size; }
[[nodiscard]] Status multiply(Number& result, View a, View b, const Work& work);

// Python's // and %: the quotient is rounded towards minus infinity, the remainder has the divisor's sign. `b` is not
// zero. Either result may be left out (null).
constexpr size_t quotient_limbs(View a, View b) { return a.size < b.size ? 1 : a.size - b.size + 2; }
constexpr size_t remainder_limbs(View, View b) { return b.size; }
[[nodiscard]] Status divide(Number* quotient, Number* remainder, View a, View b, const Work& work);

// int / int, rounded half to even; `b` is not zero. On overflow Python says
// "integer division result too large for a float".
[[nodiscard]] Status true_divide(DoubleResult& result, View a, View b, const Work& work);

// --- Powers, roots, common divisors ---------------------------------------------------------------------------------

// base ** exponent; too_many_limbs when that cannot be held by any memory.
size_t power_limbs(View base, uint64_t exponent);
[[nodiscard]] Status power(Number& result, View base, uint64_t exponent, const Work& work);

// pow(base, exponent, modulus): exponent >= 0, modulus not zero; the result has the modulus' sign.
constexpr size_t power_modulo_limbs(View modulus) { return modulus.size; }
[[nodiscard]] Status power_modulo(Number& result, View base, View exponent, View modulus, const Work& work);

// The x in [0, |modulus|) with a * x = 1 modulo `modulus`, which is not zero. `invertible` is false when there is none:
// "base is not invertible for the given modulus" (ValueError).
constexpr size_t invert_modulo_limbs(View modulus) { return modulus.size + 1; }
[[nodiscard]] Status invert_modulo(Number& result, bool& invertible, View a, View modulus, const Work& work);

// https://docs.python.org/3/library/math.html#math.gcd
constexpr size_t gcd_limbs(View a, View b) { return a.size > b.size ? a.size : b.size; }
[[nodiscard]] Status gcd(Number& result, View a, View b, const Work& work);

// https://docs.python.org/3/library/math.html#math.isqrt; `a` is not negative.
constexpr size_t square_root_limbs(View a) { return a.size / 2 + 1; }
[[nodiscard]] Status square_root(Number& result, View a, const Work& work);

}  // namespace exmonty::bigint
