#include "vm/base/float_bits.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

using namespace exmonty;

TEST_SUITE("base/float_bits") {
    TEST_CASE("a double is an odd mantissa times a power of two, and comes back from it") {
        for (const double value :
             {1.0, 0.1, 3.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e22, 0x1p53 + 2}) {
            const FloatBits bits = take_apart(-value);
            CHECK(bits.negative);
            CHECK(bits.mantissa % 2 == 1);
            CHECK(std::ldexp(static_cast<double>(bits.mantissa), bits.exponent) == value);
            CHECK(put_together(bits.mantissa, false, bits.exponent).value == value);
        }
        CHECK(take_apart(0.0).mantissa == 0);
    }

    TEST_CASE("rounding is half to even, and the discarded part breaks ties") {
        constexpr uint64_t top = uint64_t{1} << 63;
        CHECK(put_together(top + 1024, false, 0).value == 0x1p63);
        CHECK(put_together(top + 1024, true, 0).value == 0x1p63 + 2048);
        CHECK(put_together(top + 3 * 1024, false, 0).value == 0x1p63 + 4096);
        CHECK(put_together(top, false, -1137).value == 5e-324);
        CHECK(put_together(top, false, -1138).value == 0);
        CHECK(put_together(top, true, -1138).value == 5e-324);
        CHECK(put_together(top, true, -1139).value == 0);
        CHECK(put_together(~uint64_t{0}, false, 960).overflow);
        CHECK(put_together(~uint64_t{0} << 11, false, 960).value == 1.7976931348623157e308);
        CHECK(put_together(1, false, 1024).overflow);
        CHECK(put_together(1, false, int64_t{1} << 60).overflow);
        CHECK(put_together(1, true, -(int64_t{1} << 60)).value == 0);
    }
}
