#pragma once

#include <cstddef>

namespace exmonty {

// Where a computation borrows working memory. `take` may refuse (null): the memory limit. Blocks are 16-byte aligned,
// are given back with the size that was taken, and never outlive the call that took them.
struct Scratch {
    void* (*take)(void* ctx, size_t bytes) = nullptr;
    void (*give)(void* ctx, void* block, size_t bytes) = nullptr;
    void* ctx = nullptr;
};

// A borrowed array of trivial elements, given back at the end of the block. Nothing is borrowed for no elements.
template <typename Element>
class ScratchArray {
  public:
    ScratchArray(const Scratch& scratch, size_t count) : scratch_(scratch), count_(count) {
        if (count != 0 && count <= static_cast<size_t>(-1) / sizeof(Element))
            data_ = static_cast<Element*>(scratch.take(scratch.ctx, bytes()));
    }
    ~ScratchArray() {
        if (data_ != nullptr) scratch_.give(scratch_.ctx, data_, bytes());
    }
    ScratchArray(const ScratchArray&) = delete;
    ScratchArray& operator=(const ScratchArray&) = delete;

    bool refused() const { return data_ == nullptr && count_ != 0; }
    Element* data() { return data_; }
    size_t size() const { return count_; }
    Element& operator[](size_t index) { return data_[index]; }

  private:
    size_t bytes() const { return count_ * sizeof(Element); }

    const Scratch& scratch_;
    size_t count_;
    Element* data_ = nullptr;
};

}  // namespace exmonty
