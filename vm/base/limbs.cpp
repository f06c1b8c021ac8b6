#include "vm/base/limbs.h"

namespace exmonty::limbs {

int compare(const Limb* a, size_t a_count, const Limb* b, size_t b_count) {
    if (a_count != b_count) return a_count < b_count ? -1 : 1;
    for (size_t i = a_count; i-- != 0;)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

Limb add_in_place(Limb* to, size_t to_count, const Limb* from, size_t count) {
    Limb carry = count != 0 ? mpn_add_n(gmp(to), gmp(to), gmp(from), gmp_size(count)) : 0;
    for (size_t i = count; carry != 0 && i < to_count; ++i) carry = ++to[i] == 0;
    return carry;
}

Limb subtract_in_place(Limb* to, size_t to_count, const Limb* from, size_t count) {
    Limb borrow = count != 0 ? mpn_sub_n(gmp(to), gmp(to), gmp(from), gmp_size(count)) : 0;
    for (size_t i = count; borrow != 0 && i < to_count; ++i) borrow = to[i]-- == 0;
    return borrow;
}

}  // namespace exmonty::limbs
