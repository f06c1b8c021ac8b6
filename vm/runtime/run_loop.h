// The interpreter loop: runs the frames of a run until it ends, pauses or must stop.
#pragma once

#include "vm/base/value.h"

#include <cstdint>

namespace exmonty {

struct Run;

enum class Stop : uint8_t {
    Complete,   // the outermost frame returned: run.returned is its value
    Raised,     // an exception left the outermost frame: run.pending
    Suspended,  // run.host_call says what the host is asked
    Breach,     // a limit: run.budget.breach
    Safepoint,  // only under the reload stress: all state is in the frames, call run_loop again
};

// Goes on where the top frame stands. `input` UNBOUND: at its pc. Otherwise `input` is the result of the pause that
// ended (a value, or RAISED with an exception pending) and is delivered first.
Stop run_loop(Run& run, Value input);

// A full collection from the run's roots. At safepoints only.
void collect(Run& run);

}  // namespace exmonty
