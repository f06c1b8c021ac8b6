#pragma once

#include "vm/base/arena.h"
#include "vm/base/text_sink.h"

namespace exmonty {

// A sink that grows in an arena.
struct ArenaSink : TextSink {
    explicit ArenaSink(Arena& arena) {
        ctx = &arena;
        grow = [](TextSink& sink, size_t capacity) {
            size_t wanted = capacity < sink.capacity * 2 ? sink.capacity * 2 : capacity;
            char* room = static_cast<char*>(static_cast<Arena*>(sink.ctx)->grow_bytes(sink.data, sink.capacity, wanted));
            if (!room) return false;
            sink.data = room;
            sink.capacity = wanted;
            return true;
        };
    }
};

}  // namespace exmonty
