#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

// Hashes. Those of numbers and tuples are CPython's own (64-bit build), because they decide the order in which a set of
// them prints. Texts have a hash with a fixed key, which may be shared between runs; a run mixes its own key in where a
// table needs it: mix64(base ^ run key).

namespace exmonty {

// SipHash-1-3 of the bytes under a fixed key.
uint64_t hash_bytes(std::string_view bytes);

// A bijection of 64-bit words in which each input bit reaches each output bit (the finaliser of SplitMix64).
constexpr uint64_t mix64(uint64_t word) {
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9u;
    word = (word ^ word >> 27) * 0x94D049BB133111EBu;
    return word ^ word >> 31;
}

// https://docs.python.org/3/library/stdtypes.html#hashing-of-numeric-types: numbers are hashed modulo a Mersenne prime,
// so that equal numbers of different types have equal hashes. A Python hash is never -1.
constexpr int numeric_hash_bits = 61;
constexpr uint64_t numeric_hash_modulus = (uint64_t{1} << numeric_hash_bits) - 1;
constexpr int64_t numeric_hash_infinity = 314159;
constexpr int64_t complex_hash_multiplier = 1000003;

constexpr int64_t hash_without_minus_one(uint64_t hash) {
    return hash == ~uint64_t{0} ? -2 : static_cast<int64_t>(hash);
}

constexpr int64_t hash_int(int64_t value) {
    const uint64_t magnitude = value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
    const uint64_t residue = magnitude % numeric_hash_modulus;
    return hash_without_minus_one(value < 0 ? -residue : residue);
}

// NaN has no value to hash (CPython takes the object's identity): callers ask before; the answer here is 0.
int64_t hash_double(double value);

constexpr int64_t hash_complex(int64_t real_hash, int64_t imaginary_hash) {
    return hash_without_minus_one(static_cast<uint64_t>(real_hash) + static_cast<uint64_t>(complex_hash_multiplier) *
                                                                         static_cast<uint64_t>(imaginary_hash));
}

// The hash of a tuple, item by item, so that a walk can stop between two items: plain data.
struct TupleHash {
    uint64_t accumulator = prime_5;

    constexpr void add(int64_t item_hash) {
        accumulator += static_cast<uint64_t>(item_hash) * prime_2;
        accumulator = std::rotl(accumulator, 31) * prime_1;
    }
    constexpr int64_t finish(size_t length) const {
        const uint64_t hash = accumulator + (length ^ (prime_5 ^ 3527539u));
        return hash == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(hash);
    }

    static constexpr uint64_t prime_1 = 11400714785074694791u;
    static constexpr uint64_t prime_2 = 14029467366897019727u;
    static constexpr uint64_t prime_5 = 2870177450012600261u;
};

// The hash of a frozenset; the order of its items does not matter.
struct FrozensetHash {
    uint64_t accumulator = 0;

    constexpr void add(int64_t item_hash) {
        const uint64_t hash = static_cast<uint64_t>(item_hash);
        accumulator ^= ((hash ^ 89869747u) ^ hash << 16) * 3644798167u;
    }
    constexpr int64_t finish(size_t size) const {
        uint64_t hash = accumulator ^ (static_cast<uint64_t>(size) + 1) * 1927868237u;
        hash ^= hash >> 11 ^ hash >> 25;
        hash = hash * 69069u + 907133923u;
        return hash == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(hash);
    }
};

}  // namespace exmonty
