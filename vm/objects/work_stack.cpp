#include "vm/objects/work_stack.h"

#include "vm/heap/heap.h"

namespace exmonty {

WorkStack* new_work_stack(Heap& heap) {
    WorkStack* stack = heap.allocate<WorkStack>();
    stack->values = nullptr;
    stack->size = 0;
    stack->capacity = 0;
    return stack;
}

bool grow(Heap& heap, WorkStack* stack) {
    uint64_t capacity = stack->capacity ? uint64_t{stack->capacity} * 2 : 16;
    if (capacity > UINT32_MAX) return false;
    void* values = heap.resize_block(stack->values, capacity * sizeof(Value));
    if (!values) return false;
    stack->values = static_cast<Value*>(values);
    stack->capacity = static_cast<uint32_t>(capacity);
    return true;
}

}  // namespace exmonty
