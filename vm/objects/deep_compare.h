// Comparing containers: lists, tuples, dicts and sets of any depth, also when items are objects of Python classes. One
// walk for all of them: iterative, polled, and a step as soon as Python code is needed.
#pragma once

#include "vm/objects/hash.h"
#include "vm/objects/operators.h"

namespace exmonty {

// The `compare` operation of list, tuple, dict, set and frozenset.
Value deep_compare(Run& run, Comparison op, Value self, Value other);

// `a is b or a == b` without Python code: TRUE, FALSE or RAISED; UNBOUND: ask Run::equals, in a step.
Value native_equals_slow(Run& run, Value a, Value b);
inline Value native_equals(Run& run, Value a, Value b) {
    if (poll_comparison(run, a, b)) [[unlikely]] return RAISED;
    const Equality equality = quick_equal(a, b);
    if (equality == Equality::Equal) return TRUE;
    if (equality == Equality::Different) return FALSE;
    return native_equals_slow(run, a, b);
}

}  // namespace exmonty
