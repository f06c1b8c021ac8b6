#pragma once

#include <cstdlib>

#include "vm/base/arena.h"

namespace exmonty::test {

// An arena over malloc, with a limit.
struct TestArena {
    explicit TestArena(size_t limit = SIZE_MAX) : left(limit) {}
    TestArena(const TestArena&) = delete;
    TestArena& operator=(const TestArena&) = delete;

    static void* take(void* context, size_t bytes) {
        TestArena* self = static_cast<TestArena*>(context);
        if (bytes > self->left) return nullptr;
        self->left -= bytes;
        return std::malloc(bytes);
    }

    static void give_back(void* context, void* chunk, size_t bytes) {
        static_cast<TestArena*>(context)->left += bytes;
        std::free(chunk);
    }

    size_t left;
    Arena arena{ChunkSource{this, take, give_back}};
};

}  // namespace exmonty::test
