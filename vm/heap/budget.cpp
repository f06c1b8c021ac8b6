#include "vm/heap/budget.h"

namespace exmonty {

bool Budget::set_breach(Breach what) {
    if (breach == Breach::None) breach = what;
    interrupt();
    return false;
}

bool Budget::out_of_time() {
    if (time_limit == unlimited || !clock_runs) return false;
    uint64_t now = clock(clock_context);
    return now > running_since && time_used + (now - running_since) > time_limit;
}

bool Budget::refuel() {
    if (breach != Breach::None) return false;
    if (out_of_time()) return set_breach(Breach::Time);
    int64_t grant = fuel_aside;
    fuel_aside = 0;
    if (grant == 0) {
        grant = slice;
        if (steps_limit != unlimited) {
            if (steps_granted >= steps_limit) return set_breach(Breach::Steps);
            uint64_t left = steps_limit - steps_granted;
            if (left < static_cast<uint64_t>(grant)) grant = static_cast<int64_t>(left);
        }
        steps_granted += static_cast<uint64_t>(grant);
    }
    fuel = grant;
    return true;
}

bool Budget::poll(uint64_t items) {
    if (breach != Breach::None) return true;
    while (items > 0) {
        if (fuel <= 0 && !refuel()) return true;
        int64_t part = items < static_cast<uint64_t>(fuel) ? static_cast<int64_t>(items) : fuel;
        fuel -= part;
        items -= static_cast<uint64_t>(part);
    }
    // A native that polls took the fuel that was set aside; the loop still has to come by the collector.
    if (collect_wanted) interrupt();
    return false;
}

void Budget::start_clock() {
    if (!clock) return;
    running_since = clock(clock_context);
    clock_runs = true;
}

void Budget::stop_clock() {
    if (!clock_runs) return;
    clock_runs = false;
    uint64_t now = clock(clock_context);
    if (now > running_since) time_used += now - running_since;
    running_since = now;
}

}  // namespace exmonty
