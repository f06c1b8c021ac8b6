// LocalStack: the work stack of a deep walk while it runs natively, in memory of its own. When the walk needs Python
// code, or more levels, it moves to a cell and goes on as a step.
#pragma once

#include "vm/objects/work_stack.h"

#include <cstring>

namespace exmonty {

template <uint32_t Capacity>
struct LocalStack : WorkStack {
    LocalStack() : WorkStack{{Kind::WorkStack, 0, 0, 0}, storage, 0, Capacity} {}
    LocalStack(const LocalStack&) = delete;
    LocalStack& operator=(const LocalStack&) = delete;

    Value storage[Capacity];
};

// A cell with the same contents; nullptr when refused.
inline WorkStack* copy_stack(Heap& heap, const WorkStack& stack) {
    WorkStack* copy = new_work_stack(heap);
    for (uint32_t i = 0; i < stack.size; i++)
        if (!push(heap, copy, stack.values[i])) return nullptr;
    return copy;
}

}  // namespace exmonty
