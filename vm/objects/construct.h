// Making instances of builtin types: what `int.__new__` is.
#pragma once

#include "vm/objects/native.h"

namespace exmonty {

// owner.__new__(type, …), where `owner` is the builtin class whose `__new__` it is. args: owner, the dict of keywords, then the
// class and the arguments. Implemented in vm/runtime/construct.cpp.
Value construct_natively(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
