// deque.index, count, remove and `in`.
#include "vm/objects/await.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deque.h"
#include "vm/objects/pacer.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { DequeSlot, ItemSlot, WhatSlot, IndexSlot, StopSlot, CountSlot, ChangesSlot };
enum State : uint32_t { Compares, WaitsForEqual };

Value mutated(Run& run, DequeSearch what) {
    const ExceptionType type = what == DequeSearch::Remove ? ExceptionType::IndexError : ExceptionType::RuntimeError;
    return run.raise(type, {"deque mutated during iteration"});
}

Value not_found(Run& run, DequeSearch what, int64_t count) {
    switch (what) {
        case DequeSearch::Contains: return FALSE;
        case DequeSearch::Count: return Value::integer(count);
        case DequeSearch::Index: return run.value_error({"deque.index(x): x not in deque"});
        case DequeSearch::Remove: return run.value_error({"deque.remove(x): x not in deque"});
    }
    return RAISED;
}

// UNBOUND: the search goes on.
Value found(Run& run, DequeSearch what, Deque* deque, int64_t index, int64_t& count) {
    switch (what) {
        case DequeSearch::Contains: return TRUE;
        case DequeSearch::Index: return Value::integer(index);
        case DequeSearch::Count: count++; return UNBOUND;
        case DequeSearch::Remove: return deque_delete_at(run, deque, static_cast<uint32_t>(index)) ? RAISED : NONE;
    }
    return UNBOUND;
}

}  // namespace

Value search_deque(Run& run, DequeSearch what, Deque* deque, Value item, int64_t start, int64_t stop) {
    Pacer pacer(run.budget);
    int64_t count = 0;
    const int64_t end = std::min<int64_t>(stop, deque->size);
    for (int64_t i = start; i < end; i++) {
        if (pacer.tick()) return RAISED;
        const Value equal = native_equals(run, deque->at(static_cast<uint32_t>(i)), item);
        if (equal == FALSE) continue;
        if (equal == UNBOUND)
            return run.push_step(StepId::deque_search, {Value::cell(deque), item, Value::integer(static_cast<int64_t>(what)), Value::integer(i),
                                                        Value::integer(end), Value::integer(count), Value::integer(deque->changes)});
        if (equal != TRUE) return equal;
        const Value result = found(run, what, deque, i, count);
        if (result != UNBOUND) return result;
    }
    return not_found(run, what, count);
}

Value step_deque_search(Run& run, Frame& frame, Value in) {
    Deque* deque = as<Deque>(frame.base[DequeSlot]);
    if (!deque) return run.raise(ExceptionType::SystemError, {"bad deque"});
    const DequeSearch what = static_cast<DequeSearch>(frame.base[WhatSlot].as_int());
    int64_t count = frame.base[CountSlot].as_int();
    for (;;) {
        const int64_t index = frame.base[IndexSlot].as_int();
        if (frame.state == Compares) {
            if (index >= frame.base[StopSlot].as_int() || index >= int64_t{deque->size}) return not_found(run, what, count);
            if (run.budget.poll()) return RAISED;
            if (!arrived(frame, WaitsForEqual, in = run.equals(deque->at(static_cast<uint32_t>(index)), frame.base[ItemSlot]))) return in;
        }
        if (frame.base[ChangesSlot] != Value::integer(deque->changes) || index >= int64_t{deque->size}) return mutated(run, what);
        if (in == TRUE) {
            const Value result = found(run, what, deque, index, count);
            if (result != UNBOUND) return result;
            frame.base[CountSlot] = Value::integer(count);
        }
        frame.base[IndexSlot] = Value::integer(index + 1);
        frame.state = Compares;
    }
}

}  // namespace exmonty
