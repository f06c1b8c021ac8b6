#pragma once

#include <algorithm>
#include <memory>

#include "vm/base/text_sink.h"

// A sink that grows up to a limit, for tests.
struct GrowingText : exmonty::TextSink {
    explicit GrowingText(size_t limit = size_t{1} << 30) : limit(limit) {
        grow = [](TextSink& sink, size_t capacity) {
            auto& self = static_cast<GrowingText&>(sink);
            if (capacity > self.limit) return false;
            capacity = std::min(self.limit, std::max<size_t>(capacity, 2 * sink.capacity));
            std::unique_ptr<char[]> block(new char[capacity]);
            std::copy_n(sink.data, sink.size, block.get());
            self.block = std::move(block);
            sink.data = self.block.get();
            sink.capacity = capacity;
            return true;
        };
    }
    GrowingText(const GrowingText&) = delete;
    GrowingText& operator=(const GrowingText&) = delete;

    size_t limit;
    std::unique_ptr<char[]> block;
};
