// type(x), type(name, bases, namespace), and the class statement.
#pragma once

#include "vm/runtime/call.h"

namespace exmonty {

Value call_type(Run& run, const Arguments& arguments);
// The native behind LOAD_BUILD_CLASS: (body function, name, *bases, **keywords).
Value build_class_function();
// A new class: its mro, its namespace (a dict that it keeps), its payload. RAISED when the bases do not fit.
Value new_class(Run& run, Str* name, Tuple* bases, Dict* space, const Class* metaclass);

}  // namespace exmonty
