// set and frozenset: CPython's own table (layout, probing, growth, hashes), so that sets of numbers come out in
// CPython's order. Only str and bytes hashes are keyed by the run.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

class Heap;
struct Run;

struct SetEntry {
    Value key;  // UNBOUND: never used; NOT_IMPLEMENTED with hash -1: dummy (deleted)
    uint64_t hash;
};

struct Set : Cell {
    static constexpr Kind cell_kind = Kind::Set;
    static constexpr uint8_t all_simple = 2;
    static constexpr uint32_t linear_probes = 9;

    SetEntry* table;
    uint32_t mask;
    uint32_t fill;  // live and dummy entries
    uint32_t used;  // live entries
    uint32_t finger;
    uint32_t version;  // moves whenever a key is added or removed
    mutable uint64_t hash;  // frozenset: cached, 0 when not computed
};

struct SetFind {
    enum class Outcome : uint8_t { Found, Missing, NeedEqual } outcome;
    uint32_t slot;
    // NeedEqual: the probe's state, to go on with.
    uint64_t perturb;
    uint32_t index;
    uint32_t probe;
};

Set* new_set(Heap& heap, Kind kind = Kind::Set);

}  // namespace exmonty
