#include "vm/heap/heap.h"
#include "vm/objects/dict.h"
#include "vm/objects/hash.h"

#include <doctest/doctest.h>

#include <vector>

using namespace exmonty;

TEST_SUITE_BEGIN("objects/dict_table");

namespace {

struct Fixture {
    Budget budget;
    PagePool pages;
    Heap heap{budget, pages};
    Dict* dict = new_dict(heap);

    static uint64_t hash(int64_t number) { return static_cast<uint64_t>(hash_int(number)); }
    int64_t find(int64_t number) { return dict_find_simple(dict, Value::integer(number), hash(number)); }
    bool insert(int64_t number, int64_t value) {
        return dict_insert_new(heap, dict, Value::integer(number), hash(number), Value::integer(value));
    }
    std::vector<int64_t> keys() {
        std::vector<int64_t> result;
        for (uint32_t i = dict_next(dict, 0); i < dict->used; i = dict_next(dict, i + 1))
            result.push_back(dict->entries[i].key.as_int());
        return result;
    }
};

}  // namespace

TEST_CASE("pairs are found after every growth, in the order of insertion") {
    for (int64_t step : {int64_t{1}, int64_t{1024}, int64_t{65536}, int64_t{1} << 40}) {
        Fixture f;
        for (int64_t i = 0; i < 100000; i++) REQUIRE(f.insert(i * step, i));
        CHECK(f.dict->live == 100000);
        for (int64_t i = 0; i < 100000; i++) {
            const int64_t entry = f.find(i * step);
            REQUIRE(entry == i);
            REQUIRE(f.dict->entries[entry].value.as_int() == i);
        }
        CHECK(f.find(-5) == -1);
    }
}

TEST_CASE("deleted pairs are gone and leave no trace in the order") {
    Fixture f;
    for (int64_t i = 0; i < 1000; i++) REQUIRE(f.insert(i, i));
    for (int64_t i = 0; i < 1000; i++)
        if (i % 3) dict_delete_entry(f.dict, static_cast<uint32_t>(f.find(i)));
    for (int64_t i = 0; i < 1000; i++) REQUIRE((f.find(i) >= 0) == (i % 3 == 0));
    for (int64_t i = 1000; i < 3000; i++) REQUIRE(f.insert(i, i));
    const std::vector<int64_t> keys = f.keys();
    CHECK(keys.size() == 334 + 2000);
    CHECK(keys[1] == 3);
    CHECK(keys[334] == 1000);
}

TEST_CASE("the newest pair can be taken away and replaced for ever") {
    Fixture f;
    for (int64_t i = 0; i < 5; i++) REQUIRE(f.insert(i, i));
    for (int64_t i = 5; i < 10000; i++) {
        REQUIRE(f.insert(i, i));
        CHECK(dict_pop_last(f.dict).key.as_int() == i);
        REQUIRE(f.find(i) == -1);
    }
    CHECK(f.dict->index_mask <= 31);
    CHECK(f.keys() == std::vector<int64_t>{0, 1, 2, 3, 4});
}

TEST_CASE("a stable dict never moves a key to another entry") {
    Fixture f;
    f.dict->flags |= Dict::stable;
    for (int64_t i = 0; i < 10; i++) REQUIRE(f.insert(i, i));
    dict_delete_entry(f.dict, static_cast<uint32_t>(f.find(3)));
    CHECK(f.find(3) == -1);
    for (int64_t i = 10; i < 500; i++) REQUIRE(f.insert(i, i));
    REQUIRE(f.insert(3, 33));
    CHECK(f.find(3) == 3);
    CHECK(f.dict->live == 500);
    CHECK(f.dict->used == 500);
    dict_clear(f.heap, f.dict);
    CHECK(f.dict->live == 0);
    CHECK(f.find(7) == -1);
    REQUIRE(f.insert(7, 1));
    CHECK(f.find(7) == 7);
}

TEST_CASE("keys with equal hashes that only Python can compare are offered one after the other") {
    Fixture f;
    // Two work cells stand for instances: nothing is known about their equality.
    const Value a = Value::cell(f.heap.allocate_cell(Kind::Instance, 64));
    const Value b = Value::cell(f.heap.allocate_cell(Kind::Instance, 64));
    const Value c = Value::cell(f.heap.allocate_cell(Kind::Instance, 64));
    for (int64_t i = 1; i < 5; i++) REQUIRE(f.insert(i, i));
    REQUIRE(dict_insert_new(f.heap, f.dict, a, 2, NONE));
    REQUIRE(dict_insert_new(f.heap, f.dict, b, 2, NONE));
    CHECK(!f.dict->has(Dict::all_simple));
    std::vector<uint32_t> offered;
    DictFind find = dict_find(f.dict, c, 2);
    while (find.outcome == DictFind::Outcome::NeedEqual) {
        offered.push_back(find.entry);
        find = dict_find(f.dict, c, 2, find.cursor);
    }
    CHECK(find.outcome == DictFind::Outcome::Missing);
    CHECK(offered == std::vector<uint32_t>{1, 4, 5});
}

TEST_CASE("a copy has the pairs without the gaps; refusal changes nothing") {
    Fixture f;
    for (int64_t i = 0; i < 100; i++) REQUIRE(f.insert(i, i));
    for (int64_t i = 0; i < 50; i++) dict_delete_entry(f.dict, static_cast<uint32_t>(f.find(i)));
    Dict* copy = dict_copy(f.heap, f.dict);
    REQUIRE(copy);
    CHECK(copy->used == 50);
    CHECK(dict_find_simple(copy, Value::integer(75), f.hash(75)) == 25);
    f.budget.memory_limit = f.budget.memory_used;
    CHECK(!dict_copy(f.heap, f.dict));
    while (f.dict->used < f.dict->capacity) REQUIRE(f.insert(1000 + f.dict->used, 0));
    const uint32_t live = f.dict->live;
    CHECK(!f.insert(-1, 0));
    CHECK(f.dict->live == live);
    CHECK(f.find(99) >= 0);
}

TEST_SUITE_END();
