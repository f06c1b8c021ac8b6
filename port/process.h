#pragma once

// What the process does to itself at its start.

#include <cstddef>
#include <cstdint>

#include "vm/api/data.h"

namespace exmonty::port {

// Writing to a pipe without a reader or past a file size limit is an error code, not the end.
void ignore_write_signals();

struct Ownership {
    bool parent_death_signal = false;
    bool hang_up_watchdog = false;
    bool closed_descriptors = false;
    bool silent_stderr = false;
};

// Ties the process to whoever holds the other end of `input`: when that is closed, or the parent dies, the kernel or a
// watchdog thread kills this process at once, whatever it does. Everything but the first three descriptors is closed
// and descriptor 2 goes nowhere.
Ownership own_by_host(int input);

// Random bytes for hashes and for `random`.
uint64_t draw_seed();

// Sleeps, however often signals come.
void sleep_nanoseconds(uint64_t nanoseconds);

}  // namespace exmonty::port
