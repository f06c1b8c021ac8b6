// Binding arguments to parameters.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/runtime/call.h"

namespace exmonty {

// Fills the first parameter_count() of `locals`, which are UNBOUND. NONE, RAISED or COLLECT.
Value bind_function(Run& run, Function* function, const Arguments& arguments, Value* locals);
// Fills bound[0 … fixed) and the items of *args behind; there is room for fixed() + positional() values.
Value bind_native(Run& run, const NativeFunction* native, const Arguments& arguments, Value* bound);

}  // namespace exmonty
