// deque: a ring of values in a block of its own.
#pragma once

#include "vm/heap/cell.h"

#include <algorithm>

namespace exmonty {

class Heap;
struct Run;

struct Deque : Cell {
    static constexpr Kind cell_kind = Kind::Deque;
    static constexpr int64_t unbounded = -1;
    static constexpr uint64_t max_size = uint64_t{1} << 30;

    Value* items;       // block; capacity is 0 or a power of two
    uint32_t head;      // of the first item
    uint32_t size;
    uint32_t capacity;
    uint32_t changes;   // moves when an item is added or removed: iterators check it
    int64_t maxlen;

    uint32_t place(uint32_t index) const { return (head + index) & (capacity - 1); }
    Value& at(uint32_t index) { return items[place(index)]; }
    const Value& at(uint32_t index) const { return items[place(index)]; }
    // How many items lie from the head to the end of the block; the others lie at its start.
    uint32_t first_part() const { return std::min(size, capacity - head); }
    bool is_full() const { return maxlen != unbounded && size >= static_cast<uint64_t>(maxlen); }
};

enum class DequeEnd : uint8_t { Right, Left };

Deque* new_deque(Heap& heap, int64_t maxlen);
// Room for twice the items. False when refused.
bool deque_grow(Heap& heap, Deque* deque);
// An item more at this end, and one less at the other when there are too many. False when refused.
inline bool deque_push(Heap& heap, Deque* deque, DequeEnd end, Value item) {
    deque->changes++;
    if (deque->is_full()) {
        if (deque->maxlen == 0) return true;
        if (end == DequeEnd::Right) deque->head = deque->place(1);
        deque->size--;
    }
    if (deque->size == deque->capacity && !deque_grow(heap, deque)) return false;
    if (end == DequeEnd::Left) deque->head = deque->place(deque->capacity - 1);
    deque->at(end == DequeEnd::Right ? deque->size : 0) = item;
    deque->size++;
    return true;
}
// Not of an empty one.
inline Value deque_pull(Deque* deque, DequeEnd end) {
    deque->changes++;
    const Value item = deque->at(end == DequeEnd::Right ? deque->size - 1 : 0);
    if (end == DequeEnd::Left) deque->head = deque->place(1);
    deque->size--;
    return item;
}
void deque_clear(Heap& heap, Deque* deque);
// Gives memory back when most of it is unused.
void deque_shrink(Heap& heap, Deque* deque);
// A deque with the same items; nullptr when refused.
Deque* deque_copy(Heap& heap, const Deque* deque, int64_t maxlen);

// deque.extend(iterable) and extendleft. Gives `result`, or what a native returns.
Value deque_extend(Run& run, Deque* deque, Value iterable, DequeEnd end, Value result);

// Looking for an item by `==` in items [start, stop).
enum class DequeSearch : uint8_t { Contains, Index, Count, Remove };
Value search_deque(Run& run, DequeSearch what, Deque* deque, Value item, int64_t start = 0, int64_t stop = INT64_MAX >> 2);
// Takes an item out. True: the run must stop.
bool deque_delete_at(Run& run, Deque* deque, uint32_t index);
// Turns to the right, by a negative number to the left. True: the run must stop.
bool deque_rotate(Run& run, Deque* deque, int64_t steps);

Value deque_iterate(Run& run, Value self);
Value deque_reversed(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
