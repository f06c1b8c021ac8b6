#include <algorithm>

#include "vm/base/bigint.h"
#include "vm/base/limb_buffer.h"

// Greatest common divisors and inverses by Lehmer's method: the quotients of many Euclidean steps are found from the
// upper bits alone, and applied to the whole numbers in one pass. Quadratic, but a pass takes 62 bits off both numbers,
// and between passes the poll is asked.

namespace exmonty::bigint {

using limbs::gmp;
using limbs::gmp_size;
using limbs::LimbBuffer;

namespace {

using Wide = __int128;

constexpr uint64_t lehmer_bits = 124;
constexpr int cofactor_bits = 62;

// After `steps` Euclidean steps: x, y = a x - b y, d y - c x when their number is even, and
// x, y = a y - b x, d x - c y when it is odd.
struct Cofactors {
    Limb a = 1;
    Limb b = 0;
    Limb c = 0;
    Limb d = 1;
    size_t steps = 0;
};

// The upper bits of the two numbers, cut off at the same place (Knuth, 4.5.2, algorithm L, with the test of CPython's
// math.gcd).
Cofactors euclid_on_top(Wide x, Wide y) {
    Cofactors factors;
    for (;;) {
        const Wide divisor = y - static_cast<Wide>(factors.c);
        if (divisor <= 0) break;
        const Wide dividend = x + static_cast<Wide>(factors.a) - 1;
        Wide quotient = 1;
        if (dividend - divisor >= divisor) quotient = dividend / divisor;
        if (quotient >> cofactor_bits != 0) break;
        const Wide next = static_cast<Wide>(factors.b) + quotient * static_cast<Wide>(factors.d);
        const Wide rest = x - quotient * y;
        if (next > rest || next >> cofactor_bits != 0) break;
        const Wide other = static_cast<Wide>(factors.a) + quotient * static_cast<Wide>(factors.c);
        x = y;
        y = rest;
        factors = {factors.d, factors.c, static_cast<Limb>(next), static_cast<Limb>(other), factors.steps + 1};
    }
    return factors;
}

// Bits [shift, shift + lehmer_bits).
Wide bits_from(View a, uint64_t shift) {
    const auto limb = [&](uint64_t index) { return index < a.size ? a.limbs[index] : Limb{0}; };
    const uint64_t whole = shift / limb_bits;
    const unsigned part = static_cast<unsigned>(shift % limb_bits);
    unsigned __int128 bits = limb(whole) | static_cast<unsigned __int128>(limb(whole + 1)) << limb_bits;
    if (part != 0) bits = bits >> part | static_cast<unsigned __int128>(limb(whole + 2)) << (2 * limb_bits - part);
    return static_cast<Wide>(bits & ((static_cast<unsigned __int128>(1) << lehmer_bits) - 1));
}

// result = |p x - q y|, where p x >= q y and the difference fits `count` limbs.
void combine_down(Limb* result, const Limb* x, Limb p, const Limb* y, Limb q, size_t count) {
    mpn_mul_1(gmp(result), gmp(x), gmp_size(count), p);
    mpn_submul_1(gmp(result), gmp(y), gmp_size(count), q);
}

// result = p x + q y, which fits `count` limbs.
void combine_up(Limb* result, const Limb* x, Limb p, const Limb* y, Limb q, size_t count) {
    mpn_mul_1(gmp(result), gmp(x), gmp_size(count), p);
    mpn_addmul_1(gmp(result), gmp(y), gmp_size(count), q);
}

// The pair (x, y) of Euclid's algorithm, x >= y; both have `width` limbs of memory, zero above their size.
class EuclidPair {
  public:
    static size_t memory_limbs(size_t width) { return 4 * width; }

    EuclidPair(Limb* memory, size_t width, View x, View y) : width_(width) {
        Limb** places[] = {&x_, &y_, &new_x_, &new_y_};
        for (Limb** place : places) {
            *place = memory;
            memory += width;
        }
        limbs::clear(x_, 4 * width);
        limbs::copy(x_, x.limbs, x.size);
        limbs::copy(y_, y.limbs, y.size);
        size_x_ = x.size;
        size_y_ = y.size;
    }

    View x() const { return {x_, size_x_, false}; }
    View y() const { return {y_, size_y_, false}; }

    Cofactors find_cofactors() const {
        const uint64_t bits = bit_length(x());
        const uint64_t shift = bits > lehmer_bits ? bits - lehmer_bits : 0;
        return euclid_on_top(bits_from(x(), shift), bits_from(y(), shift));
    }

    void apply(const Cofactors& by) {
        const size_t count = size_x_;
        const Limb* first = by.steps % 2 == 0 ? x_ : y_;
        const Limb* second = by.steps % 2 == 0 ? y_ : x_;
        combine_down(new_x_, first, by.a, second, by.b, count);
        combine_down(new_y_, second, by.d, first, by.c, count);
        std::swap(x_, new_x_);
        std::swap(y_, new_y_);
        size_x_ = limbs::used(x_, count);
        size_y_ = limbs::used(y_, count);
    }

    // x, y = y, x % y; the quotient too if it is wanted.
    Status divide_once(Number* quotient, const Work& work) {
        Number remainder{new_x_};
        const Status status = divide(quotient, &remainder, x(), y(), work);
        limbs::clear(new_x_ + remainder.size, width_ - remainder.size);
        Limb* free = x_;
        x_ = y_;
        y_ = new_x_;
        new_x_ = free;
        size_x_ = size_y_;
        size_y_ = remainder.size;
        return status;
    }

  private:
    size_t width_;
    Limb* x_;
    Limb* y_;
    Limb* new_x_;
    Limb* new_y_;
    size_t size_x_;
    size_t size_y_;
};

// Two numbers of at most a block: one call of GMP, which wants them odd.
void gcd_of_blocks(Number& result, View a, View b, Limb* memory) {
    const uint64_t twos_a = trailing_zeros(a);
    const uint64_t twos_b = trailing_zeros(b);
    Number odd_a{memory};
    Number odd_b{odd_a.limbs + a.size + 1};
    Number odd_gcd{odd_b.limbs + b.size + 1};
    shift_right(odd_a, a, twos_a);
    shift_right(odd_b, b, twos_b);
    if (limbs::compare(odd_a.limbs, odd_a.size, odd_b.limbs, odd_b.size) < 0) std::swap(odd_a, odd_b);
    const mp_size_t count =
        mpn_gcd(gmp(odd_gcd.limbs), gmp(odd_a.limbs), gmp_size(odd_a.size), gmp(odd_b.limbs), gmp_size(odd_b.size));
    odd_gcd.normalize(static_cast<size_t>(count), false);
    // The caller's memory has no limb to spare for the shift.
    Number shifted{memory};
    shift_left(shifted, odd_gcd, std::min(twos_a, twos_b));
    limbs::copy(result.limbs, shifted.limbs, shifted.size);
    result.normalize(shifted.size, false);
}

size_t gcd_of_blocks_limbs(View a, View b) { return 2 * (a.size + b.size) + 2 * std::max(a.size, b.size) + 4; }

}  // namespace

Status gcd(Number& result, View a, View b, const Work& work) {
    if (limbs::compare(a.limbs, a.size, b.limbs, b.size) < 0) std::swap(a, b);
    if (b.size == 0) {
        limbs::copy(result.limbs, a.limbs, a.size);
        result.normalize(a.size, false);
        return Status::ok;
    }
    if (a.size == 1) {
        result.limbs[0] = mpn_gcd_1(gmp(a.limbs), 1, b.limbs[0]);
        result.normalize(1, false);
        return Status::ok;
    }
    const size_t width = a.size + 1;
    LimbBuffer memory(work.scratch, EuclidPair::memory_limbs(width));
    LimbBuffer block_memory(work.scratch, gcd_of_blocks_limbs({nullptr, std::min(a.size, limbs::block_limbs)},
                                                              {nullptr, std::min(b.size, limbs::block_limbs)}));
    if (memory.refused() || block_memory.refused()) return Status::no_memory;
    EuclidPair pair(memory.data(), width, a.magnitude(), b.magnitude());
    while (pair.x().size > limbs::block_limbs && pair.y().size != 0) {
        const Cofactors factors = pair.find_cofactors();
        if (factors.steps != 0)
            pair.apply(factors);
        else if (const Status status = pair.divide_once(nullptr, work); status != Status::ok)
            return status;
        if (work.poll.should_stop()) return Status::stopped;
    }
    if (pair.y().size != 0) {
        gcd_of_blocks(result, pair.x(), pair.y(), block_memory.data());
        return Status::ok;
    }
    limbs::copy(result.limbs, pair.x().limbs, pair.x().size);
    result.normalize(pair.x().size, false);
    return Status::ok;
}

namespace {

// The absolute values of the factors u of `a` in x = u a + v m and y = u a + v m; their signs alternate with the steps.
class InverseFactors {
  public:
    static size_t memory_limbs(size_t width) { return 4 * width; }

    InverseFactors(Limb* memory, size_t width)
        : width_(width), u_(memory), w_(memory + width), new_u_(memory + 2 * width), new_w_(memory + 3 * width) {
        limbs::clear(memory, 4 * width);
        w_[0] = 1;
    }

    void apply(const Cofactors& by) {
        const size_t count = count_for_step();
        const Limb* first = by.steps % 2 == 0 ? u_ : w_;
        const Limb* second = by.steps % 2 == 0 ? w_ : u_;
        combine_up(new_u_, first, by.a, second, by.b, count);
        combine_up(new_w_, second, by.d, first, by.c, count);
        std::swap(u_, new_u_);
        std::swap(w_, new_w_);
    }

    // u, w = w, u + quotient * w
    Status divide_once(View quotient, const Work& work) {
        const View w{w_, limbs::used(w_, width_), false};
        LimbBuffer product_memory(work.scratch, multiply_limbs(quotient, w));
        if (product_memory.refused()) return Status::no_memory;
        Number product{product_memory.data()};
        if (const Status status = multiply(product, quotient, w, work); status != Status::ok) return status;
        limbs::add_in_place(u_, width_, product.limbs, product.size);
        std::swap(u_, w_);
        return Status::ok;
    }

    View u() const { return {u_, limbs::used(u_, width_), false}; }

  private:
    // A step makes the factors longer by less than a limb.
    size_t count_for_step() const {
        return std::min(width_, std::max(limbs::used(u_, width_), limbs::used(w_, width_)) + 1);
    }

    size_t width_;
    Limb* u_;
    Limb* w_;
    Limb* new_u_;
    Limb* new_w_;
};

}  // namespace

Status invert_modulo(Number& result, bool& invertible, View a, View modulus, const Work& work) {
    const size_t width = modulus.size + 1;
    LimbBuffer pair_memory(work.scratch, EuclidPair::memory_limbs(width));
    LimbBuffer factor_memory(work.scratch, InverseFactors::memory_limbs(width));
    LimbBuffer quotient_memory(work.scratch, width + 1);
    LimbBuffer residue_memory(work.scratch, width);
    if (pair_memory.refused() || factor_memory.refused() || quotient_memory.refused() || residue_memory.refused())
        return Status::no_memory;
    Number residue{residue_memory.data()};
    if (const Status status = divide(nullptr, &residue, a, modulus.magnitude(), work); status != Status::ok)
        return status;
    EuclidPair pair(pair_memory.data(), width, modulus.magnitude(), residue);
    InverseFactors factors(factor_memory.data(), width);
    size_t steps = 0;
    while (pair.y().size != 0) {
        const Cofactors cofactors = pair.find_cofactors();
        if (cofactors.steps != 0) {
            pair.apply(cofactors);
            factors.apply(cofactors);
            steps += cofactors.steps;
        } else {
            Number quotient{quotient_memory.data()};
            Status status = pair.divide_once(&quotient, work);
            if (status == Status::ok) status = factors.divide_once(quotient, work);
            if (status != Status::ok) return status;
            ++steps;
        }
        if (work.poll.should_stop()) return Status::stopped;
    }
    invertible = pair.x().size == 1 && pair.x().limbs[0] == 1;
    if (!invertible) return Status::ok;
    const View factor = factors.u();
    // The factor's sign is positive after an odd number of steps.
    if (steps % 2 != 0 || factor.size == 0) {
        limbs::copy(result.limbs, factor.limbs, factor.size);
        result.normalize(factor.size, false);
    } else {
        subtract(result, modulus.magnitude(), factor);
    }
    return Status::ok;
}

}  // namespace exmonty::bigint
