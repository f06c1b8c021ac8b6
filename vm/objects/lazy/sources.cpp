// Sources of lazy iterators: taking the iterators of what is given, and drawing rows of items.
#include "vm/objects/await.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/list.h"
#include "vm/objects/pacer.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

// So many zips and enumerates on top of one another draw natively.
constexpr int64_t most_height = 8;
// The row of a zip of more is no small tuple, whose memory may be refused.
constexpr uint32_t most_native_sources = 500;

int64_t height_of(const Record* record) {
    const Value height = record->fields[zip_field::height];
    return height.is_int() ? height.as_int() : 0;
}
static_assert(static_cast<uint32_t>(zip_field::height) == static_cast<uint32_t>(enumerate_field::height));

bool has_height(const Record* record) { return record->type == &zip_class || record->type == &enumerate_class; }

// 0: items of such sources may need Python code.
int64_t height_above(const Tuple* sources) {
    int64_t height = 1;
    if (sources->size() > most_native_sources) return 0;
    for (const Value source : sources->view()) {
        if (!is_native_iterator(source)) return 0;
        const Record* record = as<Record>(source);
        if (record && has_height(record) && height_of(record) >= height) height = height_of(record) + 1;
    }
    return height > most_height ? 0 : height;
}

Value complete(Record* record, Tuple* sources) {
    if (record->type == &map_class) {
        record->fields[map_field::sources] = Value::cell(sources);
    } else if (record->type == &zip_class) {
        record->fields[zip_field::sources] = Value::cell(sources);
        record->fields[zip_field::height] = Value::integer(height_above(sources));
    } else if (record->type == &enumerate_class) {
        record->fields[enumerate_field::source] = sources->items[0];
        record->fields[enumerate_field::height] = Value::integer(height_above(sources));
    } else if (record->type == &filter_class) {
        record->fields[filter_field::source] = sources->items[0];
    } else {
        record->fields[0] = record->type->flags & Class::row_of_sources ? Value::cell(sources) : sources->items[0];
    }
    return Value::cell(record);
}

Value raise_uneven(Run& run, std::string_view name, uint32_t index, std::string_view how) {
    const Digits number(index + 1);
    const Digits before(index);
    if (index == 1) return run.value_error({name, "() argument ", number.view(), " is ", how, " than argument 1"});
    return run.value_error({name, "() argument ", number.view(), " is ", how, " than arguments 1-", before.view()});
}

}  // namespace

bool is_flat_iterator(Value iterator) {
    if (!iterator.is_cell()) return iterator == UNBOUND;
    const Record* record = as<Record>(iterator);
    if (!record) return is_native_iterator(iterator);
    constexpr uint8_t both = Record::native_iterator | Record::makes_items;
    return (record->flags & both) == Record::native_iterator || record->type == &set_iterator_class;
}

bool is_native_lazy(const Record* record) {
    if (record->flags & Record::native_iterator) return true;
    if (record->flags & Record::draws_natively) return is_flat_iterator(record->fields[0]);
    if (has_height(record)) return height_of(record) > 0;
    if (record->type != &reversed_class) return false;
    const Value sequence = record->fields[reversed_field::sequence];
    return sequence == UNBOUND || is_kind(sequence, Kind::Tuple);
}

Value take_sources(Run& run, Record* record, Tuple* iterables) {
    for (uint32_t i = 0; i < iterables->size(); i++) {
        if (!is_builtin_instance(iterables->items[i]))
            return run.push_step(StepId::lazy_sources, {Value::cell(record), Value::cell(iterables), Value::integer(i)});
        const Value iterator = run.iterate(iterables->items[i]);
        if (is_result(iterator)) return iterator;
        iterables->items[i] = iterator;
    }
    return complete(record, iterables);
}

// Slots: the record, the tuple of iterables, the number of the one that is next.
Value step_lazy_sources(Run& run, Frame& frame, Value in) {
    Record* record = as<Record>(frame.base[0]);
    Tuple* iterables = as<Tuple>(frame.base[1]);
    if (!record || !iterables) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    for (;;) {
        const uint32_t position = static_cast<uint32_t>(frame.base[2].as_int());
        if (position >= iterables->size()) return complete(record, iterables);
        if (frame.state == 0 && !arrived(frame, 1, in = run.iterate(iterables->items[position]))) return in;
        iterables->items[position] = in;
        frame.base[2] = Value::integer(position + 1);
        frame.state = 0;
        if (run.budget.poll()) return RAISED;
    }
}

Value draw_row(Run& run, const Tuple* sources, bool strict, std::string_view name, Value* row) {
    const uint32_t count = sources->size();
    for (uint32_t i = 0; i < count; i++) {
        const Value item = native_next(run, sources->items[i]);
        if (!is_result(item)) [[likely]] {
            row[i] = item;
            continue;
        }
        if (item != EXHAUSTED || !strict) return item;
        if (i > 0) return raise_uneven(run, name, i, "shorter");
        for (uint32_t other = 1; other < count; other++) {
            const Value surplus = native_next(run, sources->items[other]);
            if (surplus == RAISED) return surplus;
            if (surplus != EXHAUSTED) return raise_uneven(run, name, other, "longer");
        }
        return item;
    }
    return NONE;
}

namespace {

enum RowState : uint32_t { AsksItem, WaitsForItem, AsksSurplus, WaitsForSurplus };

}  // namespace

// Once the first source of a strict row has ended, all others must have: what they still have is surplus.
Value draw_row(Run& run, Frame& frame, Value in, const Tuple* sources, bool strict, std::string_view name) {
    const uint32_t count = sources->size();
    Value& drawn = frame.base[row_slot::drawn];
    if (frame.base[row_slot::row] == UNBOUND) {
        Tuple* fresh = new_tuple(run.heap, count);
        if (!fresh) return run.refused();
        frame.base[row_slot::row] = Value::cell(fresh);
        drawn = Value::integer(0);
    }
    Tuple* row = as<Tuple>(frame.base[row_slot::row]);
    if (!row || row->size() != count) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    for (;;) {
        const uint32_t index = static_cast<uint32_t>(drawn.as_int());
        switch (frame.state) {
            case WaitsForItem:
                if (in == EXHAUSTED) {
                    if (!strict) return ended(run);
                    if (index > 0) return raise_uneven(run, name, index, "shorter");
                    frame.state = AsksSurplus;
                } else {
                    row->items[index] = in;
                    frame.state = AsksItem;
                }
                drawn = Value::integer(index + 1);
                continue;
            case WaitsForSurplus:
                if (in != EXHAUSTED) return raise_uneven(run, name, index, "longer");
                drawn = Value::integer(index + 1);
                frame.state = AsksSurplus;
                continue;
            default: break;
        }
        if (index >= count) return frame.state == AsksItem ? UNBOUND : ended(run);
        if (run.budget.poll()) return RAISED;
        if (!arrived_or_ended(frame, frame.state + 1, in = run.next(sources->items[index])) || in == RAISED) return in;
    }
}

}  // namespace exmonty
