// CALL_INTRINSIC and what patterns ask of values.
#pragma once

#include "vm/bytecode/intrinsic.h"
#include "vm/objects/run.h"

namespace exmonty {

// A value, or one of the five results.
Value call_intrinsic(Run& run, Intrinsic which, const Value* args, uint32_t count);

// Whether patterns take instances of the class for sequences or mappings.
bool is_of_match_kind(Run& run, const Class* type, MatchKind kind);

}  // namespace exmonty
