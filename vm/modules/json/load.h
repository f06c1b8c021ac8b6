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
// _scan_number(s, idx): the text of the number that starts there, whether it is a float, and where it ends; None: no
// number starts there.
Value json_scan_number(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
