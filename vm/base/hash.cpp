#include "vm/base/hash.h"

#include <cmath>
#include <cstring>

namespace exmonty {
namespace {

// https://www.aumasson.jp/siphash/siphash.pdf; one round a word, three at the end.
struct SipState {
    uint64_t v0, v1, v2, v3;

    void round() {
        v0 += v1;
        v2 += v3;
        v1 = std::rotl(v1, 13) ^ v0;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 = std::rotl(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = std::rotl(v1, 17) ^ v2;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 = std::rotl(v2, 32);
    }

    void absorb(uint64_t word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }
};

constexpr uint64_t key_0 = 0x6578'6D6F'6E74'7930u;
constexpr uint64_t key_1 = 0x9E37'79B9'7F4A'7C15u;

uint64_t load_little_endian(const char* bytes, size_t count) {
    uint64_t word = 0;
    memcpy(&word, bytes, count);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word;
}

}  // namespace

uint64_t hash_bytes(std::string_view bytes) {
    SipState state{key_0 ^ 0x736F6D6570736575u, key_1 ^ 0x646F72616E646F6Du, key_0 ^ 0x6C7967656E657261u,
                   key_1 ^ 0x7465646279746573u};
    const char* at = bytes.data();
    size_t left = bytes.size();
    for (; left >= 8; left -= 8, at += 8) state.absorb(load_little_endian(at, 8));
    uint64_t last = static_cast<uint64_t>(bytes.size()) << 56;
    if (left != 0) last |= load_little_endian(at, left);
    state.absorb(last);
    state.v2 ^= 0xFF;
    state.round();
    state.round();
    state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

// Multiplying by 2**k modulo 2**61 - 1 is a rotation of 61 bits, so mantissa times 2**exponent is one rotation.
int64_t hash_double(double value) {
    if (!std::isfinite(value))
        return std::isnan(value) ? 0 : value > 0 ? numeric_hash_infinity : -numeric_hash_infinity;
    int exponent;
    const double mantissa = std::ldexp(std::frexp(std::fabs(value), &exponent), 53);
    exponent -= 53;
    const int shift = ((exponent % numeric_hash_bits) + numeric_hash_bits) % numeric_hash_bits;
    const uint64_t digits = static_cast<uint64_t>(mantissa);
    uint64_t residue = digits;
    if (shift != 0) residue = (digits << shift & numeric_hash_modulus) | digits >> (numeric_hash_bits - shift);
    return hash_without_minus_one(value < 0 ? -residue : residue);
}

}  // namespace exmonty
