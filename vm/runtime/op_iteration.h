// FOR_ITER and unpacking.
#pragma once

#include "vm/objects/dict.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"
#include "vm/objects/tuple.h"

namespace exmonty {

// The next item of the iterators that loops meet most; EXHAUSTED at the end; PUSHED: some other iterator.
[[gnu::always_inline]] inline Value fast_next(Cell* cell) {
    if (cell->kind == Kind::ListIterator) {
        ListIterator* iterator = static_cast<ListIterator*>(cell);
        List* list = as<List>(iterator->sequence);
        if (!list || (iterator->flags & ListIterator::reversed)) return PUSHED;
        if (iterator->position < list->size) return list->items[iterator->position++];
        iterator->sequence = UNBOUND;
        return EXHAUSTED;
    }
    if (cell->kind == Kind::TupleIterator) {
        ListIterator* iterator = static_cast<ListIterator*>(cell);
        Tuple* tuple = as<Tuple>(iterator->sequence);
        if (!tuple) return PUSHED;
        if (iterator->position < tuple->count) return tuple->items[iterator->position++];
        iterator->sequence = UNBOUND;
        return EXHAUSTED;
    }
    return PUSHED;
}

Value iterate_of(Run& run, Frame* frame, uint32_t source);
// To registers `first` …; NONE, or PUSHED by a step that fills them itself.
Value unpack(Run& run, Frame* frame, Value iterable, uint32_t first, uint32_t count);
Value unpack_star(Run& run, Frame* frame, Value iterable, uint32_t first, uint32_t before, uint32_t after);

}  // namespace exmonty
