#include "vm/base/float_round.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace exmonty;

TEST_SUITE("base/float_round") {
    // Recorded from CPython 3.13: round(value, digits).
    TEST_CASE("round is half to even on the exact decimal value") {
        struct Row {
            double value;
            long long digits;
            double result;
        };
        const Row rows[] = {
            {0x1.4000000000000p+1, 0, 0x1.0000000000000p+1},
            {0x1.c000000000000p+1, 0, 0x1.0000000000000p+2},
            {-0x1.4000000000000p+1, 0, -0x1.0000000000000p+1},
            {0x1.5666666666666p+1, 2, 0x1.55c28f5c28f5cp+1},
            {0x1.3333333333333p-3, 1, 0x1.999999999999ap-4},
            {0x1.0000000000000p-2, 1, 0x1.999999999999ap-3},
            {0x1.0147ae147ae14p+0, 2, 0x1.0000000000000p+0},
            {0x1.9000000000000p+4, -1, 0x1.4000000000000p+4},
            {0x1.1800000000000p+5, -1, 0x1.4000000000000p+5},
            {0x1.9000001ad7f2ap+4, -1, 0x1.e000000000000p+4},
            {0x1.e000000000000p+3, -1, 0x1.4000000000000p+4},
            {0x1.4000000000000p+2, -1, 0x0.0p+0},
            {0x1.4000006b5fca7p+2, -1, 0x1.4000000000000p+3},
            {0x1.0000000000000p+2, -2, 0x0.0p+0},
            {0x1.9000000000000p+5, -2, 0x0.0p+0},
            {0x1.90ccccccccccdp+5, -2, 0x1.9000000000000p+6},
            {0x1.8f9999999999ap+6, -1, 0x1.9000000000000p+6},
            {0x1.869f000000000p+16, -5, 0x1.86a0000000000p+16},
            {0x1.1ccf385ebc8a0p+1023, -308, 0x1.1ccf385ebc8a0p+1023},
            {0x1.1ccf385ebc8a0p+1022, -308, 0x1.1ccf385ebc8a0p+1023},
            {0x1.55c576d815726p+1022, -308, 0x1.1ccf385ebc8a0p+1023},
            {0x1.d7e7e70161236p+996, -298, 0x1.d62f8888fecd1p+996},
            {0x0.0000000000001p-1022, 323, 0x0.0p+0},
            {0x0.0000000000001p-1022, 400, 0x0.0000000000001p-1022},
            {0x1.8000000000000p+0, -400, 0x0.0p+0},
            {-0x1.8000000000000p+0, -400, -0x0.0p+0},
            {0x1.edd2f1a9fbe77p+6, 1, 0x1.ee00000000000p+6},
            {0x1.0f0cf064dd592p+73, 2, 0x1.0f0cf064dd592p+73},
            {0x1.0000000000000p-1, 0, 0x0.0p+0},
            {-0x1.999999999999ap-2, 0, -0x0.0p+0},
            {0x1.999999999999ap-4, 20, 0x1.999999999999ap-4},
            {0x1.1c37937e08001p+53, -1, 0x1.1c37937e08000p+53},
            {0x1.0000000000000p+53, -3, 0x1.0000000000004p+53},
        };
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CAPTURE(row.digits);
            const double result = round_to_digits(row.value, row.digits);
            CHECK(result == row.result);
            CHECK(std::signbit(result) == std::signbit(row.result));
        }
    }

    TEST_CASE("a result beyond the doubles is infinity, what is not finite stays") {
        CHECK(std::isinf(round_to_digits(1.7e308, -308)));
        CHECK(std::isinf(round_to_digits(HUGE_VAL, 2)));
        CHECK(std::isnan(round_to_digits(NAN, 2)));
    }
}
