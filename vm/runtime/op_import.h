// Imports.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

Value import_name(Run& run, Frame* frame, Str* name, Value wanted, uint32_t level);
Value import_from(Run& run, Value module, Str* name);
Value import_star(Run& run, Frame* frame, Value module);

}  // namespace exmonty
