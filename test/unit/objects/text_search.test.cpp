#include <doctest/doctest.h>

#include "vm/objects/text/search.h"

#include <cstdint>
#include <string>

using namespace exmonty;

namespace {

Budget make_budget() { return Budget{}; }

// A small generator, so that a failure can be repeated.
struct Random {
    uint64_t state;
    uint32_t below(uint32_t bound) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<uint32_t>(state >> 33) % bound;
    }
    std::string text(size_t size, uint32_t letters) {
        std::string result;
        for (size_t i = 0; i < size; i++) result += static_cast<char>('a' + below(letters));
        return result;
    }
};

}  // namespace

TEST_SUITE("objects/text/search") {
    TEST_CASE("finds the same places as the standard library, in both directions") {
        Budget budget = make_budget();
        Random random{1};
        for (int round = 0; round < 20000; round++) {
            uint32_t letters = 1 + random.below(3);
            std::string text = random.text(random.below(round % 50 == 0 ? 5000 : 90), letters);
            std::string needle = random.text(1 + random.below(round % 7 == 0 ? 40 : 6), letters);
            if (round % 3 == 0 && text.size() > needle.size())
                needle = text.substr(random.below(static_cast<uint32_t>(text.size() - needle.size())), needle.size());
            Search search(budget, needle);
            size_t at = 0;
            do {
                size_t found = search.find(text, at);
                REQUIRE(found == text.find(needle, at));
                at = found == Search::npos ? found : found + 1;
            } while (at != Search::npos);
            size_t end = text.size();
            for (int i = 0; i < 20; i++) {
                size_t found = search.rfind(text, end);
                size_t expected = end >= needle.size() ? text.rfind(needle, end - needle.size()) : std::string::npos;
                REQUIRE(found == expected);
                if (found == Search::npos) break;
                end = found + needle.size() - 1;
            }
        }
    }

    TEST_CASE("counts without overlap") {
        Budget budget = make_budget();
        CHECK(Search(budget, "aa").count("aaaaa") == 2);
        CHECK(Search(budget, "a").count(std::string(100000, 'a') + "b") == 100000);
        CHECK(Search(budget, "ab").count("xabxabxab") == 3);
        CHECK(Search(budget, "z").count("") == 0);
    }

    TEST_CASE("stays linear on needles that nearly match") {
        Budget budget = make_budget();
        std::string text(1000000, 'a');
        std::string needle = std::string(250000, 'a') + "b" + std::string(250000, 'a');
        CHECK(Search(budget, needle).find(text, 0) == Search::npos);
        CHECK(Search(budget, needle).rfind(text, text.size()) == Search::npos);
        CHECK(Search(budget, std::string(500000, 'a')).count(text) == 2);
        CHECK(Search(budget, "b" + std::string(500000, 'a')).find(text, 0) == Search::npos);
        CHECK(Search(budget, std::string(500000, 'a') + "b").rfind(text, text.size()) == Search::npos);
    }

    TEST_CASE("stops when the steps are used up") {
        Budget budget = make_budget();
        budget.steps_limit = 5;
        std::string text(10000000, 'a');
        Search search(budget, "b");
        CHECK(search.find(text, 0) == Search::npos);
        CHECK(search.stopped());
        CHECK(budget.breach == Breach::Steps);
    }
}
