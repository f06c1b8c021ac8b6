// Reading JSON text without hooks.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

// _loads(s): the value that a whole text is.
Value json_loads(Run& run, Value* args, uint32_t count);
// _scan(s, idx): the value that starts there and where it ends, a tuple.
Value json_scan(Run& run, Value* args, uint32_t count);
// _scan_string(s, idx, strict): the string whose first character is there, and where it ends.
Value json_scan_string(Run& run, Value* args, uint32_t count);
// _scan_hooked(s, idx, strict, ints, floats, constants): what the value that starts there is made of, for hooks: a list of the value,
// a list of places (container, index, kind: 0 object, 1 int, 2 float, 3 constant), and where it ends.
Value json_scan_hooked(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
