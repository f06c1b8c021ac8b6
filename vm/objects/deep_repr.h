// repr() of containers: lists, tuples, dicts, sets and dict views of any depth, also when items are objects of Python
// classes. A container that is inside itself shows as `[...]`.
#pragma once

#include "vm/base/value.h"

namespace exmonty {

struct Run;

// The `repr` operation of list, tuple, dict, set, frozenset and the views of a dict.
Value deep_repr(Run& run, Value self);

}  // namespace exmonty
