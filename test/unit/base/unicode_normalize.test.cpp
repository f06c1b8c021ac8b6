#include "vm/base/unicode_normalize.h"

#include <doctest/doctest.h>

#include <string>

#include "test/unit/base/big_numbers.h"
#include "test/unit/base/growing_text.h"

using namespace exmonty;
using namespace exmonty::unicode;

namespace {

struct Fixture {
    CountedScratch memory;
    CountedPoll counted;
    Work work{counted.poll(), memory.scratch()};

    std::string normal(std::string_view text, NormalForm form) {
        GrowingText out;
        CHECK(normalize(out, text, form, work) == WorkStatus::ok);
        CHECK(memory.blocks == 0);
        return std::string(out.view());
    }
};

}  // namespace

// Expected texts recorded from CPython 3.14.
TEST_SUITE("base/unicode_normalize") {
    TEST_CASE_FIXTURE(Fixture, "letters and marks are composed and decomposed") {
        struct Row {
            std::string_view text, nfc, nfd, nfkc, nfkd;
        };
        const Row rows[] = {
            {"e\xcc\x81", "\xc3\xa9", "e\xcc\x81", "\xc3\xa9", "e\xcc\x81"},
            {"\xc3\xa9", "\xc3\xa9", "e\xcc\x81", "\xc3\xa9", "e\xcc\x81"},
            {"\xe1\xba\x9b\xcc\xa3", "\xe1\xba\x9b\xcc\xa3", "\xc5\xbf\xcc\xa3\xcc\x87", "\xe1\xb9\xa9",
             "s\xcc\xa3\xcc\x87"},
            {"a\xcc\xa3\xcc\x82", "\xe1\xba\xad", "a\xcc\xa3\xcc\x82", "\xe1\xba\xad", "a\xcc\xa3\xcc\x82"},
            {"a\xcc\x82\xcc\xa3", "\xe1\xba\xad", "a\xcc\xa3\xcc\x82", "\xe1\xba\xad", "a\xcc\xa3\xcc\x82"},
            {"\xef\xac\x81", "\xef\xac\x81", "\xef\xac\x81", "fi", "fi"},
            {"\xe2\x84\xab", "\xc3\x85", "A\xcc\x8a", "\xc3\x85", "A\xcc\x8a"},
            {"\xe2\x84\xa6", "\xce\xa9", "\xce\xa9", "\xce\xa9", "\xce\xa9"},
            {"\xef\xb7\xba", "\xef\xb7\xba", "\xef\xb7\xba",
             "\xd8\xb5\xd9\x84\xd9\x89 \xd8\xa7\xd9\x84\xd9\x84\xd9\x87 \xd8\xb9\xd9\x84\xd9\x8a\xd9\x87 "
             "\xd9\x88\xd8\xb3\xd9\x84\xd9\x85",
             "\xd8\xb5\xd9\x84\xd9\x89 \xd8\xa7\xd9\x84\xd9\x84\xd9\x87 \xd8\xb9\xd9\x84\xd9\x8a\xd9\x87 "
             "\xd9\x88\xd8\xb3\xd9\x84\xd9\x85"},
            {"\xea\xb0\x81", "\xea\xb0\x81", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", "\xea\xb0\x81",
             "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8"},
            {"\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", "\xea\xb0\x81", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8",
             "\xea\xb0\x81", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8"},
            {"\xea\xb0\x80\xe1\x86\xa7", "\xea\xb0\x80\xe1\x86\xa7", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa7",
             "\xea\xb0\x80\xe1\x86\xa7", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa7"},
            {"\xe0\xa5\x98", "\xe0\xa4\x95\xe0\xa4\xbc", "\xe0\xa4\x95\xe0\xa4\xbc", "\xe0\xa4\x95\xe0\xa4\xbc",
             "\xe0\xa4\x95\xe0\xa4\xbc"},
            {"\xe0\xa7\x87\xe0\xa6\xbe", "\xe0\xa7\x8b", "\xe0\xa7\x87\xe0\xa6\xbe", "\xe0\xa7\x8b",
             "\xe0\xa7\x87\xe0\xa6\xbe"},
            {"\xcd\x84", "\xcc\x88\xcc\x81", "\xcc\x88\xcc\x81", "\xcc\x88\xcc\x81", "\xcc\x88\xcc\x81"},
            {"\xef\xbd\xb6\xef\xbe\x9e", "\xef\xbd\xb6\xef\xbe\x9e", "\xef\xbd\xb6\xef\xbe\x9e", "\xe3\x82\xac",
             "\xe3\x82\xab\xe3\x82\x99"},
            {"\xe3\x81\x8b\xe3\x82\x99", "\xe3\x81\x8c", "\xe3\x81\x8b\xe3\x82\x99", "\xe3\x81\x8c",
             "\xe3\x81\x8b\xe3\x82\x99"},
            {"\xf0\x9d\x85\x9e", "\xf0\x9d\x85\x97\xf0\x9d\x85\xa5", "\xf0\x9d\x85\x97\xf0\x9d\x85\xa5",
             "\xf0\x9d\x85\x97\xf0\x9d\x85\xa5", "\xf0\x9d\x85\x97\xf0\x9d\x85\xa5"},
            {"\xf0\x91\x8e\x83", "\xf0\x91\x8e\x83", "\xf0\x91\x8e\x82\xf0\x91\x8f\x89", "\xf0\x91\x8e\x83",
             "\xf0\x91\x8e\x82\xf0\x91\x8f\x89"},
            {"\xf0\x91\x8e\x82\xf0\x91\x8f\x89", "\xf0\x91\x8e\x83", "\xf0\x91\x8e\x82\xf0\x91\x8f\x89",
             "\xf0\x91\x8e\x83", "\xf0\x91\x8e\x82\xf0\x91\x8f\x89"},
            {"\xf0\x96\x84\x9e\xf0\x96\x84\xa9\xf0\x96\x84\x9f", "\xf0\x96\x84\xa7",
             "\xf0\x96\x84\x9e\xf0\x96\x84\xa9\xf0\x96\x84\x9f", "\xf0\x96\x84\xa7",
             "\xf0\x96\x84\x9e\xf0\x96\x84\xa9\xf0\x96\x84\x9f"},
            {"\xf0\x96\xb5\xaa", "\xf0\x96\xb5\xaa", "\xf0\x96\xb5\xa3\xf0\x96\xb5\xa7\xf0\x96\xb5\xa7",
             "\xf0\x96\xb5\xaa", "\xf0\x96\xb5\xa3\xf0\x96\xb5\xa7\xf0\x96\xb5\xa7"},
            {"\xf0\x9c\xb3\x96", "\xf0\x9c\xb3\x96", "\xf0\x9c\xb3\x96", "A", "A"},
            {"\xed\xa0\x80\xcc\x81", "\xed\xa0\x80\xcc\x81", "\xed\xa0\x80\xcc\x81", "\xed\xa0\x80\xcc\x81",
             "\xed\xa0\x80\xcc\x81"},
            {"a\xcc\x81\xcc\x81", "\xc3\xa1\xcc\x81", "a\xcc\x81\xcc\x81", "\xc3\xa1\xcc\x81", "a\xcc\x81\xcc\x81"},
            {"\xcc\x81"
             "a",
             "\xcc\x81"
             "a",
             "\xcc\x81"
             "a",
             "\xcc\x81"
             "a",
             "\xcc\x81"
             "a"},
            {"\xe2\x91\xa0\xc2\xb2\xc2\xbd", "\xe2\x91\xa0\xc2\xb2\xc2\xbd", "\xe2\x91\xa0\xc2\xb2\xc2\xbd",
             "121\xe2\x81\x84"
             "2",
             "121\xe2\x81\x84"
             "2"},
            {"\xef\xa4\x80", "\xe8\xb1\x88", "\xe8\xb1\x88", "\xe8\xb1\x88", "\xe8\xb1\x88"},
            {"x\xcc\xb8\xcc\xa7", "x\xcc\xb8\xcc\xa7", "x\xcc\xb8\xcc\xa7", "x\xcc\xb8\xcc\xa7", "x\xcc\xb8\xcc\xa7"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.text);
            CHECK(normal(row.text, NormalForm::nfc) == row.nfc);
            CHECK(normal(row.text, NormalForm::nfd) == row.nfd);
            CHECK(normal(row.text, NormalForm::nfkc) == row.nfkc);
            CHECK(normal(row.text, NormalForm::nfkd) == row.nfkd);
        }
    }

    TEST_CASE_FIXTURE(Fixture, "plain text is known to be normal") {
        CHECK(is_plainly_normal("plain", NormalForm::nfkd));
        CHECK(is_plainly_normal("caf\u00E9", NormalForm::nfc));
        CHECK(!is_plainly_normal("caf\u00E9", NormalForm::nfkc));
        CHECK(!is_plainly_normal("cafe\u0301", NormalForm::nfc));
        CHECK(normal("caf\u00E9", NormalForm::nfc) == "caf\u00E9");
        CHECK(memory.blocks_left == static_cast<size_t>(-1));
    }

    TEST_CASE_FIXTURE(Fixture, "a hundred thousand marks on one letter take no longer than as many letters") {
        std::string text = "a";
        std::string low;
        std::string high;
        for (int i = 0; i < 50'000; ++i) {
            text += "\u0301\u0323";
            low += "\u0323";
            high += "\u0301";
        }
        CHECK(normal(text, NormalForm::nfd) == "a" + low + high);
        CHECK(normal(text, NormalForm::nfc) == "\u1EA1" + low.substr(2) + high);
    }

    TEST_CASE_FIXTURE(Fixture, "long texts are cut where nothing composes") {
        std::string text;
        std::string composed;
        for (int i = 0; i < 3000; ++i) {
            text += i % 3 == 0 ? "\u4E00" : i % 3 == 1 ? "e\u0301" : "\u1100\u1161\u11A8";
            composed += i % 3 == 0 ? "\u4E00" : i % 3 == 1 ? "\u00E9" : "\uAC01";
        }
        CHECK(normal(text, NormalForm::nfc) == composed);
        CHECK(normal(composed, NormalForm::nfd) == text);
        CHECK(counted.polls > 10);
    }

    TEST_CASE_FIXTURE(Fixture, "refusals and a stop are told") {
        std::string marks = "a";
        for (int i = 0; i < 5000; ++i) marks += "\u0301\u0323";
        CountedScratch none;
        none.blocks_left = 0;
        GrowingText out;
        CHECK(normalize(out, marks, NormalForm::nfc, {{}, none.scratch()}) == WorkStatus::no_memory);
        GrowingText small(10);
        CHECK(normalize(small, marks, NormalForm::nfc, work) == WorkStatus::no_memory);
        CountedPoll stopping{.stop_at = 1};
        GrowingText third;
        CHECK(normalize(third, marks, NormalForm::nfc, {stopping.poll(), memory.scratch()}) == WorkStatus::stopped);
        CHECK(memory.blocks == 0);
    }
}
