// Steps: how a native goes on after Python code has run.
//
// run.push_step(StepId::x, {slots…}) pushes a frame with those slots (the rest UNBOUND) and state 0, and the native
// returns PUSHED. The loop then calls step_x(run, frame, UNBOUND). The step makes its calls through the operations of
// vm/objects/run.h (call, compare, next, …), each of which returns a value at once or one of the five results:
//
//     Value step_x(Run& run, Frame& frame, Value in) {
//         for (;;) {
//             if (frame.state == 1) { use(in); frame.state = 0; }
//             …
//             Value result = run.call(function, {argument});
//             if (result == COLLECT) return result;   // nothing has changed: called again after the collection
//             frame.state = 1;                        // what the next input is
//             if (is_result(result)) return result;   // PUSHED, SUSPEND, RAISED: the value arrives as `in`
//             in = result;
//         }
//     }
//
// It ends by returning a value (the native's result) or RAISED. Between two returns nothing is collected, so it may hold
// plain pointers, but everything that must live longer is in its slots. Only calls that returned at once may follow one
// another without bound if each loop turn polls the budget.
#pragma once

#include "vm/objects/frame.h"

#include <initializer_list>

namespace exmonty {

struct Run;

enum class StepId : uint16_t {
#define STEP(Name, slots, catches, file) Name,
#include "vm/objects/steps.def"
};

enum class Catches : uint8_t { None, StopIteration, All };

using StepFunction = Value (*)(Run& run, Frame& frame, Value in);

#define STEP(Name, slots, catches, file) Value step_##Name(Run& run, Frame& frame, Value in);
#include "vm/objects/steps.def"

struct StepInfo {
    const char* name;
    uint8_t slots;
    Catches catches;
    StepFunction function;
};

constexpr size_t step_count = 0
#define STEP(Name, slots, catches, file) +1
#include "vm/objects/steps.def"
    ;

inline constexpr StepInfo step_infos[step_count] = {
#define STEP(Name, slots, catches, file) {#Name, slots, Catches::catches, step_##Name},
#include "vm/objects/steps.def"
};

inline const StepInfo& step_info(const Frame& frame) { return *frame.step; }

}  // namespace exmonty
