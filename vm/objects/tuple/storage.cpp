#include "vm/objects/tuple.h"

#include "vm/heap/heap.h"

#include <cstring>

namespace exmonty {
namespace {

// Up to this many items a tuple is a small cell, which is never refused.
constexpr size_t always_granted = 512;

constinit const Tuple the_empty_tuple{{Kind::Tuple, Cell::immortal, 0, 0}, {UNBOUND}};

}  // namespace

constinit const Tuple* const empty_tuple = &the_empty_tuple;

Tuple* new_tuple(Heap& heap, size_t count) {
    // Never written to: it has no items, and immortal cells are neither marked nor numbered.
    if (count == 0) return const_cast<Tuple*>(empty_tuple);
    if (count > always_granted && (count > Tuple::max_size || !heap.reserve(Tuple::cell_bytes(count)))) return nullptr;
    Tuple* tuple = heap.allocate<Tuple>(Tuple::cell_bytes(count));
    tuple->count = static_cast<uint32_t>(count);
    for (size_t i = 0; i < count; i++) tuple->items[i] = UNBOUND;
    return tuple;
}

Tuple* new_tuple(Heap& heap, std::span<const Value> items) {
    size_t count = items.size();
    if (count == 0) return const_cast<Tuple*>(empty_tuple);
    if (count > always_granted && (count > Tuple::max_size || !heap.reserve(Tuple::cell_bytes(count)))) return nullptr;
    Tuple* tuple = heap.allocate<Tuple>(Tuple::cell_bytes(count));
    tuple->count = static_cast<uint32_t>(count);
    memcpy(tuple->items, items.data(), items.size_bytes());
    return tuple;
}

}  // namespace exmonty
