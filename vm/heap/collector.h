// The collector: marks from the run's roots with an explicit stack, then sweeps. Called at safepoints only.
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
    void visit_block(size_t bytes) { live_ += bytes; }

    // After all roots were visited: traces, sweeps, sets the next threshold.
    void finish();

  private:
    void push(Cell* cell, size_t bytes);
    void trace_all();
    void sweep_class(Heap::FreeRun& run, bool owners);
    void sweep_large();
    void limit_spares();

    Heap& heap_;
    // The mark stack. It lies outside the budget: it is gone before guest code runs again.
    Cell** stack_ = nullptr;
    size_t depth_ = 0;
    size_t capacity_ = 0;
    uint64_t live_ = 0;
};

// Implemented in vm/objects/kinds.cpp from kinds.def: visits every value and cell that the cell refers to.
void trace_cell(Collector& collector, Cell* cell);

}  // namespace exmonty
