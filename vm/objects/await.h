// How a step waits: `if (!arrived(frame, State, in = run.call(…))) return in;` sets the state whose input the result
// is, and tells whether it is there already.
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

// What a step makes of a value that came in state 1. When it is refused and the value had come at once, in state 0, it is
// asked for again; otherwise it comes again.
inline Value made_of_input(Frame& frame, bool came_at_once, Value result) {
    if (result == COLLECT && came_at_once) frame.state = 0;
    return result;
}

// A step that catches gets the exception back that it returned with. These steps deal with an exception where it
// arrives, so that what they return is final.
template <class Body>
Value ends_with_exception(Frame& frame, Value in, const Body& body) {
    constexpr uint32_t ended = UINT32_MAX;
    if (frame.state == ended) return in;
    const Value result = body();
    if (result == RAISED) frame.state = ended;
    return result;
}

}  // namespace exmonty
