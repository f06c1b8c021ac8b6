// type(x), type(name, bases, namespace), and the class statement.
#pragma once

#include "vm/runtime/call.h"

namespace exmonty {

Value call_type(Run& run, const Arguments& arguments);
// The native behind LOAD_BUILD_CLASS: (body function, name, *bases, **keywords).
Value build_class_function();
// The same with `__set_name__` of what is in the namespace and `__init_subclass__` with the keywords (a dict or UNBOUND) called; of
// the most derived metaclass. PUSHED or RAISED.
Value make_class(Run& run, const Class* metaclass, Str* name, Tuple* bases, Dict* space, Value keywords);
// A new class: its mro, its namespace (a dict that it keeps), its payload. RAISED when the bases do not fit.
Value new_class(Run& run, Str* name, Tuple* bases, Dict* space, const Class* metaclass);

}  // namespace exmonty
