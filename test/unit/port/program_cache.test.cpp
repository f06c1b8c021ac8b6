#include "port/program_cache.h"

#include <doctest/doctest.h>

#include <string>

#include "vm/api/error.h"

namespace exmonty {

namespace {

// From the fake interpreter: a program is as large as its source.
Program* program_of(size_t bytes) {
    static constexpr ChunkSource no_memory{nullptr, [](void*, size_t) -> void* { return nullptr; },
                                           [](void*, void*, size_t) {}};
    Arena arena(no_memory);
    const Error* error = nullptr;
    const std::string source = "value 1\n" + std::string(bytes - 8, '\n');
    ProgramText text;
    text.source = source;
    return Program::compile(text, Limits(), nullptr, nullptr, arena, &error);
}

void insert(port::ProgramCache& cache, std::string_view key, size_t bytes) {
    Program* program = program_of(bytes);
    cache.insert(key, *program);
    program->release();
}

}  // namespace

TEST_SUITE_BEGIN("port/program_cache");

TEST_CASE("the least recently used program goes first when there are too many bytes") {
    port::ProgramCache cache;
    constexpr size_t third = port::ProgramCache::max_bytes / 3;
    insert(cache, "a", third);
    insert(cache, "b", third);
    insert(cache, "c", third);
    CHECK(cache.find("a") != nullptr);
    insert(cache, "d", third);
    CHECK(cache.find("b") == nullptr);
    CHECK(cache.find("a") != nullptr);
    CHECK(cache.find("c") != nullptr);
    CHECK(cache.bytes() == 3 * third);
}

TEST_CASE("programs are counted too") {
    port::ProgramCache cache;
    for (size_t i = 0; i <= port::ProgramCache::max_programs; i++) insert(cache, std::to_string(i), 100);
    CHECK(cache.size() == port::ProgramCache::max_programs);
    CHECK(cache.find("0") == nullptr);
    CHECK(cache.find("1") != nullptr);
}

TEST_CASE("a program larger than the cache is not kept, and one that is there already is not kept twice") {
    port::ProgramCache cache;
    insert(cache, "large", port::ProgramCache::max_bytes + 1);
    CHECK(cache.size() == 0);
    insert(cache, "a", 100);
    insert(cache, "a", 200);
    CHECK(cache.bytes() == 100);
}

TEST_SUITE_END();

}  // namespace exmonty
