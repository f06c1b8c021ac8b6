// WorkStack: the stack of a deep walk (repr, ==, hash, json …), kept in a cell so that nothing recurses natively and a
// pause in the middle of a walk is plain data.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

class Heap;

struct WorkStack : Cell {
    static constexpr Kind cell_kind = Kind::WorkStack;
    Value* values;  // block
    uint32_t size;
    uint32_t capacity;

    Value& top(uint32_t depth = 0) { return values[size - 1 - depth]; }
    void drop(uint32_t number) { size -= number; }
};

WorkStack* new_work_stack(Heap& heap);
bool grow(Heap& heap, WorkStack* stack);
// False when refused.
inline bool push(Heap& heap, WorkStack* stack, Value value) {
    if (stack->size == stack->capacity && !grow(heap, stack)) return false;
    stack->values[stack->size++] = value;
    return true;
}

}  // namespace exmonty
