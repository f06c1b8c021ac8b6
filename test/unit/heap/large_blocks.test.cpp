#include "vm/heap/collector.h"
#include "vm/heap/heap.h"
#include "vm/objects/float.h"

#include <doctest/doctest.h>

#include <cstring>
#include <initializer_list>

using namespace exmonty;

TEST_SUITE_BEGIN("heap/large_blocks");

namespace {

constexpr size_t mebibyte = size_t{1} << 20;

struct TestHeap {
    Budget budget;
    PagePool pages;
    Heap heap{budget, pages};
};

bool holds_pattern(const char* block, size_t bytes) {
    for (size_t i = 0; i < bytes; i += 4096)
        if (block[i] != static_cast<char>(i / 4096)) return false;
    return true;
}

void write_pattern(char* block, size_t bytes) {
    for (size_t i = 0; i < bytes; i += 4096) block[i] = static_cast<char>(i / 4096);
}

}  // namespace

TEST_CASE("a block keeps its contents while it grows, shrinks and changes sides") {
    TestHeap test;
    char* block = static_cast<char*>(test.heap.take_block(mebibyte / 4));
    write_pattern(block, mebibyte / 4);
    size_t bytes = mebibyte / 4;
    for (const size_t wanted : {mebibyte / 2, mebibyte, 3 * mebibyte, 5 * mebibyte, 40 * mebibyte}) {
        block = static_cast<char*>(test.heap.resize_block(block, wanted));
        REQUIRE(block != nullptr);
        CHECK(holds_pattern(block, bytes));
        write_pattern(block, wanted);
        bytes = wanted;
    }
    CHECK(test.budget.memory_used >= 40 * mebibyte);
    for (const size_t wanted : {9 * mebibyte, 2 * mebibyte, mebibyte / 8}) {
        block = static_cast<char*>(test.heap.resize_block(block, wanted));
        REQUIRE(block != nullptr);
        CHECK(holds_pattern(block, wanted));
    }
    test.heap.give_block(block);
    test.budget.give_back(test.budget.give_back_context);
    CHECK(test.budget.memory_used == 0);
}

TEST_CASE("idle blocks go back before anything is refused") {
    TestHeap test;
    test.budget.memory_limit = 32 * mebibyte;
    void* first = test.heap.take_block(12 * mebibyte);
    REQUIRE(first != nullptr);
    test.heap.give_block(first);
    CHECK(test.budget.memory_used == 12 * mebibyte);
    CHECK(test.heap.reserve(31 * mebibyte));
    void* second = test.heap.take_block(30 * mebibyte);
    CHECK(second != nullptr);
    CHECK(test.heap.take_block(3 * mebibyte) == nullptr);
    CHECK(test.budget.memory_used == 30 * mebibyte);
}

TEST_CASE("an idle block is handed out again, and returned after two collections without use") {
    TestHeap test;
    void* first = test.heap.take_block(2 * mebibyte);
    test.heap.give_block(first);
    void* second = test.heap.take_block(2 * mebibyte - 100);
    CHECK(second == first);
    test.heap.give_block(second);
    for (int i = 0; i < 2; i++) Collector(test.heap).finish();
    CHECK(test.budget.memory_used == 0);
}

TEST_CASE("there can be more blocks than the table of large ones has places") {
    TestHeap test;
    void* blocks[LargeBlocks::most + 8];
    for (void*& block : blocks) {
        block = test.heap.take_block(mebibyte);
        REQUIRE(block != nullptr);
    }
    for (void* block : blocks) test.heap.give_block(block);
    test.budget.give_back(test.budget.give_back_context);
    CHECK(test.budget.memory_used == 0);
}

TEST_CASE("a size that no system has is refused") {
    TestHeap test;
    CHECK(test.heap.take_block(SIZE_MAX / 2) == nullptr);
    void* block = test.heap.take_block(mebibyte);
    CHECK(test.heap.resize_block(block, SIZE_MAX / 2) == nullptr);
    CHECK(test.heap.resize_block(block, 2 * mebibyte) != nullptr);
}

TEST_CASE("pages that a collection emptied are kept, used again, and given up for others") {
    TestHeap test;
    test.budget.memory_limit = 16 * mebibyte;
    for (int i = 0; i < 100000; i++) test.heap.allocate<Float>();
    const uint64_t used = test.budget.memory_used;
    Collector(test.heap).finish();
    CHECK(test.heap.live_bytes() == 0);
    CHECK(test.budget.memory_used > 0);
    CHECK(test.budget.memory_used <= used);
    const uint64_t kept = test.budget.memory_used;
    for (int i = 0; i < 20000; i++) test.heap.allocate<Float>();
    CHECK(test.budget.memory_used == kept);
    Collector(test.heap).finish();
    CHECK(test.heap.take_block(15 * mebibyte + mebibyte / 2) != nullptr);
}

TEST_SUITE_END();
