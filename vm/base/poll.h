#pragma once

namespace exmonty {

// How a long computation asks whether it should stop. `stop` is called at least every few milliseconds; once it has
// returned true the computation gives up, frees what it took and reports "stopped". A Poll without a function never
// stops.
struct Poll {
    bool (*stop)(void*) = nullptr;
    void* ctx = nullptr;

    bool should_stop() const { return stop != nullptr && stop(ctx); }
};

}  // namespace exmonty
