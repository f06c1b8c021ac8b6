#include "vm/base/limbs.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <vector>

#include "test/unit/base/big_numbers.h"

using namespace exmonty;
using limbs::Limb;

namespace {

// GMP's allocation functions while this lives: none may be called.
class NoGmpMemory {
  public:
    NoGmpMemory() {
        mp_get_memory_functions(&take_, &resize_, &give_);
        mp_set_memory_functions([](size_t) -> void* { abort(); }, [](void*, size_t, size_t) -> void* { abort(); },
                                give_);
    }
    ~NoGmpMemory() { mp_set_memory_functions(take_, resize_, give_); }

  private:
    void* (*take_)(size_t);
    void* (*resize_)(void*, size_t, size_t);
    void (*give_)(void*, size_t);
};

using Limbs = std::vector<Limb>;

bool product_is_right(const Limbs& a, const Limbs& b) {
    Limbs ours(a.size() + b.size());
    Limbs theirs(a.size() + b.size());
    const std::unique_ptr<Limb[]> scratch(new Limb[limbs::multiply_scratch(a.size(), b.size())]);
    {
        const NoGmpMemory guard;
        limbs::multiply(ours.data(), a.data(), a.size(), b.data(), b.size(), scratch.get(), {});
    }
    const Limbs& longer = a.size() >= b.size() ? a : b;
    const Limbs& shorter = a.size() >= b.size() ? b : a;
    mpn_mul(limbs::gmp(theirs.data()), limbs::gmp(longer.data()), limbs::gmp_size(longer.size()),
            limbs::gmp(shorter.data()), limbs::gmp_size(shorter.size()));
    return ours == theirs;
}

bool quotient_is_right(const Limbs& a, const Limbs& b) {
    Limbs quotient(a.size() - b.size() + 1);
    Limbs remainder(b.size());
    Limbs their_quotient(quotient.size());
    Limbs their_remainder(b.size());
    const std::unique_ptr<Limb[]> scratch(new Limb[limbs::divide_scratch(a.size(), b.size())]);
    {
        const NoGmpMemory guard;
        limbs::divide(quotient.data(), remainder.data(), a.data(), a.size(), b.data(), b.size(), scratch.get(), {});
    }
    mpn_tdiv_qr(limbs::gmp(their_quotient.data()), limbs::gmp(their_remainder.data()), 0, limbs::gmp(a.data()),
                limbs::gmp_size(a.size()), limbs::gmp(b.data()), limbs::gmp_size(b.size()));
    return quotient == their_quotient && remainder == their_remainder;
}

constexpr size_t block = limbs::block_limbs;
constexpr size_t sizes[] = {
    1, 2, 3, 30, 500, block - 1, block, block + 1, block * 3 / 2, 2 * block, 2 * block + 1, 3 * block, 3100, 5000};

}  // namespace

TEST_SUITE("base/limbs") {
    TEST_CASE("products agree with GMP at the edges of every method, and GMP needs no memory") {
        NumberSource source(1);
        for (const size_t a_size : sizes) {
            for (const size_t b_size : sizes) {
                CAPTURE(a_size);
                CAPTURE(b_size);
                const Limbs a = source.limbs(a_size);
                CHECK(product_is_right(a, source.limbs(b_size)));
                if (a_size == b_size) CHECK(product_is_right(a, a));
            }
        }
        CHECK(product_is_right(source.limbs(20'000), source.limbs(20'000)));
        CHECK(product_is_right(source.limbs(17'000), source.limbs(7'000)));
    }

    TEST_CASE("quotients agree with GMP at the edges of every method, and GMP needs no memory") {
        NumberSource source(2);
        for (const size_t b_size : sizes) {
            for (const size_t more : sizes) {
                CAPTURE(b_size);
                CAPTURE(more);
                const Limbs b = source.limbs(b_size);
                CHECK(quotient_is_right(source.limbs(b_size + more), b));
                // A dividend just below a multiple has the largest digits.
                Limbs multiple(b_size + more);
                const Limbs factor = source.limbs(more);
                Limbs scratch(limbs::multiply_scratch(b_size, more));
                limbs::multiply(multiple.data(), b.data(), b_size, factor.data(), more, scratch.data(), {});
                const Limb one = 1;
                limbs::subtract_in_place(multiple.data(), multiple.size(), &one, 1);
                CHECK(quotient_is_right(multiple, b));
            }
            CHECK(quotient_is_right(source.limbs(b_size), source.limbs(b_size)));
        }
        CHECK(quotient_is_right(source.limbs(30'000), source.limbs(14'000)));
    }

    TEST_CASE("a long operation polls, and stops when it is told to") {
        NumberSource source(3);
        const Limbs a = source.limbs(10'000);
        const Limbs b = source.limbs(5'000);
        Limbs result(15'000);
        Limbs remainder(5'000);
        Limbs scratch(std::max(limbs::multiply_scratch(10'000, 5'000), limbs::divide_scratch(10'000, 5'000)));
        for (const size_t stop_at : {size_t{1}, size_t{5}, size_t{20}}) {
            CountedPoll counted{.stop_at = stop_at};
            CHECK(!limbs::multiply(result.data(), a.data(), 10'000, b.data(), 5'000, scratch.data(), counted.poll()));
            CHECK(counted.polls == stop_at);
            CountedPoll again{.stop_at = stop_at};
            CHECK(!limbs::divide(result.data(), remainder.data(), a.data(), 10'000, b.data(), 5'000, scratch.data(),
                                 again.poll()));
            CHECK(again.polls == stop_at);
        }
    }
}
