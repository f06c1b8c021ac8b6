#include "vm/heap/collector.h"

#include <mimalloc.h>

#include <algorithm>
#include <cstring>

namespace exmonty {

Collector::Collector(Heap& heap) : heap_(heap) {
    // Cells between a free run's next and end were never handed out; closing the runs makes every page's contents exact.
    for (Heap::FreeRun& run : heap_.runs_) {
        uint64_t unused = static_cast<uint64_t>(run.end - run.next) / run.cell_bytes;
        heap_.budget.allocations_made -= unused;
        if (heap_.budget.allocations_left != Budget::unlimited) heap_.budget.allocations_left += unused;
        run.next = run.end = nullptr;
        for (Page* page = run.pages; page; page = page->next) memset(page->marks, 0, sizeof page->marks);
    }
    for (Page* page = heap_.large_pages_; page; page = page->next) memset(page->marks, 0, sizeof page->marks);
}

Collector::~Collector() { mi_free(stack_); }

void Collector::push(Cell* cell, size_t bytes) {
    live_ += bytes;
    if (depth_ == capacity_) {
        capacity_ = capacity_ ? capacity_ * 2 : 4096;
        stack_ = static_cast<Cell**>(mi_realloc(stack_, capacity_ * sizeof(Cell*)));
        if (!stack_) __builtin_trap();
    }
    stack_[depth_++] = cell;
}

void Collector::trace_all() {
    while (depth_) trace_cell(*this, stack_[--depth_]);
}

// Owners are dropped now, so that their blocks come back. Pages without a marked cell become spares.
void Collector::sweep_class(Heap::FreeRun& run, bool owners) {
    Page** link = &run.pages;
    while (Page* page = *link) {
        bool any = false;
        for (uint64_t word : page->marks) any = any || word != 0;
        if (owners) {
            for (uint32_t i = 0; i < page->cell_count; i++) {
                Cell* cell = page->cell(i);
                if (cell->kind == Kind::Free || page->marked(cell)) continue;
                drop_cell(heap_, cell);
                cell->kind = Kind::Free;
            }
        }
        if (!any) {
            *link = page->next;
            heap_.keep_spare(page);
            continue;
        }
        page->cursor = 0;
        link = &page->next;
    }
    run.page = run.pages;
}

void Collector::sweep_large() {
    Page** link = &heap_.large_pages_;
    while (Page* page = *link) {
        Cell* cell = page->cell(0);
        if (page->marked(cell)) {
            link = &page->next;
            continue;
        }
        if (kind_owns[static_cast<size_t>(cell->kind)] == Owns::Block) drop_cell(heap_, cell);
        *link = page->next;
        heap_.give_page(page);
    }
}

void Collector::finish() {
    trace_all();
    for (size_t i = 0; i < size_class_count * 2; i++) sweep_class(heap_.runs_[i], i % 2 == 1);
    sweep_large();
    heap_.live_bytes_ = live_;
    heap_.since_collection_ = 0;
    heap_.threshold_ = live_ > (1 << 20) ? live_ : (1 << 20);
    heap_.budget.collect_wanted = false;
    limit_spares();
}

// Keeps pages for the cells until the next collection, and idle blocks, as long as both leave half of the free memory to
// others. A run is out of memory when less than a sixteenth of its limit is free (vm/runtime/safepoint.cpp): they do not
// count for that.
void Collector::limit_spares() {
    Budget& budget = heap_.budget;
    budget.release(heap_.large_blocks_.age());
    uint64_t room = Budget::unlimited;
    if (budget.memory_limit != Budget::unlimited) {
        const uint64_t used = budget.memory_used - heap_.spare_bytes();
        const uint64_t usable = budget.memory_limit - budget.memory_limit / 16;
        room = used < usable ? (usable - used) / 2 : 0;
    }
    if (heap_.large_blocks_.idle_bytes() > room) budget.release(heap_.large_blocks_.give_idle());
    room -= heap_.large_blocks_.idle_bytes();
    heap_.give_spares(std::min(heap_.threshold_, room) / Page::size);
}

}  // namespace exmonty
