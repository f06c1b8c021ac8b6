// What must hold between the slots, the state and the cells of a step that came in a snapshot, and between the fields of
// a record. Steps rely on it (vm/snapshot/step_slots.def says on what they do not).
#pragma once

#include "vm/objects/frame.h"

#include <cstdint>

namespace exmonty {

struct Record;
struct WorkStack;

// How often a cell is referred to in the snapshot.
struct ReferenceCounts {
    const void* context;
    uint32_t (*of)(const void* context, const Cell* cell);
    // Nobody else can change it.
    bool is_owned(Value value) const { return value.is_cell() && of(context, value.as_cell()) == 1; }
};

// Everything else has been read and checked.
bool step_fits(const Frame& frame, const ReferenceCounts& counts);
// Whether Python code may get hold of it; UNBOUND counts as such.
bool is_visible(Value value);
bool record_fits(Record* record);

}  // namespace exmonty
