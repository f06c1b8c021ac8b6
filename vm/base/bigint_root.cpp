#include <bit>

#include "vm/base/bigint.h"
#include "vm/base/limb_buffer.h"

namespace exmonty::bigint {

using limbs::gmp;
using limbs::gmp_size;
using limbs::LimbBuffer;

namespace {

// Up to here the root is one call of GMP.
constexpr size_t direct_limbs = 2 * limbs::block_limbs;
constexpr uint64_t direct_bits = uint64_t{direct_limbs} * limb_bits;

void direct_root(Number& result, View a, Limb* remainder) {
    mpn_sqrtrem(gmp(result.limbs), gmp(remainder), gmp(a.limbs), gmp_size(a.size));
    result.normalize((a.size + 1) / 2, false);
}

// Numbers that the steps of a long root share; each has room for the operand and some.
struct RootMemory {
    LimbBuffer root;
    LimbBuffer shifted;
    LimbBuffer quotient;

    RootMemory(const Work& work, View a)
        : root(work.scratch, square_root_limbs(a) + 3),
          shifted(work.scratch, a.size + 3),
          quotient(work.scratch, a.size + 3) {}

    bool refused() const { return root.refused() || shifted.refused() || quotient.refused(); }
};

}  // namespace

// Newton's method with a precision that doubles, as CPython's math.isqrt does it (Modules/mathmodule.c has the proof):
// with c half of the bits of a, and d of them treated, (root - 1)**2 < a >> 2 (c - d) < (root + 1)**2 always holds.
Status square_root(Number& result, View a, const Work& work) {
    if (a.size == 0) {
        result.normalize(0, false);
        return Status::ok;
    }
    RootMemory memory(work, a);
    if (memory.refused()) return Status::no_memory;
    if (a.size <= direct_limbs) {
        direct_root(result, a, memory.shifted.data());
        return Status::ok;
    }
    const uint64_t c = (bit_length(a) - 1) / 2;
    int s = 0;
    while (c >> s > direct_bits / 2 - 2) ++s;
    uint64_t d = c >> s;
    Number root{memory.root.data()};
    Number shifted{memory.shifted.data()};
    Number quotient{memory.quotient.data()};
    shift_right(shifted, a, 2 * (c - d));
    direct_root(root, shifted, quotient.limbs);
    while (s-- != 0) {
        const uint64_t e = d;
        d = c >> s;
        shift_right(shifted, a, 2 * c - e - d + 1);
        if (const Status status = divide(&quotient, nullptr, shifted, root, work); status != Status::ok) return status;
        shift_left(shifted, root, d - e - 1);
        add(root, shifted, quotient);
    }
    if (const Status status = multiply(quotient, root, root, work); status != Status::ok) return status;
    if (compare(quotient, a) > 0)
        subtract(shifted, root, Word(1));
    else
        shift_left(shifted, root, 0);
    limbs::copy(result.limbs, shifted.limbs, shifted.size);
    result.normalize(shifted.size, false);
    return Status::ok;
}

}  // namespace exmonty::bigint
