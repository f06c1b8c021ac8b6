#include "vm/runtime/safepoint.h"

#include "vm/heap/collector.h"
#include "vm/runtime/run_loop.h"

namespace exmonty {

void collect(Run& run) {
    run.lookups.forget();
    Collector collector(run.heap);
    run.visit_roots(collector);
    collector.finish();
    run.collections++;
}

// A run is out of memory when a full collection leaves less than a sixteenth of its limit.
static void settle_memory(Run& run) {
    collect(run);
    uint64_t limit = run.budget.memory_limit;
    if (limit == Budget::unlimited || limit - limit / 16 >= run.budget.memory_used) return;
    run.budget.set_breach(Breach::Memory);
}

// Time that goes into collections which nobody but the stress has asked for is no time of the run.
static void collect_for_stress(Run& run) {
    run.budget.stop_clock();
    settle_memory(run);
    run.budget.start_clock();
}

Safepoint at_safepoint(Run& run) {
    run.budget.fuel = 0;
    if (run.passed_safepoint) {
        run.passed_safepoint = false;
        return Safepoint::Continue;
    }
    if (!run.budget.refuel()) return Safepoint::Breach;
    run.budget.fuel--;
    run.safepoints++;
    // What was refused and collected for has gone through since, or the run has ended.
    run.refused_before = false;
    if (run.stress_collect) collect_for_stress(run);
    else if (run.budget.collect_wanted) settle_memory(run);
    if (run.budget.breach != Breach::None) return Safepoint::Breach;
    return run.stress_reload ? Safepoint::Reload : Safepoint::Continue;
}

Safepoint safepoint_inside(Run& run) {
    const Safepoint state = at_safepoint(run);
    run.passed_safepoint = state == Safepoint::Reload;
    return state;
}

}  // namespace exmonty
