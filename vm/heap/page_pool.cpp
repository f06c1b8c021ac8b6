#include "vm/heap/page_pool.h"

#include <mimalloc.h>
#include <sys/mman.h>

#include <cstring>

namespace exmonty {

namespace {

#ifndef MADV_POPULATE_WRITE
constexpr int MADV_POPULATE_WRITE = 23;
#endif

char* aligned(void* address, size_t alignment) {
    return reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(address) + alignment - 1) & ~(uintptr_t{alignment} - 1));
}

}  // namespace

PagePool::~PagePool() {
    for (size_t i = 0; i < mapping_count_; i++) munmap(mappings_[i].start, mappings_[i].bytes);
    mi_free(mappings_);
}

bool PagePool::grow() {
    if (mapping_count_ == mapping_capacity_) {
        size_t capacity = mapping_capacity_ ? mapping_capacity_ * 2 : 16;
        void* wider = mi_realloc(mappings_, capacity * sizeof(Mapping));
        if (!wider) return false;
        mappings_ = static_cast<Mapping*>(wider);
        mapping_capacity_ = capacity;
    }
    const bool is_large = mapping_count_ >= small_regions;
    const size_t bytes = is_large ? large_region_bytes : small_region_bytes;
    const size_t alignment = is_large ? large_page_bytes : Page::size;
    void* mapping = mmap(nullptr, bytes + alignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED) return false;
    mappings_[mapping_count_++] = {mapping, bytes + alignment};
    cold_next_ = aligned(mapping, alignment);
    cold_end_ = cold_next_ + bytes;
    // A wish: a system without large pages goes on without.
    if (is_large) madvise(cold_next_, bytes, MADV_HUGEPAGE);
    return true;
}

PagePool::Taken PagePool::take(Use use) {
    if (warm_) {
        Page* page = warm_;
        warm_ = page->next;
        warm_count_--;
        return {page, false};
    }
    Page* page = cold_;
    if (page) {
        // Its list link is all that was written since the system took its contents back.
        cold_ = page->next;
        page->next = nullptr;
    } else {
        if (cold_next_ == cold_end_ && !grow()) return {nullptr, false};
        page = reinterpret_cast<Page*>(cold_next_);
        cold_next_ += Page::size;
        if (mapping_count_ > small_regions) return {page, true};
    }
    // Another wish.
    if (use == Use::Dense) madvise(page, Page::size, MADV_POPULATE_WRITE);
    return {page, true};
}

void PagePool::give(Page* page) {
    if (warm_count_ < warm_limit) {
        page->next = warm_;
        warm_ = page;
        warm_count_++;
        return;
    }
    madvise(page, Page::size, MADV_DONTNEED);
    page->next = cold_;
    cold_ = page;
}

}  // namespace exmonty
