#include "vm/heap/collector.h"

#include <mimalloc.h>

#include <algorithm>
#include <cstring>

namespace exmonty {

namespace {

// The stack takes this part of the memory of the run, and its growth for a moment half as much again.
constexpr uint64_t stack_part = 32;
// There are no smaller cells, so every one of them is traced again at most `stack_part / 2` times.
static_assert(sizeof(Cell*) * 2 == Page::granule);

}  // namespace

Collector::Collector(Heap& heap)
    : heap_(heap), most_capacity_(std::max<size_t>(least_capacity * 16, heap.budget.memory_used / stack_part / sizeof(Cell*))) {
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

bool Collector::grow() {
    if (capacity_ == most_capacity_) return false;
    capacity_ = std::min(capacity_ ? capacity_ * 2 : least_capacity, most_capacity_);
    stack_ = static_cast<Cell**>(mi_realloc(stack_, capacity_ * sizeof(Cell*)));
    if (!stack_) __builtin_trap();
    return true;
}

void Collector::push(Cell* cell, size_t bytes) {
    live_ += bytes;
    if (depth_ == capacity_ && !grow()) [[unlikely]] {
        Page::of(cell)->is_behind = any_behind_ = true;
        return;
    }
    stack_[depth_++] = cell;
}

void Collector::drain() {
    while (depth_) trace_cell(*this, stack_[--depth_]);
}

void Collector::trace_again(Page* page) {
    for (uint32_t number = 0; number < page->cell_count; number++) {
        Cell* cell = page->cell(number);
        if (!page->marked(cell)) continue;
        // Blocks of those that were traced already would be counted twice, so they are not counted here.
        is_tracing_again_ = true;
        trace_cell(*this, cell);
        is_tracing_again_ = false;
        drain();
    }
}

void Collector::trace_pages_behind(Page* first) {
    for (Page* page = first; page; page = page->next) {
        if (!page->is_behind) continue;
        page->is_behind = false;
        trace_again(page);
    }
}

void Collector::trace_all() {
    drain();
    while (any_behind_) {
        any_behind_ = false;
        for (Heap::FreeRun& run : heap_.runs_) trace_pages_behind(run.pages);
        trace_pages_behind(heap_.large_pages_);
    }
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
