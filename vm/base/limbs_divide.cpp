#include <algorithm>
#include <bit>

#include "vm/base/limbs.h"

namespace exmonty::limbs {
namespace {

bool divide_two_by_one(Limb* quotient, Limb* a, const Limb* b, size_t size, Limb* scratch, const Poll& poll);

// Burnikel and Ziegler, "Fast Recursive Division" (1998). The divisor has size = leaf * 2**k limbs and its top bit set.
size_t two_by_one_scratch(size_t size) {
    if (size <= block_limbs) return size + 1;
    const size_t half = size / 2;
    return std::max(2 * half + multiply_scratch(half, half), two_by_one_scratch(half));
}

// scratch[0, 2 half) = quotient * b. A dividend that does not fill its blocks has short quotients in the first of them.
bool multiply_by_digit(Limb* scratch, const Limb* quotient, const Limb* b, size_t half, const Poll& poll) {
    const size_t count = used(quotient, half);
    if (count == 0 || (count <= block_limbs && half > block_limbs)) {
        clear(scratch + half + count, half - count);
        return multiply(scratch, b, half, quotient, count, scratch + 2 * half, poll);
    }
    return multiply(scratch, b, half, quotient, half, scratch + 2 * half, poll);
}

// quotient[0, half) = a[0, 3 half) / b[0, 2 half), remainder in a[0, 2 half). The quotient fits, that is
// a / B**half < b.
bool divide_three_by_two(Limb* quotient, Limb* a, const Limb* b, size_t half, Limb* scratch, const Poll& poll) {
    const Limb* b_high = b + half;
    Limb above;  // The remainder so far may have one bit more than 2 half limbs.
    if (mpn_cmp(gmp(a + 2 * half), gmp(b_high), gmp_size(half)) < 0) {
        if (!divide_two_by_one(quotient, a + half, b_high, half, scratch, poll)) return false;
        above = 0;
    } else {
        // The upper thirds are equal, so the estimate is the largest number there is.
        std::fill_n(quotient, half, ~Limb{0});
        above = mpn_add_n(gmp(a + half), gmp(a + half), gmp(b_high), gmp_size(half));
        clear(a + 2 * half, half);
    }
    if (!multiply_by_digit(scratch, quotient, b, half, poll)) return false;
    Limb borrow = mpn_sub_n(gmp(a), gmp(a), gmp(scratch), gmp_size(2 * half));
    const Limb one = 1;
    while (borrow > above) {
        above += mpn_add_n(gmp(a), gmp(a), gmp(b), gmp_size(2 * half));
        subtract_in_place(quotient, half, &one, 1);
    }
    return true;
}

// quotient[0, size) = a[0, 2 size) / b[0, size), remainder in a[0, size), zeros above it. The upper half of a is
// less than b.
bool divide_two_by_one(Limb* quotient, Limb* a, const Limb* b, size_t size, Limb* scratch, const Poll& poll) {
    if (compare(a, used(a, 2 * size), b, size) < 0) {
        clear(quotient, size);
        return true;
    }
    if (size <= block_limbs) {
        mpn_tdiv_qr(gmp(scratch), gmp(a), 0, gmp(a), gmp_size(2 * size), gmp(b), gmp_size(size));
        copy(quotient, scratch, size);
        clear(a + size, size);
        return !poll.should_stop();
    }
    const size_t half = size / 2;
    return divide_three_by_two(quotient + half, a + half, b, half, scratch, poll) &&
           divide_three_by_two(quotient, a, b, half, scratch, poll);
}

// The divisor fits a block: the dividend is taken block by block from above, as in school.
bool divide_by_block(Limb* quotient, Limb* remainder, const Limb* a, size_t a_count, const Limb* b, size_t b_count,
                     Limb* scratch, const Poll& poll) {
    if (a_count - b_count <= block_limbs) {
        mpn_tdiv_qr(gmp(quotient), gmp(remainder), 0, gmp(a), gmp_size(a_count), gmp(b), gmp_size(b_count));
        return true;
    }
    Limb* window = scratch;
    Limb* digits = scratch + block_limbs + b_count;
    size_t at = a_count - b_count;
    copy(remainder, a + at, b_count);
    quotient[at] = 0;
    if (compare(remainder, used(remainder, b_count), b, b_count) >= 0) {
        mpn_tdiv_qr(gmp(quotient + at), gmp(remainder), 0, gmp(remainder), gmp_size(b_count), gmp(b),
                    gmp_size(b_count));
    }
    while (at != 0) {
        const size_t count = std::min(block_limbs, at);
        at -= count;
        copy(window, a + at, count);
        copy(window + count, remainder, b_count);
        mpn_tdiv_qr(gmp(digits), gmp(remainder), 0, gmp(window), gmp_size(count + b_count), gmp(b), gmp_size(b_count));
        copy(quotient + at, digits, count);
        if (poll.should_stop()) return false;
    }
    return true;
}

// A quotient shorter than the divisor depends on the divisor's upper limbs alone, but for an error of at most two.
bool divide_short_quotient(Limb* quotient, Limb* remainder, const Limb* a, size_t a_count, const Limb* b,
                           size_t b_count, Limb* scratch, const Poll& poll) {
    const size_t quotient_count = a_count - b_count + 1;
    const size_t kept = quotient_count + 1;
    const size_t cut = b_count - kept;
    Limb* product = scratch;
    Limb* rest = scratch + a_count + 1;
    if (!divide(quotient, product, a + cut, a_count - cut, b + cut, kept, rest, poll) ||
        !multiply(product, b, b_count, quotient, quotient_count, rest, poll))
        return false;
    Limb* difference = rest;
    copy(difference, a, a_count);
    difference[a_count] = 0;
    Limb borrow = mpn_sub_n(gmp(difference), gmp(difference), gmp(product), gmp_size(a_count + 1));
    const Limb one = 1;
    while (borrow != 0) {
        borrow -= add_in_place(difference, a_count + 1, b, b_count);
        subtract_in_place(quotient, quotient_count, &one, 1);
    }
    copy(remainder, difference, b_count);
    return true;
}

struct Blocks {
    size_t size;   // Limbs of the padded divisor: leaf * 2**k.
    size_t count;  // Blocks of the padded dividend, at most.
};

Blocks blocks_of(size_t a_count, size_t b_count) {
    size_t leaf = b_count;
    size_t parts = 1;
    for (; leaf > block_limbs; leaf = (b_count + parts - 1) / parts) parts *= 2;
    const size_t size = leaf * parts;
    return {size, (a_count + (size - b_count) + 1) / size + 1};
}

// to[0, to_count) = from * 2**(64 limbs + bits)
void shift_up(Limb* to, size_t to_count, const Limb* from, size_t count, size_t whole, unsigned bits) {
    clear(to, whole);
    clear(to + whole + count, to_count - whole - count);
    if (bits == 0)
        copy(to + whole, from, count);
    else if (const Limb carry = mpn_lshift(gmp(to + whole), gmp(from), gmp_size(count), bits); carry != 0)
        to[whole + count] = carry;
}

bool divide_in_blocks(Limb* quotient, Limb* remainder, const Limb* a, size_t a_count, const Limb* b, size_t b_count,
                      Limb* scratch, const Poll& poll) {
    const Blocks blocks = blocks_of(a_count, b_count);
    const size_t size = blocks.size;
    const size_t padding = size - b_count;
    const unsigned bits = static_cast<unsigned>(std::countl_zero(b[b_count - 1]));
    Limb* divisor = scratch;
    Limb* dividend = divisor + size;
    Limb* digits = dividend + blocks.count * size;
    Limb* rest = digits + size;
    shift_up(divisor, size, b, b_count, padding, bits);
    shift_up(dividend, blocks.count * size, a, a_count, padding, bits);

    // The highest block is less than the divisor: either it is empty, or there is a limb to spare above the dividend.
    const size_t quotient_count = a_count - b_count + 1;
    for (size_t i = blocks.count - 1; i-- != 0;) {
        if (!divide_two_by_one(digits, dividend + i * size, divisor, size, rest, poll)) return false;
        if (i * size < quotient_count) copy(quotient + i * size, digits, std::min(size, quotient_count - i * size));
    }
    if (bits != 0) mpn_rshift(gmp(dividend), gmp(dividend), gmp_size(size), bits);
    copy(remainder, dividend + padding, b_count);
    return true;
}

}  // namespace

size_t divide_scratch(size_t a_count, size_t b_count) {
    if (b_count <= block_limbs) return a_count - b_count <= block_limbs ? 0 : 2 * block_limbs + b_count + 1;
    const size_t quotient_count = a_count - b_count + 1;
    if (quotient_count + 1 < b_count) {
        const size_t kept = quotient_count + 1;
        const size_t cut = b_count - kept;
        return a_count + 1 +
               std::max({divide_scratch(a_count - cut, kept), multiply_scratch(b_count, quotient_count), a_count + 1});
    }
    const Blocks blocks = blocks_of(a_count, b_count);
    return (blocks.count + 2) * blocks.size + two_by_one_scratch(blocks.size);
}

bool divide(Limb* quotient, Limb* remainder, const Limb* a, size_t a_count, const Limb* b, size_t b_count,
            Limb* scratch, const Poll& poll) {
    if (b_count <= block_limbs) return divide_by_block(quotient, remainder, a, a_count, b, b_count, scratch, poll);
    if (a_count - b_count + 2 < b_count)
        return divide_short_quotient(quotient, remainder, a, a_count, b, b_count, scratch, poll);
    return divide_in_blocks(quotient, remainder, a, a_count, b, b_count, scratch, poll);
}

}  // namespace exmonty::limbs
