#include <algorithm>

#include "vm/base/limbs.h"

namespace exmonty::limbs {
namespace {

// From here on Toom-3 (five products of a third) is faster than Karatsuba (three products of a half).
constexpr size_t toom_3_limbs = 2 * block_limbs;

bool multiply_equal(Limb* product, const Limb* a, const Limb* b, size_t count, Limb* scratch, const Poll& poll);

size_t third(size_t count) { return (count + 2) / 3; }
size_t half(size_t count) { return (count + 1) / 2; }

size_t multiply_equal_scratch(size_t count) {
    size_t total = 0;
    while (count > toom_3_limbs) {
        count = third(count) + 1;
        total += 12 * count;
    }
    return total + (count > block_limbs ? 4 * half(count) + 1 : 0);
}

// to = |a - b|; b is shorter by one limb or not at all. Whether the difference is negative.
bool absolute_difference(Limb* to, const Limb* a, size_t count, const Limb* b, size_t b_count) {
    const size_t a_used = used(a, count);
    const size_t b_used = used(b, b_count);
    clear(to, count);
    if (compare(a, a_used, b, b_used) >= 0) {
        copy(to, a, a_used);
        subtract_in_place(to, count, b, b_used);
        return false;
    }
    copy(to, b, b_used);
    subtract_in_place(to, count, a, a_used);
    return true;
}

// With a = a0 + a1 x and b likewise: a0 b0 + (a0 b0 + a1 b1 - (a0 - a1)(b0 - b1)) x + a1 b1 x**2.
bool multiply_karatsuba(Limb* product, const Limb* a, const Limb* b, size_t count, Limb* scratch, const Poll& poll) {
    const size_t low = half(count);
    const size_t high = count - low;
    Limb* middle = scratch;
    Limb* rest = scratch + 2 * low;

    const bool a_negative = absolute_difference(product, a, low, a + low, high);
    const Limb* b_difference = product;
    bool b_negative = a_negative;
    if (a != b) {
        b_negative = absolute_difference(product + low, b, low, b + low, high);
        b_difference = product + low;
    }
    if (!multiply_equal(middle, product, b_difference, low, rest, poll) ||
        !multiply_equal(product, a, b, low, rest, poll) ||
        !multiply_equal(product + 2 * low, a + low, b + low, high, rest, poll))
        return false;

    Limb* sum = rest;
    copy(sum, product, 2 * low);
    sum[2 * low] = add_in_place(sum, 2 * low, product + 2 * low, 2 * high);
    if (a_negative == b_negative)
        subtract_in_place(sum, 2 * low + 1, middle, 2 * low);
    else
        sum[2 * low] += add_in_place(sum, 2 * low, middle, 2 * low);
    // The carry may be an empty limb that lies beyond the product.
    add_in_place(product + low, 2 * count - low, sum, std::min(2 * low + 1, 2 * count - low));
    return true;
}

// The values of a0 + a1 x + a2 x**2 at 1, -1 and 2, each of `size` + 1 limbs.
struct Evaluation {
    Limb* at_1;
    Limb* at_minus_1;
    Limb* at_2;
    bool minus_1_negative;
};

Evaluation evaluate(const Limb* a, size_t size, size_t last_size, Limb* memory) {
    const size_t width = size + 1;
    Evaluation values{memory, memory + width, memory + 2 * width, false};
    const Limb* a1 = a + size;
    const Limb* a2 = a + 2 * size;

    Limb* outer = values.at_2;  // a0 + a2, for a while.
    copy(outer, a, size);
    outer[size] = add_in_place(outer, size, a2, last_size);
    copy(values.at_1, outer, width);
    add_in_place(values.at_1, width, a1, size);
    values.minus_1_negative = absolute_difference(values.at_minus_1, outer, width, a1, size);

    // ((2 a2) + a1) 2 + a0
    clear(outer, width);
    copy(outer, a2, last_size);
    mpn_lshift(gmp(outer), gmp(outer), gmp_size(width), 1);
    add_in_place(outer, width, a1, size);
    mpn_lshift(gmp(outer), gmp(outer), gmp_size(width), 1);
    add_in_place(outer, width, a, size);
    return values;
}

// The polynomial with the values w0, w1, wm1, w2 at 0, 1, -1, 2 and the leading coefficient w4 (M. Bodrato's sequence).
// No intermediate value is negative, except wm1, which is given as absolute value and sign. The coefficients 1, 2 and 3
// replace w1, wm1 and w2.
void interpolate(Limb* w1, Limb* wm1, Limb* w2, bool wm1_negative, const Limb* w0, size_t w0_size, const Limb* w4,
                 size_t w4_size, size_t width) {
    const mp_size_t count = gmp_size(width);
    if (wm1_negative)
        mpn_add_n(gmp(w2), gmp(w2), gmp(wm1), count);
    else
        mpn_sub_n(gmp(w2), gmp(w2), gmp(wm1), count);
    mpn_divexact_by3(gmp(w2), gmp(w2), count);  // c1 + c2 + 3 c3 + 5 c4
    if (wm1_negative)
        mpn_add_n(gmp(wm1), gmp(w1), gmp(wm1), count);
    else
        mpn_sub_n(gmp(wm1), gmp(w1), gmp(wm1), count);
    mpn_rshift(gmp(wm1), gmp(wm1), count, 1);   // c1 + c3
    subtract_in_place(w1, width, w0, w0_size);  // c1 + c2 + c3 + c4
    mpn_sub_n(gmp(w2), gmp(w2), gmp(w1), count);
    mpn_rshift(gmp(w2), gmp(w2), count, 1);  // c3 + 2 c4
    mpn_sub_n(gmp(w1), gmp(w1), gmp(wm1), count);
    subtract_in_place(w1, width, w4, w4_size);  // c2
    subtract_in_place(w2, width, w4, w4_size);
    subtract_in_place(w2, width, w4, w4_size);      // c3
    mpn_sub_n(gmp(wm1), gmp(wm1), gmp(w2), count);  // c1
}

bool multiply_toom_3(Limb* product, const Limb* a, const Limb* b, size_t count, Limb* scratch, const Poll& poll) {
    const size_t size = third(count);
    const size_t last = count - 2 * size;
    const size_t width = size + 1;
    Limb* w1 = scratch;
    Limb* wm1 = scratch + 2 * width;
    Limb* w2 = scratch + 4 * width;
    Limb* rest = scratch + 12 * width;

    const Evaluation of_a = evaluate(a, size, last, scratch + 6 * width);
    const Evaluation of_b = a == b ? of_a : evaluate(b, size, last, scratch + 9 * width);
    Limb* w0 = product;
    Limb* w4 = product + 4 * size;
    if (!multiply_equal(w1, of_a.at_1, of_b.at_1, width, rest, poll) ||
        !multiply_equal(wm1, of_a.at_minus_1, of_b.at_minus_1, width, rest, poll) ||
        !multiply_equal(w2, of_a.at_2, of_b.at_2, width, rest, poll) || !multiply_equal(w0, a, b, size, rest, poll) ||
        !multiply_equal(w4, a + 2 * size, b + 2 * size, last, rest, poll))
        return false;
    interpolate(w1, wm1, w2, of_a.minus_1_negative != of_b.minus_1_negative, w0, 2 * size, w4, 2 * last, 2 * width);

    clear(product + 2 * size, 2 * size);
    const Limb* coefficients[] = {wm1, w1, w2};
    for (size_t i = 0; i < 3; ++i) {
        const size_t at = (i + 1) * size;
        add_in_place(product + at, 2 * count - at, coefficients[i], used(coefficients[i], 2 * width));
    }
    return true;
}

bool multiply_equal(Limb* product, const Limb* a, const Limb* b, size_t count, Limb* scratch, const Poll& poll) {
    if (count > toom_3_limbs) return multiply_toom_3(product, a, b, count, scratch, poll);
    if (count > block_limbs) return multiply_karatsuba(product, a, b, count, scratch, poll);
    if (a == b)
        mpn_sqr(gmp(product), gmp(a), gmp_size(count));
    else
        mpn_mul_n(gmp(product), gmp(a), gmp(b), gmp_size(count));
    return !poll.should_stop();
}

// b is at most a block long: a is taken block by block.
bool multiply_by_block(Limb* product, const Limb* a, size_t a_count, const Limb* b, size_t b_count, Limb* scratch,
                       const Poll& poll) {
    clear(product, b_count);
    for (size_t at = 0; at < a_count; at += block_limbs) {
        const size_t count = std::min(block_limbs, a_count - at);
        if (count >= b_count)
            mpn_mul(gmp(scratch), gmp(a + at), gmp_size(count), gmp(b), gmp_size(b_count));
        else
            mpn_mul(gmp(scratch), gmp(b), gmp_size(b_count), gmp(a + at), gmp_size(count));
        copy(product + at + b_count, scratch + b_count, count);
        const Limb carry = mpn_add_n(gmp(product + at), gmp(product + at), gmp(scratch), gmp_size(b_count));
        add_in_place(product + at + b_count, count, &carry, 1);
        if (poll.should_stop()) return false;
    }
    return true;
}

}  // namespace

size_t multiply_scratch(size_t a_count, size_t b_count) {
    if (a_count < b_count) std::swap(a_count, b_count);
    if (b_count <= block_limbs) return a_count <= block_limbs ? 0 : block_limbs + b_count;
    if (a_count == b_count) return multiply_equal_scratch(a_count);
    size_t most = multiply_equal_scratch(b_count);
    if (const size_t rest = a_count % b_count; rest != 0) most = std::max(most, multiply_scratch(b_count, rest));
    return 2 * b_count + most;
}

bool multiply(Limb* product, const Limb* a, size_t a_count, const Limb* b, size_t b_count, Limb* scratch,
              const Poll& poll) {
    if (a_count < b_count) {
        std::swap(a, b);
        std::swap(a_count, b_count);
    }
    if (b_count == 0) {
        clear(product, a_count);
        return true;
    }
    if (a_count <= block_limbs) {
        if (a == b && a_count == b_count)
            mpn_sqr(gmp(product), gmp(a), gmp_size(a_count));
        else
            mpn_mul(gmp(product), gmp(a), gmp_size(a_count), gmp(b), gmp_size(b_count));
        return true;
    }
    if (b_count <= block_limbs) return multiply_by_block(product, a, a_count, b, b_count, scratch, poll);
    if (a_count == b_count) return multiply_equal(product, a, b, a_count, scratch, poll);

    // Pieces as long as b, added up.
    clear(product, b_count);
    for (size_t at = 0; at < a_count; at += b_count) {
        const size_t count = std::min(b_count, a_count - at);
        if (!multiply(scratch, b, b_count, a + at, count, scratch + 2 * b_count, poll)) return false;
        copy(product + at + b_count, scratch + b_count, count);
        const Limb carry = mpn_add_n(gmp(product + at), gmp(product + at), gmp(scratch), gmp_size(b_count));
        add_in_place(product + at + b_count, count, &carry, 1);
    }
    return true;
}

}  // namespace exmonty::limbs
