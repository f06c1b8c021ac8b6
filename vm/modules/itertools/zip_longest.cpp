// https://docs.python.org/3/library/itertools.html#itertools.zip_longest
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// A source that has ended is UNBOUND in the tuple; `active` counts the others.
namespace field {
enum : uint32_t { sources, fill, active, count };
}
// Sources of a row that is drawn natively.
constexpr uint32_t most_native = 256;
enum State : uint32_t { Draws, WaitsForItem };

bool all_native(const Tuple* sources) {
    for (const Value source : sources->view())
        if (source != UNBOUND && !is_native_iterator(source)) return false;
    return true;
}

// Source `index` has ended. True: it was the last.
bool end_source(Record* zip, Tuple* sources, uint32_t index) {
    sources->items[index] = UNBOUND;
    const int64_t active = zip->fields[field::active].as_int() - 1;
    zip->fields[field::active] = Value::integer(active);
    return active <= 0;
}

Value zip_longest_next(Run& run, Value self) {
    Record* zip = cast<Record>(self);
    Tuple* sources = as<Tuple>(zip->fields[field::sources]);
    if (!sources || sources->size() == 0 || zip->fields[field::active].as_int() <= 0) return ended(run);
    if (sources->size() > most_native || !all_native(sources)) return run.push_step(StepId::zip_longest_next, {self});
    Tuple* row = new_tuple(run.heap, sources->size());
    for (uint32_t i = 0; i < sources->size(); i++) {
        Value item = sources->items[i] == UNBOUND ? EXHAUSTED : native_next(run, sources->items[i]);
        if (item == EXHAUSTED) {
            if (sources->items[i] != UNBOUND && end_source(zip, sources, i)) return ended(run);
            item = zip->fields[field::fill];
        }
        if (is_result(item)) return item;
        row->items[i] = item;
    }
    return Value::cell(row);
}

Value zip_longest_new(Run& run, Value* args, uint32_t count) {
    Tuple* sources = new_tuple(run.heap, std::span<const Value>(args + 1, count - 1));
    if (!sources) return run.refused();
    Record* zip = new_record(run.heap, &zip_longest_class, field::count);
    zip->fields[field::fill] = args[0] == UNBOUND ? NONE : args[0];
    zip->fields[field::active] = Value::integer(sources->size());
    return take_sources(run, zip, sources);
}

constexpr NativeRow constructor_rows[] = {{"zip_longest", "*iterables, fillvalue=None", zip_longest_new}};
constinit const auto constructor = function_table(constructor_rows);

Value zip_longest_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    for (uint32_t i = 0; names && i < names->size(); i++)
        if (names->size() > 1 || cast<Str>(names->items[i])->view() != "fillvalue")
            return run.type_error({"zip_longest() got an unexpected keyword argument"});
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr TypeOperations operations = {.next = zip_longest_next, .construct = zip_longest_construct};
constexpr const Class* mro[] = {&zip_longest_class, &object_class};
constexpr const char* doc =
    "Return a zip_longest object whose .__next__() method returns a tuple where\n"
    "the i-th element comes from the i-th iterable argument.  The .__next__()\n"
    "method continues until the longest iterable in the argument sequence\n"
    "is exhausted and then it raises StopIteration.  When the shorter iterables\n"
    "are exhausted, the fillvalue is substituted in their place.  The fillvalue\n"
    "defaults to None or can be specified by a keyword argument.";

}  // namespace

constinit const Class zip_longest_class = itertools_class("itertools.zip_longest", field::count, mro, &operations, doc, nullptr, 0, Class::row_of_sources);

// Slots: the zip, a row, how many of its items are there.
Value step_zip_longest_next(Run& run, Frame& frame, Value in) {
    Record* zip = as_record(frame.base[0], &zip_longest_class);
    Tuple* sources = zip ? as<Tuple>(zip->fields[field::sources]) : nullptr;
    if (!sources) return bad_iterator(run);
    if (frame.base[1] == UNBOUND) {
        Tuple* fresh = new_tuple(run.heap, sources->size());
        if (!fresh) return run.refused();
        frame.base[1] = Value::cell(fresh);
        frame.base[2] = Value::integer(0);
    }
    Tuple* row = as<Tuple>(frame.base[1]);
    if (!row || row->size() != sources->size()) return bad_iterator(run);
    for (;;) {
        const uint32_t index = static_cast<uint32_t>(frame.base[2].as_int());
        if (index >= row->size()) return frame.base[1];
        const Value source = sources->items[index];
        if (frame.state == Draws && source != UNBOUND) {
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, WaitsForItem, in = run.next(source)) || in == RAISED) return in;
        }
        if (source == UNBOUND || in == EXHAUSTED) {
            if (source != UNBOUND && end_source(zip, sources, index)) return ended(run);
            in = zip->fields[field::fill];
        }
        row->items[index] = in;
        frame.base[2] = Value::integer(int64_t{index} + 1);
        frame.state = Draws;
    }
}

}  // namespace exmonty
