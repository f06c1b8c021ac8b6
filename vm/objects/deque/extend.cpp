// deque.extend, extendleft, += and the constructor: items are added as they come.
#include "vm/objects/await.h"
#include "vm/objects/class.h"
#include "vm/objects/deque.h"
#include "vm/objects/iterator.h"
#include "vm/objects/pacer.h"
#include "vm/objects/run.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { DequeSlot, SourceSlot, ResultSlot, EndSlot, ItemSlot };
enum State : uint32_t { Starts, WaitsForIterator, Draws, WaitsForItem, HasItem };

// A copy of the deque's own items, when it is extended by itself.
Value copy_of_items(Run& run, const Deque* deque) {
    Tuple* copy = new_tuple(run.heap, deque->size);
    if (!copy) return run.refused();
    for (uint32_t i = 0; i < deque->size; i++) copy->items[i] = deque->at(i);
    return Value::cell(copy);
}

}  // namespace

Value deque_extend(Run& run, Deque* deque, Value iterable, DequeEnd end, Value result) {
    if (as<Deque>(payload(iterable)) == deque) {
        iterable = copy_of_items(run, deque);
        if (is_result(iterable)) return iterable;
    }
    const Value iterator = native_iterator(run, iterable);
    const Value left = boolean(end == DequeEnd::Left);
    // What a bounded deque drops is to be collected on the way, which is for the step.
    if (iterator == UNBOUND || deque->maxlen != Deque::unbounded)
        return run.push_step(StepId::deque_extend, {Value::cell(deque), iterable, result, left});
    if (iterator == RAISED) return RAISED;
    Pacer pacer(run.budget);
    for (;;) {
        const Value item = native_next(run, iterator);
        if (item == EXHAUSTED) return result;
        if (is_result(item)) return item;
        if (!deque_push(run.heap, deque, end, item)) {
            const Value pushed = run.push_step(StepId::deque_extend, {Value::cell(deque), iterator, result, left, item});
            if (pushed == PUSHED) run.frame->state = HasItem;
            return pushed;
        }
        if (pacer.tick()) return RAISED;
    }
}

Value step_deque_extend(Run& run, Frame& frame, Value in) {
    Deque* deque = as<Deque>(frame.base[DequeSlot]);
    if (!deque) return run.raise(ExceptionType::SystemError, {"bad deque"});
    const DequeEnd end = frame.base[EndSlot] == TRUE ? DequeEnd::Left : DequeEnd::Right;
    for (;;) {
        switch (frame.state) {
            case Starts:
                if (!arrived(frame, WaitsForIterator, in = run.iterate(frame.base[SourceSlot]))) return in;
                [[fallthrough]];
            case WaitsForIterator:
                frame.base[SourceSlot] = in;
                frame.state = Draws;
                [[fallthrough]];
            case Draws:
                if (run.budget.collect_wanted) return COLLECT;
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(frame.base[SourceSlot])) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) return frame.base[ResultSlot];
                frame.base[ItemSlot] = in;
                frame.state = HasItem;
                [[fallthrough]];
            default:
                if (!deque_push(run.heap, deque, end, frame.base[ItemSlot])) return run.refused();
                frame.state = Draws;
        }
    }
}

}  // namespace exmonty
