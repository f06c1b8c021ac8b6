#include "vm/base/hash.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

using namespace exmonty;

// Expected values recorded from CPython 3.13 (64 bits): hash(x).
TEST_SUITE("base/hash") {
    TEST_CASE("floats hash as in CPython") {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        struct Row {
            double value;
            int64_t hash;
        };
        const Row rows[] = {
            {0x0.0p+0, 0},
            {-0x0.0p+0, 0},
            {0x1.8000000000000p+0, 1152921504606846977},
            {-0x1.8000000000000p+0, -1152921504606846977},
            {0x1.999999999999ap-4, 230584300921369408},
            {0x1.0f0cf064dd592p+73, 1864712049423028464},
            {0x1.7e43c8800759cp+996, 1224995262755759164},
            {-0x1.56e1fc2f8f359p-997, -482449582752280463},
            {0x0.0000000000001p-1022, 16777216},
            {0x1.fffffffffffffp+1023, 2234066890152476671},
            {0x1.0000000000000p+61, 1},
            {-0x1.0000000000000p+0, -2},
            {0x1.12e0be826d695p-32, 699647011998930896},
            {0x1.5555555555555p-2, 768614336404564608},
            {0x1.d6f3454800000p+26, 288230376275168533},
            {infinity, 314159},
            {-infinity, -314159},
            {-0x1.0000000000000p-61, -2},
            {0x1.0000000000001p+53, 9007199254740994},
        };
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CHECK(hash_double(row.value) == row.hash);
        }
    }

    TEST_CASE("integers hash modulo 2**61 - 1, and never to -1") {
        constexpr int64_t modulus = 2305843009213693951;
        CHECK(hash_int(0) == 0);
        CHECK(hash_int(5) == 5);
        CHECK(hash_int(-5) == -5);
        CHECK(hash_int(-1) == -2);
        CHECK(hash_int(-2) == -2);
        CHECK(hash_int(modulus) == 0);
        CHECK(hash_int(-modulus) == 0);
        CHECK(hash_int(modulus + 1) == 1);
        CHECK(hash_int(-modulus - 1) == -2);
        CHECK(hash_int(modulus - 1) == modulus - 1);
        CHECK(hash_int(1 - modulus) == 1 - modulus);
        CHECK(hash_int(std::numeric_limits<int64_t>::max()) == 3);
        CHECK(hash_int(std::numeric_limits<int64_t>::min()) == -4);
    }

    TEST_CASE("complex numbers, tuples and frozensets hash as in CPython") {
        const auto tuple = [](std::initializer_list<int64_t> hashes) {
            TupleHash hash;
            for (const int64_t item : hashes) hash.add(item);
            return hash.finish(hashes.size());
        };
        const auto frozenset = [](std::initializer_list<int64_t> hashes) {
            FrozensetHash hash;
            for (const int64_t item : hashes) hash.add(item);
            return hash.finish(hashes.size());
        };
        CHECK(hash_complex(hash_double(1.5), hash_double(2.5)) == 4611686018429387911);
        CHECK(tuple({}) == 5740354900026072187);
        CHECK(tuple({1}) == -6644214454873602895);
        CHECK(tuple({1, 2}) == -3550055125485641917);
        CHECK(tuple({1, 2, 3}) == 529344067295497451);
        CHECK(tuple({hash_int(-1)}) == 8078679518589016365);
        CHECK(tuple({0, 0, 0, 0, 0}) == -1981010948988890347);
        CHECK(tuple({hash_double(1.5), 2}) == 8274728468405361693);
        CHECK(tuple({tuple({1, 2}), 3}) == -333907151259015829);
        CHECK(frozenset({}) == 133146708735736);
        CHECK(frozenset({1}) == -558064481276695278);
        CHECK(frozenset({3, 1, 2}) == -272375401224217160);
        CHECK(frozenset({hash_double(1.5), tuple({1, 2})}) == 1445356637169020942);
        CHECK(frozenset({frozenset({1}), frozenset({2})}) == 304806268181062474);
    }

    TEST_CASE("the hash of bytes sees every byte and the length") {
        const std::string text = "the quick brown fox";
        for (size_t i = 0; i < text.size(); ++i) {
            std::string other = text;
            other[i] ^= 1;
            CHECK(hash_bytes(other) != hash_bytes(text));
            CHECK(hash_bytes(text.substr(0, i)) != hash_bytes(text));
        }
        CHECK(hash_bytes({}) != hash_bytes(std::string_view("\0", 1)));
        CHECK(hash_bytes(text) == hash_bytes(std::string(text)));
    }

    TEST_CASE("mix64 is the published SplitMix64 finaliser") {
        CHECK(mix64(0) == 0);
        CHECK(mix64(0x9E3779B97F4A7C15u) == 0xE220A8397B1DCDAFu);
    }
}
