#include "vm/base/text_sink.h"

#include <doctest/doctest.h>

#include "test/unit/base/growing_text.h"

using namespace exmonty;

TEST_SUITE("base/text_sink") {
    TEST_CASE("text grows through the caller's callback") {
        GrowingText text;
        CHECK(text.append("abc"));
        CHECK(text.append('d'));
        CHECK(text.append_code_point(0x20AC));
        CHECK(text.append_repeated('-', 3));
        CHECK(text.append_repeated(0xE9, 2));
        CHECK(text.view() == "abcd\xE2\x82\xAC---\xC3\xA9\xC3\xA9");
    }

    TEST_CASE("a refusal is sticky and keeps what was there") {
        GrowingText text(8);
        CHECK(text.append("12345678"));
        CHECK(!text.append('9'));
        CHECK(text.failed);
        CHECK(!text.reserve(0));
        CHECK(text.claim(1) == nullptr);
        CHECK(text.view() == "12345678");
    }

    TEST_CASE("sizes beyond any memory are refused without overflow") {
        GrowingText text;
        CHECK(text.append('a'));
        CHECK(!text.append_repeated(0x20AC, static_cast<size_t>(-1) / 2));
        GrowingText other;
        CHECK(other.append('a'));
        CHECK(!other.reserve(static_cast<size_t>(-1)));
    }

    TEST_CASE("a fixed text refuses beyond its capacity") {
        FixedText<4> text;
        CHECK(text.append("abcd"));
        CHECK(!text.append('e'));
    }
}
