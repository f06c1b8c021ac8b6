// The collector: marks from the run's roots with an explicit stack, then sweeps. Called at safepoints only.
//
// The stack is bounded by a small part of what the run holds, because it lies outside the budget. A cell that finds no
// room on it is marked and its page noted; once the stack is empty, the marked cells of such pages are traced again.
#pragma once

#include "vm/heap/heap.h"

namespace exmonty {

class Collector {
  public:
    explicit Collector(Heap& heap);
    ~Collector();
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    // A root or a field that was found while tracing.
    void visit(Value value) {
        if (value.is_cell()) visit(value.as_cell());
    }
    void visit(Cell* cell) {
        if (!cell || cell->is_immortal()) return;
        Page* page = Page::of(cell);
        if (page->mark(cell)) push(cell, page->cell_bytes ? page->cell_bytes : page->bytes);
    }
    void visit(const Value* values, size_t count) {
        for (size_t i = 0; i < count; i++) visit(values[i]);
    }
    // Bytes of a block that a marked cell owns; counted as live.
    void visit_block(size_t bytes) { live_ += is_tracing_again_ ? 0 : bytes; }

    // After all roots were visited: traces, sweeps, sets the next threshold.
    void finish();

  private:
    void push(Cell* cell, size_t bytes);
    bool grow();
    void drain();
    void trace_all();
    void trace_again(Page* page);
    void trace_pages_behind(Page* first);
    void sweep_class(Heap::FreeRun& run, bool owners);
    void sweep_large();
    void limit_spares();

    Heap& heap_;
    static constexpr size_t least_capacity = 4096;
    // The mark stack; it is gone before guest code runs again.
    Cell** stack_ = nullptr;
    size_t depth_ = 0;
    size_t capacity_ = 0;
    size_t most_capacity_;
    bool any_behind_ = false;
    bool is_tracing_again_ = false;
    uint64_t live_ = 0;
};

// Implemented in vm/objects/kinds.cpp from kinds.def: visits every value and cell that the cell refers to.
void trace_cell(Collector& collector, Cell* cell);

}  // namespace exmonty
