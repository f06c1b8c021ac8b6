#pragma once

// A source of arena chunks from the process's allocator, with a cap: what one frame may make the decoder hold.

#include <cstddef>
#include <cstdlib>

#include "vm/api/data.h"

namespace exmonty::codec {

class Chunks {
  public:
    explicit Chunks(size_t most) : left_(most) {}
    Chunks(const Chunks&) = delete;
    Chunks& operator=(const Chunks&) = delete;

    ChunkSource source() { return {this, take, give_back}; }

  private:
    static void* take(void* context, size_t bytes) {
        auto* chunks = static_cast<Chunks*>(context);
        if (bytes > chunks->left_) return nullptr;
        void* chunk = std::malloc(bytes);
        if (chunk != nullptr) chunks->left_ -= bytes;
        return chunk;
    }
    static void give_back(void* context, void* chunk, size_t bytes) {
        static_cast<Chunks*>(context)->left_ += bytes;
        std::free(chunk);
    }

    size_t left_;
};

// A source and an arena over it.
struct ChunkedArena {
    explicit ChunkedArena(size_t most) : chunks(most), arena(chunks.source()) {}

    Chunks chunks;
    Arena arena;
};

}  // namespace exmonty::codec
