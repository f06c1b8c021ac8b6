#include <algorithm>
#include <cmath>

#include "vm/base/bigint.h"
#include "vm/base/float_bits.h"
#include "vm/base/limb_buffer.h"

namespace exmonty::bigint {

using limbs::LimbBuffer;

Status multiply(Number& result, View a, View b, const Work& work) {
    LimbBuffer scratch(work.scratch, limbs::multiply_scratch(a.size, b.size));
    if (scratch.refused()) return Status::no_memory;
    if (!limbs::multiply(result.limbs, a.limbs, a.size, b.limbs, b.size, scratch.data(), work.poll))
        return Status::stopped;
    result.normalize(a.size + b.size, a.negative != b.negative);
    return Status::ok;
}

namespace {

// |a| < |b|: nothing to divide. The remainder is a, or a + b when their signs differ.
void divide_by_larger(Number* quotient, Number* remainder, View a, View b) {
    const bool turned = a.size != 0 && a.negative != b.negative;
    if (quotient != nullptr) {
        quotient->limbs[0] = 1;
        quotient->normalize(turned ? 1 : 0, true);
    }
    if (remainder == nullptr) return;
    if (turned)
        mpn_sub(limbs::gmp(remainder->limbs), limbs::gmp(b.limbs), limbs::gmp_size(b.size), limbs::gmp(a.limbs),
                limbs::gmp_size(a.size));
    else
        limbs::copy(remainder->limbs, a.limbs, a.size);
    remainder->normalize(turned ? b.size : a.size, b.negative);
}

}  // namespace

Status divide(Number* quotient, Number* remainder, View a, View b, const Work& work) {
    if (limbs::compare(a.limbs, a.size, b.limbs, b.size) < 0) {
        divide_by_larger(quotient, remainder, a, b);
        return Status::ok;
    }
    const size_t quotient_count = a.size - b.size + 1;
    LimbBuffer scratch(work.scratch, limbs::divide_scratch(a.size, b.size));
    LimbBuffer unwanted_quotient(work.scratch, quotient != nullptr ? 0 : quotient_count);
    LimbBuffer unwanted_remainder(work.scratch, remainder != nullptr ? 0 : b.size);
    if (scratch.refused() || unwanted_quotient.refused() || unwanted_remainder.refused()) return Status::no_memory;
    Limb* q = quotient != nullptr ? quotient->limbs : unwanted_quotient.data();
    Limb* r = remainder != nullptr ? remainder->limbs : unwanted_remainder.data();
    if (!limbs::divide(q, r, a.limbs, a.size, b.limbs, b.size, scratch.data(), work.poll)) return Status::stopped;

    // Truncated so far. With different signs and a rest, go down by one and give the divisor back.
    const bool turned = a.negative != b.negative && limbs::used(r, b.size) != 0;
    if (quotient != nullptr) {
        const Limb one = 1;
        q[quotient_count] = turned ? limbs::add_in_place(q, quotient_count, &one, 1) : 0;
        quotient->normalize(quotient_count + 1, a.negative != b.negative);
    }
    if (remainder != nullptr) {
        if (turned) mpn_sub_n(limbs::gmp(r), limbs::gmp(b.limbs), limbs::gmp(r), limbs::gmp_size(b.size));
        remainder->normalize(b.size, b.negative);
    }
    return Status::ok;
}

// A quotient of at least 65 bits, and whether anything was lost, decide the rounding. So one of the numbers is shifted
// until a has 66 bits more than b, or has 66 bits more already.
Status true_divide(DoubleResult& result, View a, View b, const Work& work) {
    constexpr int64_t quotient_bits = 66;
    const bool negative = a.negative != b.negative;
    result = {negative ? -0.0 : 0.0, false};
    if (a.size == 0) return Status::ok;
    const int64_t surplus = static_cast<int64_t>(bit_length(a)) - static_cast<int64_t>(bit_length(b));
    if (surplus > double_max_exponent + 1) {
        result = {negative ? -HUGE_VAL : HUGE_VAL, true};
        return Status::ok;
    }
    if (surplus < double_min_exponent - double_mantissa_bits - 1) return Status::ok;
    const int64_t shift = quotient_bits - surplus;
    const View magnitude = a.magnitude();
    const uint64_t up = static_cast<uint64_t>(std::max<int64_t>(shift, 0));
    const uint64_t down = static_cast<uint64_t>(std::max<int64_t>(-shift, 0));
    LimbBuffer dividend_memory(work.scratch, shift_left_limbs(magnitude, up));
    LimbBuffer quotient_memory(work.scratch, 3 + limbs_for_bits(quotient_bits));
    LimbBuffer remainder_memory(work.scratch, b.size);
    if (dividend_memory.refused() || quotient_memory.refused() || remainder_memory.refused()) return Status::no_memory;
    Number dividend{dividend_memory.data()};
    bool sticky = false;
    if (down != 0) {
        shift_right(dividend, magnitude, down);
        sticky = trailing_zeros(magnitude) < down;
    } else {
        shift_left(dividend, magnitude, up);
    }
    Number quotient{quotient_memory.data()};
    Number remainder{remainder_memory.data()};
    if (const Status status = divide(&quotient, &remainder, dividend, b.magnitude(), work); status != Status::ok)
        return status;
    sticky = sticky || remainder.size != 0;

    // The quotient has 66 or 67 bits.
    const unsigned dropped = static_cast<unsigned>(bit_length(quotient) - limb_bits);
    const Limb low_bits = quotient.limbs[0] & ((Limb{1} << dropped) - 1);
    const Limb mantissa = quotient.limbs[0] >> dropped | quotient.limbs[1] << (limb_bits - dropped);
    const RoundedDouble rounded =
        put_together(mantissa, sticky || low_bits != 0, static_cast<int64_t>(dropped) - shift);
    result = {negative ? -rounded.value : rounded.value, rounded.overflow};
    return Status::ok;
}

}  // namespace exmonty::bigint
