#include "vm/heap/heap.h"
#include "vm/objects/hash.h"
#include "vm/objects/set.h"

#include <doctest/doctest.h>

using namespace exmonty;

TEST_SUITE_BEGIN("objects/set_table");

namespace {

// The same program as in Python, whose result CPython 3.13 gave:
//     s.add, s.discard, s.pop, s = set(s), s.clear of pseudo-random numbers; every 64 rounds the order goes into the
//     fingerprint: fp = fp * 1000003 + number, modulo 2**64.
uint64_t fingerprint(uint64_t limit, int rounds) {
    Budget budget;
    PagePool pages;
    Heap heap(budget, pages);
    Set* set = new_set(heap);
    uint64_t state = 12345;
    uint64_t result = 0;
    const auto random = [&] {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return state >> 33;
    };
    for (int i = 0; i < rounds; i++) {
        const uint64_t operation = random() % 16;
        const int64_t number = static_cast<int64_t>(random() % limit * 7) - static_cast<int64_t>(limit);
        const uint64_t hash = static_cast<uint64_t>(hash_int(number));
        if (operation < 9) {
            REQUIRE(set_add_simple(heap, set, Value::integer(number), hash) != SetAdd::Refused);
        } else if (operation < 12) {
            const SetFind find = set_find(set, Value::integer(number), hash);
            if (find.outcome == SetFind::Outcome::Found) set_delete_slot(set, find.slot);
        } else if (operation == 12) {
            set_pop(set);
        } else if (operation == 13 && random() % 40 == 0) {
            Set* copy = new_set(heap);
            REQUIRE(set_fill_from(heap, copy, set));
            set = copy;
        } else if (operation == 14 && random() % 100 == 0) {
            set_clear(heap, set);
        }
        if (i % 64 != 0) continue;
        for (uint32_t slot = set_next(set, 0); slot < set->slots(); slot = set_next(set, slot + 1))
            result = result * 1000003 + static_cast<uint64_t>(set->table[slot].key.as_int());
    }
    return result;
}

}  // namespace

TEST_CASE("keys come in CPython's order after additions, deletions, pops, copies and clears") {
    CHECK(fingerprint(20, 5000) == 0xca78c46b4ae40591);
    CHECK(fingerprint(300, 20000) == 0x5a3d077dde58db88);
    CHECK(fingerprint(5000, 60000) == 0xfe2ac94a1c1c0af2);
}

TEST_CASE("an insertion that memory refuses changes nothing") {
    Budget budget;
    PagePool pages;
    Heap heap(budget, pages);
    Set* set = new_set(heap);
    for (int64_t i = 0; i < 4; i++)
        REQUIRE(set_add_simple(heap, set, Value::integer(i), static_cast<uint64_t>(i)) == SetAdd::Added);
    budget.memory_limit = budget.memory_used;
    CHECK(set_add_simple(heap, set, Value::integer(4), 4) == SetAdd::Refused);
    CHECK(set->used == 4);
    CHECK(set_find(set, Value::integer(4), 4).outcome == SetFind::Outcome::Missing);
    CHECK(set_find(set, Value::integer(3), 3).outcome == SetFind::Outcome::Found);
}

TEST_SUITE_END();
