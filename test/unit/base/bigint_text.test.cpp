#include "vm/base/bigint_text.h"

#include <doctest/doctest.h>

#include <string>

#include "test/unit/base/big_numbers.h"
#include "test/unit/base/growing_text.h"

using namespace exmonty;
using namespace exmonty::bigint;
using namespace std::string_view_literals;

namespace {

struct Fixture {
    CountedScratch memory;
    CountedPoll counted;
    Work work{counted.poll(), memory.scratch()};

    std::string text(View number, unsigned base) {
        GrowingText out;
        CHECK(write(out, number, base, LetterCase::lower, work) == Status::ok);
        CHECK(out.size <= digits_bound(number, base) + number.negative);
        return std::string(out.view());
    }

    std::string number(std::string_view text, unsigned base) {
        const IntText scanned = scan(text, base);
        if (!scanned.valid) return "invalid";
        Result result(read_limbs(scanned));
        CHECK(read(result.number, scanned, work) == Status::ok);
        int64_t word;
        if (read_word(scanned, word)) CHECK(compare(result.number, Word(word)) == 0);
        return hex(result.number);
    }
};

}  // namespace

TEST_SUITE("base/bigint_text") {
    TEST_CASE_FIXTURE(Fixture, "numbers are written in any base") {
        CHECK(text(Word(0), 10) == "0");
        CHECK(text(Word(0), 2) == "0");
        CHECK(text(Word(-1), 10) == "-1");
        CHECK(text(Word(INT64_MIN), 10) == "-9223372036854775808");
        CHECK(text(Big("10000000000000000"), 10) == "18446744073709551616");
        CHECK(text(Big("-10000000000000000"), 16) == "-10000000000000000");
        CHECK(text(Big("10000000000000000"), 8) == "2000000000000000000000");
        CHECK(text(Big("123456789abcdef0123456789abcdef"), 36) == "2fapl4n1azs5kkwzrxa98bn3");
        CHECK(text(Big("fedcba98765432100"), 2) ==
              "11111110110111001011101010011000011101100101010000110010000100000000");
        // 10**38 and its neighbour: zeros and nines in the lower words.
        CHECK(text(Big("4b3b4ca85a86c47a098a224000000000"), 10) == "1" + std::string(38, '0'));
        CHECK(text(Big("4b3b4ca85a86c47a098a223fffffffff"), 10) == std::string(38, '9'));
        GrowingText upper;
        CHECK(write(upper, Big("-abcdef0123456789abcdef"), 16, LetterCase::upper, work) == Status::ok);
        CHECK(upper.view() == "-ABCDEF0123456789ABCDEF");
    }

    // Recorded from CPython 3.13: int(text, base).
    TEST_CASE_FIXTURE(Fixture, "int() takes what CPython takes") {
        struct Row {
            std::string_view text;
            unsigned base;
            std::string_view number;
        };
        const Row rows[] = {
            {"0"sv, 10, "0"},
            {"00"sv, 10, "0"},
            {"00"sv, 0, "0"},
            {"0_0"sv, 0, "0"},
            {"010"sv, 0, "invalid"},
            {"010"sv, 10, "a"},
            {"12"sv, 10, "c"},
            {"+12"sv, 10, "c"},
            {"-12"sv, 10, "-c"},
            {"--5"sv, 10, "invalid"},
            {"- 5"sv, 10, "invalid"},
            {" \x09"
             "\x0a"
             "12\x0d"
             " "sv,
             10, "c"},
            {""sv, 10, "invalid"},
            {" "sv, 10, "invalid"},
            {"-"sv, 10, "invalid"},
            {"1 2"sv, 10, "invalid"},
            {"12a"sv, 10, "invalid"},
            {"_1"sv, 10, "invalid"},
            {"1_"sv, 10, "invalid"},
            {"1__0"sv, 10, "invalid"},
            {"1_000_000"sv, 10, "f4240"},
            {"0x1f"sv, 0, "1f"},
            {"0X1F"sv, 16, "1f"},
            {"0x_1f"sv, 0, "1f"},
            {"0x__1f"sv, 0, "invalid"},
            {"0x"sv, 0, "invalid"},
            {"0x"sv, 16, "invalid"},
            {"0x_"sv, 16, "invalid"},
            {"0x1_"sv, 16, "invalid"},
            {"x1f"sv, 16, "invalid"},
            {"0b101"sv, 0, "5"},
            {"0b101"sv, 2, "5"},
            {"0b2"sv, 2, "invalid"},
            {"0b11"sv, 16, "b11"},
            {"0o17"sv, 8, "f"},
            {"0o8"sv, 8, "invalid"},
            {"0o17"sv, 0, "f"},
            {"0z"sv, 36, "23"},
            {"Zz"sv, 36, "50f"},
            {"z"sv, 35, "invalid"},
            {"2"sv, 2, "invalid"},
            {"\xd9\xa3"
             "\xd9\xa4"sv,
             10, "22"},
            {"\xd9\xa0"
             "x1f"sv,
             0, "1f"},
            {"\xe3\x80\x80"
             "\xef\xbc\x91"
             "\xe3\x80\x80"sv,
             10, "1"},
            {"\x1c"
             "1"sv,
             10, "invalid"},
            {"\xc2\x85"
             "1"sv,
             10, "1"},
            {"\xc2\xb2"sv, 10, "invalid"},
            {"999999999999999999"sv, 10, "de0b6b3a763ffff"},
            {"9999999999999999999"sv, 10, "8ac7230489e7ffff"},
            {"-9999999999999999999999999999999999999999"sv, 10, "-1d6329f1c35ca4bfabb9f560ffffffffff"},
            {"123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789123456789"sv,
             10,
             "79dd55aff3c7bff7585b719cff5fe619727ae2f378a6cc9b70c19e66f755f4c1918c2defcff7a8c2b462c7ee7e4cc6a37ce9231ef"
             "8437a2818f68b7c4ea13a5f57b73c72870b684045f15"},
            {"000000000000000000000000000000000000000000000000007"sv, 10, "7"},
            {"ffffffffffffffffffffffffffffffffffffffff"sv, 16, "ffffffffffffffffffffffffffffffffffffffff"},
            {"-0xfffffffffffffffffffffffffffffffff"sv, 0, "-fffffffffffffffffffffffffffffffff"},
            {"1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"sv,
             2, "3ffffffffffffffffffffffffffffffff"},
            {"777777777777777777777777777777777777777777777"sv, 8, "7fffffffffffffffffffffffffffffffff"},
            {"zyxwvutszyxwvutszyxwvutszyxwvutszyxwvuts"sv, 36, "6f1bb4ecd717071d99729efec280545eaf2eab62e2c743ccd1d0"},
            {"1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"sv,
             3, "2d2329e5339bb42b2da0fbbaeb4a3eaae79c09e8"},
            {"12\0"sv, 10, "invalid"},
            {"0_x1"sv, 0, "invalid"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.text);
            CAPTURE(row.base);
            CHECK(number(row.text, row.base) == row.number);
        }
        CHECK(scan_ascii(" 12\n"sv, 10).valid);
        CHECK(!scan_ascii("\xD9\xA3"sv, 10).valid);
        CHECK(scan("-1_2_3"sv, 10).digit_count == 3);
    }

    TEST_CASE_FIXTURE(Fixture, "text and number are each other's inverse in every base and size") {
        NumberSource source(6);
        for (const size_t size : {size_t{2}, size_t{3}, size_t{21}, size_t{22}, size_t{23}, size_t{24}, size_t{25},
                                  size_t{32}, size_t{33}, size_t{65}, size_t{300}, size_t{3000}}) {
            for (const unsigned base : {2u, 3u, 7u, 8u, 10u, 16u, 31u, 32u, 36u}) {
                CAPTURE(size);
                CAPTURE(base);
                Big big;
                big.limbs = source.limbs(size);
                REQUIRE(number(text(big, base), base) == hex(big));
            }
        }
        for (const size_t digits : {size_t{400}, size_t{456}, size_t{457}, size_t{912}, size_t{5000}, size_t{40'000}}) {
            const std::string nines(digits, '9');
            const std::string power = "1" + std::string(digits, '0');
            REQUIRE(text(Big(number(nines, 10)), 10) == nines);
            REQUIRE(text(Big(number(power, 10)), 10) == power);
        }
        CHECK(memory.blocks == 0);
    }

    TEST_CASE_FIXTURE(Fixture, "a refusing sink, refused memory and a stop are told") {
        NumberSource source(7);
        Big big;
        big.limbs = source.limbs(6000);
        GrowingText small(1000);
        CHECK(write(small, big, 10, LetterCase::lower, work) == Status::no_memory);
        CHECK(small.size == 0);
        GrowingText out;
        CHECK(out.append("before"));
        CountedScratch none;
        none.blocks_left = 1;
        CHECK(write(out, big, 10, LetterCase::lower, {{}, none.scratch()}) == Status::no_memory);
        CountedPoll stopping{.stop_at = 10};
        CHECK(write(out, big, 10, LetterCase::lower, {stopping.poll(), memory.scratch()}) == Status::stopped);
        CHECK(out.view() == "before");
        const std::string digits(200'000, '7');
        const IntText scanned = scan(digits, 10);
        Result result(read_limbs(scanned));
        CHECK(read(result.number, scanned, {{}, none.scratch()}) == Status::no_memory);
        CountedPoll again{.stop_at = 3};
        CHECK(read(result.number, scanned, {again.poll(), memory.scratch()}) == Status::stopped);
        CHECK(memory.blocks == 0);
        CHECK(none.blocks == 0);
    }
}
