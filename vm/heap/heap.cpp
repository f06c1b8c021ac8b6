#include "vm/heap/heap.h"

#include <mimalloc.h>

#include <cstring>

namespace exmonty {

Heap::Heap(Budget& budget, PagePool& pages) : budget(budget), pages_(pages), blocks_(mi_heap_new()) {
    for (uint8_t number = 0; number < size_class_count * 2; number++) {
        FreeRun& run = runs_[number];
        run = FreeRun{};
        run.cell_bytes = static_cast<uint32_t>(size_class_bytes(number / 2));
    }
}

// Everything goes at once; cells need no dropping because their blocks are in the same mimalloc heap.
Heap::~Heap() {
    for (FreeRun& run : runs_) {
        while (Page* page = run.pages) {
            run.pages = page->next;
            pages_.give(page);
        }
    }
    mi_heap_destroy(blocks_);
}

Page* Heap::take_page(uint8_t size_class, uint32_t cell_bytes, size_t bytes) {
    Page* page = bytes == Page::size ? pages_.take()
                                     : static_cast<Page*>(mi_heap_zalloc_aligned(blocks_, bytes, Page::size));
    // The limits refuse long before the system does; without memory there is nothing left to run with.
    if (!page) __builtin_trap();
    budget.overdraw(bytes);
    page_count_++;
    page->size_class = size_class;
    page->cell_bytes = cell_bytes;
    page->bytes = bytes;
    page->cell_count = bytes == Page::size ? static_cast<uint32_t>((Page::size - Page::header_bytes()) / cell_bytes) : 1;
    return page;
}

void Heap::give_page(Page* page) {
    budget.release(page->bytes);
    page_count_--;
    if (page->bytes == Page::size) {
        pages_.give(page);
    } else {
        mi_free(page);
    }
}

void Heap::account(uint64_t bytes) {
    since_collection_ += bytes;
    if (since_collection_ >= threshold_) budget.want_collection();
}

// Finds the next run of free cells of the current page, from its cursor on. Cells of plain kinds that died in the last
// collection are found here, by their missing mark; those of owning kinds were freed by the collector already.
bool Heap::next_free_run(FreeRun& run) {
    Page* page = run.page;
    uint32_t number = page->cursor;
    auto is_free = [&](uint32_t i) {
        Cell* cell = page->cell(i);
        return cell->kind == Kind::Free || (page->unswept && !page->marked(cell));
    };
    while (number < page->cell_count && !is_free(number)) number++;
    if (number == page->cell_count) {
        page->cursor = number;
        page->unswept = false;
        return false;
    }
    uint32_t first = number;
    uint64_t allowed = budget.allocations_left;
    while (number < page->cell_count && number - first < allowed && is_free(number)) page->cell(number++)->kind = Kind::Free;
    page->cursor = number;
    run.next = reinterpret_cast<char*>(page->cell(first));
    run.end = run.next + size_t{number - first} * page->cell_bytes;
    return true;
}

Cell* Heap::refill(uint8_t run_index) {
    FreeRun& run = runs_[run_index];
    if (budget.allocations_left == 0) {
        // Cells never fail: the run gets one and ends at the next poll.
        budget.set_breach(Breach::Allocations);
        budget.allocations_left = 1;
    }
    while (run.page == nullptr || !next_free_run(run)) {
        if (run.page && run.page->next) {
            run.page = run.page->next;
            continue;
        }
        Page* page = take_page(run_index, run.cell_bytes, Page::size);
        if (run.page) {
            run.page->next = page;
        } else {
            run.pages = page;
        }
        run.page = page;
    }
    uint64_t cells = static_cast<uint64_t>(run.end - run.next) / run.cell_bytes;
    budget.allocations_made += cells;
    if (budget.allocations_left != Budget::unlimited) budget.allocations_left -= cells;
    account(static_cast<uint64_t>(run.end - run.next));
    return reinterpret_cast<Cell*>(run.next);
}

uint64_t Heap::allocations() const {
    uint64_t made = budget.allocations_made;
    for (const FreeRun& run : runs_) made -= static_cast<uint64_t>(run.end - run.next) / run.cell_bytes;
    return made;
}

Cell* Heap::allocate_large(Kind kind, size_t bytes) {
    size_t total = (bytes + Page::header_bytes() + Page::size - 1) / Page::size * Page::size;
    if (total == Page::size) total += Page::size;
    Page* page = take_page(0, 0, total);
    page->next = large_pages_;
    large_pages_ = page;
    budget.allocations_made++;
    if (budget.allocations_left == 0) budget.set_breach(Breach::Allocations);
    else if (budget.allocations_left != Budget::unlimited) budget.allocations_left--;
    account(total);
    Cell* cell = page->cell(0);
    *cell = Cell{kind, 0, 0, 0};
    return cell;
}

void* Heap::take_block(size_t bytes) { return resize_block(nullptr, bytes); }

void* Heap::resize_block(void* block, size_t bytes) {
    uint64_t before = block ? mi_usable_size(block) : 0;
    uint64_t wanted = mi_good_size(bytes);
    if (wanted > before && !budget.charge(wanted - before)) return nullptr;
    void* fresh = mi_heap_realloc(blocks_, block, bytes);
    if (!fresh) {
        if (wanted > before) budget.release(wanted - before);
        return nullptr;
    }
    uint64_t after = mi_usable_size(fresh);
    uint64_t assumed = wanted > before ? wanted : before;
    if (after > assumed) budget.overdraw(after - assumed);
    if (after < assumed) budget.release(assumed - after);
    if (after > before) account(after - before);
    return fresh;
}

void Heap::give_block(void* block) {
    if (!block) return;
    budget.release(mi_usable_size(block));
    mi_free(block);
}

}  // namespace exmonty
