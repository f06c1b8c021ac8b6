// mimalloc as one translation unit, with large pages where they pay. The first touch of memory is dear (12–17 µs for
// each 4 KiB on a virtual machine, a fiftieth of that when 2 MiB come at once), so all but the first 2 MiB of every
// segment may be backed by large pages, if the system has them. The first segment is writable as a whole: piece by piece it would be many mappings, none
// of which spans a large page.
#include <cstddef>
#include <cstdint>
#include <sys/mman.h>

static void* map_with_large_pages(void* hint, size_t bytes, int protection, int flags, int file, off_t offset) {
    constexpr size_t large_page = size_t{2} << 20;
    constexpr size_t worthwhile = 8 * large_page;
    void* memory = mmap(hint, bytes, protection, flags, file, offset);
    if (memory == MAP_FAILED || bytes < worthwhile || !(protection & PROT_WRITE)) return memory;
    const uintptr_t start = reinterpret_cast<uintptr_t>(memory);
    const uintptr_t first = (start + large_page - 1) / large_page * large_page + large_page;
    madvise(reinterpret_cast<void*>(first), start + bytes - first, MADV_HUGEPAGE);
    return memory;
}

#define mmap map_with_large_pages
#include "src/static.c"

static const bool is_whole_at_once = [] {
    mi_option_set(mi_option_eager_commit_delay, 0);
    return true;
}();

// Returns to the system all that this thread's heaps hold without using it, at once: mi_collect leaves what it will return
// in a while, in segments that are in use, to later calls that free something there.
static bool purge_segment_of(mi_heap_t* heap, mi_page_queue_t*, mi_page_t* page, void*, void*) {
    mi_segment_delayed_decommit(_mi_page_segment(page), true, heap->tld->segments.stats);
    return true;
}

extern "C" void mi_heap_purge(mi_heap_t* heap) {
    mi_heap_t* heaps[] = {heap, mi_get_default_heap()};
    for (mi_heap_t* each : heaps) {
        mi_heap_collect(each, true);
        mi_heap_visit_pages(each, &purge_segment_of, nullptr, nullptr);
    }
}
