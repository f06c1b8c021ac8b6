// What a traceback suggests for a name that was not found, as far as the frame where that was must be asked.
#pragma once

#include "vm/objects/exception.h"
#include "vm/objects/run.h"

namespace exmonty {

// `exception` leaves this frame first of all: notes in it which of the frame's names was meant.
void note_frame_slow(Run& run, const Frame* frame, Exception* exception);
inline void note_frame(Run& run, const Frame* frame, Exception* exception) {
    if (exception->details) note_frame_slow(run, frame, exception);
}

}  // namespace exmonty
