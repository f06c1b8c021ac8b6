#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "vm/base/utf8.h"

namespace exmonty {

// Where text is written: a buffer over the caller's memory with a way to ask for more.
//
// Invariant: bytes [0, size) of `data` are what was appended so far, always whole code points. `grow` may refuse (the
// memory limit, or nothing to grow into); from then on the sink is failed, every append does nothing and returns false,
// so a formatter may append freely and look at the result once. Who knows the size of a large output calls reserve()
// before the work: the answer is the memory limit's.
struct TextSink {
    // Makes room for at least `capacity` bytes in all: replaces `data` and `capacity`, keeps the first `size` bytes.
    using Grow = bool (*)(TextSink& sink, size_t capacity);

    char* data = nullptr;
    size_t size = 0;
    size_t capacity = 0;
    Grow grow = nullptr;
    void* ctx = nullptr;
    bool failed = false;

    bool reserve(size_t extra) {
        if (extra <= capacity - size && !failed) return true;
        return reserve_slow(extra);
    }

    // Room for `count` bytes (not 0) that the caller fills at once; null when the sink has failed.
    char* claim(size_t count) {
        if (!reserve(count)) return nullptr;
        char* at = data + size;
        size += count;
        return at;
    }

    bool append(std::string_view text) {
        if (!reserve(text.size())) return false;
        if (!text.empty()) memcpy(data + size, text.data(), text.size());
        size += text.size();
        return true;
    }

    bool append(char byte) {
        if (!reserve(1)) return false;
        data[size++] = byte;
        return true;
    }

    bool append_code_point(char32_t code_point) {
        char bytes[utf8::max_length];
        return append(std::string_view(bytes, utf8::encode(code_point, bytes)));
    }

    bool append_repeated(char32_t code_point, size_t count);

    std::string_view view() const { return {data, size}; }

  private:
    bool reserve_slow(size_t extra);
};

// A sink over a fixed buffer, for texts whose size has a bound.
template <size_t Capacity>
struct FixedText : TextSink {
    FixedText() {
        data = buffer;
        capacity = Capacity;
    }
    FixedText(const FixedText&) = delete;
    FixedText& operator=(const FixedText&) = delete;

    char buffer[Capacity];
};

}  // namespace exmonty
