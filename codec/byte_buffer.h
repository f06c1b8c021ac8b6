#pragma once

// Bytes that grow up to a cap. Past it (or without memory) the buffer has overflowed: later writes do nothing, and what
// was written is not to be used. It is a stream for msgpack::packer.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

namespace exmonty::codec {

class ByteBuffer {
  public:
    explicit ByteBuffer(size_t most = SIZE_MAX) : most_(most) {}
    ~ByteBuffer() { std::free(data_); }
    ByteBuffer(const ByteBuffer&) = delete;
    ByteBuffer& operator=(const ByteBuffer&) = delete;
    ByteBuffer(ByteBuffer&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          capacity_(std::exchange(other.capacity_, 0)),
          most_(other.most_),
          overflowed_(other.overflowed_) {}
    ByteBuffer& operator=(ByteBuffer&& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
        std::swap(most_, other.most_);
        std::swap(overflowed_, other.overflowed_);
        return *this;
    }

    char* data() { return data_; }
    const char* data() const { return data_; }
    size_t size() const { return size_; }
    bool overflowed() const { return overflowed_; }
    std::string_view view() const { return {data_, size_}; }

    void set_most(size_t most) { most_ = most; }

    // Forgets the content and any overflow, keeps up to `keep` bytes of room.
    void clear(size_t keep = SIZE_MAX) {
        if (capacity_ > keep) {
            std::free(data_);
            data_ = nullptr;
            capacity_ = 0;
        }
        size_ = 0;
        overflowed_ = false;
    }

    void write(const char* bytes, size_t count) {
        char* at = claim(count);
        if (at != nullptr && count != 0) std::memcpy(at, bytes, count);
    }
    void write(std::string_view bytes) { write(bytes.data(), bytes.size()); }

    // Room for `count` more bytes, which the caller fills; nullptr after an overflow.
    char* claim(size_t count) {
        if (overflowed_ || (count > capacity_ - size_ && !grow(count))) return nullptr;
        char* at = data_ + size_;
        size_ += count;
        return at;
    }

    // Forgets what was written from `size` on, and any overflow with it.
    void shrink(size_t size) {
        size_ = size < size_ ? size : size_;
        overflowed_ = false;
    }

  private:
    bool grow(size_t count) {
        if (count > most_ - size_) return fail();
        size_t capacity = capacity_ < 256 ? 256 : capacity_ * 2;
        if (capacity < size_ + count) capacity = size_ + count;
        if (capacity > most_) capacity = most_;
        auto* data = static_cast<char*>(std::realloc(data_, capacity));
        if (data == nullptr) return fail();
        data_ = data;
        capacity_ = capacity;
        return true;
    }
    bool fail() {
        overflowed_ = true;
        return false;
    }

    char* data_ = nullptr;
    size_t size_ = 0;
    size_t capacity_ = 0;
    size_t most_;
    bool overflowed_ = false;
};

}  // namespace exmonty::codec
