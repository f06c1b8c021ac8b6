#include "vm/heap/large_blocks.h"

#include <mimalloc.h>
#include <sys/mman.h>

#include <initializer_list>

namespace exmonty {
namespace {

constexpr size_t up_to(size_t bytes, size_t multiple) { return (bytes + multiple - 1) / multiple * multiple; }

#ifndef MADV_POPULATE_WRITE
constexpr int MADV_POPULATE_WRITE = 23;
#endif

constexpr size_t large_page = size_t{2} << 20;

// Large pages for what is resident in whole, and only there: the first touch of one takes all of it, charged or not. All
// of these are wishes: a system without them goes on without.
void want_large_pages(char* start, size_t resident) {
    if (const size_t whole = resident / large_page * large_page) madvise(start, whole, MADV_HUGEPAGE);
}

// Bytes [from, to) become resident. What is no large page is touched in one go, at a third of the price.
void touch(char* start, size_t from, size_t to) {
    want_large_pages(start, to);
    const size_t first_whole = up_to(from, large_page);
    const size_t whole_end = to / large_page * large_page;
    if (first_whole >= whole_end) {
        madvise(start + from, to - from, MADV_POPULATE_WRITE);
        return;
    }
    if (first_whole > from) madvise(start + from, first_whole - from, MADV_POPULATE_WRITE);
    if (to > whole_end) madvise(start + whole_end, to - whole_end, MADV_POPULATE_WRITE);
}

// Address space that starts at a multiple of the alignment.
char* reserve_aligned(size_t bytes, size_t alignment) {
    void* mapping = mmap(nullptr, bytes + alignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED) return nullptr;
    char* first = static_cast<char*>(mapping);
    char* start = reinterpret_cast<char*>(up_to(reinterpret_cast<uintptr_t>(mapping), alignment));
    if (start != first) munmap(first, static_cast<size_t>(start - first));
    if (const size_t rest = alignment - static_cast<size_t>(start - first)) munmap(start + bytes, rest);
    madvise(start, bytes, MADV_NOHUGEPAGE);
    // A mapping with a page of its own stays one that the system can put together again after parts of it were treated
    // differently, as moving it needs.
    start[bytes - 1] = 0;
    return start;
}

// Twice what is wanted, because what is large has often grown and will go on; only address space is taken.
char* reserve_roomy(size_t bytes, size_t alignment, size_t& reserved) {
    for (const size_t wanted : {bytes * 2, bytes}) {
        reserved = up_to(wanted, alignment);
        if (char* start = reserve_aligned(reserved, alignment)) return start;
    }
    return nullptr;
}

// To a larger reservation.
bool move(LargeBlock* block, size_t bytes) {
    size_t reserved = 0;
    char* start = reserve_roomy(bytes, large_page, reserved);
    if (!start) return false;
    // Only a mapping that is the same all over can be moved in one piece.
    madvise(block->start, block->reserved, MADV_NOHUGEPAGE);
    void* moved = mremap(block->start, block->reserved, reserved, MREMAP_MAYMOVE | MREMAP_FIXED, start);
    if (moved == MAP_FAILED) {
        munmap(start, reserved);
        return false;
    }
    block->start = start;
    block->reserved = reserved;
    want_large_pages(start, block->resident);
    return true;
}

}  // namespace

LargeBlocks::~LargeBlocks() {
    for (size_t i = 0; i < used_; i++)
        if (blocks_[i].state != LargeBlock::State::Unmapped) munmap(blocks_[i].start, blocks_[i].reserved);
    mi_free(blocks_);
}

LargeBlock* LargeBlocks::search(const void* block) const {
    for (size_t i = 0; i < used_; i++)
        if (blocks_[i].start == block && blocks_[i].state == LargeBlock::State::InUse) return &blocks_[i];
    return nullptr;
}

// The smallest idle block that will do, unless it is much too large.
LargeBlock* LargeBlocks::reuse(size_t bytes) {
    LargeBlock* best = nullptr;
    for (size_t i = 0; i < used_; i++) {
        LargeBlock& block = blocks_[i];
        if (!block.is_idle() || block.reserved < bytes || block.resident / 2 > bytes) continue;
        if (!best || block.resident < best->resident) best = &block;
    }
    if (!best) return nullptr;
    idle_bytes_ -= best->resident;
    best->state = LargeBlock::State::InUse;
    return best;
}

LargeBlock* LargeBlocks::take(size_t bytes) {
    if (bytes > largest) return nullptr;
    if (LargeBlock* block = reuse(bytes)) return block;
    if (!blocks_) blocks_ = static_cast<LargeBlock*>(mi_malloc(most * sizeof(LargeBlock)));
    if (!blocks_) return nullptr;
    size_t number = 0;
    while (number < used_ && blocks_[number].state != LargeBlock::State::Unmapped) number++;
    if (number == most) return nullptr;
    size_t reserved = 0;
    char* start = reserve_roomy(bytes, alignment, reserved);
    if (!start) return nullptr;
    if (number == used_) used_++;
    blocks_[number] = {start, reserved, 0, LargeBlock::State::InUse};
    return &blocks_[number];
}

bool LargeBlocks::extend(LargeBlock* block, size_t bytes) {
    if (bytes > largest || (bytes > block->reserved && !move(block, bytes))) return false;
    if (bytes > block->resident) touch(block->start, block->resident, bytes);
    return true;
}

size_t LargeBlocks::trim(LargeBlock* block, size_t bytes) {
    const size_t kept = up_to(bytes, alignment);
    if (kept >= block->resident) return 0;
    const size_t returned = block->resident - kept;
    madvise(block->start + kept, returned, MADV_DONTNEED);
    madvise(block->start + kept, returned, MADV_NOHUGEPAGE);
    block->resident = kept;
    return returned;
}

size_t LargeBlocks::unmap(LargeBlock* block) {
    munmap(block->start, block->reserved);
    block->state = LargeBlock::State::Unmapped;
    return block->resident;
}

size_t LargeBlocks::give(LargeBlock* block) {
    if (block->resident > idle_limit - idle_bytes_) return unmap(block);
    idle_bytes_ += block->resident;
    block->state = LargeBlock::State::Idle;
    return 0;
}

size_t LargeBlocks::give_idle() {
    size_t returned = 0;
    for (size_t i = 0; i < used_; i++)
        if (blocks_[i].is_idle()) returned += unmap(&blocks_[i]);
    idle_bytes_ = 0;
    return returned;
}

size_t LargeBlocks::age() {
    size_t returned = 0;
    for (size_t i = 0; i < used_; i++) {
        LargeBlock& block = blocks_[i];
        if (block.state == LargeBlock::State::Old) returned += unmap(&block);
        else if (block.state == LargeBlock::State::Idle) block.state = LargeBlock::State::Old;
    }
    idle_bytes_ -= returned;
    return returned;
}

}  // namespace exmonty
