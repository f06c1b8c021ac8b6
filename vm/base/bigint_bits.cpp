#include "vm/base/bigint.h"

namespace exmonty::bigint {
namespace {

// The limbs of a number in two's complement, lowest first, without end.
class ComplementReader {
  public:
    explicit ComplementReader(View number) : number_(number), carry_(number.negative) {}

    Limb next() {
        const Limb limb = at_ < number_.size ? number_.limbs[at_] : 0;
        ++at_;
        if (!number_.negative) return limb;
        const Limb complement = ~limb + carry_;
        carry_ = carry_ != 0 && limb == 0;
        return complement;
    }

  private:
    View number_;
    size_t at_ = 0;
    Limb carry_;
};

constexpr Limb combine(BitOperation operation, Limb a, Limb b) {
    switch (operation) {
        case BitOperation::bit_and: return a & b;
        case BitOperation::bit_or: return a | b;
        case BitOperation::bit_xor: break;
    }
    return a ^ b;
}

// From two's complement to the magnitude of a negative number.
void complement_in_place(Limb* digits, size_t count) {
    Limb carry = 1;
    for (size_t i = 0; i < count; ++i) {
        digits[i] = ~digits[i] + carry;
        carry = carry != 0 && digits[i] == 0;
    }
}

// Byte `index` of the magnitude, the lowest first.
constexpr unsigned byte_at(View a, size_t index) {
    return index / 8 < a.size ? static_cast<unsigned>(a.limbs[index / 8] >> index % 8 * 8 & 0xFF) : 0;
}

bool fits(View a, size_t count, Signedness signedness) {
    const uint64_t bits = bit_length(a);
    const uint64_t room = uint64_t{count} * 8;
    if (signedness == Signedness::is_unsigned || bits == 0) return bits <= room;
    // A negative power of two has one bit to spare.
    return bits < room || (a.negative && bits == room && trailing_zeros(a) == bits - 1);
}

}  // namespace

void apply(Number& result, BitOperation operation, View a, View b) {
    const size_t count = bit_operation_limbs(a, b);
    ComplementReader a_reader(a);
    ComplementReader b_reader(b);
    for (size_t i = 0; i < count; ++i) result.limbs[i] = combine(operation, a_reader.next(), b_reader.next());
    const bool negative = combine(operation, a.negative, b.negative) != 0;
    if (negative) complement_in_place(result.limbs, count);
    result.normalize(count, negative);
}

BytesError to_bytes(View a, unsigned char* bytes, size_t count, ByteOrder order, Signedness signedness) {
    if (a.negative && signedness == Signedness::is_unsigned) return BytesError::negative_to_unsigned;
    if (!fits(a, count, signedness)) return BytesError::too_big;
    unsigned carry = a.negative;
    for (size_t i = 0; i < count; ++i) {
        unsigned byte = byte_at(a, i);
        if (a.negative) {
            byte = (~byte & 0xFF) + carry;
            carry = byte >> 8;
        }
        bytes[order == ByteOrder::little ? i : count - 1 - i] = static_cast<unsigned char>(byte);
    }
    return BytesError::none;
}

void from_bytes(Number& result, const unsigned char* bytes, size_t count, ByteOrder order, Signedness signedness) {
    const size_t size = from_bytes_limbs(count);
    const auto byte = [=](size_t i) { return bytes[order == ByteOrder::little ? i : count - 1 - i]; };
    const bool negative = signedness == Signedness::is_signed && count != 0 && byte(count - 1) >= 0x80;
    for (size_t i = 0; i < size; ++i) {
        Limb limb = negative ? ~Limb{0} : 0;
        const size_t end = i * 8 + 8 < count ? i * 8 + 8 : count;
        for (size_t at = end; at-- > i * 8;) limb = limb << 8 | byte(at);
        result.limbs[i] = limb;
    }
    if (negative) complement_in_place(result.limbs, size);
    result.normalize(size, negative);
}

}  // namespace exmonty::bigint
