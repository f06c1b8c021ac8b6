// Budget: the only counters of a run. Every page, block, stack segment, arena and output byte is charged here when it
// is taken, every step when it is made; nothing else counts anything.
//
// Invariants
//  * `memory_used` is what the process holds for the run (what RSS sees), not what Python thinks it uses.
//  * A charge that the caller can back out of is refused when it would pass the limit (`charge`). A cell's page may
//    overdraw (`overdraw`): cells never fail; the debt is settled at the next poll, where no native is active.
//  * `fuel` is the loop's countdown. Steps made = steps_granted - fuel. Anything that wants the loop's attention calls
//    `interrupt`, which moves the rest of the fuel aside; the count of steps stays exact.
//  * What the heap keeps for its next cells is charged as well; it goes back before anything is refused (`give_back`).
//  * A breach is sticky and never unwinds: the loop returns and no guest code runs again. RecursionError is no breach.
#pragma once

#include <cstddef>
#include <cstdint>

namespace exmonty {

enum class Breach : uint8_t { None, Time, Memory, Allocations, Output, Steps, Pauses };

struct Budget {
    static constexpr uint64_t unlimited = UINT64_MAX;
    // Steps granted at a time; 1 under stress, so that every step is a safepoint.
    int64_t slice = 4096;
    // Cells of at most this many bytes may be allocated between two polls beyond what was reserved.
    static constexpr uint64_t overdraft = 512 * 1024;

    uint64_t memory_limit = unlimited;
    uint64_t memory_used = 0;
    uint64_t memory_peak = 0;
    // Releases what is held in reserve; false when that is nothing.
    bool (*give_back)(void* context) = nullptr;
    void* give_back_context = nullptr;

    uint64_t allocations_left = unlimited;
    uint64_t allocations_made = 0;

    uint64_t output_limit = unlimited;
    uint64_t output_used = 0;

    uint64_t steps_limit = unlimited;
    uint64_t steps_granted = 0;
    int64_t fuel = 0;
    int64_t fuel_aside = 0;

    uint64_t pauses_left = unlimited;

    // Execution time in nanoseconds; the clock stands still while the host works, and then nothing is out of time.
    bool clock_runs = false;
    uint64_t time_limit = unlimited;
    uint64_t time_used = 0;
    uint64_t running_since = 0;
    uint64_t (*clock)(void* context) = nullptr;
    void* clock_context = nullptr;

    uint32_t recursion_limit = 1000;
    uint32_t depth = 0;
    uint32_t native_depth = 0;
    static constexpr uint32_t native_depth_limit = 10000;

    Breach breach = Breach::None;
    bool collect_wanted = false;
    // Test hook: the n-th charge from now fails (0: never), and then every `fail_every`-th.
    uint64_t fail_after = 0;
    uint64_t fail_every = 0;

    bool charge(uint64_t bytes) {
        if (fail_after && --fail_after == 0) {
            fail_after = fail_every;
            return false;
        }
        if (!has_room(bytes) && (!give_back || !give_back(give_back_context) || !has_room(bytes))) [[unlikely]] return false;
        add(bytes);
        return true;
    }
    void overdraw(uint64_t bytes) {
        if (!has_room(bytes) && give_back) [[unlikely]] give_back(give_back_context);
        add(bytes);
        if (memory_used > memory_limit) want_collection();
    }
    void release(uint64_t bytes) { memory_used -= bytes; }

    void want_collection() {
        collect_wanted = true;
        interrupt();
    }
    void interrupt() {
        if (fuel > 0) {
            fuel_aside += fuel;
            fuel = 0;
        }
    }
    uint64_t steps_made() const {
        return steps_granted - static_cast<uint64_t>(fuel_aside) - static_cast<uint64_t>(fuel > 0 ? fuel : 0);
    }
    // Called when fuel ran out: grants the next slice. False when a limit is reached (`breach` says which).
    bool refuel();
    // For long native loops: true when the run must stop. Counts `items` steps.
    bool poll(uint64_t items = 1);

    void start_clock();
    void stop_clock();
    bool set_breach(Breach what);

  private:
    bool has_room(uint64_t bytes) const { return bytes <= memory_limit && memory_used <= memory_limit - bytes; }
    void add(uint64_t bytes) {
        memory_used += bytes;
        if (memory_used > memory_peak) memory_peak = memory_used;
    }
    bool out_of_time();
};

}  // namespace exmonty
