#pragma once

// The clocks of a run. Its own stands still while the worker waits for its host in the middle of the run.

#include <time.h>

#include <cstdint>

namespace exmonty::port {

inline uint64_t clock_nanoseconds(clockid_t id) {
    timespec now{};
    clock_gettime(id, &now);
    return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(now.tv_nsec);
}

class RunClock {
  public:
    uint64_t now() const { return (stopped_at_ != 0 ? stopped_at_ : monotonic()) - stood_still_; }

    void stop() { stopped_at_ = monotonic(); }
    void go_on() {
        stood_still_ += monotonic() - stopped_at_;
        stopped_at_ = 0;
    }

  private:
    static uint64_t monotonic() { return clock_nanoseconds(CLOCK_MONOTONIC); }

    uint64_t stood_still_ = 0;
    uint64_t stopped_at_ = 0;
};

}  // namespace exmonty::port
