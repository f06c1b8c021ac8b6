// The table of a set, for those who write it down and make it again: its order follows from all that was done, so a
// snapshot holds it as it is.
#pragma once

#include "vm/objects/set.h"

namespace exmonty {

// Whether a search for the hash of a live slot comes by that slot.
bool set_reaches(const Set* set, uint32_t slot);

}  // namespace exmonty
