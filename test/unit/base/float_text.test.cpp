#include "vm/base/float_text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "test/unit/base/growing_text.h"

using namespace exmonty;

namespace {

std::string laid_out(double value, const FloatLayout& layout) {
    GrowingText text;
    CHECK(append_float(text, value, layout));
    return std::string(text.view());
}

}  // namespace

// Expected texts recorded from CPython 3.13.
TEST_SUITE("base/float_text") {
    TEST_CASE("repr and hex print what CPython prints") {
        struct Row {
            double value;
            std::string_view repr, hex;
        };
        const Row rows[] = {
            {0x0.0p+0, "0.0", "0x0.0p+0"},
            {-0x0.0p+0, "-0.0", "-0x0.0p+0"},
            {0x1.0000000000000p+0, "1.0", "0x1.0000000000000p+0"},
            {-0x1.8000000000000p+0, "-1.5", "-0x1.8000000000000p+0"},
            {0x1.999999999999ap-4, "0.1", "0x1.999999999999ap-4"},
            {0x1.5555555555555p-2, "0.3333333333333333", "0x1.5555555555555p-2"},
            {0x1.c6bf526340000p+49, "1000000000000000.0", "0x1.c6bf526340000p+49"},
            {0x1.1c37937e08000p+53, "1e+16", "0x1.1c37937e08000p+53"},
            {0x1.1c37937e07fffp+53, "9999999999999998.0", "0x1.1c37937e07fffp+53"},
            {0x1.b69b4ba630f35p+56, "1.2345678901234568e+17", "0x1.b69b4ba630f35p+56"},
            {0x1.0f0cf064dd592p+73, "1e+22", "0x1.0f0cf064dd592p+73"},
            {0x1.52d02c7e14af6p+76, "1e+23", "0x1.52d02c7e14af6p+76"},
            {0x1.a36e2eb1c432dp-14, "0.0001", "0x1.a36e2eb1c432dp-14"},
            {0x1.4f8b588e368f1p-17, "1e-05", "0x1.4f8b588e368f1p-17"},
            {0x1.02e4b6ce5dc68p-13, "0.00012345", "0x1.02e4b6ce5dc68p-13"},
            {0x0.0000000000001p-1022, "5e-324", "0x0.0000000000001p-1022"},
            {0x1.0000000000000p-1022, "2.2250738585072014e-308", "0x1.0000000000000p-1022"},
            {0x0.fffffffffffffp-1022, "2.225073858507201e-308", "0x0.fffffffffffffp-1022"},
            {0x1.fffffffffffffp+1023, "1.7976931348623157e+308", "0x1.fffffffffffffp+1023"},
            {0x1.0000000000000p+53, "9007199254740992.0", "0x1.0000000000000p+53"},
            {0x1.0000000000001p+53, "9007199254740994.0", "0x1.0000000000001p+53"},
            {0x1.0000000000000p-44, "5.684341886080802e-14", "0x1.0000000000000p-44"},
            {0x1.0000000000000p+63, "9.223372036854776e+18", "0x1.0000000000000p+63"},
            {0x1.0000000000000p+53, "9007199254740992.0", "0x1.0000000000000p+53"},
            {0x1.1666666666666p+2, "4.35", "0x1.1666666666666p+2"},
            {0x1.5666666666666p+1, "2.675", "0x1.5666666666666p+1"},
            {0x1.249ad2594c37dp+332, "1e+100", "0x1.249ad2594c37dp+332"},
            {0x1.edd2f1a9fbe77p+6, "123.456", "0x1.edd2f1a9fbe77p+6"},
            {HUGE_VAL, "inf", "inf"},
            {-HUGE_VAL, "-inf", "-inf"},
            {0x1.a36e2eb1c432dp-15, "5e-05", "0x1.a36e2eb1c432dp-15"},
            {0x1.b1ae4d6e2ef50p+69, "1e+21", "0x1.b1ae4d6e2ef50p+69"},
            {0x0.0000000000003p-1022, "1.5e-323", "0x0.0000000000003p-1022"},
            {0x1.0000000000000p-20, "9.5367431640625e-07", "0x1.0000000000000p-20"},
        };
        for (const Row& row : rows) {
            FixedText<float_repr_capacity> repr;
            CHECK(append_float_repr(repr, row.value));
            CHECK(repr.view() == row.repr);
            FixedText<float_hex_capacity> hex;
            CHECK(append_float_hex(hex, row.value));
            CHECK(hex.view() == row.hex);
        }
        CHECK(laid_out(NAN, {}) == "nan");
        CHECK(laid_out(-NAN, {.upper_case = true}) == "NAN");
        FixedText<float_repr_capacity> longest;
        CHECK(append_float_repr(longest, -2.2250738585072014e-308));
        CHECK(longest.size == float_repr_capacity);
        FixedText<float_hex_capacity> longest_hex;
        CHECK(append_float_hex(longest_hex, -0x1.0000000000001p-1022));
        CHECK(longest_hex.size == float_hex_capacity);
    }

    TEST_CASE("e, f and g with a precision print what CPython prints") {
        struct Row {
            double value;
            FloatStyle style;
            size_t precision;
            bool alternate;
            std::string_view text;
        };
        const Row rows[] = {
            {0x1.0000000000000p+0, FloatStyle::fixed, 0, false, "1"},
            {0x1.0000000000000p-1, FloatStyle::fixed, 0, false, "0"},
            {0x1.8000000000000p+0, FloatStyle::fixed, 0, false, "2"},
            {0x1.4000000000000p+1, FloatStyle::fixed, 0, false, "2"},
            {0x1.0000000000000p-3, FloatStyle::fixed, 2, false, "0.12"},
            {0x1.5666666666666p+1, FloatStyle::fixed, 2, false, "2.67"},
            {0x1.0f0cf064dd592p+73, FloatStyle::fixed, 3, false, "10000000000000000000000.000"},
            {0x1.52d02c7e14af6p+76, FloatStyle::fixed, 0, false, "99999999999999991611392"},
            {-0x1.0624dd2f1a9fcp-10, FloatStyle::fixed, 2, false, "-0.00"},
            {0x0.0000000000001p-1022, FloatStyle::fixed, 3, false, "0.000"},
            {0x1.0000000000000p+0, FloatStyle::fixed, 0, true, "1."},
            {0x1.1c37937e08000p+53, FloatStyle::exponent, 0, false, "1e+16"},
            {0x1.0000000000000p+0, FloatStyle::exponent, 6, false, "1.000000e+00"},
            {0x1.3fffffca501adp+3, FloatStyle::exponent, 3, false, "1.000e+01"},
            {0x1.56e1fc2f8f359p-997, FloatStyle::exponent, 2, false, "1.00e-300"},
            {0x0.0p+0, FloatStyle::exponent, 3, false, "0.000e+00"},
            {0x1.0000000000000p+0, FloatStyle::exponent, 0, true, "1.e+00"},
            {0x0.0000000000001p-1022, FloatStyle::exponent, 10, false, "4.9406564584e-324"},
            {0x1.e240000000000p+16, FloatStyle::exponent, 20, false, "1.23456000000000000000e+05"},
            {0x0.0p+0, FloatStyle::general, 6, false, "0"},
            {0x1.86a0000000000p+16, FloatStyle::general, 6, false, "100000"},
            {0x1.e848000000000p+19, FloatStyle::general, 6, false, "1e+06"},
            {0x1.a36e2eb1c432dp-14, FloatStyle::general, 6, false, "0.0001"},
            {0x1.4f8b588e368f1p-17, FloatStyle::general, 6, false, "1e-05"},
            {0x1.2d68700000000p+20, FloatStyle::general, 3, false, "1.23e+06"},
            {0x1.0000000000000p+0, FloatStyle::general, 6, true, "1.00000"},
            {0x0.0p+0, FloatStyle::general, 6, true, "0.00000"},
            {0x1.2a05f20000000p+33, FloatStyle::general, 3, true, "1.00e+10"},
            {0x1.4f8b588e368f1p-17, FloatStyle::general, 3, true, "1.00e-05"},
            {0x1.ec00000000000p+6, FloatStyle::general, 0, false, "1e+02"},
            {0x1.8ff5c28f5c28fp+6, FloatStyle::general, 3, false, "100"},
            {0x1.f3feb851eb852p+9, FloatStyle::general, 3, false, "1e+03"},
            {0x1.3333333333333p-2, FloatStyle::general, 30, false, "0.299999999999999988897769753748"},
            {0x1.0f0cf064dd592p+73, FloatStyle::general, 25, false, "10000000000000000000000"},
            {0x1.52d02c7e14af6p+76, FloatStyle::general, 25, false, "99999999999999991611392"},
            {0x0.0000000000001p-1022, FloatStyle::general, 5, false, "4.9407e-324"},
            {0x1.5555555555555p-2, FloatStyle::general, 17, false, "0.33333333333333331"},
            {0x1.999999999999ap-4, FloatStyle::general, 17, false, "0.10000000000000001"},
            {0x1.a36e2eb1c432dp-14, FloatStyle::general, 2, true, "0.00010"},
            {0x1.4000000000000p+2, FloatStyle::general, 1, true, "5."},
        };
        for (const Row& row : rows)
            CHECK(laid_out(row.value, {.style = row.style, .precision = row.precision, .alternate = row.alternate}) ==
                  row.text);
    }

    TEST_CASE("the layout's other marks") {
        CHECK(laid_out(1e10, {.style = FloatStyle::exponent, .upper_case = true}) == "1.000000E+10");
        CHECK(laid_out(-0.001, {.style = FloatStyle::fixed, .precision = 1, .no_negative_zero = true}) == "0.0");
        CHECK(laid_out(-0.06, {.style = FloatStyle::fixed, .precision = 1, .no_negative_zero = true}) == "-0.1");
        CHECK(laid_out(-0.0, {.add_dot_zero = true, .no_negative_zero = true}) == "0.0");
        CHECK(laid_out(-0.0, {.style = FloatStyle::exponent, .no_negative_zero = true}) == "0.000000e+00");
        CHECK(laid_out(12, {.style = FloatStyle::general, .precision = 2, .add_dot_zero = true}) == "1.2e+01");
        CHECK(laid_out(12, {.style = FloatStyle::general, .precision = 3, .add_dot_zero = true}) == "12.0");
    }

    TEST_CASE("all digits of the smallest and the largest double, and zeros behind them") {
        const std::string smallest = laid_out(5e-324, {.style = FloatStyle::fixed, .precision = 1200});
        CHECK(smallest.size() == 1202);
        CHECK(smallest.substr(320, 20) == "00000494065645841246");
        CHECK(smallest.substr(1064) == "533447265625" + std::string(126, '0'));
        const std::string largest = laid_out(1.7976931348623157e308, {.style = FloatStyle::general, .precision = 400});
        CHECK(largest.size() == 309);
        CHECK(largest.substr(289) == "50404026184124858368");
        const std::string exponent = laid_out(5e-324, {.style = FloatStyle::exponent, .precision = 800});
        CHECK(exponent.substr(740) == "533447265625" + std::string(50, '0') + "e-324");
    }

    TEST_CASE("the size of a text is known before it is written") {
        const FloatParts parts(1.5, {.style = FloatStyle::fixed, .precision = 1'000'000'000});
        CHECK(parts.size_behind_integer() == 1'000'000'001);
        GrowingText text(1000);
        CHECK(!append_float(text, 1.5, {.style = FloatStyle::fixed, .precision = 1'000'000'000}));
        CHECK(text.size == 0);
    }
}
