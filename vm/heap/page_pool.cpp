#include "vm/heap/page_pool.h"

#include <mimalloc.h>
#include <sys/mman.h>

#include <cstring>

namespace exmonty {

PagePool::~PagePool() {
    for (size_t i = 0; i < mapping_count_; i++) munmap(mappings_[i], region_bytes + Page::size);
    mi_free(mappings_);
}

bool PagePool::grow() {
    if (mapping_count_ == mapping_capacity_) {
        size_t capacity = mapping_capacity_ ? mapping_capacity_ * 2 : 16;
        void* wider = mi_realloc(mappings_, capacity * sizeof(void*));
        if (!wider) return false;
        mappings_ = static_cast<void**>(wider);
        mapping_capacity_ = capacity;
    }
    void* mapping = mmap(nullptr, region_bytes + Page::size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED) return false;
    mappings_[mapping_count_++] = mapping;
    cold_next_ = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(mapping) + Page::size - 1) & ~(uintptr_t{Page::size} - 1));
    cold_end_ = cold_next_ + region_bytes;
    return true;
}

Page* PagePool::take() {
    if (warm_) {
        Page* page = warm_;
        warm_ = page->next;
        warm_count_--;
        memset(static_cast<void*>(page), 0, Page::size);
        return page;
    }
    if (cold_) {
        // Its list link is all that was written since the system took its contents back.
        Page* page = cold_;
        cold_ = page->next;
        page->next = nullptr;
        return page;
    }
    if (cold_next_ == cold_end_ && !grow()) return nullptr;
    Page* page = reinterpret_cast<Page*>(cold_next_);
    cold_next_ += Page::size;
    return page;
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
