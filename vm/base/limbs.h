#pragma once

#include <gmp.h>

#include <cstddef>
#include <cstdint>

#include "vm/base/poll.h"

// Long operations on natural numbers, cut into pieces.
//
// A number is an array of 64-bit limbs, the lowest first. GMP's mpn functions are fast, but one call may take seconds
// and, beyond some 1,500 limbs, asks malloc for memory. So nothing here hands GMP more than `block_limbs` limbs at a
// time: such a call takes about 0.1 ms (a division 0.3 ms), allocates nothing, and between two of them the poll is
// asked. Above that size the recursion is ours: Toom-3 and Karatsuba for products, Burnikel-Ziegler for quotients.
//
// Working memory is the caller's: for every operation `x` there is `x_scratch`, the number of limbs it needs. Results
// never overlap with operands. A function that returns bool returns false when it was stopped; its results are garbage.
//
// bigint.h has the measurements.

namespace exmonty::limbs {

using Limb = uint64_t;
static_assert(sizeof(mp_limb_t) == sizeof(Limb) && GMP_NAIL_BITS == 0);

constexpr size_t limb_bits = 64;
constexpr size_t block_limbs = 1024;

// GMP's type has another name on some systems; it is the same 64-bit word.
inline mp_limb_t* gmp(Limb* limbs) { return reinterpret_cast<mp_limb_t*>(limbs); }
inline const mp_limb_t* gmp(const Limb* limbs) { return reinterpret_cast<const mp_limb_t*>(limbs); }
inline mp_size_t gmp_size(size_t count) { return static_cast<mp_size_t>(count); }

// The number of limbs without leading zeros.
constexpr size_t used(const Limb* limbs, size_t count) {
    while (count != 0 && limbs[count - 1] == 0) --count;
    return count;
}

inline void copy(Limb* to, const Limb* from, size_t count) {
    if (count != 0) mpn_copyi(gmp(to), gmp(from), gmp_size(count));
}
inline void clear(Limb* to, size_t count) {
    if (count != 0) mpn_zero(gmp(to), gmp_size(count));
}

// -1, 0 or 1; neither number has leading zeros.
int compare(const Limb* a, size_t a_count, const Limb* b, size_t b_count);

// to[0, to_count) += or -= from[0, count), count <= to_count; the carry out.
Limb add_in_place(Limb* to, size_t to_count, const Limb* from, size_t count);
Limb subtract_in_place(Limb* to, size_t to_count, const Limb* from, size_t count);

// product[0, a_count + b_count) = a * b. Equal pointers (and counts) mean a square, which is cheaper.
size_t multiply_scratch(size_t a_count, size_t b_count);
bool multiply(Limb* product, const Limb* a, size_t a_count, const Limb* b, size_t b_count, Limb* scratch,
              const Poll& poll);

// quotient[0, a_count - b_count + 1) = a / b, remainder[0, b_count) = a % b.
// a_count >= b_count > 0, and b has no leading zeros.
size_t divide_scratch(size_t a_count, size_t b_count);
bool divide(Limb* quotient, Limb* remainder, const Limb* a, size_t a_count, const Limb* b, size_t b_count,
            Limb* scratch, const Poll& poll);

}  // namespace exmonty::limbs
