// What the module collections does natively.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

// Counts the items of an iterable in a dict, or in an instance of a subclass that reads and writes as dict does.
Value count_elements(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
