// Making instances: Cls(…).
#pragma once

#include "vm/runtime/call.h"

namespace exmonty {

// object.__new__(type): an instance without attributes, with the payload that `arguments` make for a subclass of a builtin type.
Value allocate_instance(Run& run, const Class* type, const Arguments& arguments);

// type.__call__(type, …): makes an instance and initialises it, whatever the metaclass does when the class is called.
Value instantiate(Run& run, const Class* type, const Arguments& arguments);

}  // namespace exmonty
