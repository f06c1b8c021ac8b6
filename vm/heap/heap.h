// The heap of one run: the only door for memory. Traced, never moving, no reference counts.
//
// Invariants
//  * Allocating a cell never fails and never collects: what a native holds in plain pointers stays alive until it
//    returns. A cell may overdraw the budget; the debt is settled at the next poll (vm/heap/budget.h).
//  * A block (list storage, dict table, string buffer) has one owner, the cell that frees it; it can be refused.
//  * The collector runs at safepoints only. A cell that it left without a mark is free until its class's cursor has
//    passed it. Free cells of owning kinds have kind Free (who dies there is dropped at once), others any kind.
//  * What was given back to the general allocator counts as held by it (`returned_`) until that has been told to return it
//    to the system, which is before this and what the run uses pass the limit together.
//  * Pages without a live cell are kept for the cells of the next round, as many as it may take, unless others need the
//    memory.
// What lives above this layer (tracing, dropping) is reached through the two functions declared below it.
#pragma once

#include "vm/heap/budget.h"
#include "vm/heap/cell.h"
#include "vm/heap/large_blocks.h"
#include "vm/heap/page.h"
#include "vm/heap/page_pool.h"

#include <cstddef>

struct mi_heap_s;

namespace exmonty {

class Collector;

class Heap {
  public:
    Heap(Budget& budget, PagePool& pages);
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    Budget& budget;

    // A cell of T::cell_kind with `bytes` bytes in all (at least sizeof(T)). The header is set, the rest is not.
    template <class T>
    T* allocate(size_t bytes = sizeof(T)) {
        return static_cast<T*>(allocate_cell(T::cell_kind, bytes));
    }
    Cell* allocate_cell(Kind kind, size_t bytes) {
        if (bytes > cell_limit) [[unlikely]] return allocate_large(kind, bytes);
        uint8_t run_index = static_cast<uint8_t>(size_class_of(bytes) * 2 + (kind_owns[static_cast<size_t>(kind)] == Owns::Block));
        FreeRun& run = runs_[run_index];
        Cell* cell = reinterpret_cast<Cell*>(run.next);
        if (run.next == run.end) [[unlikely]] cell = refill(run_index);
        run.next = reinterpret_cast<char*>(cell) + run.cell_bytes;
        cell->kind = kind;
        cell->flags = 0;
        cell->small = 0;
        cell->count = 0;
        return cell;
    }

    // A block of at least `bytes` bytes, uninitialised; nullptr when the budget refuses it.
    void* take_block(size_t bytes);
    // Grows or shrinks a block, keeping its contents; nullptr when refused (the old block stays).
    void* resize_block(void* block, size_t bytes);
    void give_block(void* block);

    // True when `bytes` more bytes of cells may be allocated now. Natives that build something large ask first.
    bool reserve(uint64_t bytes) const {
        return budget.memory_limit == Budget::unlimited ||
               bytes + budget.memory_used - spare_bytes() <= budget.memory_limit;
    }
    // Bytes in cells and blocks since the last collection passed the threshold.
    bool collection_due() const { return since_collection_ >= threshold_; }
    // Cells that were handed out: free runs are charged as a whole, so what is left of them does not count.
    uint64_t allocations() const;
    uint64_t live_bytes() const { return live_bytes_; }
    size_t page_count() const { return page_count_; }

  private:
    friend class Collector;

    struct FreeRun {
        char* next;
        char* end;
        uint32_t cell_bytes;
        Page* page;
        // Pages of this class, and the first of them that may still hold free cells.
        Page* pages;
        Page* search;
    };

    Cell* refill(uint8_t run_index);
    Cell* allocate_large(Kind kind, size_t bytes);
    bool next_free_run(FreeRun& run);
    Page* take_page(uint8_t run_index);
    Page* take_large_page(size_t bytes);
    void prepare_page(Page* page, uint32_t cell_bytes, size_t bytes);
    void give_page(Page* page);
    void keep_spare(Page* page);
    void give_spares(size_t kept);
    bool give_all_spares();
    // What is charged without being used.
    uint64_t spare_bytes() const { return spare_count_ * Page::size + large_blocks_.idle_bytes(); }
    void* resize_small(void* block, size_t bytes);
    bool hold(LargeBlock* block, size_t bytes);
    void* take_large(size_t bytes);
    void* resize_large(LargeBlock* block, size_t bytes);
    void account(uint64_t bytes);
    void return_to_allocator(uint64_t bytes) { returned_ += bytes; }
    void purge_allocator();

    FreeRun runs_[size_class_count * 2];
    Page* large_pages_ = nullptr;
    // Pages without cells, charged.
    Page* spares_ = nullptr;
    size_t spare_count_ = 0;
    size_t page_count_ = 0;
    uint64_t since_collection_ = 0;
    uint64_t threshold_ = 1 << 20;
    uint64_t live_bytes_ = 0;
    uint64_t returned_ = 0;
    PagePool& pages_;
    mi_heap_s* blocks_;
    LargeBlocks large_blocks_;
};

// Implemented in vm/objects/kinds.cpp from kinds.def: frees the blocks that a dead cell owns.
void drop_cell(Heap& heap, Cell* cell);

}  // namespace exmonty
