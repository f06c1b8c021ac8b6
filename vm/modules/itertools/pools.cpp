#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { RecordSlot, IterablesSlot, PositionSlot };

Value complete(Record* record, const Tuple* pools) {
    record->fields[source_field] = Value::cell(pools);
    return Value::cell(record);
}

}  // namespace

Value take_pools(Run& run, Record* record, Tuple* iterables) {
    bool all_tuples = true;
    for (const Value iterable : iterables->view()) all_tuples = all_tuples && is_kind(iterable, Kind::Tuple);
    if (all_tuples) return complete(record, iterables);
    return run.push_step(StepId::lazy_pools, {Value::cell(record), Value::cell(iterables), Value::integer(0)});
}

Value step_lazy_pools(Run& run, Frame& frame, Value in) {
    Record* record = as<Record>(frame.base[RecordSlot]);
    Tuple* iterables = as<Tuple>(frame.base[IterablesSlot]);
    if (!record || !iterables) return bad_iterator(run);
    for (;;) {
        const uint32_t position = static_cast<uint32_t>(frame.base[PositionSlot].as_int());
        if (position >= iterables->size()) return complete(record, iterables);
        Value& iterable = iterables->items[position];
        if (frame.state == 0 && !is_kind(iterable, Kind::Tuple)) {
            if (!arrived(frame, 1, in = run.to_list(iterable))) return in;
        }
        if (frame.state == 1) {
            // A refusal finds the list in the row.
            iterable = in;
            frame.state = 2;
        }
        if (frame.state == 2) {
            List* list = as<List>(iterable);
            if (!list) return bad_iterator(run);
            Tuple* pool = new_tuple(run.heap, list->view());
            if (!pool) return run.refused();
            iterable = Value::cell(pool);
        }
        frame.base[PositionSlot] = Value::integer(int64_t{position} + 1);
        frame.state = 0;
        if (run.budget.poll()) return RAISED;
    }
}

}  // namespace exmonty
