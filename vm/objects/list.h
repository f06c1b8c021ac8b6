// list: a growing array of values in a block of its own.
#pragma once

#include "vm/heap/cell.h"

#include <span>

namespace exmonty {

class Heap;
struct Run;

struct List : Cell {
    static constexpr Kind cell_kind = Kind::List;
    // Set while the list is being sorted: its contents are elsewhere, and a change is an error found afterwards.
    static constexpr uint8_t sorting = 1;

    Value* items;
    uint32_t size;
    uint32_t capacity;
    static constexpr uint64_t max_size = UINT32_MAX / 2;

    std::span<Value> view() { return {items, size}; }
};

List* new_list(Heap& heap);
// `size` UNBOUND items; nullptr when refused.
List* new_list(Heap& heap, size_t size);
List* new_list(Heap& heap, std::span<const Value> items);
// False when refused; the list is as before.
bool reserve(Heap& heap, List* list, uint64_t capacity);
// Room for `size` items and some more, so that appending one by one is linear.
bool grow(Heap& heap, List* list, uint64_t size);
inline bool append(Heap& heap, List* list, Value value) {
    if (list->size == list->capacity && !grow(heap, list, uint64_t{list->size} + 1)) return false;
    list->items[list->size++] = value;
    return true;
}
bool append(Heap& heap, List* list, std::span<const Value> values);
// Gives memory back after items were removed, when at least half of it is unused.
void shrink(Heap& heap, List* list);

// list.extend(iterable): items are appended as they come. Gives `result`, or what a native returns.
Value list_extend(Run& run, List* list, Value iterable, Value result = NONE);

}  // namespace exmonty
