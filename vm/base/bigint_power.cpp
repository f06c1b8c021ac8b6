#include <algorithm>
#include <bit>

#include "vm/base/bigint.h"
#include "vm/base/limb_buffer.h"

namespace exmonty::bigint {

using limbs::LimbBuffer;

size_t power_limbs(View base, uint64_t exponent) {
    if (base.size == 0 || exponent == 0) return 1;
    uint64_t bits;
    if (__builtin_mul_overflow(bit_length(base), exponent, &bits) || bits > uint64_t{1} << 62) return too_many_limbs;
    return limbs_for_bits(bits) + 3;
}

namespace {

// odd ** exponent by repeated squaring, from one buffer to another; the exponent is not zero.
Status power_of_odd(Number& result, View odd, uint64_t exponent, size_t most_limbs, const Work& work) {
    LimbBuffer memory(work.scratch, most_limbs);
    if (memory.refused()) return Status::no_memory;
    Number current = result;
    Number other{memory.data()};
    const auto multiply_by = [&](View factor) {
        const Status status = multiply(other, current, factor, work);
        std::swap(current, other);
        return status;
    };
    limbs::copy(current.limbs, odd.limbs, odd.size);
    current.normalize(odd.size, false);
    for (int bit = 62 - std::countl_zero(exponent); bit >= 0; --bit) {
        if (const Status status = multiply_by(current); status != Status::ok) return status;
        if ((exponent >> bit & 1) == 0) continue;
        if (const Status status = multiply_by(odd); status != Status::ok) return status;
    }
    if (current.limbs != result.limbs) limbs::copy(result.limbs, current.limbs, current.size);
    result.normalize(current.size, false);
    return Status::ok;
}

}  // namespace

// The powers of two in the base are a shift in the end: 10**n costs as much as 5**n.
Status power(Number& result, View base, uint64_t exponent, const Work& work) {
    const bool negative = base.negative && exponent % 2 != 0;
    if (base.size == 0 || exponent == 0) {
        result.limbs[0] = 1;
        result.normalize(exponent == 0 ? 1 : 0, false);
        return Status::ok;
    }
    const uint64_t twos = trailing_zeros(base);
    LimbBuffer odd_memory(work.scratch, base.size + 1);
    if (odd_memory.refused()) return Status::no_memory;
    Number odd{odd_memory.data()};
    shift_right(odd, base.magnitude(), twos);
    if (odd.size == 1 && odd.limbs[0] == 1) {
        shift_left(result, odd, twos * exponent);
        result.negative = negative;
        return Status::ok;
    }

    const size_t most_limbs = power_limbs(odd, exponent);
    if (most_limbs == too_many_limbs) return Status::no_memory;
    LimbBuffer odd_power_memory(work.scratch, most_limbs);
    if (odd_power_memory.refused()) return Status::no_memory;
    Number odd_power{odd_power_memory.data()};
    if (const Status status = power_of_odd(odd_power, odd, exponent, most_limbs, work); status != Status::ok)
        return status;
    shift_left(result, odd_power, twos * exponent);
    result.negative = negative;
    return Status::ok;
}

}  // namespace exmonty::bigint
