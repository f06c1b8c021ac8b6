#include "vm/base/bigint.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "vm/base/float_bits.h"
#include "vm/base/hash.h"

namespace exmonty::bigint {
namespace {

// |a| + |b|
void add_magnitudes(Number& result, View a, View b, bool negative) {
    if (a.size < b.size) std::swap(a, b);
    if (b.size != 0)
        result.limbs[a.size] = mpn_add(limbs::gmp(result.limbs), limbs::gmp(a.limbs), limbs::gmp_size(a.size),
                                       limbs::gmp(b.limbs), limbs::gmp_size(b.size));
    else {
        limbs::copy(result.limbs, a.limbs, a.size);
        result.limbs[a.size] = 0;
    }
    result.normalize(a.size + 1, negative);
}

// |a| - |b|, with the sign turned when the difference is negative.
void subtract_magnitudes(Number& result, View a, View b, bool negative) {
    if (limbs::compare(a.limbs, a.size, b.limbs, b.size) < 0) {
        std::swap(a, b);
        negative = !negative;
    }
    if (b.size != 0)
        mpn_sub(limbs::gmp(result.limbs), limbs::gmp(a.limbs), limbs::gmp_size(a.size), limbs::gmp(b.limbs),
                limbs::gmp_size(b.size));
    else
        limbs::copy(result.limbs, a.limbs, a.size);
    result.normalize(a.size, negative);
}

}  // namespace

int compare(View a, View b) {
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    const int order = limbs::compare(a.limbs, a.size, b.limbs, b.size);
    return a.negative ? -order : order;
}

uint64_t bit_length(View a) {
    if (a.size == 0) return 0;
    return uint64_t{a.size} * limb_bits - static_cast<unsigned>(std::countl_zero(a.limbs[a.size - 1]));
}

uint64_t bit_count(View a) { return a.size != 0 ? mpn_popcount(limbs::gmp(a.limbs), limbs::gmp_size(a.size)) : 0; }

uint64_t trailing_zeros(View a) {
    size_t i = 0;
    while (a.limbs[i] == 0) ++i;
    return uint64_t{i} * limb_bits + static_cast<unsigned>(std::countr_zero(a.limbs[i]));
}

// 2**64 is 8 modulo 2**61 - 1: a limb's turn multiplies by 8.
int64_t hash(View a) {
    uint64_t residue = 0;
    for (size_t i = a.size; i-- != 0;) {
        residue = (residue << 3 & numeric_hash_modulus) | residue >> (numeric_hash_bits - 3);
        residue += (a.limbs[i] & numeric_hash_modulus) + (a.limbs[i] >> numeric_hash_bits);
        if (residue >= numeric_hash_modulus) residue -= numeric_hash_modulus;
        if (residue >= numeric_hash_modulus) residue -= numeric_hash_modulus;
    }
    return hash_without_minus_one(a.negative ? -residue : residue);
}

bool to_int64(View a, int64_t& value) {
    if (a.size > 1) return false;
    const uint64_t magnitude = a.size != 0 ? a.limbs[0] : 0;
    const uint64_t most = (uint64_t{1} << 63) - (a.negative ? 0 : 1);
    if (magnitude > most) return false;
    value = static_cast<int64_t>(a.negative ? -magnitude : magnitude);
    return true;
}

void add(Number& result, View a, View b) {
    if (a.negative == b.negative)
        add_magnitudes(result, a, b, a.negative);
    else
        subtract_magnitudes(result, a, b, a.negative);
}

void subtract(Number& result, View a, View b) {
    if (a.negative != b.negative)
        add_magnitudes(result, a, b, a.negative);
    else
        subtract_magnitudes(result, a, b, a.negative);
}

void shift_left(Number& result, View a, uint64_t bits) {
    if (a.size == 0) {
        result.normalize(0, false);
        return;
    }
    const size_t whole = static_cast<size_t>(bits / limb_bits);
    const unsigned part = static_cast<unsigned>(bits % limb_bits);
    limbs::clear(result.limbs, whole);
    Limb carry = 0;
    if (part != 0)
        carry = mpn_lshift(limbs::gmp(result.limbs + whole), limbs::gmp(a.limbs), limbs::gmp_size(a.size), part);
    else
        limbs::copy(result.limbs + whole, a.limbs, a.size);
    result.limbs[whole + a.size] = carry;
    result.normalize(whole + a.size + 1, a.negative);
}

void shift_right(Number& result, View a, uint64_t bits) {
    const uint64_t whole = bits / limb_bits;
    const unsigned part = static_cast<unsigned>(bits % limb_bits);
    if (whole >= a.size) {
        result.limbs[0] = 1;
        result.normalize(a.negative ? 1 : 0, true);
        return;
    }
    const size_t cut = static_cast<size_t>(whole);
    const size_t kept = a.size - cut;
    bool inexact = limbs::used(a.limbs, cut) != 0;
    if (part != 0)
        inexact |= mpn_rshift(limbs::gmp(result.limbs), limbs::gmp(a.limbs + cut), limbs::gmp_size(kept), part) != 0;
    else
        limbs::copy(result.limbs, a.limbs + cut, kept);
    result.limbs[kept] = 0;
    if (a.negative && inexact) {
        const Limb one = 1;
        limbs::add_in_place(result.limbs, kept + 1, &one, 1);
    }
    result.normalize(kept + 1, a.negative);
}

DoubleResult to_double(View a) {
    if (a.size == 0) return {0.0, false};
    if (a.size > double_max_exponent / limb_bits + 1) return {a.negative ? -HUGE_VAL : HUGE_VAL, true};
    const unsigned zeros = static_cast<unsigned>(std::countl_zero(a.limbs[a.size - 1]));
    uint64_t mantissa = a.limbs[a.size - 1] << zeros;
    bool sticky = false;
    if (a.size > 1) {
        const Limb below = a.limbs[a.size - 2];
        if (zeros != 0) mantissa |= below >> (limb_bits - zeros);
        sticky = below << zeros != 0 || limbs::used(a.limbs, a.size - 2) != 0;
    }
    const int64_t exponent = static_cast<int64_t>(a.size - 1) * static_cast<int64_t>(limb_bits) - zeros;
    const RoundedDouble rounded = put_together(mantissa, sticky, exponent);
    return {a.negative ? -rounded.value : rounded.value, rounded.overflow};
}

void from_double(Number& result, double value) {
    const FloatBits bits = take_apart(std::trunc(value));
    const Limb mantissa = bits.mantissa;
    if (bits.mantissa == 0) {
        result.normalize(0, false);
        return;
    }
    // The mantissa is odd and the value whole, so the exponent is not negative.
    shift_left(result, {&mantissa, 1, bits.negative}, static_cast<uint64_t>(bits.exponent));
}

int compare_with_double(View a, double b) {
    if (std::isinf(b)) return b > 0 ? -1 : 1;
    Limb memory[from_double_limbs];
    Number whole{memory};
    from_double(whole, b);
    const int order = compare(a, whole);
    if (order != 0) return order;
    const double rest = b - std::trunc(b);
    return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

}  // namespace exmonty::bigint
