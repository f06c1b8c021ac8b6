// Safepoints: where fuel ran out, limits are looked at, and the collector may run.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

enum class Safepoint : uint8_t { Continue, Reload, Breach };

// At a back edge or a call; the top frame's pc is what runs next.
Safepoint at_safepoint(Run& run);
// Before a step is called, whose input is run.step_input, and in a call instruction, whose arguments are registers. After
// Reload what was interrupted starts again, and passes without another look.
Safepoint safepoint_inside(Run& run);

}  // namespace exmonty
