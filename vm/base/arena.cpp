#include "vm/base/arena.h"

#include <initializer_list>

namespace exmonty {

Arena::Chunk* Arena::take_chunk(size_t bytes) {
    void* room = exhausted_ ? nullptr : source_.take(source_.context, bytes);
    if (room == nullptr) {
        exhausted_ = true;
        return nullptr;
    }
    taken_ += bytes;
    Chunk* chunk = static_cast<Chunk*>(room);
    chunk->bytes = bytes;
    return chunk;
}

bool Arena::open_chunk(size_t bytes) {
    size_t size = chunk_bytes_;
    if (size < bytes + sizeof(Chunk)) size = bytes + sizeof(Chunk);
    Chunk* chunk = take_chunk(size);
    if (chunk == nullptr) return false;
    chunk->previous = chunks_;
    chunks_ = chunk;
    next_ = reinterpret_cast<char*>(chunk + 1);
    limit_ = reinterpret_cast<char*>(chunk) + size;
    if (chunk_bytes_ < LargestChunk) chunk_bytes_ *= 2;
    return true;
}

void* Arena::allocate_slowly(size_t bytes) {
    if (!open_chunk(bytes) && !in_reserve_) {
        in_reserve_ = true;
        next_ = reserve_;
        limit_ = reserve_ + ReserveBytes;
    }
    if (bytes > static_cast<size_t>(limit_ - next_)) __builtin_trap();
    char* result = next_;
    next_ += bytes;
    return result;
}

void* Arena::allocate_huge(size_t bytes) {
    if (bytes > SIZE_MAX / 2) {
        exhausted_ = true;
        return nullptr;
    }
    Chunk* chunk = take_chunk(bytes + sizeof(Chunk));
    if (chunk == nullptr) return nullptr;
    chunk->previous = huge_;
    huge_ = chunk;
    return chunk + 1;
}

void Arena::free_huge(Chunk* chunk) {
    Chunk** link = &huge_;
    while (*link != chunk) link = &(*link)->previous;
    *link = chunk->previous;
    taken_ -= chunk->bytes;
    source_.give_back(source_.context, chunk, chunk->bytes);
}

void* Arena::allocate_bytes(size_t bytes) {
    if (exhausted_) return nullptr;
    if (bytes >= HugeBytes) return allocate_huge(bytes);
    bytes = aligned(bytes);
    if (bytes > static_cast<size_t>(limit_ - next_) && !open_chunk(bytes)) return nullptr;
    char* result = next_;
    next_ += bytes;
    return result;
}

void* Arena::grow_bytes(void* old, size_t old_bytes, size_t new_bytes) {
    if (old == nullptr) return allocate_bytes(new_bytes);
    if (exhausted_) return nullptr;
    if (old_bytes < HugeBytes && new_bytes < HugeBytes) {
        char* start = static_cast<char*>(old);
        bool newest = start + aligned(old_bytes) == next_;
        if (newest && aligned(new_bytes) <= static_cast<size_t>(limit_ - start)) {
            next_ = start + aligned(new_bytes);
            return old;
        }
    }
    void* room = allocate_bytes(new_bytes);
    if (room == nullptr) return nullptr;
    std::memcpy(room, old, old_bytes);
    if (old_bytes >= HugeBytes) free_huge(static_cast<Chunk*>(old) - 1);
    return room;
}

void Arena::release() {
    for (Chunk** list : {&chunks_, &huge_}) {
        while (*list != nullptr) {
            Chunk* chunk = *list;
            *list = chunk->previous;
            source_.give_back(source_.context, chunk, chunk->bytes);
        }
    }
    next_ = limit_ = nullptr;
    chunk_bytes_ = FirstChunk;
    taken_ = 0;
    exhausted_ = in_reserve_ = false;
}

}  // namespace exmonty
