// How a step waits: `if (!arrived(frame, State, in = run.call(…))) return in;` sets the state whose input the result is,
// and tells whether it is there already.
#pragma once

#include "vm/objects/frame.h"

namespace exmonty {

// COLLECT changes nothing: the step makes the call again.
inline bool arrived(Frame& frame, uint32_t state, Value result) {
    if (result == COLLECT) return false;
    frame.state = state;
    return !is_result(result);
}

// The same in a step that catches: an exception or the end of an iterator has arrived, too.
inline bool arrived_or_ended(Frame& frame, uint32_t state, Value result) {
    if (result == COLLECT) return false;
    frame.state = state;
    return !is_result(result) || result == RAISED || result == EXHAUSTED;
}

}  // namespace exmonty
