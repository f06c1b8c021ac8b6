#include "vm/objects/list.h"

#include "vm/heap/heap.h"

#include <cstring>

namespace exmonty {

List* new_list(Heap& heap) {
    List* list = heap.allocate<List>();
    list->items = nullptr;
    list->size = 0;
    list->capacity = 0;
    return list;
}

List* new_list(Heap& heap, size_t size) {
    List* list = new_list(heap);
    if (!reserve(heap, list, size)) return nullptr;
    for (size_t i = 0; i < size; i++) list->items[i] = UNBOUND;
    list->size = static_cast<uint32_t>(size);
    return list;
}

List* new_list(Heap& heap, std::span<const Value> items) {
    List* list = new_list(heap);
    if (!reserve(heap, list, items.size())) return nullptr;
    if (!items.empty()) memcpy(list->items, items.data(), items.size_bytes());
    list->size = static_cast<uint32_t>(items.size());
    return list;
}

bool reserve(Heap& heap, List* list, uint64_t capacity) {
    if (capacity <= list->capacity) return true;
    if (capacity > List::max_size) return false;
    void* items = heap.resize_block(list->items, capacity * sizeof(Value));
    if (!items) return false;
    list->items = static_cast<Value*>(items);
    list->capacity = static_cast<uint32_t>(capacity);
    return true;
}

bool grow(Heap& heap, List* list, uint64_t size) {
    uint64_t roomy = size + size / 8 + 6;
    // Near the limit the exact size may still fit.
    return reserve(heap, list, roomy & ~uint64_t{3}) || reserve(heap, list, size);
}

bool append(Heap& heap, List* list, std::span<const Value> values) {
    uint64_t size = uint64_t{list->size} + values.size();
    // The values may be the list's own, whose block is about to move.
    bool own = values.data() == list->items;
    if (size > list->capacity && !grow(heap, list, size)) return false;
    if (!values.empty()) memcpy(list->items + list->size, own ? list->items : values.data(), values.size_bytes());
    list->size = static_cast<uint32_t>(size);
    return true;
}

void shrink(Heap& heap, List* list) {
    if (list->size > list->capacity / 2) return;
    if (list->size == 0) {
        heap.give_block(list->items);
        list->items = nullptr;
        list->capacity = 0;
        return;
    }
    void* items = heap.resize_block(list->items, list->size * sizeof(Value));
    if (!items) return;
    list->items = static_cast<Value*>(items);
    list->capacity = list->size;
}

}  // namespace exmonty
