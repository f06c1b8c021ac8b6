#include "vm/base/number_format.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "test/unit/base/big_numbers.h"
#include "test/unit/base/growing_text.h"

using namespace exmonty;

namespace {

struct Fixture {
    CountedScratch memory;
    bigint::Work work{{}, memory.scratch()};

    // The text, or the message of what is wrong.
    template <typename Format>
    std::string formatted(std::string_view specifier, FormatSubject subject, std::string_view type, Format format) {
        FormatSpec spec;
        GrowingText text;
        FormatProblem problem = parse_format_spec(spec, specifier, subject);
        if (!problem) problem = format(text, spec);
        if (!problem) return std::string(text.view());
        GrowingText message;
        append_problem(message, problem, specifier, type);
        return std::string(message.view());
    }

    std::string of_int(bigint::View value, std::string_view specifier) {
        return formatted(specifier, FormatSubject::integer, "int",
                         [&](TextSink& sink, const FormatSpec& spec) { return format_int(sink, value, spec, work); });
    }
    std::string of_float(double value, std::string_view specifier) {
        return formatted(specifier, FormatSubject::floating, "float",
                         [&](TextSink& sink, const FormatSpec& spec) { return format_float(sink, value, spec); });
    }
    std::string of_complex(double real, double imaginary, std::string_view specifier) {
        return formatted(specifier, FormatSubject::complex, "complex", [&](TextSink& sink, const FormatSpec& spec) {
            return format_complex(sink, real, imaginary, spec);
        });
    }
    std::string of_text(std::string_view value, std::string_view specifier) {
        return formatted(specifier, FormatSubject::text, "str",
                         [&](TextSink& sink, const FormatSpec& spec) { return format_text(sink, value, spec); });
    }
};

}  // namespace

// Texts and messages recorded from CPython 3.14: format(value, specifier).
TEST_SUITE("base/number_format") {
    TEST_CASE_FIXTURE(Fixture, "ints") {
        struct Row {
            std::string_view value, specifier, text;
        };
        const Row rows[] = {
            {"1", "q", "Unknown format code 'q' for object of type 'int'"},
            {"1", "xyz", "Invalid format specifier 'xyz' for object of type 'int'"},
            {"1", ",x", "Cannot specify ',' with 'x'."},
            {"1", ",b", "Cannot specify ',' with 'b'."},
            {"1", "_n", "Cannot specify '_' with 'n'."},
            {"1", ",n", "Cannot specify ',' with 'n'."},
            {"1", ",_", "Cannot specify both ',' and '_'."},
            {"1", "_,", "Cannot specify both ',' and '_'."},
            {"1", ",,", "Cannot specify ',' with ','."},
            {"1", "__", "Cannot specify '_' with '_'."},
            {"1", ".3d", "Precision not allowed in integer format specifier"},
            {"1", ".3x", "Precision not allowed in integer format specifier"},
            {"1", ".3c", "Precision not allowed in integer format specifier"},
            {"1", "z", "Negative zero coercion (z) not allowed in integer format specifier"},
            {"1", "zd", "Negative zero coercion (z) not allowed in integer format specifier"},
            {"1", "+c", "Sign not allowed with integer format specifier 'c'"},
            {"1", " c", "Sign not allowed with integer format specifier 'c'"},
            {"1", "-c", "Sign not allowed with integer format specifier 'c'"},
            {"1", "#c", "Alternate form (#) not allowed with integer format specifier 'c'"},
            {"1", ",c", "Cannot specify ',' with 'c'."},
            {"1", "_c", "Cannot specify '_' with 'c'."},
            {"-1", "c", "%c arg not in range(0x110000)"},
            {"110000", "c", "%c arg not in range(0x110000)"},
            {"1", ".", "Format specifier missing precision"},
            {"c", ".,d", "12"},
            {"c", "._", "12"},
            {"1", "x<<5", "Invalid format specifier 'x<<5' for object of type 'int'"},
            {"1", "<<5", "1<<<<"},
            {"1", "\xe2\x82\xac>5",
             "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac"
             "1"},
            {"1", "5\xe2\x82\xac", "Unknown format code '\\x20ac' for object of type 'int'"},
            {"1", "\xe2\x82\xac", "Unknown format code '\\x20ac' for object of type 'int'"},
            {"1", "}", "Unknown format code '}' for object of type 'int'"},
            {"1", "0<5", "10000"},
            {"-1", "05", "-0001"},
            {"-1", "<05", "-1000"},
            {"-1", "=5", "-   1"},
            {"1", "0=5", "00001"},
            {"1", "+05", "+0001"},
            {"1", "#010x", "0x00000001"},
            {"1", "#_b", "0b1"},
            {"ff", "#_x", "0xff"},
            {"ff", "#_b", "0b1111_1111"},
            {"10000000000", "_b", "1_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000"},
            {"10000000000", "_o", "20_0000_0000_0000"},
            {"10000000000", "_x", "100_0000_0000"},
            {"10000000000", ",", "1,099,511,627,776"},
            {"10000000000", "030,", "00,000,000,001,099,511,627,776"},
            {"10000000000", "030_x", "0_0000_0000_0000_0100_0000_0000"},
            {"10000000000", "018,", "01,099,511,627,776"},
            {"10000000000", "017,", "1,099,511,627,776"},
            {"-10000000000", "019,", "-01,099,511,627,776"},
            {"4d2", "06,", "01,234"},
            {"4d2", "07,", "001,234"},
            {"3039", "08,", "0,012,345"},
            {"3039", "09,", "0,012,345"},
            {"3039", "x=9,", "xxx12,345"},
            {"1", "e", "1.000000e+00"},
            {"1b4ec7f91973ff3cb1ccf26fbc177c38db6e54582de258ff5190b8bc150afadb38030e5d0b7bf50120e5c0e6ad18e629853ce9946"
             "a0b2eccf6cfde0af8634bf8dc5a427fe4236ce5959baa0e776cdb47c4813e1e0c75ca271e1d059e08e4996aa4193a48ad3a24633e"
             "bdb32e9f0b824377e2fa9c10000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000",
             "e", "int too large to convert to float"},
            {"1b4ec7f91973ff3cb1ccf26fbc177c38db6e54582de258ff5190b8bc150afadb38030e5d0b7bf50120e5c0e6ad18e629853ce9946"
             "a0b2eccf6cfde0af8634bf8dc5a427fe4236ce5959baa0e776cdb47c4813e1e0c75ca271e1d059e08e4996aa4193a48ad3a24633e"
             "bdb32e9f0b824377e2fa9c10000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000",
             "f", "int too large to convert to float"},
            {"1", "%", "100.000000%"},
            {"1", "a", "Unknown format code 'a' for object of type 'int'"},
            {"1", "A", "Unknown format code 'A' for object of type 'int'"},
            {"1", "s", "Unknown format code 's' for object of type 'int'"},
            {"1", "\xc3\xa9", "Unknown format code '\\xe9' for object of type 'int'"},
            {"1", "5.", "Format specifier missing precision"},
            {"1", ".5.", "Unknown format code '.' for object of type 'int'"},
            {"1", "5 ", "Unknown format code '\\x20' for object of type 'int'"},
            {"0", "0", "0"},
            {"0", "00", "0"},
            {"1", "000", "1"},
            {"1", "+ d", "Invalid format specifier '+ d' for object of type 'int'"},
            {"1", "- d", "Invalid format specifier '- d' for object of type 'int'"},
            {"1", "z+", "Unknown format code '+' for object of type 'int'"},
            {"1", "zc", "Negative zero coercion (z) not allowed in integer format specifier"},
            {"1", "zx", "Negative zero coercion (z) not allowed in integer format specifier"},
            {"1", ".0", "Precision not allowed in integer format specifier"},
            {"1", "#,", "1"},
            {"1", "#d", "1"},
            {"ff", "#X", "0XFF"},
            {"ff", "#010X", "0X000000FF"},
            {"8", "#o", "0o10"},
            {"-8", "#o", "-0o10"},
            {"-8", "x", "-8"},
            {"5", "b", "101"},
            {"1", ".3,", "Precision not allowed in integer format specifier"},
            {"1", "_", "1"},
            {"1", "05_", "0_001"},
            {"1e240", ".,x", "1e240"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CAPTURE(row.specifier);
            CHECK(of_int(Big(row.value), row.specifier) == row.text);
        }
        CHECK(of_int(Big("1" + std::string(300, '0')), "e") == "int too large to convert to float");
        CHECK(of_int(Big("1" + std::string(300, '0')), "c") == "Python int too large to convert to C long");
        CHECK(of_int(bigint::Word(0), "c") == std::string(1, '\0'));
    }

    TEST_CASE_FIXTURE(Fixture, "floats") {
        struct Row {
            double value;
            std::string_view specifier, text;
        };
        const Row rows[] = {
            {0x1.0000000000000p+0, "q", "Unknown format code 'q' for object of type 'float'"},
            {0x1.0000000000000p+0, "xyz", "Invalid format specifier 'xyz' for object of type 'float'"},
            {0x1.8000000000000p+0, ".", "Format specifier missing precision"},
            {0x1.8000000000000p+0, ",.2f", "1.50"},
            {0x1.8000000000000p+0, "._f", "1.500_000"},
            {0x1.34a4584f4c6e7p+10, ".6_f", "1234.567_890"},
            {0x1.34a4584f4c6e7p+10, ".6,f", "1234.567,890"},
            {0x1.34a4584f4c6e7p+10, ",.6,f", "1,234.567,890"},
            {0x1.34a4584f4c6e7p+10, "_.6,f", "1_234.567,890"},
            {0x1.34a4584f4c6e7p+10, ".,f", "1234.567,890"},
            {0x1.34a4584f4c6e7p+10, "._", "1234.567_89"},
            {0x1.34a4584f4c6e7p+10, ".,", "1234.567,89"},
            {0x1.34a4584f4c6e7p+10, ".7,g", "1234.568"},
            {0x1.b7cdfd9d7bdbbp-34, ".15,g", "1e-10"},
            {0x1.34a4584f4c6e7p+10, ".10_e", "1.234_567_890_0e+03"},
            {0x1.34a4584f4c6e7p+10, ".10,n", "Cannot specify ',' with 'n'."},
            {0x1.9e3abe16fc70dp-17, ".8_f", "0.000_012_34"},
            {0x1.8000000000000p+0, "_n", "Cannot specify '_' with 'n'."},
            {0x1.8000000000000p+0, ",n", "Cannot specify ',' with 'n'."},
            {0x1.8000000000000p+0, ".3,n", "Cannot specify ',' with 'n'."},
            {0x1.8000000000000p+0, "010,", "0,000,001.5"},
            {0x1.81cd6c8b43958p+13, "015,.2f", "0,000,012,345.68"},
            {0x1.81cd6c8b43958p+13, "015_", "000_012_345.678"},
            {0x1.0000000000000p+0, "%", "100.000000%"},
            {0x1.0000000000000p-3, ".1%", "12.5%"},
            {0x1.0000000000000p-3, "%", "12.500000%"},
            {NAN, "010", "0000000nan"},
            {HUGE_VAL, "+010", "+000000inf"},
            {-HUGE_VAL, "<010,", "-inf000000"},
            {NAN, "+", "+nan"},
            {HUGE_VAL, "F", "INF"},
            {NAN, "E", "NAN"},
            {-0x0.0p+0, "z", "0.0"},
            {-0x1.0624dd2f1a9fcp-10, "z.2f", "0.00"},
            {-0x1.0624dd2f1a9fcp-10, "z.1e", "-1.0e-03"},
            {-0x0.0p+0, "zg", "0"},
            {0x1.1c37937e08000p+53, "5", "1e+16"},
            {0x1.0000000000000p+0, ".3", "1.0"},
            {0x1.9000000000000p+6, ".3", "1e+02"},
            {0x1.f400000000000p+9, ".3", "1e+03"},
            {0x1.2a05f20000000p+33, "#.3", "1.00e+10"},
            {0x1.0000000000000p+0, "#", "1.0"},
            {0x1.0000000000000p+0, "#g", "1.00000"},
            {0x1.0000000000000p+0, ".0", "1e+00"},
            {0x1.0000000000000p+0, "#.0", "1.e+00"},
            {0x1.0000000000000p+0, "#.0f", "1."},
            {0x1.4000000000000p+3, "n", "10"},
            {0x1.e848000000000p+19, "n", "1e+06"},
            {0x1.8000000000000p+0, "d", "Unknown format code 'd' for object of type 'float'"},
            {0x1.8000000000000p+0, "x", "Unknown format code 'x' for object of type 'float'"},
            {0x1.8000000000000p+0, "s", "Unknown format code 's' for object of type 'float'"},
            {0x1.8000000000000p+0, "0", "1.5"},
            {0x1.8000000000000p+0, ",%", "150.000000%"},
            {0x1.8000000000000p+0, "_%", "150.000000%"},
            {0x1.81cc000000000p+13, ",%", "1,234,550.000000%"},
            {0x1.0000000000000p+0, "z+", "Unknown format code '+' for object of type 'float'"},
            {0x1.0000000000000p+0, "+z", "+1.0"},
            {0x1.0000000000000p+0, "z#", "1.0"},
            {0x1.0000000000000p+0, "#z", "Unknown format code 'z' for object of type 'float'"},
            {0x1.8000000000000p+0, ".,_f", "Cannot specify both ',' and '_'."},
            {0x1.8000000000000p+0, ".2,_f", "Cannot specify both ',' and '_'."},
            {0x1.8000000000000p+0, ".2_,f", "Cannot specify both ',' and '_'."},
            {0x1.8000000000000p+0, ",.2_f", "1.50"},
            {0x1.8000000000000p+0, ".2__f", "Invalid format specifier '.2__f' for object of type 'float'"},
            {0x1.8000000000000p+0, ".2,,f", "Invalid format specifier '.2,,f' for object of type 'float'"},
            {0x1.8000000000000p+0, "._,f", "Cannot specify both ',' and '_'."},
            {0x1.2d687e427f2d6p+20, "_.6_f", "1_234_567.891_235"},
            {0x1.0f0cf064dd592p+73, ".3,f", "10000000000000000000000.000"},
            {0x1.4000000000000p+0, "020.6,f", "000000000001.250,000"},
            {0x1.34a0000000000p+10, "020,.6_f", "0,000,001,234.500_000"},
            {0x1.0000000000000p+0, ".,g", "1"},
            {0x1.0000000000000p-1, ".3,", "0.5"},
            {0x1.f9add37469512p-4, ".", "Format specifier missing precision"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CAPTURE(row.specifier);
            CHECK(of_float(row.value, row.specifier) == row.text);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "complex numbers") {
        struct Row {
            double real, imaginary;
            std::string_view specifier, text;
        };
        const Row rows[] = {
            {0x0.0p+0, 0x1.0000000000000p+0, "10", "        1j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "10", "    (1+2j)"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "<10", "(1+2j)    "},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "^12", "   (1+2j)   "},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "*^12", "***(1+2j)***"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "010",
             "Zero padding is not allowed in complex format specifier"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "=10",
             "'=' alignment flag is not allowed in complex format specifier"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, ".2f", "1.00+2.00j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "+.2f", "+1.00+2.00j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "+", "(+1+2j)"},
            {0x0.0p+0, 0x1.0000000000000p+0, "+", "+1j"},
            {0x0.0p+0, 0x1.0000000000000p+0, " ", " 1j"},
            {0x1.0000000000000p+0, -0x1.0000000000000p+1, "e", "1.000000e+00-2.000000e+00j"},
            {HUGE_VAL, 0x0.0p+0, ".1f", "inf+0.0j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "%", "Unknown format code '%' for object of type 'complex'"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "d", "Unknown format code 'd' for object of type 'complex'"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "n", "1+2j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "g", "1+2j"},
            {0x1.81c8000000000p+13, 0x1.0932000000000p+16, ",", "(12,345+67,890j)"},
            {0x1.81c8000000000p+13, 0x1.0932000000000p+16, ",.1f", "12,345.0+67,890.0j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "#", "(1.+2.j)"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, ".3", "(1+2j)"},
            {0x0.0p+0, 0x1.0000000000000p+0, ".3", "1j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "z", "(1+2j)"},
            {-0x0.0p+0, -0x0.0p+0, "zf", "0.000000+0.000000j"},
            {0x0.0p+0, 0x0.0p+0, "f", "0.000000+0.000000j"},
            {0x0.0p+0, 0x0.0p+0, "g", "0+0j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "0=10",
             "Zero padding is not allowed in complex format specifier"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "0<10",
             "Zero padding is not allowed in complex format specifier"},
            {0x1.3c083126e978dp+0, 0x1.0000000000000p+1, "._f", "1.234_500+2.000_000j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "s", "Unknown format code 's' for object of type 'complex'"},
            {0x0.0p+0, 0x1.0000000000000p+0, ".0", "1j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "20.3f", "        1.000+2.000j"},
            {0x1.0000000000000p+0, 0x1.0000000000000p+1, "_e", "1.000000e+00+2.000000e+00j"},
            {0x0.0p+0, 0x1.8000000000000p+1, "\xc3\xa9>9",
             "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
             "3j"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.real);
            CAPTURE(row.specifier);
            CHECK(of_complex(row.real, row.imaginary, row.specifier) == row.text);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "texts") {
        struct Row {
            std::string_view value, specifier, text;
        };
        const Row rows[] = {
            {"a", "q", "Unknown format code 'q' for object of type 'str'"},
            {"a", "xyz", "Invalid format specifier 'xyz' for object of type 'str'"},
            {"a", "+", "Sign not allowed in string format specifier"},
            {"a", " ", "Space not allowed in string format specifier"},
            {"a", "#", "Alternate form (#) not allowed in string format specifier"},
            {"a", "=", "'=' alignment not allowed in string format specifier"},
            {"a", "=10", "'=' alignment not allowed in string format specifier"},
            {"a", ",", "Cannot specify ',' with 's'."},
            {"a", "_", "Cannot specify '_' with 's'."},
            {"a", "z", "Negative zero coercion (z) not allowed in string format specifier"},
            {"a", "010", "a000000000"},
            {"a", "<010", "a000000000"},
            {"a", ".", "Format specifier missing precision"},
            {"a", "._", "a"},
            {"a", ".3,", "a"},
            {"\xc3\xa9", "\xc3\xa9>5", "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"},
            {"a", "d", "Unknown format code 'd' for object of type 'str'"},
            {"a", "s", "a"},
            {"abc", ".2", "ab"},
            {"abc", "^10.2s", "    ab    "},
            {"abc", "*^10", "***abc****"},
            {"", "5", "     "},
            {"abc", "x>10", "xxxxxxxabc"},
            {"a", "z#", "Negative zero coercion (z) not allowed in string format specifier"},
            {"a", "+z", "Sign not allowed in string format specifier"},
            {"a", "#=", "'=' alignment not allowed in string format specifier"},
            {"a", "+=", "'=' alignment not allowed in string format specifier"},
            {"a", "=+", "Sign not allowed in string format specifier"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CAPTURE(row.specifier);
            CHECK(of_text(row.value, row.specifier) == row.text);
        }
        CHECK(of_text("\xE2\x82\xAC\xC3\xA9", "*^5.1") == "**\xE2\x82\xAC**");
    }

    TEST_CASE_FIXTURE(Fixture,
                      "widths and precisions beyond 64 bits are refused, those beyond memory before any work") {
        CHECK(of_int(bigint::Word(1), "9223372036854775808") == "Too many decimal digits in format string");
        CHECK(of_float(1, ".9223372036854775808f") == "Too many decimal digits in format string");
        CHECK(of_float(1, ".2147483648f") == "precision too big");
        for (const std::string_view specifier : {"9223372036854775807", "\xE2\x82\xAC>9223372036854775807",
                                                 "09223372036854775807,", "=+9223372036854775807", "2000000000"}) {
            FormatSpec spec;
            GrowingText text;
            CHECK(!parse_format_spec(spec, specifier, FormatSubject::integer));
            CHECK(format_int(text, bigint::Word(-5), spec, work).fault == FormatFault::no_memory);
            CHECK(text.size == 0);
            CHECK(exception_of(FormatFault::no_memory) == FormatException::memory_error);
        }
        for (const std::string_view specifier : {".2147483647f", "._f", ".2147483647,e", "9223372036854775807%"}) {
            FormatSpec spec;
            GrowingText text(1000);
            CHECK(!parse_format_spec(spec, specifier, FormatSubject::floating));
            const FormatFault fault = format_float(text, 1.5, spec).fault;
            CHECK(fault == (specifier == "._f" ? FormatFault::none : FormatFault::no_memory));
        }
        FormatSpec spec;
        GrowingText text(1000);
        CHECK(!parse_format_spec(spec, "\xE2\x82\xAC^9223372036854775807", FormatSubject::text));
        CHECK(format_text(text, "abc", spec).fault == FormatFault::no_memory);
    }

    TEST_CASE_FIXTURE(Fixture, "grouping and zeros agree at every width") {
        // Zero padding never begins with a separator, and the width grows by one where it would.
        for (int width = 1; width < 40; ++width) {
            const std::string text = of_int(bigint::Word(1234567), "0" + std::to_string(width) + ",");
            CHECK(text.size() == static_cast<size_t>(width < 9 ? 9 : width % 4 == 0 ? width + 1 : width));
            CHECK(text[0] != ',');
            CHECK(text.ends_with("1,234,567"));
        }
    }

    TEST_CASE_FIXTURE(Fixture, "what is wrong has its exception") {
        CHECK(exception_of(FormatFault::character_range) == FormatException::overflow_error);
        CHECK(exception_of(FormatFault::character_too_large) == FormatException::overflow_error);
        CHECK(exception_of(FormatFault::int_too_large) == FormatException::overflow_error);
        CHECK(exception_of(FormatFault::unknown_type) == FormatException::value_error);
        const std::string long_digits = of_int(Big("1" + std::string(1000, '0')), ",");
        CHECK(long_digits.size() == 1606);
        CHECK(memory.blocks == 0);
    }
}
