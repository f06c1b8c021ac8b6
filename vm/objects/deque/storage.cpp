#include "vm/objects/deque.h"

#include "vm/heap/heap.h"
#include "vm/objects/sequence.h"

#include <cstring>

namespace exmonty {
namespace {

constexpr uint32_t least_capacity = 8;

// Copies the items, in order, to the start of another block.
void copy_items(Value* target, const Deque* deque) {
    const uint32_t first = deque->first_part();
    if (first) memcpy(target, deque->items + deque->head, first * sizeof(Value));
    if (deque->size > first) memcpy(target + first, deque->items, (deque->size - first) * sizeof(Value));
}

bool move_to(Heap& heap, Deque* deque, uint64_t capacity) {
    if (capacity > Deque::max_size) return false;
    Value* items = static_cast<Value*>(heap.take_block(capacity * sizeof(Value)));
    if (!items) return false;
    copy_items(items, deque);
    heap.give_block(deque->items);
    deque->items = items;
    deque->head = 0;
    deque->capacity = static_cast<uint32_t>(capacity);
    return true;
}

}  // namespace

Deque* new_deque(Heap& heap, int64_t maxlen) {
    Deque* deque = heap.allocate<Deque>();
    deque->items = nullptr;
    deque->head = 0;
    deque->size = 0;
    deque->capacity = 0;
    deque->changes = 0;
    deque->maxlen = maxlen;
    return deque;
}

bool deque_grow(Heap& heap, Deque* deque) {
    return move_to(heap, deque, deque->capacity ? uint64_t{deque->capacity} * 2 : least_capacity);
}

void deque_shrink(Heap& heap, Deque* deque) {
    if (deque->capacity <= least_capacity * 8 || deque->size > deque->capacity / 8) return;
    move_to(heap, deque, deque->capacity / 2);
}

void deque_clear(Heap& heap, Deque* deque) {
    heap.give_block(deque->items);
    deque->items = nullptr;
    deque->head = 0;
    deque->size = 0;
    deque->capacity = 0;
    deque->changes++;
}

Deque* deque_copy(Heap& heap, const Deque* deque, int64_t maxlen) {
    Deque* copy = new_deque(heap, maxlen);
    if (deque->size == 0) return copy;
    copy->items = static_cast<Value*>(heap.take_block(deque->capacity * sizeof(Value)));
    if (!copy->items) return nullptr;
    copy->capacity = deque->capacity;
    copy_items(copy->items, deque);
    copy->size = deque->size;
    return copy;
}

bool deque_delete_at(Run& run, Deque* deque, uint32_t index) {
    const uint32_t behind = deque->size - index - 1;
    deque->changes++;
    if (index < behind) {
        for (uint32_t i = index; i > 0; i--) deque->at(i) = deque->at(i - 1);
        deque->head = deque->place(1);
    } else {
        for (uint32_t i = index; i + 1 < deque->size; i++) deque->at(i) = deque->at(i + 1);
    }
    deque->size--;
    return poll_move(run, std::min(index, behind));
}

bool deque_rotate(Run& run, Deque* deque, int64_t steps) {
    if (deque->size < 2) return false;
    int64_t turns = steps % deque->size;
    if (turns == 0) return false;
    deque->changes++;
    // The shorter way round.
    if (turns > deque->size / 2) turns -= deque->size;
    else if (turns < -static_cast<int64_t>(deque->size / 2)) turns += deque->size;
    const uint32_t count = static_cast<uint32_t>(turns < 0 ? -turns : turns);
    for (uint32_t i = 0; i < count; i++) {
        if (turns > 0) {
            const Value item = deque->at(deque->size - 1);
            deque->head = deque->place(deque->capacity - 1);
            deque->at(0) = item;
        } else {
            const Value item = deque->at(0);
            deque->head = deque->place(1);
            deque->at(deque->size - 1) = item;
        }
    }
    return poll_move(run, count);
}

}  // namespace exmonty
