#pragma once

// An arena hands out memory that is freed all at once, with the arena. Objects in it are never destroyed, so they are
// trivially destructible.
//
// Memory comes in chunks from a ChunkSource, through which a run's budget charges and refuses. The first refusal sets
// the sticky flag `exhausted`. From then on allocate() serves small requests from a fixed reserve, so that callers
// need not check every allocation; whoever builds something large looks at exhausted() at least once per node or
// statement and stops. What was built after a refusal is not to be used. allocate_bytes() and grow_bytes() are
// for sizes that the input decides: they return nullptr when refused.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace exmonty {

// Where an arena's chunks come from: plain functions and a context, no virtual calls.
struct ChunkSource {
    void* context = nullptr;
    void* (*take)(void* context, size_t bytes) = nullptr;  // nullptr: refused
    void (*give_back)(void* context, void* chunk, size_t bytes) = nullptr;
};

// A view of elements in an arena.
template <typename T>
class Span {
  public:
    constexpr Span() = default;
    constexpr Span(T* data, size_t size) : data_(data), size_(size) {}

    constexpr T* data() const { return data_; }
    constexpr size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr T* begin() const { return data_; }
    constexpr T* end() const { return data_ + size_; }
    constexpr T& operator[](size_t index) const { return data_[index]; }
    constexpr T& front() const { return data_[0]; }
    constexpr T& back() const { return data_[size_ - 1]; }
    constexpr Span slice(size_t from, size_t count) const { return {data_ + from, count}; }

  private:
    T* data_ = nullptr;
    size_t size_ = 0;
};

class Arena {
  public:
    static constexpr size_t FirstChunk = 8 * 1024;
    static constexpr size_t LargestChunk = 256 * 1024;  // of those that are shared by many objects
    static constexpr size_t ReserveBytes = 64 * 1024;
    static constexpr size_t Alignment = 8;

    explicit Arena(ChunkSource source) : source_(source) {}
    ~Arena() { release(); }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    // True since the first refusal.
    bool exhausted() const { return exhausted_; }

    // Bytes taken from the source and not given back.
    size_t taken() const { return taken_; }

    // Room for a small object (at most 4 KiB). Never nullptr: the reserve stands in after a refusal, and running
    // through it is a bug of a caller who does not look at exhausted(), so it traps.
    void* allocate(size_t bytes) {
        bytes = aligned(bytes);
        if (bytes <= static_cast<size_t>(limit_ - next_)) {
            char* result = next_;
            next_ += bytes;
            return result;
        }
        return allocate_slowly(bytes);
    }

    // Room for any number of bytes, or nullptr when refused.
    void* allocate_bytes(size_t bytes);

    // Resizes what allocate_bytes() gave: in place when it is the newest allocation, else by copying.
    // nullptr when refused; the old bytes then stay valid.
    void* grow_bytes(void* old, size_t old_bytes, size_t new_bytes);

    template <typename T, typename... Arguments>
    T* create(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= Alignment && sizeof(T) <= 4096);
        return new (allocate(sizeof(T))) T{std::forward<Arguments>(arguments)...};
    }

    // A copy of `count` elements; empty when refused.
    template <typename T>
    Span<T> copy(const T* elements, size_t count) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= Alignment);
        if (count == 0) return {};
        void* room = allocate_bytes(count * sizeof(T));
        if (room == nullptr) return {};
        std::memcpy(room, static_cast<const void*>(elements), count * sizeof(T));
        return {static_cast<T*>(room), count};
    }

    // A copy of the text; empty when refused.
    std::string_view copy(std::string_view text) {
        Span<char> bytes = copy(text.data(), text.size());
        return {bytes.data(), bytes.size()};
    }

    // Gives every chunk back. The arena can be used again, exhausted() is false again.
    void release();

  private:
    // Opens every chunk.
    struct Chunk {
        Chunk* previous;
        size_t bytes;
    };

    static constexpr size_t aligned(size_t bytes) { return (bytes + Alignment - 1) & ~(Alignment - 1); }
    static constexpr size_t HugeBytes = 32 * 1024;  // allocations from this size have a chunk of their own

    void* allocate_slowly(size_t bytes);
    bool open_chunk(size_t bytes);
    Chunk* take_chunk(size_t bytes);
    void* allocate_huge(size_t bytes);
    void free_huge(Chunk* chunk);

    ChunkSource source_;
    char* next_ = nullptr;
    char* limit_ = nullptr;
    Chunk* chunks_ = nullptr;
    Chunk* huge_ = nullptr;  // chunks of one object, newest first
    size_t chunk_bytes_ = FirstChunk;
    size_t taken_ = 0;
    bool exhausted_ = false;
    bool in_reserve_ = false;
    alignas(Alignment) char reserve_[ReserveBytes];
};

// A growing array in an arena. Elements that do not fit because the arena was refused are dropped; the arena's
// exhausted() says so.
template <typename T>
class ArenaVector {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    static_assert(alignof(T) <= Arena::Alignment);

  public:
    explicit ArenaVector(Arena& arena) : arena_(&arena) {}

    size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* data() { return data_; }
    const T* data() const { return data_; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    const T* begin() const { return data_; }
    const T* end() const { return data_ + size_; }
    T& operator[](size_t index) { return data_[index]; }
    const T& operator[](size_t index) const { return data_[index]; }
    T& back() { return data_[size_ - 1]; }
    const T& back() const { return data_[size_ - 1]; }
    Span<T> span() { return {data_, size_}; }

    void push(const T& element) {
        if (size_ == capacity_ && !reserve(size_ + 1)) return;
        new (static_cast<void*>(data_ + size_)) T(element);
        size_++;
    }

    T pop() { return data_[--size_]; }

    void shrink(size_t size) { size_ = size < size_ ? size : size_; }

    // Appends `count` elements, or none when refused.
    void append(const T* elements, size_t count) {
        if (count == 0 || !reserve(size_ + count)) return;
        std::memcpy(static_cast<void*>(data_ + size_), static_cast<const void*>(elements), count * sizeof(T));
        size_ += count;
    }

    // Makes room for `count` elements in all. False when refused.
    bool reserve(size_t count) {
        if (count <= capacity_) return true;
        size_t capacity = capacity_ < 8 ? 8 : capacity_ * 2;
        if (capacity < count) capacity = count;
        void* room = arena_->grow_bytes(data_, capacity_ * sizeof(T), capacity * sizeof(T));
        if (room == nullptr) return false;
        data_ = static_cast<T*>(room);
        capacity_ = capacity;
        return true;
    }

    // A copy of the elements from `from` on, exactly as long as they are; the vector shrinks to `from`.
    // This makes one vector the stack on which nested lists of the same type are collected.
    Span<T> take_from(size_t from) {
        Span<T> result = arena_->copy(data_ + from, size_ - from);
        size_ = from;
        return result;
    }

  private:
    Arena* arena_;
    T* data_ = nullptr;
    size_t size_ = 0;
    size_t capacity_ = 0;
};

}  // namespace exmonty
