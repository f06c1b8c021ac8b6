// What other natives do with sets.
#pragma once

#include "vm/objects/run.h"
#include "vm/objects/set.h"

namespace exmonty {

// set.update(iterable), set.add(key) and the rest, as natives: a value or one of the five results. Those that change
// the set give `result`.
Value set_update(Run& run, Set* target, Value iterable, Value result = NONE);
Value set_add_key(Run& run, Set* set, Value key);
Value set_contains(Run& run, Value set, Value key);
Value set_copy(Run& run, const Set* set, Kind kind);
Value set_intersection(Run& run, Set* set, Value other);
Value set_difference(Run& run, Set* set, Value other);
Value set_difference_update(Run& run, Set* set, Value other, Value result = NONE);

// Operations with several operands, or with two parts.
enum class SetChain : uint8_t {
    Update,
    Union,
    Intersection,
    IntersectionUpdate,
    Difference,
    DifferenceUpdate,
    SymmetricDifference,
    SymmetricDifferenceUpdate,
    IsSubset,
};
Value set_chain(Run& run, SetChain operation, Value set, std::span<const Value> operands, Value result = NONE);

}  // namespace exmonty
