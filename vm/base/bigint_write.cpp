#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

#include "vm/base/bigint_text.h"
#include "vm/base/limb_buffer.h"
#include "vm/base/number_base.h"

namespace exmonty::bigint {

using limbs::gmp;
using limbs::gmp_size;
using limbs::LimbBuffer;

namespace {

// Numbers below (word power) ** leaf_words are written by dividing words off, which is quadratic. A word power is more
// than 2**64 / 36, so numbers of leaf_limbs are always below.
constexpr size_t leaf_words = 24;
constexpr size_t leaf_limbs = 22;
constexpr size_t most_levels = 48;

// The fewest digits that can hold 32 bits.
constexpr uint64_t digits_per_32_bits(unsigned base) {
    uint64_t digits = 0;
    for (uint64_t power = 1; power < uint64_t{1} << 32; power *= base) ++digits;
    return digits;
}

struct DigitTable {
    char digits[37];
};
constexpr DigitTable digit_tables[] = {{"0123456789abcdefghijklmnopqrstuvwxyz"},
                                       {"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}};

// "00" to "99".
struct DigitPairs {
    char text[100][2];

    constexpr DigitPairs() : text() {
        for (int i = 0; i < 100; ++i) {
            text[i][0] = static_cast<char>('0' + i / 10);
            text[i][1] = static_cast<char>('0' + i % 10);
        }
    }
};
constexpr DigitPairs digit_pairs;

// Digits of one word, the lowest at end[-1]; at least `width`.
char* write_word_backwards(char* end, Limb word, unsigned base, size_t width, const char* digits) {
    char* at = end;
    if (base == 10) {
        for (; word >= 10; word /= 100) {
            at -= 2;
            memcpy(at, digit_pairs.text[word % 100], 2);
        }
        if (word != 0) *--at = static_cast<char>('0' + word);
    } else {
        for (; word != 0; word /= base) *--at = digits[word % base];
    }
    while (at > end - width) *--at = '0';
    return at;
}

void write_power_of_two(char* out, size_t count, View a, unsigned digit_bits, const char* digits) {
    const unsigned mask = (1u << digit_bits) - 1;
    for (size_t i = 0; i < count; ++i) {
        const uint64_t bit = uint64_t{i} * digit_bits;
        const size_t at = static_cast<size_t>(bit / limb_bits);
        const unsigned shift = static_cast<unsigned>(bit % limb_bits);
        Limb value = a.limbs[at] >> shift;
        if (shift + digit_bits > limb_bits && at + 1 < a.size) value |= a.limbs[at + 1] << (limb_bits - shift);
        out[count - 1 - i] = digits[value & mask];
    }
}

// Writes `a` to `out` and moves it behind; at least `width` digits.
void write_leaf(char*& out, View a, size_t width, const NumberBase& base, const char* digits) {
    Limb rest[leaf_words + 1];
    Limb words[leaf_words + 2];
    limbs::copy(rest, a.limbs, a.size);
    size_t count = 0;
    for (size_t size = a.size; size != 0; size = limbs::used(rest, size))
        words[count++] = mpn_divrem_1(gmp(rest), 0, gmp(rest), gmp_size(size), base.word_power);

    const size_t full = base.word_digits;
    char first[64];
    const char* first_end = first + sizeof first;
    const char* first_at = first_end;
    if (count != 0) first_at = write_word_backwards(first + sizeof first, words[--count], base.base, 0, digits);
    const size_t first_size = static_cast<size_t>(first_end - first_at);
    const size_t total = first_size + count * full;
    if (width > total) out = std::fill_n(out, width - total, '0');
    out = std::copy(first_at, first_end, out);
    for (; count != 0; --count, out += full)
        write_word_backwards(out + full, words[count - 1], base.base, full, digits);
}

// Splits a number by (word power) ** (leaf_words * 2**level), the halves by the next lower power, and so on.
class Splitter {
  public:
    Splitter(const NumberBase& base, const char* digits, const Work& work)
        : base_(base), digits_(digits), work_(work) {}

    // How many limbs of memory the powers for a number of `size` limbs take.
    static size_t powers_limbs(size_t size) { return 2 * size + 8 * leaf_words + 8; }

    Status make_powers(Limb* memory, size_t size) {
        Number power{memory};
        power.limbs[0] = base_.word_power;
        size_t count = 1;
        for (size_t i = 1; i < leaf_words; ++i) {
            const Limb carry = mpn_mul_1(gmp(power.limbs), gmp(power.limbs), gmp_size(count), base_.word_power);
            power.limbs[count] = carry;
            count += carry != 0;
        }
        power.normalize(count, false);
        powers_[0] = power;
        levels_ = 1;
        // The last power is the first whose square may be longer than the number.
        while (2 * powers_[levels_ - 1].size - 1 <= size && levels_ < most_levels) {
            const Number& last = powers_[levels_ - 1];
            Number next{last.limbs + last.size};
            if (const Status status = multiply(next, last, last, work_); status != Status::ok) return status;
            powers_[levels_++] = next;
        }
        return Status::ok;
    }

    // Writes `a` to `out` and moves it behind.
    Status write(char*& out, View a) { return write_below(out, a, 0, levels_); }

  private:
    // a < powers_[level], or any number at the highest level. `width` is the number of digits, or 0 for those needed.
    Status write_below(char*& out, View a, size_t width, size_t level) {
        while (level != 0 && limbs::compare(a.limbs, a.size, powers_[level - 1].limbs, powers_[level - 1].size) < 0)
            --level;
        if (level == 0) {
            write_leaf(out, a, width, base_, digits_);
            return Status::ok;
        }
        const View power = powers_[level - 1];
        const size_t low_digits = base_.word_digits * (leaf_words << (level - 1));
        LimbBuffer memory(work_.scratch, quotient_limbs(a, power) + power.size);
        if (memory.refused()) return Status::no_memory;
        Number high{memory.data()};
        Number low{memory.data() + quotient_limbs(a, power)};
        Status status = divide(&high, &low, a, power, work_);
        if (status == Status::ok) status = write_below(out, high, width != 0 ? width - low_digits : 0, level - 1);
        if (status == Status::ok) status = write_below(out, low, low_digits, level - 1);
        return status;
    }

    const NumberBase& base_;
    const char* digits_;
    const Work& work_;
    Number powers_[most_levels];
    size_t levels_ = 0;
};

Status write_split(char*& out, View a, const NumberBase& base, const char* digits, const Work& work) {
    LimbBuffer powers(work.scratch, Splitter::powers_limbs(a.size));
    if (powers.refused()) return Status::no_memory;
    Splitter splitter(base, digits, work);
    const Status status = splitter.make_powers(powers.data(), a.size);
    return status == Status::ok ? splitter.write(out, a) : status;
}

}  // namespace

size_t digits_bound(View a, unsigned base) {
    const uint64_t bits = bit_length(a);
    if (std::has_single_bit(base)) {
        const unsigned digit_bits = static_cast<unsigned>(std::countr_zero(base));
        return static_cast<size_t>(bits / digit_bits + (bits % digit_bits != 0)) + (bits == 0);
    }
    if (base == 10)  // log10(2) < 0.30103
        return static_cast<size_t>(bits / 100'000 * 30'103 + bits % 100'000 * 30'103 / 100'000 + 1);
    return static_cast<size_t>((bits / 32 + 1) * digits_per_32_bits(base));
}

Status write(TextSink& sink, View a, unsigned base, LetterCase letters, const Work& work) {
    if (a.size <= 1 && base == 10) {
        char text[limb_bits / 3 + 1];
        char* at = text;
        if (a.negative) *at++ = '-';
        at = std::to_chars(at, text + sizeof text, a.size != 0 ? a.limbs[0] : 0).ptr;
        return sink.append({text, static_cast<size_t>(at - text)}) ? Status::ok : Status::no_memory;
    }
    const NumberBase number_base(base);
    const char* digits = digit_tables[letters == LetterCase::upper].digits;
    if (a.size <= 1) {
        char text[limb_bits + 1];
        char* at = write_word_backwards(text + sizeof text, a.size != 0 ? a.limbs[0] : 0, base, 1, digits);
        if (a.negative) *--at = '-';
        return sink.append({at, static_cast<size_t>(text + sizeof text - at)}) ? Status::ok : Status::no_memory;
    }
    const size_t start = sink.size;
    const size_t bound = digits_bound(a, base);
    char* out = sink.claim(bound + a.negative);
    if (out == nullptr) return Status::no_memory;
    if (a.negative) *out++ = '-';
    if (number_base.is_power_of_two()) {
        write_power_of_two(out, bound, a, number_base.digit_bits(), digits);
        return Status::ok;
    }
    Status status = Status::ok;
    if (a.size <= leaf_limbs)
        write_leaf(out, a, 0, number_base, digits);
    else
        status = write_split(out, a.magnitude(), number_base, digits, work);
    sink.size = status == Status::ok ? static_cast<size_t>(out - sink.data) : start;
    return status;
}

DigitText::DigitText(View magnitude, unsigned base, LetterCase letters, const Work& work) : scratch_(work.scratch) {
    text_.data = word_;
    text_.capacity = sizeof word_;
    if (magnitude.size > 1) {
        const size_t bound = digits_bound(magnitude, base);
        block_ = static_cast<char*>(scratch_.take(scratch_.ctx, bound));
        text_.data = block_;
        text_.capacity = block_ != nullptr ? bound : 0;
    }
    status_ = text_.data != nullptr ? write(text_, magnitude, base, letters, work) : Status::no_memory;
}

DigitText::~DigitText() {
    if (block_ != nullptr) scratch_.give(scratch_.ctx, block_, text_.capacity);
}

}  // namespace exmonty::bigint
