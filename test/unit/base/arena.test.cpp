#include "vm/base/arena.h"

#include <doctest/doctest.h>

#include "test/support/test_arena.h"

using namespace exmonty;

TEST_SUITE_BEGIN("vm/base/arena");

TEST_CASE("objects are distinct and aligned") {
    test::TestArena arena;
    char* first = static_cast<char*>(arena.arena.allocate(3));
    char* second = static_cast<char*>(arena.arena.allocate(8));
    CHECK(second - first >= 3);
    CHECK(reinterpret_cast<uintptr_t>(second) % Arena::Alignment == 0);
}

TEST_CASE("a vector grows in place or moves, and keeps its elements") {
    test::TestArena arena;
    ArenaVector<int> numbers(arena.arena);
    for (int number = 0; number < 100'000; number++) numbers.push(number);
    REQUIRE(numbers.size() == 100'000);
    CHECK(numbers[0] == 0);
    CHECK(numbers[99'999] == 99'999);
    Span<int> taken = numbers.take_from(99'990);
    CHECK(taken.size() == 10);
    CHECK(taken.front() == 99'990);
    CHECK(numbers.size() == 99'990);
    // What has moved is given back.
    CHECK(arena.arena.taken() < 2 * 1024 * 1024);
}

TEST_CASE("a refusal is sticky, and small objects still get room") {
    test::TestArena arena(10'000);
    CHECK(arena.arena.allocate_bytes(100'000) == nullptr);
    CHECK(arena.arena.exhausted());
    CHECK(arena.arena.allocate_bytes(8) == nullptr);
    for (int count = 0; count < 1000; count++) *static_cast<char*>(arena.arena.allocate(64)) = 'x';
    ArenaVector<int> numbers(arena.arena);
    numbers.push(1);
    CHECK(numbers.empty());
}

TEST_CASE("release gives everything back") {
    test::TestArena arena(1'000'000);
    arena.arena.allocate_bytes(500'000);
    arena.arena.allocate(100);
    CHECK(arena.left < 500'000);
    arena.arena.release();
    CHECK(arena.left == 1'000'000);
    CHECK(arena.arena.taken() == 0);
}

TEST_SUITE_END();
