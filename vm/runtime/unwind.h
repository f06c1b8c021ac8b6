// Raising, finding handlers, and the driving of steps.
#pragma once

#include "vm/objects/exception.h"
#include "vm/objects/run.h"

namespace exmonty {

// Unwinds from the top frame with the pending exception (or a breach, which no frame takes).
//   UNBOUND     the top frame is a Python frame whose pc is at a handler
//   EXHAUSTED   the exception was a StopIteration that ends an iteration: deliver with run.ret_kind
//   RAISED      nothing took it; the stack is empty
//   other       a step took it and ended with this value: deliver with run.ret_kind
Value unwind(Run& run);

// Calls the step on top with `input`, and those below it with what comes out, until a Python frame is on top.
//   PUSHED      run the top frame
//   RAISED, SUSPEND
//   other       the last step ended with this value: deliver with run.ret_kind
Value drive_steps(Run& run, Value input);

// `raise object from cause` (cause UNBOUND: no from). RAISED, or PUSHED while a class is being called.
Value raise_object(Run& run, Value object, Value cause);
// Raises an exception again as it is: no new traceback record for this frame.
Value reraise(Run& run, Value exception);
Value raise_active(Run& run);
// TRUE or FALSE; RAISED when `classes` holds something that is no exception class.
Value exception_match(Run& run, Value exception, Value classes);
// Type, value, traceback to three registers.
void exception_info(Value exception, Value* target);

// __exit__ and self, __enter__ and self of a context manager to four registers. NONE or RAISED.
Value before_with(Run& run, Value manager, Value* target);

bool is_exception_of(Value exception, ExceptionType type);
// The first argument of an exception (the value of a StopIteration), or None.
Value stop_iteration_argument(Value exception);
// The value of the StopIteration that take_pending accepted last.
Value stop_iteration_value(Run& run);

}  // namespace exmonty
