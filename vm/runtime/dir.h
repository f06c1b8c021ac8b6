// dir() and vars().
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/run.h"

namespace exmonty {

// An instance of object itself.
Value make_plain_object(Run& run);
// A sorted list of attribute names.
Value dir_of(Run& run, Value object);

}  // namespace exmonty
