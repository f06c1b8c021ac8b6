// Binding arguments to parameters.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/runtime/call.h"

namespace exmonty {

// Fills the parameters among the registers of a frame, which are UNBOUND, and, where parameters are spilled, makes their
// array. NONE, RAISED or COLLECT.
Value bind_function(Run& run, Function* function, const Arguments& arguments, Value* registers);
// Fills bound[0 … fixed) and the items of *args behind; there is room for fixed() + positional() values.
Value bind_native(Run& run, const NativeFunction* native, const Arguments& arguments, Value* bound);

}  // namespace exmonty
