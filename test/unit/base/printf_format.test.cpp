#include "vm/base/printf_format.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "test/unit/base/big_numbers.h"
#include "test/unit/base/growing_text.h"

using namespace exmonty;

namespace {

PrintfDirective directive_of(std::string_view text) {
    PrintfDirective directive;
    CHECK(parse_printf_directive(directive, text, 1) == PrintfFault::none);
    CHECK(directive.end == text.size());
    return directive;
}

PrintfFault fault_of(std::string_view text) {
    PrintfDirective directive;
    return parse_printf_directive(directive, text, 1);
}

}  // namespace

// Texts recorded from CPython 3.14: directive % value.
TEST_SUITE("base/printf_format") {
    TEST_CASE("ints") {
        struct Row {
            std::string_view value, directive, text;
        };
        const Row rows[] = {
            {"1", "%ld", "1"},
            {"1", "%Ld", "1"},
            {"ff", "%#.5x", "0x000ff"},
            {"ff", "%#010.5x", "0x000000ff"},
            {"ff", "%#-12.5x", "0x000ff     "},
            {"5", "%+.3d", "+005"},
            {"5", "% d", " 5"},
            {"5", "%+ d", "+5"},
            {"-3", "%05d", "-0003"},
            {"3", "%-05d", "3    "},
            {"3", "%-+05d", "+3   "},
            {"8", "%#o", "0o10"},
            {"ff", "%#X", "0XFF"},
            {"-5", "%u", "-5"},
            {"-ff", "%x", "-ff"},
            {"-ff", "%#x", "-0xff"},
            {"-ff", "%#06x", "-0x0ff"},
            {"-3", "%.5d", "-00003"},
            {"-3", "%08.5d", "-0000003"},
            {"3", "%+08.5d", "+0000003"},
            {"c9f2c9cd04674edea40000000", "%d", "1000000000000000000000000000000"},
            {"c9f2c9cd04674edea40000000", "%.40d", "0000000001000000000000000000000000000000"},
            {"c9f2c9cd04674edea40000000", "%#.40x", "0x000000000000000c9f2c9cd04674edea40000000"},
            {"c9f2c9cd04674edea40000000", "%50d", "                   1000000000000000000000000000000"},
            {"0", "%.0d", "0"},
            {"5", "%.d", "5"},
            {"3", "%0-5d", "3    "},
            {"8", "%#5.3o", "0o010"},
        };
        CountedScratch memory;
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CAPTURE(row.directive);
            GrowingText text;
            CHECK(!printf_int(text, Big(row.value), directive_of(row.directive), {{}, memory.scratch()}));
            CHECK(text.view() == row.text);
        }
    }

    TEST_CASE("floats") {
        struct Row {
            double value;
            std::string_view directive, text;
        };
        const Row rows[] = {
            {-0x1.921f9f01b866ep+1, "%08.3f", "-003.142"},
            {HUGE_VAL, "%05f", "00inf"},
            {NAN, "%+5e", " +nan"},
            {0x1.8000000000000p+0, "%-08.2f", "1.50    "},
            {0x1.0000000000000p+0, "%#.0f", "1."},
            {0x1.0000000000000p+0, "%#g", "1.00000"},
            {0x1.4000000000000p+1, "%.0f", "2"},
            {0x1.6000000000000p+2, "%.f", "6"},
            {0x1.b7cdfd9d7bdbbp-34, "%G", "1E-10"},
            {HUGE_VAL, "%E", "INF"},
            {NAN, "%F", "NAN"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.value);
            CAPTURE(row.directive);
            GrowingText text;
            CHECK(printf_float(text, row.value, directive_of(row.directive)));
            CHECK(text.view() == row.text);
        }
    }

    TEST_CASE("texts and characters are cut and padded with blanks") {
        const auto of_text = [](std::string_view value, std::string_view directive) {
            GrowingText text;
            CHECK(printf_text(text, value, directive_of(directive)));
            return std::string(text.view());
        };
        CHECK(of_text("abc", "%.10s") == "abc");
        CHECK(of_text("abc", "%10.2s") == "        ab");
        CHECK(of_text("abc", "%-6s") == "abc   ");
        CHECK(of_text("abc", "%06s") == "   abc");
        CHECK(of_text("abc", "%.0s") == "");
        CHECK(of_text("\xE2\x82\xAC\xC3\xA9", "%4.1r") == "   \xE2\x82\xAC");
        GrowingText text;
        CHECK(printf_character(text, 0x20AC, directive_of("%05c")));
        CHECK(text.view() == "    \xE2\x82\xAC");
    }

    TEST_CASE("a directive's fields") {
        const PrintfDirective plain = directive_of("%(a(b)c)-+ #012.34lx");
        CHECK(plain.has_key);
        CHECK(plain.key == "a(b)c");
        CHECK((plain.left && plain.sign && plain.blank && plain.alternate && plain.zero));
        CHECK(plain.width == 12);
        CHECK(plain.precision == 34);
        CHECK(plain.conversion == 'x');
        PrintfDirective starred = directive_of("%*.*d");
        CHECK((starred.width_from_argument && starred.precision_from_argument));
        starred.set_width(-5);
        starred.set_precision(-3);
        CHECK(starred.left);
        CHECK(starred.width == 5);
        CHECK(starred.precision == 0);
        starred.set_width(INT64_MIN);
        CHECK(starred.width == INT64_MAX);
        CHECK(directive_of("%.f").precision == 0);
        CHECK(directive_of("%%").conversion == '%');
        PrintfDirective within;
        CHECK(parse_printf_directive(within, "ab%dcd", 3) == PrintfFault::none);
        CHECK(within.end == 4);
    }

    TEST_CASE("what is wrong with a directive") {
        for (const std::string_view text : {"%", "%5", "%.", "%l", "%*", "%.*", "%(a)", "%-"})
            CHECK(fault_of(text) == PrintfFault::incomplete_format);
        CHECK(fault_of("%(a") == PrintfFault::incomplete_key);
        CHECK(fault_of("%((a)") == PrintfFault::incomplete_key);
        CHECK(fault_of("%9223372036854775808d") == PrintfFault::width_too_big);
        CHECK(fault_of("%.2147483648d") == PrintfFault::precision_too_big);
        CHECK(printf_fault_text(PrintfFault::incomplete_key) == "incomplete format key");
        CHECK(printf_fault_text(PrintfFault::incomplete_format) == "incomplete format");
        CHECK(printf_fault_text(PrintfFault::width_too_big) == "width too big");
        CHECK(printf_fault_text(PrintfFault::precision_too_big) == "precision too big");

        const auto unsupported = [](std::string_view text, size_t at) {
            PrintfDirective directive;
            CHECK(parse_printf_directive(directive, text, at) == PrintfFault::none);
            GrowingText message;
            CHECK(append_unsupported_conversion(message, directive, text));
            return std::string(message.view());
        };
        CHECK(unsupported("%y", 1) == "unsupported format character 'y' (0x79) at index 1");
        CHECK(unsupported("%hhd", 1) == "unsupported format character 'h' (0x68) at index 2");
        CHECK(unsupported("\xC3\xA9%\xC3\xA9", 3) == "unsupported format character '?' (0xe9) at index 2");
    }

    TEST_CASE("sizes beyond memory are refused before any work") {
        GrowingText text(1000);
        CHECK(printf_int(text, bigint::Word(1), directive_of("%1000000000d"), {}).fault == FormatFault::no_memory);
        CHECK(text.size == 0);
        GrowingText other(1000);
        CHECK(!printf_float(other, 1, directive_of("%.1000000000f")));
        CHECK(other.size == 0);
        GrowingText third(1000);
        CHECK(printf_int(third, bigint::Word(1), directive_of("%.1000000000d"), {}).fault == FormatFault::no_memory);
    }
}
