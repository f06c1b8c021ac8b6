#include "vm/base/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace exmonty;
using namespace std::string_view_literals;
using utf8::ErrorReason;

TEST_SUITE("base/utf8") {
    TEST_CASE("every code point survives encode and decode, surrogates included") {
        for (char32_t code_point = 0; code_point <= utf8::max_code_point; ++code_point) {
            char bytes[utf8::max_length];
            const size_t length = utf8::encode(code_point, bytes);
            const char* at = bytes;
            const bool same = length == utf8::encoded_length(code_point) && utf8::sequence_length(bytes[0]) == length &&
                              utf8::next(at) == code_point && at == bytes + length &&
                              utf8::previous(at) == code_point && at == bytes;
            const bool valid = !utf8::validate({bytes, length});
            if (!same || valid == utf8::is_surrogate(code_point) ||
                utf8::validate({bytes, length}, utf8::Surrogates::allowed)) {
                FAIL(static_cast<uint32_t>(code_point));
            }
        }
    }

    // Recorded from CPython 3.13: bytes.decode().
    TEST_CASE("a fault has CPython's reason and range") {
        struct Row {
            std::string_view bytes;
            ErrorReason reason;
            size_t start, end;
        };
        const Row rows[] = {
            {"\x80"sv, ErrorReason::invalid_start_byte, 0, 1},
            {"\x61\x62\x63\xff"sv, ErrorReason::invalid_start_byte, 3, 4},
            {"\xc1\x80"sv, ErrorReason::invalid_start_byte, 0, 1},
            {"\xc2"sv, ErrorReason::unexpected_end_of_data, 0, 1},
            {"\xc2\x61"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xe0\x80\x80"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xe0\x80"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xe0\xa0"sv, ErrorReason::unexpected_end_of_data, 0, 2},
            {"\xe0"sv, ErrorReason::unexpected_end_of_data, 0, 1},
            {"\xe2\x82\x78"sv, ErrorReason::invalid_continuation_byte, 0, 2},
            {"\xed\xa0\x80"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xed\x9f"sv, ErrorReason::unexpected_end_of_data, 0, 2},
            {"\xf0\x8f\xbf\xbf"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xf0\x90"sv, ErrorReason::unexpected_end_of_data, 0, 2},
            {"\xf0\x90\x80"sv, ErrorReason::unexpected_end_of_data, 0, 3},
            {"\xf0\x90\x78"sv, ErrorReason::invalid_continuation_byte, 0, 2},
            {"\xf0\x90\x80\x78"sv, ErrorReason::invalid_continuation_byte, 0, 3},
            {"\xf4\x90\x80\x80"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xf5\x80"sv, ErrorReason::invalid_start_byte, 0, 1},
            {"\x31\x32\x33\x34\x35\x36\x37\x38\xe2\x82\xac\xe2\x28"sv, ErrorReason::invalid_continuation_byte, 11, 12},
            {"\xed\xa0"sv, ErrorReason::invalid_continuation_byte, 0, 1},
            {"\xe1\x80\xc0"sv, ErrorReason::invalid_continuation_byte, 0, 2},
            {"\xf1\x80\x80\xc0"sv, ErrorReason::invalid_continuation_byte, 0, 3},
        };
        for (const Row& row : rows) {
            CAPTURE(row.bytes);
            const utf8::Error error = utf8::validate(row.bytes);
            CHECK(error.reason == row.reason);
            CHECK(error.start == row.start);
            CHECK(error.end == row.end);
        }
    }

    TEST_CASE("validation can go on behind a fault") {
        const std::string_view text = "ab\xFFgh\xC3\xA9\xFE"sv;
        CHECK(utf8::validate(text).start == 2);
        CHECK(utf8::validate(text, utf8::Surrogates::refused, 3).start == 7);
    }

    TEST_CASE("counting, advancing and retreating agree with a walk at every length and alignment") {
        const std::string_view pieces[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xED\xA0\x80"};
        std::string text;
        std::vector<size_t> offsets{0};
        for (unsigned i = 0; i < 150; ++i) {
            text += pieces[(i * i + i / 7) % 5];
            offsets.push_back(text.size());
        }
        for (size_t first = 0; first < offsets.size(); ++first) {
            for (size_t last = first; last < offsets.size(); ++last) {
                const std::string_view part =
                    std::string_view(text).substr(offsets[first], offsets[last] - offsets[first]);
                REQUIRE(utf8::count_code_points(part) == last - first);
                REQUIRE(utf8::advance(text, offsets[first], last - first) == offsets[last]);
                REQUIRE(utf8::retreat(text, offsets[last], last - first) == offsets[first]);
            }
        }
        CHECK(utf8::advance(text, 0, 1000) == text.size());
        CHECK(utf8::retreat(text, text.size(), 1000) == 0);
        CHECK(utf8::count_code_points(std::string(100'000, 'x')) == 100'000);
    }

    TEST_CASE("one byte beyond ASCII is seen wherever it stands") {
        for (size_t length = 0; length < 80; ++length) {
            std::string text(length, 'a');
            CHECK(utf8::is_ascii(text));
            for (size_t i = 0; i < length; ++i) {
                text[i] = '\x80';
                REQUIRE(!utf8::is_ascii(text));
                text[i] = 'a';
            }
        }
    }
}
