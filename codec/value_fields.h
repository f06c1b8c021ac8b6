#pragma once

// Values of the kinds with fields, taken apart into their fields in the order of ext_types.def, and put together again.
// Both the msgpack and the JSON form are written and read through these two.

#include "codec/fault.h"
#include "vm/api/data.h"
#include "vm/api/error.h"

namespace exmonty::codec {

// Fields of form `fields`, in the arena (texts are not copied).
Span<const Data> to_fields(const Data& value, Arena& arena);

Data error_value(const Error& error);

// Checks the fields and makes the value. False with a fault.
bool from_fields(DataKind kind, Span<const Data> fields, Arena& arena, Data& value, Fault& fault);

// A dict whose keys are all texts, as pairs.
bool to_pairs(const Data& value, Arena& arena, Span<const NamedData>& pairs);

// Keys of a dict must be of kinds that can be hashed, and different. A repr or a cycle stands for an object of its own
// each time, and so does NaN, so those may occur again. Takes O(n log n) whatever the keys are.
bool check_keys(Span<const Data> alternating, Fault& fault);

}  // namespace exmonty::codec
