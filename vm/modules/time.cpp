// time: the host's clock and sleep.
// https://docs.python.org/3/library/time.html
#include "vm/base/float_text.h"
#include "vm/modules/modules.h"
#include "vm/objects/arguments.h"
#include "vm/objects/float.h"
#include "vm/objects/int.h"
#include "vm/objects/run.h"

#include <cmath>

namespace exmonty {
namespace {

constexpr int64_t grain = 1'000'000;
constexpr double nanoseconds = 1e9;

Value no_clock(Run& run) { return run.raise(ExceptionType::RuntimeError, {"this run has no clock"}); }

// The wall clock in nanoseconds, in steps of the grain; INT64_MIN: none.
int64_t wall_time(Run& run) {
    int64_t now = run.host.wall_clock ? run.host.wall_clock(run.host.context) : INT64_MIN;
    return now == INT64_MIN ? now : now - now % grain;
}

int64_t run_time(Run& run) {
    uint64_t now = run.budget.clock ? run.budget.clock(run.budget.clock_context) : 0;
    return static_cast<int64_t>(now - now % grain);
}

Value time_time(Run& run, Value*, uint32_t) {
    int64_t now = wall_time(run);
    return now == INT64_MIN ? no_clock(run) : run.floating(static_cast<double>(now) / nanoseconds);
}

Value time_time_ns(Run& run, Value*, uint32_t) {
    int64_t now = wall_time(run);
    return now == INT64_MIN ? no_clock(run) : run.integer(now);
}

Value run_clock_seconds(Run& run, Value*, uint32_t) { return run.floating(static_cast<double>(run_time(run)) / nanoseconds); }
Value run_clock_nanoseconds(Run& run, Value*, uint32_t) { return run.integer(run_time(run)); }

// Slots: the seconds as they came. The number is worked out by __index__ or __float__.
Value sleep_for(Run& run, double seconds) {
    if (std::isnan(seconds)) return run.value_error({"Invalid value NaN (not a number)"});
    if (seconds < 0) return run.value_error({"sleep length must be non-negative"});
    uint64_t wanted = seconds > 1e10 ? UINT64_MAX : static_cast<uint64_t>(seconds * nanoseconds);
    uint64_t left = UINT64_MAX;
    if (run.budget.time_limit != Budget::unlimited && run.budget.clock) {
        uint64_t used = run.budget.time_used + run.budget.clock(run.budget.clock_context) - run.budget.running_since;
        left = used >= run.budget.time_limit ? 0 : run.budget.time_limit - used;
    }
    if (run.host.sleep) run.host.sleep(run.host.context, wanted < left ? wanted : left + 1);
    if (wanted > left) {
        run.budget.set_breach(Breach::Time);
        return RAISED;
    }
    return NONE;
}

Value time_sleep(Run& run, Value* args, uint32_t) {
    if (is_float(args[0])) return sleep_for(run, float_of(args[0]));
    if (args[0].is_int()) return sleep_for(run, static_cast<double>(args[0].as_int()));
    if (int_of(args[0]) == UNBOUND && is_builtin_instance(args[0]))
        return run.type_error({"'", type_name(args[0]), "' object cannot be interpreted as an integer"});
    return run.push_step(StepId::sleep, {args[0]});
}

constexpr NativeRow rows[] = {
    {"monotonic", "", run_clock_seconds},
    {"monotonic_ns", "", run_clock_nanoseconds},
    {"perf_counter", "", run_clock_seconds},
    {"perf_counter_ns", "", run_clock_nanoseconds},
    {"process_time", "", run_clock_seconds},
    {"process_time_ns", "", run_clock_nanoseconds},
    {"sleep", "object, /", time_sleep},
    {"time", "", time_time},
    {"time_ns", "", time_time_ns},
};
constinit const auto functions = function_table(rows);

}  // namespace

Value step_sleep(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.to_float(frame.base[0]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    return is_float(in) ? sleep_for(run, float_of(in)) : run.type_error({"a number is wanted"});
}

extern const NativeModule module_time;
constinit const NativeModule module_time = {"time", functions, nullptr};

}  // namespace exmonty
