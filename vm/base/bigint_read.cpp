#include <algorithm>

#include "vm/base/bigint_text.h"
#include "vm/base/limb_buffer.h"
#include "vm/base/number_base.h"
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"

namespace exmonty::bigint {

using limbs::gmp;
using limbs::gmp_size;
using limbs::LimbBuffer;

namespace {

// Words are gathered into groups of this many before groups are put together in pairs.
constexpr size_t group_words = 32;
// Between two polls of the digit loops.
constexpr size_t digits_between_polls = size_t{1} << 18;

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// One character of an integer: an ASCII character, or what stands for a character of any script.
struct Character {
    char value;
    size_t length;
};

Character character_at(std::string_view text, size_t at) {
    if (at >= text.size()) return {'\0', 0};
    if (static_cast<signed char>(text[at]) >= 0) return {text[at], 1};
    const char* position = text.data() + at;
    const char32_t code_point = utf8::next(position);
    const size_t length = static_cast<size_t>(position - text.data()) - at;
    const int digit = unicode::decimal_value(code_point);
    return {digit >= 0 ? static_cast<char>('0' + digit) : unicode::is_space(code_point) ? ' ' : '?', length};
}

size_t skip_space(std::string_view text, size_t at) {
    for (;;) {
        const Character character = character_at(text, at);
        if (character.length == 0 || !is_ascii_space(character.value)) return at;
        at += character.length;
    }
}

constexpr unsigned base_of_prefix(char letter) {
    switch (letter) {
        case 'x':
        case 'X': return 16;
        case 'o':
        case 'O': return 8;
        case 'b':
        case 'B': return 2;
        default: return 0;
    }
}

// Digits with single underscores between them from `at` on; the position behind them, or npos when they are malformed.
size_t scan_digits(std::string_view text, size_t at, IntText& result) {
    const size_t start = at;
    for (;;) {
        const Character character = character_at(text, at);
        if (character.length == 0 || digit_value(character.value) >= result.base)
            return std::string_view::npos;  // A digit must stand here.
        at += character.length;
        ++result.digit_count;
        while (at < text.size()) {
            const unsigned value = digit_value(text[at]);
            if (value < result.base)
                ++at;
            else if (const Character other = character_at(text, at); digit_value(other.value) < result.base)
                at += other.length;
            else
                break;
            ++result.digit_count;
        }
        if (at == text.size() || text[at] != '_') break;
        ++at;
    }
    result.digits = {text.data() + start, at - start};
    return at;
}

bool all_zeros(std::string_view digits) {
    for (size_t at = 0; at < digits.size();) {
        const Character character = character_at(digits, at);
        if (character.value != '0' && character.value != '_') return false;
        at += character.length;
    }
    return true;
}

// The digits of a scanned text one after the other.
class DigitReader {
  public:
    explicit DigitReader(std::string_view digits) : digits_(digits) {}

    unsigned next() {
        if (digits_[at_] == '_') ++at_;
        const Character character = character_at(digits_, at_);
        at_ += character.length;
        return digit_value(character.value);
    }

  private:
    std::string_view digits_;
    size_t at_ = 0;
};

}  // namespace

IntText scan(std::string_view text, unsigned base) {
    IntText result;
    result.base = base;
    size_t at = skip_space(text, 0);
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) result.negative = text[at++] == '-';
    const Character first = character_at(text, at);
    bool must_be_zero = false;
    unsigned prefix_base = 0;
    if (first.value == '0' && first.length != 0)
        prefix_base = base_of_prefix(character_at(text, at + first.length).value);
    if (base == 0) {
        result.base = prefix_base != 0 ? prefix_base : 10;
        // "010" was octal once: only zeros may begin with a zero.
        must_be_zero = prefix_base == 0 && first.value == '0';
    }
    if (prefix_base != 0 && prefix_base == result.base) {
        at += first.length + 1;
        if (at < text.size() && text[at] == '_') ++at;
    }
    at = scan_digits(text, at, result);
    if (at == std::string_view::npos || (must_be_zero && !all_zeros(result.digits))) return {};
    result.valid = skip_space(text, at) == text.size();
    return result;
}

IntText scan_ascii(std::string_view bytes, unsigned base) {
    return utf8::is_ascii(bytes) ? scan(bytes, base) : IntText{};
}

bool read_word(const IntText& text, int64_t& value) {
    if (text.digit_count > 12 && (text.base != 10 || text.digit_count > 18)) return false;
    DigitReader reader(text.digits);
    uint64_t magnitude = 0;
    for (size_t i = 0; i < text.digit_count; ++i) magnitude = magnitude * text.base + reader.next();
    value = static_cast<int64_t>(text.negative ? -magnitude : magnitude);
    return true;
}

size_t read_limbs(const IntText& text) {
    const NumberBase base(text.base);
    if (base.is_power_of_two()) return limbs_for_bits(uint64_t{text.digit_count} * base.digit_bits());
    return text.digit_count / base.word_digits + 1;
}

namespace {

Status read_power_of_two(Number& result, const IntText& text, unsigned digit_bits, const Poll& poll) {
    const size_t size = read_limbs(text);
    limbs::clear(result.limbs, size);
    DigitReader reader(text.digits);
    uint64_t bit = uint64_t{text.digit_count} * digit_bits;
    for (size_t i = 0; i < text.digit_count; ++i) {
        bit -= digit_bits;
        const size_t at = static_cast<size_t>(bit / limb_bits);
        const unsigned shift = static_cast<unsigned>(bit % limb_bits);
        const Limb digit = reader.next();
        result.limbs[at] |= digit << shift;
        if (shift + digit_bits > limb_bits) result.limbs[at + 1] |= digit >> (limb_bits - shift);
        if (i % digits_between_polls == digits_between_polls - 1 && poll.should_stop()) return Status::stopped;
    }
    result.normalize(size, text.negative);
    return Status::ok;
}

// The digits as words of the base's word power, the lowest word first.
Status read_words(Limb* words, size_t count, const IntText& text, const NumberBase& base, const Poll& poll) {
    DigitReader reader(text.digits);
    size_t digits = text.digit_count - (count - 1) * base.word_digits;
    size_t since_poll = 0;
    for (size_t i = count; i-- != 0; digits = base.word_digits) {
        Limb word = 0;
        for (size_t digit = 0; digit < digits; ++digit) word = word * base.base + reader.next();
        words[i] = word;
        since_poll += digits;
        if (since_poll >= digits_between_polls) {
            since_poll = 0;
            if (poll.should_stop()) return Status::stopped;
        }
    }
    return Status::ok;
}

// Turns words of the power into limbs of their value in place, the highest word first (Horner).
void gather_words(Limb* words, size_t count, Limb power) {
    Limb value[group_words];
    size_t size = 1;
    value[0] = words[count - 1];
    for (size_t i = count - 1; i-- != 0;) {
        const Limb carry = mpn_mul_1(gmp(value), gmp(value), gmp_size(size), power);
        Limb overflow = mpn_add_1(gmp(value), gmp(value), gmp_size(size), words[i]);
        overflow += carry;
        if (overflow != 0) value[size++] = overflow;
    }
    limbs::copy(words, value, size);
    limbs::clear(words + size, count - size);
}

// Groups of `group` limbs hold their value. Each pair becomes low + high * power, in place.
Status join_groups(Limb* all, size_t count, size_t group, View power, Limb* product, const Work& work) {
    for (size_t at = 0; at + group < count; at += 2 * group) {
        const size_t high_count = std::min(group, count - at - group);
        const View high{all + at + group, limbs::used(all + at + group, high_count), false};
        Number whole{product};
        if (const Status status = multiply(whole, high, power, work); status != Status::ok) return status;
        // The sum fits the pair's memory, so the limbs above it are zero.
        const size_t pair_count = group + high_count;
        limbs::clear(all + at + group, high_count);
        limbs::add_in_place(all + at, pair_count, whole.limbs, whole.size);
    }
    return Status::ok;
}

Status join_all_groups(Limb* all, size_t count, Limb word_power, const Work& work) {
    LimbBuffer product(work.scratch, 2 * count + 4);
    LimbBuffer power_memory(work.scratch, count + 2 * group_words);
    LimbBuffer square_memory(work.scratch, count + 2 * group_words);
    if (product.refused() || power_memory.refused() || square_memory.refused()) return Status::no_memory;
    Number power{power_memory.data()};
    Number square{square_memory.data()};
    Limb value[group_words];
    size_t size = 1;
    value[0] = 1;
    for (size_t i = 0; i < group_words; ++i) {
        const Limb carry = mpn_mul_1(gmp(value), gmp(value), gmp_size(size), word_power);
        if (carry != 0) value[size++] = carry;
    }
    limbs::copy(power.limbs, value, size);
    power.normalize(size, false);
    for (size_t group = group_words; group < count; group *= 2) {
        if (const Status status = join_groups(all, count, group, power, product.data(), work); status != Status::ok)
            return status;
        if (2 * group >= count) break;
        if (const Status status = multiply(square, power, power, work); status != Status::ok) return status;
        std::swap(power, square);
    }
    return Status::ok;
}

}  // namespace

Status read(Number& result, const IntText& text, const Work& work) {
    const NumberBase base(text.base);
    if (base.is_power_of_two()) return read_power_of_two(result, text, base.digit_bits(), work.poll);
    const size_t count = (text.digit_count + base.word_digits - 1) / base.word_digits;
    if (const Status status = read_words(result.limbs, count, text, base, work.poll); status != Status::ok)
        return status;
    for (size_t at = 0; at < count; at += group_words)
        gather_words(result.limbs + at, std::min(group_words, count - at), base.word_power);
    if (count > group_words) {
        if (const Status status = join_all_groups(result.limbs, count, base.word_power, work); status != Status::ok)
            return status;
    }
    result.normalize(count, text.negative);
    return Status::ok;
}

}  // namespace exmonty::bigint
