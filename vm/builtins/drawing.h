// Drawing items in natives that go through an iterable: sum, min, max, all, any.
//
// Such a native is a step whose slot 0 holds the iterable, then its iterator. `draw` is its first part, `feed` its fast one:
// the items of a native iterator in one loop, as long as the native can deal with them without Python code.
#pragma once

#include "vm/objects/await.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list.h"
#include "vm/objects/pacer.h"
#include "vm/objects/range.h"
#include "vm/objects/run.h"
#include "vm/objects/tuple.h"

namespace exmonty {

// The first states of such a step; its own follow.
namespace draw_state {
enum : uint32_t { Starts, WaitsForIterator, Draws, WaitsForItem, HasItem, count };
}

// Goes on until there is an item: UNBOUND with the item, or EXHAUSTED, in `in` and the state HasItem. Other results are the
// step's.
inline Value draw(Run& run, Frame& frame, Value& in) {
    switch (frame.state) {
        case draw_state::Starts:
            if (!arrived(frame, draw_state::WaitsForIterator, in = run.iterate(frame.base[0]))) return in;
            [[fallthrough]];
        case draw_state::WaitsForIterator:
            frame.base[0] = in;
            frame.state = draw_state::Draws;
            [[fallthrough]];
        case draw_state::Draws:
            // Items that come at once may leave garbage behind; nothing is lost by starting this turn again.
            if (run.budget.collect_wanted) return COLLECT;
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, draw_state::WaitsForItem, in = run.next(frame.base[0])) || in == RAISED) return in;
            [[fallthrough]];
        default: frame.state = draw_state::HasItem; return UNBOUND;
    }
}

// Gives the items of a native iterator to `take` until it returns false: NONE with the item; or EXHAUSTED or RAISED.
// `take` runs no Python code and changes no container.
template <class Take>
Value feed(Run& run, Value iterator, Value& item, Take take) {
    Pacer pacer(run.budget);
    if (ListIterator* forward = as<ListIterator>(iterator); forward && !(forward->flags & ListIterator::reversed)) {
        const List* list = as<List>(forward->sequence);
        for (; list && forward->position < list->size; forward->position++) {
            item = list->items[forward->position];
            if (!take(item)) {
                forward->position++;
                return NONE;
            }
            if (pacer.tick()) return RAISED;
        }
        forward->sequence = UNBOUND;
        return EXHAUSTED;
    }
    for (;;) {
        item = native_next(run, iterator);
        if (is_result(item)) return item;
        if (!take(item)) return NONE;
        if (pacer.tick()) return RAISED;
    }
}

// The same for whatever a step's slot 0 holds once it is an iterator; the state is HasItem afterwards. UNBOUND: there was
// no native iterator to feed from. NONE: the item, or EXHAUSTED, is in `in`.
template <class Take>
Value feed_first(Run& run, Frame& frame, Value& in, Take take) {
    if (frame.state != draw_state::Draws || !is_native_iterator(frame.base[0])) return UNBOUND;
    const Value result = feed(run, frame.base[0], in, take);
    if (result == RAISED) return result;
    if (result == EXHAUSTED) in = EXHAUSTED;
    frame.state = draw_state::HasItem;
    return NONE;
}

}  // namespace exmonty
