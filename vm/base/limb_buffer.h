#pragma once

#include "vm/base/limbs.h"
#include "vm/base/scratch.h"

namespace exmonty::limbs {

// Working memory of one operation: on the stack when it is short, else borrowed.
class LimbBuffer {
  public:
    LimbBuffer(const Scratch& scratch, size_t count) : scratch_(scratch), count_(count) {
        if (count_ <= inline_limbs)
            data_ = inline_data_;
        else if (count_ <= static_cast<size_t>(-1) / sizeof(Limb))
            data_ = static_cast<Limb*>(scratch.take(scratch.ctx, count_ * sizeof(Limb)));
    }
    ~LimbBuffer() {
        if (data_ != nullptr && data_ != inline_data_) scratch_.give(scratch_.ctx, data_, count_ * sizeof(Limb));
    }
    LimbBuffer(const LimbBuffer&) = delete;
    LimbBuffer& operator=(const LimbBuffer&) = delete;

    bool refused() const { return data_ == nullptr; }
    Limb* data() { return data_; }

  private:
    static constexpr size_t inline_limbs = 64;

    const Scratch& scratch_;
    size_t count_;
    Limb* data_ = nullptr;
    Limb inline_data_[inline_limbs];
};

}  // namespace exmonty::limbs
