#include "vm/heap/heap.h"

#include <mimalloc.h>

#include <algorithm>
#include <cstring>

// Of subprojects/packagefiles/mimalloc/static.cpp; an allocator without it keeps more.
extern "C" [[gnu::weak]] void mi_heap_purge(mi_heap_t* heap);

namespace exmonty {

Heap::Heap(Budget& budget, PagePool& pages) : budget(budget), pages_(pages), blocks_(mi_heap_new()) {
    for (uint8_t number = 0; number < size_class_count * 2; number++) {
        FreeRun& run = runs_[number];
        run = FreeRun{};
        run.cell_bytes = static_cast<uint32_t>(size_class_bytes(number / 2));
    }
    budget.give_back = [](void* heap) { return static_cast<Heap*>(heap)->give_all_spares(); };
    budget.give_back_context = this;
}

// Everything goes at once; cells need no dropping because their blocks are in the same mimalloc heap.
Heap::~Heap() {
    for (FreeRun& run : runs_) {
        while (Page* page = run.pages) {
            run.pages = page->next;
            pages_.give(page);
        }
    }
    give_spares(0);
    budget.give_back = nullptr;
    mi_heap_destroy(blocks_);
    // The allocator would keep what a large run had until somebody asks it for more.
    constexpr uint64_t large_run = 16 << 20;
    if (budget.memory_peak > large_run) mi_collect(true);
}

void Heap::prepare_page(Page* page, uint32_t cell_bytes, size_t bytes) {
    page->next = nullptr;
    page->is_behind = false;
    page->cursor = 0;
    page->cell_bytes = cell_bytes;
    page->bytes = bytes;
    page->cell_count = cell_bytes ? static_cast<uint32_t>((Page::size - Page::header_bytes()) / cell_bytes) : 1;
}

Page* Heap::take_page(uint8_t run_index) {
    const FreeRun& run = runs_[run_index];
    PagePool::Taken taken{spares_, false};
    if (spares_) {
        spares_ = spares_->next;
        spare_count_--;
    } else {
        taken = pages_.take(run.page ? PagePool::Use::Dense : PagePool::Use::Sparse);
        // The limits refuse long before the system does; without memory there is nothing left to run with.
        if (!taken.page) __builtin_trap();
        budget.overdraw(Page::size);
        page_count_++;
    }
    Page* page = taken.page;
    prepare_page(page, run.cell_bytes, Page::size);
    if (taken.is_zeroed) return page;
    memset(page->marks, 0, sizeof page->marks);
    const bool owners = run_index % 2 == 1;
    for (uint32_t i = 0; owners && i < page->cell_count; i++) page->cell(i)->kind = Kind::Free;
    return page;
}

Page* Heap::take_large_page(size_t bytes) {
    Page* page = nullptr;
    if (LargeBlock* block = bytes < LargeBlocks::smallest ? nullptr : large_blocks_.take(bytes)) {
        page = reinterpret_cast<Page*>(block->start);
        if (bytes > block->resident) {
            budget.overdraw(bytes - block->resident);
            // It has this much reserved.
            large_blocks_.extend(block, bytes);
            block->resident = bytes;
        }
    } else {
        // Memory of whole pages is aligned to pages as it comes; asked for the alignment the allocator takes a page more.
        page = static_cast<Page*>(mi_heap_malloc(blocks_, bytes));
        if (Page::of(page) != page) {
            mi_free(page);
            page = static_cast<Page*>(mi_heap_malloc_aligned(blocks_, bytes, Page::size));
        }
        if (page) bytes = std::max(bytes, mi_usable_size(page));
        budget.overdraw(bytes);
    }
    if (!page) __builtin_trap();
    page_count_++;
    prepare_page(page, 0, bytes);
    memset(page->marks, 0, sizeof page->marks);
    return page;
}

void Heap::give_page(Page* page) {
    page_count_--;
    if (LargeBlock* block = large_blocks_.find(page)) {
        budget.release(large_blocks_.give(block));
        return;
    }
    budget.release(page->bytes);
    if (page->bytes == Page::size) {
        pages_.give(page);
    } else {
        return_to_allocator(page->bytes);
        mi_free(page);
    }
}

void Heap::keep_spare(Page* page) {
    page->next = spares_;
    spares_ = page;
    spare_count_++;
}

// Keeps so many spare pages at most.
void Heap::give_spares(size_t kept) {
    while (spare_count_ > kept) {
        Page* page = spares_;
        spares_ = page->next;
        spare_count_--;
        give_page(page);
    }
}

// False when there was nothing to give.
bool Heap::give_all_spares() {
    if (spare_bytes() == 0) return false;
    give_spares(0);
    budget.release(large_blocks_.give_idle());
    return true;
}

void Heap::purge_allocator() {
    // Purges cost time in proportion to what they return: a run that is nearly full does not purge for every little thing.
    constexpr uint64_t smallest_part = 16;
    if (returned_ < budget.memory_limit / smallest_part) return;
    returned_ = 0;
    if (mi_heap_purge) mi_heap_purge(blocks_);
    else mi_heap_collect(blocks_, true);
}

void Heap::account(uint64_t bytes) {
    since_collection_ += bytes;
    if (budget.memory_limit != Budget::unlimited && budget.memory_used + returned_ > budget.memory_limit) [[unlikely]] purge_allocator();
    if (since_collection_ >= threshold_) budget.want_collection();
}

// Finds the next run of free cells of the current page, from its cursor on.
bool Heap::next_free_run(FreeRun& run) {
    Page* page = run.page;
    const uint32_t count = page->cell_count;
    uint32_t number = page->cursor;
    while (number < count && page->marked(page->cell(number))) number++;
    if (number == count) {
        page->cursor = number;
        return false;
    }
    const uint32_t first = number;
    const uint64_t allowed = budget.allocations_left;
    const uint32_t end = count - first < allowed ? count : first + static_cast<uint32_t>(allowed);
    number = std::min(page->next_marked(number), end);
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
        Page* page = take_page(run_index);
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
    Page* page = take_large_page(total);
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

// Large blocks are mappings of their own, the others mimalloc's; one that grows or shrinks far changes sides.
void* Heap::resize_block(void* block, size_t bytes) {
    LargeBlock* large = large_blocks_.find(block);
    if (!large && bytes < LargeBlocks::smallest) [[likely]] return resize_small(block, bytes);
    if (large && bytes >= LargeBlocks::smallest / 2) return resize_large(large, bytes);
    void* fresh = large ? resize_small(nullptr, bytes) : take_large(bytes);
    if (!fresh) return large ? nullptr : resize_small(block, bytes);
    if (!block) return fresh;
    memcpy(fresh, block, std::min(bytes, large ? large->resident : mi_usable_size(block)));
    give_block(block);
    return fresh;
}

void* Heap::resize_small(void* block, size_t bytes) {
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
    if (fresh != block && before) return_to_allocator(before);
    if (after > before) account(after - before);
    return fresh;
}

// Charges what a large block of so many bytes takes beyond what it has. False: refused.
bool Heap::hold(LargeBlock* block, size_t bytes) {
    if (bytes <= block->resident) return true;
    const size_t more = bytes - block->resident;
    if (!budget.charge(more)) return false;
    if (!large_blocks_.extend(block, bytes)) {
        budget.release(more);
        return false;
    }
    block->resident = bytes;
    return true;
}

void* Heap::take_large(size_t bytes) {
    if (bytes > LargeBlocks::largest) return nullptr;
    const size_t wanted = LargeBlocks::in_units(bytes);
    LargeBlock* block = large_blocks_.take(wanted);
    if (!block) return nullptr;
    if (!hold(block, wanted)) {
        budget.release(large_blocks_.give(block));
        return nullptr;
    }
    account(wanted);
    return block->start;
}

void* Heap::resize_large(LargeBlock* block, size_t bytes) {
    if (bytes > LargeBlocks::largest) return nullptr;
    const size_t wanted = LargeBlocks::in_units(bytes);
    const size_t before = block->resident;
    if (!hold(block, wanted)) return nullptr;
    if (wanted > before) account(wanted - before);
    if (wanted < before / 2) budget.release(large_blocks_.trim(block, wanted));
    return block->start;
}

void Heap::give_block(void* block) {
    if (!block) return;
    if (LargeBlock* large = large_blocks_.find(block)) {
        budget.release(large_blocks_.give(large));
        return;
    }
    const uint64_t bytes = mi_usable_size(block);
    budget.release(bytes);
    return_to_allocator(bytes);
    mi_free(block);
}

}  // namespace exmonty
