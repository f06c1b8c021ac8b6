// list.sort and sorted().
#pragma once

#include "vm/objects/list.h"
#include "vm/objects/run.h"

namespace exmonty {

// Sorts a list in place, as list.sort(key=key, reverse=reverse) does; UNBOUND or None: no key; UNBOUND: not reversed.
// NONE, or one of the five results.
Value sort_list(Run& run, List* list, Value key, Value reverse);

// `a < b` of two simple values (vm/objects/hash.h). UNBOUND: that is a TypeError, which Run::compare tells.
Value simple_less(Value a, Value b);

// Sorts the items by the keys, whose entries go with them (nullptr: the items are the keys), when all keys are simple.
// UNBOUND: they are not, and nothing was changed. NONE: done; RAISED: an exception, or the run must stop; both leave a
// permutation. COLLECT: refused, nothing was changed.
Value sort_natively(Run& run, Value* keys, Value* items, uint32_t size, bool reverse);

// How long a run must be before merging starts: a run of n items is cut into pieces of about this length.
constexpr uint32_t minimal_run(uint32_t size) {
    uint32_t odd = 0;
    while (size >= 64) {
        odd |= size & 1;
        size >>= 1;
    }
    return size + odd;
}

// The power of the boundary between two adjacent runs of a list of `size` items: where it would be in a perfectly
// balanced merge tree (Munro and Wild, "Nearly-Optimal Mergesorts").
constexpr uint32_t boundary_power(uint64_t start, uint64_t first, uint64_t second, uint64_t size) {
    uint32_t power = 0;
    uint64_t a = 2 * start + first;
    uint64_t b = a + first + second;
    for (;;) {
        power++;
        if (a >= size) {
            a -= size;
            b -= size;
        } else if (b >= size) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}
static_assert(minimal_run(63) == 63 && minimal_run(64) == 32 && minimal_run(65) == 33);

}  // namespace exmonty
