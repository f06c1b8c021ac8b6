// Reading, writing and deleting slices of a list.
#pragma once

#include "vm/objects/list.h"
#include "vm/objects/range.h"

namespace exmonty {

struct Run;

Value list_slice(Run& run, Value self, const Slice* slice);
// self[slice] = value; UNBOUND: del self[slice].
Value list_set_slice(Run& run, Value self, const Slice* slice, Value value);

}  // namespace exmonty
