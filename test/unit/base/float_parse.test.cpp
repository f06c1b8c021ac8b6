#include "vm/base/float_parse.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <string>

using namespace exmonty;
using namespace std::string_view_literals;

// Expected values recorded from CPython 3.13.
TEST_SUITE("base/float_parse") {
    TEST_CASE("float() reads what CPython reads, correctly rounded") {
        struct Row {
            std::string_view text;
            double value;
        };
        const Row rows[] = {
            {"0", 0x0.0p+0},
            {"-0", -0x0.0p+0},
            {"1", 0x1.0000000000000p+0},
            {"+1.5", 0x1.8000000000000p+0},
            {" 2.5\t\n", 0x1.4000000000000p+1},
            {"1_000.5_0", 0x1.f440000000000p+9},
            {"1e5", 0x1.86a0000000000p+16},
            {"1E+05", 0x1.86a0000000000p+16},
            {"1.e5", 0x1.86a0000000000p+16},
            {".5", 0x1.0000000000000p-1},
            {"5.", 0x1.4000000000000p+2},
            {"infinity", HUGE_VAL},
            {"-INF", -HUGE_VAL},
            {"1e400", HUGE_VAL},
            {"-1e400", -HUGE_VAL},
            {"1e-400", 0x0.0p+0},
            {"9007199254740993", 0x1.0000000000000p+53},
            {"9007199254740992.99999999999999999999", 0x1.0000000000000p+53},
            {"9007199254740993.00000000000000000001", 0x1.0000000000001p+53},
            {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
            {"2.4703282292062327e-324", 0x0.0p+0},
            {"2.4703282292062328e-324", 0x0.0000000000001p-1022},
            {"1.7976931348623158e308", 0x1.fffffffffffffp+1023},
            {"1.7976931348623159e308", HUGE_VAL},
            {"1e23", 0x1.52d02c7e14af6p+76},
            {"8.5e22", 0x1.1ffdbf6b2b2ebp+76},
            {"0.000000000000000000000000001", 0x1.3ce9a36f23c10p-90},
            {"٣.١٤", 0x1.91eb851eb851fp+1},
            {"　１２　", 0x1.8000000000000p+3},
            {"1e1_0", 0x1.2a05f20000000p+33},
            {"1e99999999999999999999", HUGE_VAL},
            {"1e-99999999999999999999", 0x0.0p+0},
            {"0e99999999999999999999", 0x0.0p+0},
            {"123456789012345678901234567890", 0x1.8ee90ff6c373ep+96},
        };
        for (const Row& row : rows) {
            CAPTURE(row.text);
            double value = 0;
            CHECK(parse_float(row.text, value));
            CHECK(value == row.value);
            CHECK(std::signbit(value) == std::signbit(row.value));
        }
        double value = 0;
        CHECK(parse_float("NaN", value));
        CHECK(std::isnan(value));
    }

    TEST_CASE("what is not a number is refused") {
        for (const std::string_view text : {""sv,
                                            " "sv,
                                            "-"sv,
                                            "."sv,
                                            "e5"sv,
                                            ".e5"sv,
                                            "1e"sv,
                                            "1e+"sv,
                                            "_1"sv,
                                            "1_"sv,
                                            "1__0"sv,
                                            "1_.5"sv,
                                            "1._5"sv,
                                            "1.5_"sv,
                                            "1_e5"sv,
                                            "1e_5"sv,
                                            "1e5_"sv,
                                            "0x10"sv,
                                            "1 2"sv,
                                            "--1"sv,
                                            "infinit"sv,
                                            "infinityx"sv,
                                            "na"sv,
                                            "nan1"sv,
                                            "1\0"sv,
                                            "\x1c"
                                            "1"sv,
                                            "1\x7f"sv,
                                            "\xE2\x82\xAC"sv,
                                            "1,5"sv,
                                            "in_f"sv}) {
            CAPTURE(text);
            double value = 0;
            CHECK(!parse_float(text, value));
        }
    }

    TEST_CASE("bytes know ASCII digits and white space only") {
        double value = 0;
        CHECK(parse_float_ascii(" 1_0.5\n", value));
        CHECK(value == 10.5);
        CHECK(!parse_float_ascii("\xD9\xA3", value));
        CHECK(!parse_float_ascii("1\xC2", value));
    }

    TEST_CASE("any number of digits is read exactly, in constant memory") {
        double value = 0;
        CHECK(parse_float(std::string(100'000, '0') + "1e-5", value));
        CHECK(value == 1e-5);
        CHECK(parse_float("0." + std::string(1000, '0') + "1e1003", value));
        CHECK(value == 100);
        CHECK(parse_float("1" + std::string(400, '0') + "e-400", value));
        CHECK(value == 1);
        CHECK(parse_float(std::string(100'000, '9'), value));
        CHECK(std::isinf(value));
        // Half way between two doubles, and a hair above.
        const std::string half = "9007199254740993." + std::string(2000, '0');
        CHECK(parse_float(half, value));
        CHECK(value == 9007199254740992.0);
        CHECK(parse_float(half + "1", value));
        CHECK(value == 9007199254740994.0);
    }

    TEST_CASE("float.fromhex reads what CPython reads") {
        struct Row {
            std::string_view text;
            HexFloatError error;
            double value;
        };
        const Row rows[] = {
            {"0x1.8p3", HexFloatError::none, 0x1.8000000000000p+3},
            {"-0x0p0", HexFloatError::none, -0x0.0p+0},
            {"1", HexFloatError::none, 0x1.0000000000000p+0},
            {"0x.8", HexFloatError::none, 0x1.0000000000000p-1},
            {"ff", HexFloatError::none, 0x1.fe00000000000p+7},
            {"0x1.fffffffffffff8p1023", HexFloatError::too_large, 0},
            {"0x1.fffffffffffff7p1023", HexFloatError::none, 0x1.fffffffffffffp+1023},
            {"0x1p-1074", HexFloatError::none, 0x0.0000000000001p-1022},
            {"0x1p-1075", HexFloatError::none, 0x0.0p+0},
            {"0x1.8p-1075", HexFloatError::none, 0x0.0000000000001p-1022},
            {"0x1.00000000000008p0", HexFloatError::none, 0x1.0000000000000p+0},
            {"0x1.000000000000080001p0", HexFloatError::none, 0x1.0000000000001p+0},
            {"0x1.00000000000018p0", HexFloatError::none, 0x1.0000000000002p+0},
            {"  inf ", HexFloatError::none, HUGE_VAL},
            {"-Infinity", HexFloatError::none, -HUGE_VAL},
            {"0x1p1024", HexFloatError::too_large, 0},
            {"0x1p99999999999999999999", HexFloatError::too_large, 0},
            {"0x0p99999999999999999999", HexFloatError::none, 0x0.0p+0},
            {"0x1p-99999999999999999999", HexFloatError::none, 0x0.0p+0},
            {"0x", HexFloatError::invalid, 0},
            {"0x.p1", HexFloatError::invalid, 0},
            {"0x1p", HexFloatError::invalid, 0},
            {"1x", HexFloatError::invalid, 0},
            {"", HexFloatError::invalid, 0},
            {"0x1.8p3q", HexFloatError::invalid, 0},
            {"0x123456789abcdef123456789p-40", HexFloatError::none, 0x1.23456789abcdfp+52},
            {"0x1 p1", HexFloatError::invalid, 0},
        };
        for (const Row& row : rows) {
            CAPTURE(row.text);
            double value = 0;
            const HexFloatError error = parse_float_hex(row.text, value);
            CHECK(error == row.error);
            if (error == HexFloatError::none) CHECK(value == row.value);
        }
        CHECK(hex_float_error_text(HexFloatError::invalid) == "invalid hexadecimal floating-point string");
        CHECK(hex_float_error_text(HexFloatError::too_large) == "hexadecimal value too large to represent as a float");
    }
}
