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

Safepoint refuel_in_call(Run& run) {
    run.budget.fuel = 0;
    if (!run.budget.refuel()) return Safepoint::Breach;
    run.budget.fuel--;
    run.safepoints++;
    // What was refused and collected for has gone through since, or the run has ended.
    run.refused_before = false;
    if (run.budget.collect_wanted || run.stress_collect) settle_memory(run);
    return run.budget.breach == Breach::None ? Safepoint::Continue : Safepoint::Breach;
}

Safepoint at_safepoint(Run& run) {
    Safepoint state = refuel_in_call(run);
    return state == Safepoint::Continue && run.stress_reload ? Safepoint::Reload : state;
}

Safepoint step_safepoint(Run& run) { return refuel_in_call(run); }

}  // namespace exmonty
