// Polling in the loops of natives: one step an item, asked of the budget in bundles.
#pragma once

#include "vm/heap/budget.h"

namespace exmonty {

class Pacer {
  public:
    explicit Pacer(Budget& budget) : budget_(budget) {}
    // True when the run must stop: the native returns RAISED.
    bool tick() {
        if (++count_ < bundle) [[likely]] return false;
        count_ = 0;
        return budget_.poll(bundle);
    }

  private:
    static constexpr uint32_t bundle = 256;
    Budget& budget_;
    uint32_t count_ = 0;
};

}  // namespace exmonty
