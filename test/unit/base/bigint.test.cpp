#include "vm/base/bigint.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "test/unit/base/big_numbers.h"

using namespace exmonty;
using namespace exmonty::bigint;

namespace {

struct Fixture {
    CountedScratch memory;
    CountedPoll counted;
    Work work{counted.poll(), memory.scratch()};

    std::string quotient(View a, View b) {
        Result result(quotient_limbs(a, b));
        CHECK(divide(&result.number, nullptr, a, b, work) == Status::ok);
        return hex(result.number);
    }
    std::string remainder(View a, View b) {
        Result result(remainder_limbs(a, b));
        CHECK(divide(nullptr, &result.number, a, b, work) == Status::ok);
        return hex(result.number);
    }
    std::string product(View a, View b) {
        Result result(multiply_limbs(a, b));
        CHECK(multiply(result.number, a, b, work) == Status::ok);
        return hex(result.number);
    }
};

std::string sum(View a, View b) {
    Result result(add_limbs(a, b));
    add(result.number, a, b);
    return hex(result.number);
}

std::string difference(View a, View b) {
    Result result(add_limbs(a, b));
    subtract(result.number, a, b);
    return hex(result.number);
}

std::string combined(BitOperation operation, View a, View b) {
    Result result(bit_operation_limbs(a, b));
    apply(result.number, operation, a, b);
    return hex(result.number);
}

}  // namespace

// Expected values recorded from CPython 3.13; numbers are hexadecimal.
TEST_SUITE("base/bigint") {
    TEST_CASE_FIXTURE(Fixture, "quotients go down, remainders have the divisor's sign") {
        struct Row {
            std::string_view a, b, quotient, remainder;
        };
        const Row rows[] = {
            {"7", "2", "3", "1"},
            {"-7", "2", "-4", "1"},
            {"7", "-2", "-4", "-1"},
            {"-7", "-2", "3", "-1"},
            {"0", "-5", "0", "0"},
            {"6", "-3", "-2", "0"},
            {"1", "10000000000000000", "0", "1"},
            {"-1", "10000000000000000", "-1", "ffffffffffffffff"},
            {"1", "-10000000000000000", "-1", "-ffffffffffffffff"},
            {"-1", "-10000000000000000", "0", "-1"},
            {"ffffffffffffffffffffffffffffffff", "10000000000000000", "ffffffffffffffff", "ffffffffffffffff"},
            {"-ffffffffffffffffffffffffffffffff", "10000000000000000", "-10000000000000000", "1"},
            {"100000000000000000000000000000000", "10000000000000000", "10000000000000000", "0"},
            {"-ffffffffffffffffffffffffffffffff", "10000000000000000", "-10000000000000000", "1"},
            {"-ffffffffffffffffffffffffffffffffffffffffffffffff", "100000000000000000000000000000000",
             "-10000000000000000", "1"},
            {"1fd5863c3eb0469ec21a937a76f3432ffd73d97e447606b683ecf6f6e4a7ae225bfaff1eaaf8b0a1",
             "5a4653ca673768565b41f775d6947d55cf3813d2", "5a4653ca673768565b41f775d6947d55cf3813d0", "1"},
            {"-1fd5863c3eb0469ec21a937a76f3432ffd73d97e447606b683ecf6f6e4a7ae225bfaff1eaaf8b0a1",
             "5a4653ca673768565b41f775d6947d55cf3813d0", "-5a4653ca673768565b41f775d6947d55cf3813d3",
             "5a4653ca673768565b41f775d6947d55cf3813cf"},
            {"9f4f2726179a224501d762422c946590d91000000000000000", "-8ac7230489e80000",
             "-125dfa371a19e6f7cb54395ca0000000000", "0"},
            {"-8000000000000000000000000000000000000000000000000000000000000000", "ffffffffffffffff",
             "-800000000000000080000000000000008000000000000001", "7fffffffffffffff"},
        };
        for (const Row& row : rows) {
            const Big a(row.a);
            const Big b(row.b);
            CAPTURE(row.a);
            CAPTURE(row.b);
            CHECK(quotient(a, b) == row.quotient);
            CHECK(remainder(a, b) == row.remainder);
            CHECK(sum(Big(product(Big(row.quotient), b)), Big(row.remainder)) == row.a);
        }
    }

    TEST_CASE("sums and differences") {
        const std::string_view numbers[] = {"0",
                                            "1",
                                            "-1",
                                            "ffffffffffffffff",
                                            "-ffffffffffffffff",
                                            "10000000000000000",
                                            "-10000000000000000",
                                            "123456789abcdef0123456789abcdef",
                                            "-123456789abcdef0123456789abcdef"};
        for (const std::string_view a : numbers) {
            for (const std::string_view b : numbers) {
                CHECK(difference(Big(sum(Big(a), Big(b))), Big(b)) == a);
                CHECK(sum(Big(difference(Big(a), Big(b))), Big(b)) == a);
                CHECK((compare(Big(a), Big(b)) < 0) == Big(difference(Big(a), Big(b))).negative);
                CHECK((compare(Big(a), Big(b)) == 0) == (a == b));
            }
        }
        CHECK(sum(Big("ffffffffffffffff"), Big("1")) == "10000000000000000");
        CHECK(difference(Big("10000000000000000"), Big("1")) == "ffffffffffffffff");
        CHECK(sum(Big("-1"), Big("-ffffffffffffffffffffffffffffffff")) == "-100000000000000000000000000000000");
    }

    TEST_CASE("shifts to the right go down") {
        struct Row {
            std::string_view number;
            uint64_t bits;
            std::string_view left, right;
        };
        const Row rows[] = {
            {"0", 0, "0", "0"},
            {"0", 1, "0", "0"},
            {"0", 63, "0", "0"},
            {"0", 64, "0", "0"},
            {"0", 65, "0", "0"},
            {"0", 200, "0", "0"},
            {"1", 0, "1", "1"},
            {"1", 1, "2", "0"},
            {"1", 63, "8000000000000000", "0"},
            {"1", 64, "10000000000000000", "0"},
            {"1", 65, "20000000000000000", "0"},
            {"1", 200, "100000000000000000000000000000000000000000000000000", "0"},
            {"-1", 0, "-1", "-1"},
            {"-1", 1, "-2", "-1"},
            {"-1", 63, "-8000000000000000", "-1"},
            {"-1", 64, "-10000000000000000", "-1"},
            {"-1", 65, "-20000000000000000", "-1"},
            {"-1", 200, "-100000000000000000000000000000000000000000000000000", "-1"},
            {"5", 0, "5", "5"},
            {"5", 1, "a", "2"},
            {"5", 63, "28000000000000000", "0"},
            {"5", 64, "50000000000000000", "0"},
            {"5", 65, "a0000000000000000", "0"},
            {"5", 200, "500000000000000000000000000000000000000000000000000", "0"},
            {"-5", 0, "-5", "-5"},
            {"-5", 1, "-a", "-3"},
            {"-5", 63, "-28000000000000000", "-1"},
            {"-5", 64, "-50000000000000000", "-1"},
            {"-5", 65, "-a0000000000000000", "-1"},
            {"-5", 200, "-500000000000000000000000000000000000000000000000000", "-1"},
            {"ffffffffffffffff", 0, "ffffffffffffffff", "ffffffffffffffff"},
            {"ffffffffffffffff", 1, "1fffffffffffffffe", "7fffffffffffffff"},
            {"ffffffffffffffff", 63, "7fffffffffffffff8000000000000000", "1"},
            {"ffffffffffffffff", 64, "ffffffffffffffff0000000000000000", "0"},
            {"ffffffffffffffff", 65, "1fffffffffffffffe0000000000000000", "0"},
            {"ffffffffffffffff", 200, "ffffffffffffffff00000000000000000000000000000000000000000000000000", "0"},
            {"-10000000000000000", 0, "-10000000000000000", "-10000000000000000"},
            {"-10000000000000000", 1, "-20000000000000000", "-8000000000000000"},
            {"-10000000000000000", 63, "-80000000000000000000000000000000", "-2"},
            {"-10000000000000000", 64, "-100000000000000000000000000000000", "-1"},
            {"-10000000000000000", 65, "-200000000000000000000000000000000", "-1"},
            {"-10000000000000000", 200, "-1000000000000000000000000000000000000000000000000000000000000000000", "-1"},
            {"-10000000000000001", 0, "-10000000000000001", "-10000000000000001"},
            {"-10000000000000001", 1, "-20000000000000002", "-8000000000000001"},
            {"-10000000000000001", 63, "-80000000000000008000000000000000", "-3"},
            {"-10000000000000001", 64, "-100000000000000010000000000000000", "-2"},
            {"-10000000000000001", 65, "-200000000000000020000000000000000", "-1"},
            {"-10000000000000001", 200, "-1000000000000000100000000000000000000000000000000000000000000000000", "-1"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 0, "5a4653ca673768565b41f775d6947d55cf3813d1",
             "5a4653ca673768565b41f775d6947d55cf3813d1"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 1, "b48ca794ce6ed0acb683eeebad28faab9e7027a2",
             "2d2329e5339bb42b2da0fbbaeb4a3eaae79c09e8"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 63, "2d2329e5339bb42b2da0fbbaeb4a3eaae79c09e88000000000000000",
             "b48ca794ce6ed0acb683eeeb"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 64, "5a4653ca673768565b41f775d6947d55cf3813d10000000000000000",
             "5a4653ca673768565b41f775"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 65, "b48ca794ce6ed0acb683eeebad28faab9e7027a20000000000000000",
             "2d2329e5339bb42b2da0fbba"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 200,
             "5a4653ca673768565b41f775d6947d55cf3813d100000000000000000000000000000000000000000000000000", "0"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 0, "-5a4653ca673768565b41f775d6947d55cf3813d1",
             "-5a4653ca673768565b41f775d6947d55cf3813d1"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 1, "-b48ca794ce6ed0acb683eeebad28faab9e7027a2",
             "-2d2329e5339bb42b2da0fbbaeb4a3eaae79c09e9"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 63,
             "-2d2329e5339bb42b2da0fbbaeb4a3eaae79c09e88000000000000000", "-b48ca794ce6ed0acb683eeec"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 64,
             "-5a4653ca673768565b41f775d6947d55cf3813d10000000000000000", "-5a4653ca673768565b41f776"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 65,
             "-b48ca794ce6ed0acb683eeebad28faab9e7027a20000000000000000", "-2d2329e5339bb42b2da0fbbb"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 200,
             "-5a4653ca673768565b41f775d6947d55cf3813d100000000000000000000000000000000000000000000000000", "-1"},
        };
        for (const Row& row : rows) {
            const Big number(row.number);
            CAPTURE(row.number);
            CAPTURE(row.bits);
            Result left(shift_left_limbs(number, row.bits));
            shift_left(left.number, number, row.bits);
            CHECK(hex(left.number) == row.left);
            Result right(shift_right_limbs(number, row.bits));
            shift_right(right.number, number, row.bits);
            CHECK(hex(right.number) == row.right);
        }
        CHECK(shift_left_limbs(Word(1), UINT64_MAX) > size_t{1} << 57);
        CHECK(shift_left_limbs(Word(0), UINT64_MAX) == 0);
    }

    TEST_CASE("bit operations see endless two's complement") {
        struct Row {
            std::string_view a, b, bit_and, bit_or, bit_xor;
        };
        const Row rows[] = {
            {"0", "0", "0", "0", "0"},
            {"-1", "0", "0", "-1", "-1"},
            {"-1", "-1", "-1", "-1", "0"},
            {"c", "a", "8", "e", "6"},
            {"-c", "a", "0", "-2", "-2"},
            {"c", "-a", "4", "-2", "-6"},
            {"-c", "-a", "-c", "-a", "2"},
            {"10000000000000000", "-10000000000000000", "10000000000000000", "-10000000000000000",
             "-20000000000000000"},
            {"-10000000000000000", "-10000000000000000", "-10000000000000000", "-10000000000000000", "0"},
            {"ffffffffffffffff", "-10000000000000000", "0", "-1", "-1"},
            {"-ffffffffffffffff", "ffffffffffffffff", "1", "-1", "-2"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", "-40000000000000000000000000000000000000",
             "5a40000000000000000000000000000000000000", "-39ac3598c897a9a4be088a296b82aa30c7ec2f",
             "-5a79ac3598c897a9a4be088a296b82aa30c7ec2f"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", "ffffffffffffffffffffffffffffffffffffffffffffffffff",
             "ffffffffffa5b9ac3598c897a9a4be088a296b82aa30c7ec2f", "-1",
             "-ffffffffffa5b9ac3598c897a9a4be088a296b82aa30c7ec30"},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", "-35f9dea3e1f6bdfef70cdd17b25efa418ca63a22764cec1",
             "-35f9dea7e5f7bdfef77edd77b65fff5dede7ff7ef7cdfd1", "-1a0643ca673048505b01e72410806100072002c1",
             "35f9dea645938158847a587206418d1ce5e1ef7e85cdd10"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.a);
            CAPTURE(row.b);
            CHECK(combined(BitOperation::bit_and, Big(row.a), Big(row.b)) == row.bit_and);
            CHECK(combined(BitOperation::bit_or, Big(row.a), Big(row.b)) == row.bit_or);
            CHECK(combined(BitOperation::bit_xor, Big(row.a), Big(row.b)) == row.bit_xor);
            CHECK(combined(BitOperation::bit_and, Big(row.b), Big(row.a)) == row.bit_and);
        }
    }

    TEST_CASE("bit_length, bit_count and hash") {
        struct Row {
            std::string_view number;
            uint64_t bit_length, bit_count;
            int64_t hash;
        };
        const Row rows[] = {
            {"0", 0, 0, 0},
            {"1", 1, 1, 1},
            {"-1", 1, 1, -2},
            {"7", 3, 3, 7},
            {"-7", 3, 3, -7},
            {"ffffffffffffffff", 64, 64, 7},
            {"10000000000000000", 65, 1, 8},
            {"-10000000000000000", 65, 1, -8},
            {"10000000000000001", 65, 2, 9},
            {"80000000000000000000000000000000", 128, 1, 32},
            {"-100000000000000000000000000000000", 129, 1, -64},
            {"ffffffffffffffffffffffffffffffff", 128, 128, 63},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 159, 85, 1175369268131054105},
            {"-5a4653ca673768565b41f775d6947d55cf3813d1", 159, 85, -1175369268131054105},
            {"1d6329f1c35ca4bfabb9f5610000000000", 133, 53, 1388497483929617590},
            {"1fffffffffffffff", 61, 61, 0},
            {"-1fffffffffffffff", 61, 61, 0},
            {"2000000000000000", 62, 1, 1},
            {"3ffffffffffffffffffffffffffffff", 122, 122, 0},
            {"156a95319d63e15994ab567314e0f52e", 125, 63, 0},
        };
        for (const Row& row : rows) {
            CAPTURE(row.number);
            CHECK(bit_length(Big(row.number)) == row.bit_length);
            CHECK(bit_count(Big(row.number)) == row.bit_count);
            CHECK(bigint::hash(Big(row.number)) == row.hash);
        }
    }

    TEST_CASE("words go in and come out when they fit") {
        for (const int64_t value : {int64_t{0}, int64_t{1}, int64_t{-1}, INT64_MAX, INT64_MIN}) {
            int64_t back = 99;
            CHECK(to_int64(Word(value), back));
            CHECK(back == value);
        }
        int64_t value;
        CHECK(!to_int64(Big("8000000000000000"), value));
        CHECK(!to_int64(Big("-8000000000000001"), value));
        CHECK(!to_int64(Big("10000000000000000"), value));
    }

    TEST_CASE("bytes in both orders, signed and unsigned") {
        const auto bytes = [](std::string_view number, size_t count, ByteOrder order, Signedness signedness) {
            std::vector<unsigned char> out(count);
            const BytesError error = to_bytes(Big(number), out.data(), count, order, signedness);
            if (error == BytesError::too_big) return std::string("too big");
            if (error == BytesError::negative_to_unsigned) return std::string("negative");
            Result back(from_bytes_limbs(count));
            from_bytes(back.number, out.data(), count, order, signedness);
            CHECK(hex(back.number) == number);
            return std::string(out.begin(), out.end());
        };
        constexpr auto big = ByteOrder::big;
        constexpr auto little = ByteOrder::little;
        constexpr auto with_sign = Signedness::is_signed;
        constexpr auto without = Signedness::is_unsigned;
        CHECK(bytes("1234", 2, big, without) == "\x12\x34");
        CHECK(bytes("1234", 2, little, without) == "\x34\x12");
        CHECK(bytes("1234", 1, big, without) == "too big");
        CHECK(bytes("80", 1, big, without) == "\x80");
        CHECK(bytes("80", 1, big, with_sign) == "too big");
        CHECK(bytes("-80", 1, big, with_sign) == "\x80");
        CHECK(bytes("-81", 1, big, with_sign) == "too big");
        CHECK(bytes("-1", 3, little, with_sign) == "\xff\xff\xff");
        CHECK(bytes("-1", 3, little, without) == "negative");
        CHECK(bytes("0", 0, big, without).empty());
        CHECK(bytes("0", 0, big, with_sign).empty());
        CHECK(bytes("-1", 0, big, with_sign) == "too big");
        CHECK(bytes("123456789abcdef01122334455", 13, big, with_sign) ==
              "\x12\x34\x56\x78\x9a\xbc\xde\xf0\x11\x22\x33\x44\x55");
        CHECK(bytes("-8000000000000000", 8, big, with_sign) == std::string("\x80\0\0\0\0\0\0\0", 8));
        CHECK(bytes("-8000000000000000", 9, little, with_sign) == std::string("\0\0\0\0\0\0\0\x80\xff", 9));
    }

    TEST_CASE("conversion to float rounds half to even and tells of overflow") {
        struct Row {
            std::string_view number;
            double value;
        };
        const Row rows[] = {
            {"0", 0x0.0p+0},
            {"1", 0x1.0000000000000p+0},
            {"-1", -0x1.0000000000000p+0},
            {"20000000000000", 0x1.0000000000000p+53},
            {"20000000000001", 0x1.0000000000000p+53},
            {"20000000000002", 0x1.0000000000001p+53},
            {"20000000000003", 0x1.0000000000002p+53},
            {"-20000000000001", -0x1.0000000000000p+53},
            {"ffffffffffffffff", 0x1.0000000000000p+64},
            {"8000000000000400", 0x1.0000000000000p+63},
            {"8000000000000401", 0x1.0000000000001p+63},
            {"8000000000000c00", 0x1.0000000000002p+63},
            {"80000000000004000000000000000000", 0x1.0000000000000p+127},
            {"80000000000004000000000000000001", 0x1.0000000000001p+127},
            {"fffffffffffffbfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "ffffffffffffffffffffffffffffffffffffffffffffff",
             0x1.fffffffffffffp+1023},
            {"fffffffffffffdfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "ffffffffffffffffffffffffffffffffffffffffffffff",
             HUGE_VAL},
            {"8e679c2f5e44ff8f570f09eaa7ea76485961db50c6d2b886e6ddcc111bca7dc5468df6bef700b5a0aa1cc7680c161008908e2b7cb"
             "dd995151387b5e683525a14b104ea78e65cfa1254af49665af3bf5ed748af3a385e92169b10000000000000000000000000000000"
             "0000000000000000000000000000000000000000000000",
             0x1.1ccf385ebc8a0p+1023},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", 0x1.69194f299cddap+158},
        };
        for (const Row& row : rows) {
            CAPTURE(row.number);
            const DoubleResult result = to_double(Big(row.number));
            CHECK(result.value == row.value);
            CHECK(result.overflow == std::isinf(row.value));
        }
        CHECK(to_double(Big("-1" + std::string(1000, '0'))).overflow);
        CHECK(to_double(Big("-1" + std::string(1000, '0'))).value < 0);
    }

    TEST_CASE("conversion from float truncates, comparison with float is exact") {
        const auto whole = [](double value) {
            Result result(from_double_limbs);
            from_double(result.number, value);
            return hex(result.number);
        };
        CHECK(whole(0.0) == "0");
        CHECK(whole(-0.9) == "0");
        CHECK(whole(-2.9) == "-2");
        CHECK(whole(0x1p64) == "10000000000000000");
        CHECK(whole(-0x1.8p70) == "-600000000000000000");
        CHECK(whole(1.7976931348623157e308) == "fffffffffffff8" + std::string(242, '0'));
        CHECK(compare_with_double(Big("20000000000001"), 0x1p53) > 0);
        CHECK(compare_with_double(Big("20000000000000"), 0x1p53) == 0);
        CHECK(compare_with_double(Word(2), 2.5) < 0);
        CHECK(compare_with_double(Word(-2), -2.5) > 0);
        CHECK(compare_with_double(Word(0), -0.0) == 0);
        CHECK(compare_with_double(Word(0), -5e-324) > 0);
        CHECK(compare_with_double(Big("1" + std::string(300, '0')), HUGE_VAL) < 0);
        CHECK(compare_with_double(Word(0), -HUGE_VAL) > 0);
    }

    TEST_CASE_FIXTURE(Fixture, "true division is correctly rounded") {
        struct Row {
            std::string_view a, b;
            double value;
        };
        const Row rows[] = {
            {"1", "3", 0x1.5555555555555p-2},
            {"-1", "3", -0x1.5555555555555p-2},
            {"20000000000001", "1", 0x1.0000000000000p+53},
            {"20000000000001", "2", 0x1.0000000000000p+52},
            {"152d02c7e14af6800000", "1", 0x1.52d02c7e14af6p+76},
            {"1b4ec7f91973ff3cb1ccf26fbc177c38db6e54582de258ff5190b8bc150afadb38030e5d0b7bf50120e5c0e6ad18e629853ce9946"
             "a0b2eccf6cfde0af8634bf8dc5a427fe4236ce5959baa0e776cdb47c4813e1e0c75ca271e1d059e08e4996aa4193a48ad3a24633e"
             "bdb32e9f0b824377e2fa9c10000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000",
             "2bb13ff4f586652de947ea4c6025938e2be3ba26afd08e654f4df46021ab2af8599e7d61abf98801ce3c67d77b5b09dc086175ba4"
             "34517ae57b2fcde5a38798e2d5d3733069f14a288f91017257af872d401fcfce0bc76a4fcfb3c300e3a8f11068ec3a77b903a3864"
             "62b84a98126a058c9e5dc680000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000",
             0x1.4000000000000p+3},
            {"1",
             "1b4ec7f91973ff3cb1ccf26fbc177c38db6e54582de258ff5190b8bc150afadb38030e5d0b7bf50120e5c0e6ad18e629853ce9946"
             "a0b2eccf6cfde0af8634bf8dc5a427fe4236ce5959baa0e776cdb47c4813e1e0c75ca271e1d059e08e4996aa4193a48ad3a24633e"
             "bdb32e9f0b824377e2fa9c10000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000",
             0x0.0p+0},
            {"-1",
             "1b4ec7f91973ff3cb1ccf26fbc177c38db6e54582de258ff5190b8bc150afadb38030e5d0b7bf50120e5c0e6ad18e629853ce9946"
             "a0b2eccf6cfde0af8634bf8dc5a427fe4236ce5959baa0e776cdb47c4813e1e0c75ca271e1d059e08e4996aa4193a48ad3a24633e"
             "bdb32e9f0b824377e2fa9c10000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000",
             -0x0.0p+0},
            {"5",
             "400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000000000000000000000000000000000000000000000",
             0x0.0000000000005p-1022},
            {"1",
             "400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000000000000000000000000000000000000000000000",
             0x0.0000000000001p-1022},
            {"1",
             "800000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000000000000000000000000000000000000000000000",
             0x0.0p+0},
            {"3",
             "100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000",
             0x0.0000000000001p-1022},
            {"100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000000000000000000000000000000000",
             "1", HUGE_VAL},
            {"100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000000000000000000000000000000000",
             "2", 0x1.0000000000000p+1023},
            {"-10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000",
             "3", -0x1.5555555555555p+1022},
            {"fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
             "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
             "100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
             "00000000000000000000000000000000000000000",
             0x1.0000000000000p+1000},
            {"7af417a046c316ff6d2e48d6ad05942fc72613b8ff39dfb0eb5b1d8cfc01445c21b70df71cfb98c8d20a0d666ca959601c6631ef9"
             "9b169b08aab2441c293ee1ab3dad504e53d64da04f7ff697c47d6d42bb55ee01ba3a1a889e4c3701f1cc6d4fda897ca910ba965eb"
             "38e8792dc30240bf4b2702b5fef0425befc46e31ddbfca2add9bf4d6a9a12cba95c4181",
             "7e04ee38e4d1df8becbb6628ac423f8123e12adc5dd59b13137398541cbcf6bde33c486b91dcf2dcf9bf53817a14d473cfddc7eae"
             "21056c3c931c84384ae3cb01d4b9ba674f6617b033c01e8765d59f445076e79443d36824ad61edcee8fd983f902f6b2e210802427"
             "fdd4f9cbbe234b484e2bdefdbde1",
             0x1.f38b4da840722p+171},
            {"0", "5", 0x0.0p+0},
            {"0", "-5", -0x0.0p+0},
            {"21e19e0c9bab2400001", "21e19e0c9bab2400000", 0x1.0000000000000p+0},
            {"40000000000002", "40000000000000", 0x1.0000000000000p+0},
            {"40000000000006", "40000000000001", 0x1.0000000000001p+0},
        };
        for (const Row& row : rows) {
            CAPTURE(row.a);
            CAPTURE(row.b);
            DoubleResult result;
            CHECK(true_divide(result, Big(row.a), Big(row.b), work) == Status::ok);
            CHECK(result.value == row.value);
            CHECK(std::signbit(result.value) == std::signbit(row.value));
            CHECK(result.overflow == std::isinf(row.value));
        }
    }

    TEST_CASE_FIXTURE(Fixture, "powers") {
        struct Row {
            std::string_view base;
            uint64_t exponent;
            std::string_view result;
        };
        const Row rows[] = {
            {"0", 0, "1"},
            {"0", 5, "0"},
            {"1", 1000, "1"},
            {"-1", 7, "-1"},
            {"-1", 8, "1"},
            {"2", 100, "10000000000000000000000000"},
            {"-2", 101, "-20000000000000000000000000"},
            {"a", 30, "c9f2c9cd04674edea40000000"},
            {"-a", 25, "-84595161401484a000000"},
            {"3", 64, "2b56d4af8f7932278c797ebd01"},
            {"c", 40, "a8b8b452291fe82100000000000000000000"},
            {"-7", 33, "-18faed9951a5676b05f89d07"},
            {"10000000000000000", 3, "1000000000000000000000000000000000000000000000000"},
            {"10000000000000001", 3, "1000000000000000300000000000000030000000000000001"},
            {"6", 1, "6"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.base);
            CAPTURE(row.exponent);
            Result result(power_limbs(Big(row.base), row.exponent));
            CHECK(power(result.number, Big(row.base), row.exponent, work) == Status::ok);
            CHECK(hex(result.number) == row.result);
        }
        CHECK(power_limbs(Word(10), 1'000'000'000'000) > size_t{1} << 35);
        CHECK(power_limbs(Word(10), UINT64_MAX) == too_many_limbs);
        CHECK(power_limbs(Word(0), UINT64_MAX) == 1);
    }

    TEST_CASE_FIXTURE(Fixture, "powers modulo an odd, an even and a one-word number") {
        struct Row {
            std::string_view base, exponent, modulus, result;
        };
        const Row rows[] = {
            {"2", "a", "3e8", "18"},
            {"2", "a", "-3e8", "-3d0"},
            {"-2", "b", "3e8", "3b8"},
            {"3", "0", "1", "0"},
            {"3", "0", "-7", "-6"},
            {"0", "0", "5", "1"},
            {"5", "3", "1", "0"},
            {"7", "10000000000000000", "3b9aca07", "319d39c4"},
            {"980553f0db2fd09de3c9", "327cb2734119d3b7a9", "ffffffffffffffff", "6e26f50bcb0ed1c7"},
            {"980553f0db2fd09de3c9", "327cb2734119d3b7a9", "10000000000000000", "120e7aa7784cec09"},
            {"980553f0db2fd09de3c9", "327cb2734119d3b7a9", "139e862f1509ba9c74345f78771c1",
             "fcdc77df38c38bd478cdf603b651"},
            {"980553f0db2fd09de3c9", "327cb2734119d3b7a9", "-139e862f1509ba9c74345f78771c1",
             "-3d0beb1217d81df2ca780183bb70"},
            {"980553f0db2fd09de3c9", "327cb2734119d3b7a9", "c9f2c9cd04674edea40000000", "5b93e2c2a348d0490b84cec09"},
            {"2", "10000000000000000000000000", "7fffffffffffffffffffffffffffffff", "10"},
            {"-5", "56bc75e2d63100000", "64312dfeee1af5788cfec3176d34c11f84e9", "af5aaa614a6bb8b62c8ca3951d83a151e4d"},
            {"0", "56bc75e2d63100000", "64312dfeee1af5788cfec3176d34c11f84e9", "0"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.base);
            CAPTURE(row.modulus);
            const Big modulus(row.modulus);
            Result result(power_modulo_limbs(modulus));
            CHECK(power_modulo(result.number, Big(row.base), Big(row.exponent), modulus, work) == Status::ok);
            CHECK(hex(result.number) == row.result);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "Fermat's theorem holds where the methods change") {
        // 2**p - 1 is prime: a ** (2**p - 2) = 1 modulo it, and a times its inverse as well.
        for (const unsigned p : {127u, 521u, 2203u}) {
            const Big prime(std::string(1, "0137"[p % 4]) + std::string(p / 4, 'f'));
            const Big exponent(difference(prime, Word(1)));
            const Big base("123456789abcdef123456789abcdef1");
            Result result(power_modulo_limbs(prime));
            CHECK(power_modulo(result.number, base, exponent, prime, work) == Status::ok);
            CHECK(hex(result.number) == "1");
            Result inverse(invert_modulo_limbs(prime));
            bool invertible = false;
            CHECK(invert_modulo(inverse.number, invertible, base, prime, work) == Status::ok);
            CHECK(invertible);
            CHECK(remainder(Big(product(inverse.number, base)), prime) == "1");
        }
    }

    TEST_CASE_FIXTURE(Fixture, "inverses") {
        struct Row {
            std::string_view number, modulus, inverse;
        };
        const Row rows[] = {
            {"3", "7", "5"},
            {"a", "7", "5"},
            {"-3", "7", "2"},
            {"2", "4", "none"},
            {"0", "5", "none"},
            {"0", "1", "0"},
            {"5", "1", "0"},
            {"1", "2", "1"},
            {"7", "10000000000000000", "6db6db6db6db6db7"},
            {"980553f0db2fd09de3c9", "7fffffffffffffffffffffffffffffff", "1d605ef2c9f5fb450755b4aa39665d1c"},
            {"40000000000000000000000000000000", "7fffffffffffffffffffffffffffffff", "2"},
            {"980553f0db2fd09de3c9", "1d6329f1c35ca4bfabb9f5610000000000", "e64a9f80b3dc0f06e13b5d1739dd3a679"},
            {"111b0ec57e6499a1f4b1014d3f6d59", "1d6329f1c35ca4bfabb9f5610000000000", "none"},
            {"-6f32f1ef8b18a2bc3cea59789c79d441", "15b9a481b0422a2845e59b915589d992bd4e6cf90a1",
             "871d0901e8c232ea6ef9c93655fc4e1d97152c7e1f"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.number);
            CAPTURE(row.modulus);
            const Big modulus(row.modulus);
            Result result(invert_modulo_limbs(modulus));
            bool invertible = false;
            CHECK(invert_modulo(result.number, invertible, Big(row.number), modulus, work) == Status::ok);
            CHECK((invertible ? hex(result.number) : "none") == row.inverse);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "greatest common divisors") {
        struct Row {
            std::string_view a, b, result;
        };
        const Row rows[] = {
            {"0", "0", "0"},
            {"0", "-5", "5"},
            {"-c", "12", "6"},
            {"10000000000000000", "400000000000000000", "10000000000000000"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", "-428254b95fe4eb4513a7f", "980553f0db2fd09de3c9"},
            {"f00000000000000000000000000000000000000000000000000", "8c0000000000000000000000000000000000000",
             "140000000000000000000000000000000000000"},
            {"9f4f2726179a224501d762422c946590d91", "15b9a481b0422a2845e59b915589d992bd4e6cf90a1", "1"},
            {"118b5727f009f525dcfe0d58e8653c742de9d889c2efe3c5516f88700000000000000",
             "a8b8b452291fe8210000000000000000", "14ce6b167f3100000000000000"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.a);
            CAPTURE(row.b);
            Result result(gcd_limbs(Big(row.a), Big(row.b)));
            CHECK(gcd(result.number, Big(row.a), Big(row.b), work) == Status::ok);
            CHECK(hex(result.number) == row.result);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "square roots") {
        struct Row {
            std::string_view number, root;
        };
        const Row rows[] = {
            {"0", "0"},
            {"1", "1"},
            {"2", "1"},
            {"3", "1"},
            {"4", "2"},
            {"ffffffffffffffff", "ffffffff"},
            {"10000000000000000", "100000000"},
            {"ffffffffffffffffffffffffffffffff", "ffffffffffffffff"},
            {"100000000000000000000000000000000", "10000000000000000"},
            {"100000000000000000000000000000001", "10000000000000000"},
            {"5a4653ca673768565b41f775d6947d55cf3813d1", "980553f0db2fd09de3c9"},
            {"10ed2fb5f35a6390311c5e66183bd78016da83b73", "1074eca0979e156258ea2"},
            {"9f4f2726179a224501d762422c946590d90fffffffffffffff", "c9f2c9cd04674edea3fffffff"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.number);
            Result result(square_root_limbs(Big(row.number)));
            CHECK(square_root(result.number, Big(row.number), work) == Status::ok);
            CHECK(hex(result.number) == row.root);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "long numbers keep the laws of arithmetic") {
        NumberSource source(4);
        for (const size_t size : {size_t{700}, size_t{1500}, size_t{2600}, size_t{4200}}) {
            Big a;
            a.limbs = source.limbs(size);
            Big b;
            b.limbs = source.limbs(size / 2);
            const Big square(product(a, a));
            for (const auto& [number, root] :
                 {std::pair{square, hex(a)}, std::pair{Big(difference(square, Word(1))), difference(a, Word(1))},
                  std::pair{Big(sum(square, a)), hex(a)}}) {
                Result result(square_root_limbs(number));
                CHECK(square_root(result.number, number, work) == Status::ok);
                CHECK(hex(result.number) == root);
            }
            // b times neighbours, which have no common divisor.
            const Big next(sum(a, Word(1)));
            const Big first(product(a, b));
            const Big second(product(next, b));
            Result divisor(gcd_limbs(first, second));
            CHECK(gcd(divisor.number, second, first, work) == Status::ok);
            CHECK(hex(divisor.number) == hex(b));
            CHECK(quotient(first, a) == hex(b));
            CHECK(quotient(first, b) == hex(a));
            CHECK(remainder(Big(sum(first, Word(1))), a) == "1");
        }
        CHECK(memory.blocks == 0);
        CHECK(counted.polls != 0);
    }

    TEST_CASE("refused memory and a stop give everything back") {
        NumberSource source(5);
        Big a;
        a.limbs = source.limbs(6000);
        Big b;
        b.limbs = source.limbs(3000);
        Big c;
        c.limbs = source.limbs(6000);
        const auto run_all = [&](const Work& work, Status expected) {
            bool invertible;
            DoubleResult ratio;
            Result result(20'000);
            CHECK(multiply(result.number, a, b, work) == expected);
            CHECK(divide(&result.number, nullptr, a, b, work) == expected);
            CHECK(true_divide(ratio, a, c, work) == expected);
            CHECK(square_root(result.number, a, work) == expected);
            CHECK(gcd(result.number, a, b, work) == expected);
            CHECK(invert_modulo(result.number, invertible, a, b, work) == expected);
            CHECK(power(result.number, b, 5, work) == expected);
            CHECK(power_modulo(result.number, a, a, b, work) == expected);
        };
        for (const size_t blocks : {size_t{0}, size_t{1}}) {
            CountedScratch memory;
            Work work{{}, {}};
            work.scratch = memory.scratch();
            memory.blocks_left = blocks;
            Result result(20'000);
            CHECK(square_root(result.number, a, work) == Status::no_memory);
            CHECK(memory.blocks == 0);
        }
        CountedScratch none;
        none.blocks_left = 0;
        run_all({{}, none.scratch()}, Status::no_memory);
        CountedScratch memory;
        run_all({{[](void*) { return true; }, nullptr}, memory.scratch()}, Status::stopped);
        CHECK(memory.blocks == 0);
    }
}
