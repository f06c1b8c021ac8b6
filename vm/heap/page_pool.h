// The pages of a process: taken from the system a mebibyte at a time, lent to the heaps of its runs. Four
// mebibytes of returned pages stay warm (a first touch costs 12–17 µs on a virtual machine): a run returns at least one
// at each collection, and needs it again at once. What is beyond goes back.
#pragma once

#include "vm/heap/page.h"

namespace exmonty {

class PagePool {
  public:
    PagePool() = default;
    ~PagePool();
    PagePool(const PagePool&) = delete;
    PagePool& operator=(const PagePool&) = delete;

    // A zeroed page; nullptr when the system has no memory.
    Page* take();
    void give(Page* page);

  private:
    static constexpr size_t region_bytes = 1 << 20;
    static constexpr size_t warm_limit = 4 * region_bytes / Page::size;
    bool grow();

    // Pages with old contents, and pages that the system will hand out zeroed.
    Page* warm_ = nullptr;
    size_t warm_count_ = 0;
    char* cold_next_ = nullptr;
    char* cold_end_ = nullptr;
    Page* cold_ = nullptr;
    // What was mapped, for the destructor.
    void** mappings_ = nullptr;
    size_t mapping_count_ = 0;
    size_t mapping_capacity_ = 0;
};

}  // namespace exmonty
