// Safepoints: where fuel ran out, limits are looked at, and the collector may run.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

enum class Safepoint : uint8_t { Continue, Reload, Breach };

// At a back edge or a call; the top frame's pc is what runs next.
Safepoint at_safepoint(Run& run);
// Before a step is called; its input is run.step_input.
Safepoint step_safepoint(Run& run);
// In a call instruction, whose arguments are registers: like at_safepoint, but never Reload.
Safepoint refuel_in_call(Run& run);

}  // namespace exmonty
