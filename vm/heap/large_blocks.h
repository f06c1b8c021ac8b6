// Blocks of a mebibyte and more: each is a mapping of its own, which starts where a large page may start.
//
// Invariants
//  * A block grows in place while the address space that was reserved for it lasts, then by moving page tables; it is
//    never copied.
//  * `resident` is what may have been touched of it, in whole units; that is what the heap has charged for it.
//  * A block that was given up stays, charged, until the second collection after that, and is handed out again; it goes
//    back to the system before anything is refused.
//  * There are at most `most` of them; who gets none takes a block from the general allocator.
#pragma once

#include <cstddef>
#include <cstdint>

namespace exmonty {

struct LargeBlock {
    char* start;
    size_t reserved;
    size_t resident;
    enum class State : uint8_t { Unmapped, InUse, Idle, Old } state;

    bool is_idle() const { return state == State::Idle || state == State::Old; }
};

class LargeBlocks {
  public:
    static constexpr size_t smallest = size_t{1} << 20;
    static constexpr size_t unit = size_t{64} << 10;
    // Sizes beyond this are refused, so that none of the sums here overflows.
    static constexpr size_t largest = size_t{1} << 46;
    static constexpr size_t most = 64;
    // Idle blocks may hold this much together.
    static constexpr size_t idle_limit = size_t{16} << 20;

    LargeBlocks() = default;
    ~LargeBlocks();
    LargeBlocks(const LargeBlocks&) = delete;
    LargeBlocks& operator=(const LargeBlocks&) = delete;

    static size_t in_units(size_t bytes) { return (bytes + unit - 1) / unit * unit; }

    // The entry of a block; nullptr: it is not one of these.
    LargeBlock* find(const void* block) const {
        return (reinterpret_cast<uintptr_t>(block) & (alignment - 1)) != 0 || used_ == 0 ? nullptr : search(block);
    }
    // A block with at least so many bytes reserved; `resident` is what it has by now. nullptr: there is none.
    LargeBlock* take(size_t bytes);
    // Makes room for so many bytes in all. False: the block stays as it was.
    bool extend(LargeBlock* block, size_t bytes);
    // Returns what lies behind so many bytes; how much that was.
    size_t trim(LargeBlock* block, size_t bytes);
    // The block becomes idle, or is unmapped; how many bytes have been returned.
    size_t give(LargeBlock* block);
    // Unmaps the idle blocks; how many bytes have been returned.
    size_t give_idle();
    // The same for blocks that were idle at the last call already.
    size_t age();
    size_t idle_bytes() const { return idle_bytes_; }

  private:
    static constexpr size_t alignment = size_t{2} << 20;

    LargeBlock* search(const void* block) const;
    LargeBlock* reuse(size_t bytes);
    size_t unmap(LargeBlock* block);

    // `most` entries, made with the first block.
    LargeBlock* blocks_ = nullptr;
    size_t used_ = 0;
    size_t idle_bytes_ = 0;
};

}  // namespace exmonty
