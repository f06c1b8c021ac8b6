// The pages of a process, lent to the heaps of its runs. The first touch of memory is what costs (12–17 µs for each
// 4 KiB on a virtual machine), so
//  * the first two mebibytes come from the system one by one, as small programs need no more; a class of cells that has
//    a page already gets the next one touched in one go, at a third of that price;
//  * what is beyond comes in aligned pieces that the system may back by large pages (2 MiB at a touch, a fiftieth);
//  * four mebibytes of returned pages stay warm, what is beyond goes back.
#pragma once

#include "vm/heap/page.h"

namespace exmonty {

class PagePool {
  public:
    PagePool() = default;
    ~PagePool();
    PagePool(const PagePool&) = delete;
    PagePool& operator=(const PagePool&) = delete;

    enum class Use : uint8_t { Sparse, Dense };
    struct Taken {
        Page* page;     // nullptr when the system has no memory
        bool is_zeroed; // otherwise its contents are old
    };
    // `use`: whether the page will be filled soon.
    Taken take(Use use);
    void give(Page* page);

  private:
    static constexpr size_t small_regions = 2;
    static constexpr size_t small_region_bytes = 1 << 20;
    static constexpr size_t large_region_bytes = 16 << 20;
    static constexpr size_t large_page_bytes = 2 << 20;
    static constexpr size_t warm_limit = (4 << 20) / Page::size;
    bool grow();

    // Pages with old contents, and pages that the system will hand out zeroed.
    Page* warm_ = nullptr;
    size_t warm_count_ = 0;
    char* cold_next_ = nullptr;
    char* cold_end_ = nullptr;
    Page* cold_ = nullptr;
    // What was mapped, for the destructor.
    struct Mapping {
        void* start;
        size_t bytes;
    };
    Mapping* mappings_ = nullptr;
    size_t mapping_count_ = 0;
    size_t mapping_capacity_ = 0;
};

}  // namespace exmonty
