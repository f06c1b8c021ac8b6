#include "vm/objects/sort_runs.h"

#include <doctest/doctest.h>

#include <vector>

using namespace exmonty;

TEST_SUITE_BEGIN("objects/sort_runs");

namespace {

struct Element {
    int64_t key;
    uint64_t number;
};

// The comparisons, in their order, as a number.
struct RecordingLess {
    uint64_t fingerprint = 0;
    bool operator()(const Element& a, const Element& b) {
        fingerprint = fingerprint * 31 + a.number * 7919 + b.number;
        return a.key < b.key;
    }
};

enum class Pattern { Random, NearlySorted, Descending, Sawtooth };

std::vector<Element> elements(uint64_t count, uint64_t limit, Pattern pattern) {
    std::vector<Element> result;
    uint64_t state = 777;
    for (uint64_t i = 0; i < count; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const uint64_t random = state >> 33;
        int64_t key = static_cast<int64_t>(random % limit);
        if (pattern == Pattern::NearlySorted && random % 50) key = static_cast<int64_t>(i / 3);
        if (pattern == Pattern::Descending) key = static_cast<int64_t>((count - i) / 4);
        if (pattern == Pattern::Sawtooth) key = static_cast<int64_t>(i % 100) * (i / 100 % 2 ? 1 : -1);
        result.push_back({key, i});
    }
    return result;
}

// Which comparisons were made and where each element ended; the same program in Python gave CPython 3.13's.
uint64_t fingerprint(uint64_t count, uint64_t limit, Pattern pattern) {
    std::vector<Element> data = elements(count, limit, pattern);
    std::vector<Element> spare(count / 2 + 1);
    RecordingLess less;
    RunSort<Element, RecordingLess>(data.data(), static_cast<int64_t>(count), spare.data(), less).sort();
    uint64_t result = less.fingerprint;
    for (const Element& element : data) result = result * 1000003 + element.number;
    return result;
}

}  // namespace

TEST_CASE("it makes CPython's comparisons in CPython's order") {
    CHECK(fingerprint(50, 20, Pattern::Random) == 0x7186d4818ae3c10e);
    CHECK(fingerprint(63, 1000, Pattern::NearlySorted) == 0x920280dbe631664c);
    CHECK(fingerprint(1000, 100, Pattern::Random) == 0xbc3e87f8583a08af);
    CHECK(fingerprint(5000, 1000000000, Pattern::Random) == 0xff8b4656b31f2403);
    CHECK(fingerprint(5000, 100, Pattern::NearlySorted) == 0xe79408383c8d6b7e);
    CHECK(fingerprint(3000, 5, Pattern::Descending) == 0x11eea40f509cc486);
    CHECK(fingerprint(4000, 9, Pattern::Sawtooth) == 0x20425316d79e5cfe);
}

TEST_CASE("whatever the comparison says, the elements stay a permutation") {
    struct Liar {
        uint64_t state = 5;
        bool operator()(const Element&, const Element&) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            return state >> 63;
        }
    };
    for (uint64_t count : {2u, 64u, 65u, 1000u, 4097u}) {
        std::vector<Element> data = elements(count, 50, Pattern::Random);
        std::vector<Element> spare(count / 2 + 1);
        Liar liar;
        RunSort<Element, Liar>(data.data(), static_cast<int64_t>(count), spare.data(), liar).sort();
        std::vector<bool> seen(count);
        for (const Element& element : data) seen[element.number] = true;
        CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
    }
}

TEST_SUITE_END();
