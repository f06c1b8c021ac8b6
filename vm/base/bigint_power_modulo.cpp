#include <algorithm>
#include <bit>

#include "vm/base/bigint.h"
#include "vm/base/limb_buffer.h"

namespace exmonty::bigint {

using limbs::gmp;
using limbs::gmp_size;
using limbs::LimbBuffer;

namespace {

using Wide = unsigned __int128;

// Above this, a division with remainder is faster than Montgomery's reduction, which is quadratic.
constexpr size_t most_montgomery_limbs = 128;
// Asking the poll costs about as much as this many limb products do.
constexpr size_t products_between_polls = 50'000;

// Numbers here have exactly as many limbs as the modulus.

// Montgomery's form: x stands for x * B**count; the modulus is odd.
class MontgomeryEngine {
  public:
    MontgomeryEngine(View modulus, Limb* memory) : modulus_(modulus), product_(memory) {
        Limb inverse = modulus.limbs[0];  // Right in the lowest three bits; each step doubles them.
        for (int i = 0; i < 5; ++i) inverse *= 2 - modulus.limbs[0] * inverse;
        negative_inverse_ = -inverse;
    }

    static size_t memory_limbs(View modulus) { return 2 * modulus.size; }
    static size_t form_shift(View modulus) { return modulus.size; }

    // result = a * b; the three may be the same.
    bool multiply(Limb* result, const Limb* a, const Limb* b) {
        const size_t count = modulus_.size;
        if (a == b)
            mpn_sqr(gmp(product_), gmp(a), gmp_size(count));
        else
            mpn_mul_n(gmp(product_), gmp(a), gmp(b), gmp_size(count));
        reduce(result);
        return true;
    }

    void leave_form(Limb* result, const Limb* a) {
        limbs::copy(product_, a, modulus_.size);
        limbs::clear(product_ + modulus_.size, modulus_.size);
        reduce(result);
    }

  private:
    // Makes the lower limbs zero one by one; each carry goes into the limb that has just become free.
    void reduce(Limb* result) {
        const size_t count = modulus_.size;
        for (size_t i = 0; i < count; ++i)
            product_[i] =
                mpn_addmul_1(gmp(product_ + i), gmp(modulus_.limbs), gmp_size(count), product_[i] * negative_inverse_);
        const Limb carry = mpn_add_n(gmp(result), gmp(product_ + count), gmp(product_), gmp_size(count));
        if (carry != 0 || mpn_cmp(gmp(result), gmp(modulus_.limbs), gmp_size(count)) >= 0)
            mpn_sub_n(gmp(result), gmp(result), gmp(modulus_.limbs), gmp_size(count));
    }

    View modulus_;
    Limb* product_;
    Limb negative_inverse_;
};

// A division after each product.
class DivisionEngine {
  public:
    DivisionEngine(View modulus, Limb* memory, const Poll& poll)
        : modulus_(modulus),
          product_(memory),
          quotient_(product_ + 2 * modulus.size),
          scratch_(quotient_ + modulus.size + 1),
          poll_(poll) {}

    static size_t memory_limbs(View modulus) {
        const size_t count = modulus.size;
        return 3 * count + 1 + std::max(limbs::multiply_scratch(count, count), limbs::divide_scratch(2 * count, count));
    }
    static size_t form_shift(View) { return 0; }

    bool multiply(Limb* result, const Limb* a, const Limb* b) {
        const size_t count = modulus_.size;
        return limbs::multiply(product_, a, count, b, count, scratch_, poll_) &&
               limbs::divide(quotient_, result, product_, 2 * count, modulus_.limbs, count, scratch_, poll_);
    }

    void leave_form(Limb* result, const Limb* a) { limbs::copy(result, a, modulus_.size); }

  private:
    View modulus_;
    Limb* product_;
    Limb* quotient_;
    Limb* scratch_;
    const Poll& poll_;
};

constexpr bool bit_of(View a, uint64_t index) { return (a.limbs[index / limb_bits] >> index % limb_bits & 1) != 0; }

int window_bits(uint64_t exponent_bits) {
    return exponent_bits <= 8 ? 1 : exponent_bits <= 24 ? 2 : exponent_bits <= 80 ? 3 : exponent_bits <= 240 ? 4 : 5;
}

// Counts work between two polls, for numbers so small that one multiplication is not worth asking.
class PollCounter {
  public:
    PollCounter(const Poll& poll, size_t products) : poll_(poll), products_(products) {}

    bool should_stop() {
        done_ += products_;
        if (done_ < products_between_polls) return false;
        done_ = 0;
        return poll_.should_stop();
    }

  private:
    const Poll& poll_;
    size_t products_;
    size_t done_ = 0;
};

// Sliding windows over the exponent, the highest bit first. table[i] holds base ** (2 i + 1); table[0] is given.
template <typename Engine>
Status window_power(Limb* result, Limb* table, size_t count, View exponent, Engine& engine, const Poll& poll) {
    const uint64_t bits = bit_length(exponent);
    const int window = window_bits(bits);
    PollCounter counter(poll, count * count + 8);
    if (window > 1) {
        Limb* square = result;
        if (!engine.multiply(square, table, table)) return Status::stopped;
        for (size_t i = 1; i < size_t{1} << (window - 1); ++i)
            if (!engine.multiply(table + i * count, table + (i - 1) * count, square) || counter.should_stop())
                return Status::stopped;
    }
    bool started = false;
    for (uint64_t left = bits; left != 0;) {
        uint64_t low = left - 1;
        size_t value = 0;
        if (bit_of(exponent, low)) {
            low = left > static_cast<uint64_t>(window) ? left - static_cast<uint64_t>(window) : 0;
            while (!bit_of(exponent, low)) ++low;
            for (uint64_t at = left; at-- > low;) value = value << 1 | bit_of(exponent, at);
        }
        if (started)
            for (uint64_t i = low; i < left; ++i)
                if (!engine.multiply(result, result, result) || counter.should_stop()) return Status::stopped;
        const Limb* factor = table + value / 2 * count;
        if (value != 0 && !started)
            limbs::copy(result, factor, count);
        else if (value != 0 && !engine.multiply(result, result, factor))
            return Status::stopped;
        started = true;
        left = low;
    }
    return Status::ok;
}

// a * B**shift modulo the modulus, into exactly modulus.size limbs.
Status enter_form(Limb* result, View a, size_t shift, View modulus, const Work& work) {
    LimbBuffer memory(work.scratch, a.size + shift + 1);
    if (memory.refused()) return Status::no_memory;
    Number shifted{memory.data()};
    shift_left(shifted, a, uint64_t{shift} * limb_bits);
    Number remainder{result};
    const Status status = divide(nullptr, &remainder, shifted, modulus, work);
    limbs::clear(result + remainder.size, modulus.size - remainder.size);
    return status;
}

template <typename Engine>
Status power_with(Engine& engine, Limb* result, View base, View exponent, View modulus, const Work& work) {
    const size_t count = modulus.size;
    const size_t entries = size_t{1} << (window_bits(bit_length(exponent)) - 1);
    size_t table_limbs;
    if (__builtin_mul_overflow(entries, count, &table_limbs)) return Status::no_memory;
    LimbBuffer table(work.scratch, table_limbs);
    if (table.refused()) return Status::no_memory;
    Status status = enter_form(table.data(), base, Engine::form_shift(modulus), modulus, work);
    if (status == Status::ok) status = window_power(result, table.data(), count, exponent, engine, work.poll);
    if (status == Status::ok) engine.leave_form(result, result);
    return status;
}

// The modulus is one word.
Status power_of_words(Limb& result, Limb base, View exponent, Limb modulus, const Poll& poll) {
    PollCounter counter(poll, 8);
    const bool narrow = modulus <= 0xFFFFFFFF;
    const auto multiply = [=](Limb a, Limb b) {
        return narrow ? a * b % modulus : static_cast<Limb>(static_cast<Wide>(a) * b % modulus);
    };
    result = 1 % modulus;
    for (uint64_t left = bit_length(exponent); left != 0; --left) {
        result = multiply(result, result);
        if (bit_of(exponent, left - 1)) result = multiply(result, base);
        if (counter.should_stop()) return Status::stopped;
    }
    return Status::ok;
}

Status power_of_magnitudes(Limb* result, View base, View exponent, View modulus, const Work& work) {
    if (modulus.size == 1) {
        Number remainder{result};
        if (const Status status = divide(nullptr, &remainder, base, modulus, work); status != Status::ok) return status;
        return power_of_words(result[0], remainder.size != 0 ? result[0] : 0, exponent, modulus.limbs[0], work.poll);
    }
    if (modulus.is_odd() && modulus.size <= most_montgomery_limbs) {
        LimbBuffer memory(work.scratch, MontgomeryEngine::memory_limbs(modulus));
        if (memory.refused()) return Status::no_memory;
        MontgomeryEngine engine(modulus, memory.data());
        return power_with(engine, result, base, exponent, modulus, work);
    }
    LimbBuffer memory(work.scratch, DivisionEngine::memory_limbs(modulus));
    if (memory.refused()) return Status::no_memory;
    DivisionEngine engine(modulus, memory.data(), work.poll);
    return power_with(engine, result, base, exponent, modulus, work);
}

}  // namespace

Status power_modulo(Number& result, View base, View exponent, View modulus, const Work& work) {
    const View magnitude = modulus.magnitude();
    if (exponent.size == 0) {
        result.limbs[0] = 1;
        result.normalize(modulus.size == 1 && modulus.limbs[0] == 1 ? 0 : 1, false);
        limbs::clear(result.limbs + 1, modulus.size - 1);
    } else {
        const Status status = power_of_magnitudes(result.limbs, base, exponent, magnitude, work);
        if (status != Status::ok) return status;
        result.normalize(modulus.size, false);
    }
    if (modulus.negative && result.size != 0) {
        mpn_sub(gmp(result.limbs), gmp(modulus.limbs), gmp_size(modulus.size), gmp(result.limbs),
                gmp_size(result.size));
        result.normalize(modulus.size, true);
    }
    return Status::ok;
}

}  // namespace exmonty::bigint
