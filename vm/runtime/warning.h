// Warnings that come while a program runs.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

// A DeprecationWarning where the top frame stands: printed once for each line of the program itself, as CPython does by default.
// False: a limit (RAISED).
bool warn_of_deprecation(Run& run, std::string_view message);

}  // namespace exmonty
