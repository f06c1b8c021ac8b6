// tee: iterators over one source, which share what was drawn from it as a chain of links.
// https://docs.python.org/3/library/itertools.html#itertools.tee
#include "vm/modules/itertools/itertools.h"
#include "vm/modules/modules.h"

namespace exmonty {

extern const NativeModule module_itertools;

namespace {

// `link` is the one that holds the next item; the last link is empty.
namespace field {
enum : uint32_t { source, link, count };
}
// `value` and `next` are UNBOUND in the empty link; `next` is TRUE while its item is being drawn.
namespace link_field {
enum : uint32_t { value, next, count };
}
enum Slot : uint32_t { TeeSlot, LinkSlot };
enum State : uint32_t { Draws, WaitsForItem };

Value new_link(Run& run) { return Value::cell(new_record(run.heap, &tee_link_class, link_field::count)); }

Value new_tee(Run& run, Value source, Value link) {
    Record* tee = new_record(run.heap, &tee_class, field::count);
    tee->fields[field::source] = source;
    tee->fields[field::link] = link;
    return Value::cell(tee);
}

// The item of a link, which the iterator leaves behind.
Value pass(Record* tee, const Record* link) {
    tee->fields[field::link] = link->fields[link_field::next];
    return link->fields[link_field::value];
}

Value fill(Run& run, Record* tee, Record* link, Value item) {
    link->fields[link_field::value] = item;
    link->fields[link_field::next] = new_link(run);
    return pass(tee, link);
}

Value tee_next(Run& run, Value self) {
    Record* tee = cast<Record>(self);
    Record* link = as_record(tee->fields[field::link], &tee_link_class);
    if (!link) return bad_iterator(run);
    const Value next = link->fields[link_field::next];
    if (next == TRUE) return run.raise(ExceptionType::RuntimeError, {"cannot re-enter the tee iterator"});
    if (next != UNBOUND) return pass(tee, link);
    const Value source = tee->fields[field::source];
    if (!is_native_iterator(source)) {
        link->fields[link_field::next] = TRUE;
        return run.push_step(StepId::tee_next, {self, Value::cell(link)});
    }
    const Value item = native_next(run, source);
    return is_result(item) ? item : fill(run, tee, link, item);
}

Value tee_copy(Run& run, Value* args, uint32_t) {
    const Record* tee = as_record(args[0], &tee_class);
    if (!tee) return run.type_error({"a _tee object is required"});
    return new_tee(run, tee->fields[field::source], tee->fields[field::link]);
}

// `count` iterators that begin where the first does.
Value new_tees(Run& run, Value iterator, uint64_t count) {
    Tuple* tees = new_tuple(run.heap, count);
    if (!tees || !run.heap.reserve(count * Record::cell_bytes(field::count))) return run.refused();
    const Record* original = as_record(iterator, &tee_class);
    const Value source = original ? original->fields[field::source] : iterator;
    const Value link = original ? original->fields[field::link] : new_link(run);
    for (uint64_t i = 0; i < count; i++) {
        tees->items[i] = new_tee(run, source, link);
        if (i % 256 == 255 && run.budget.poll()) return RAISED;
    }
    return Value::cell(tees);
}

Value tee_new(Run& run, Value* args, uint32_t) {
    if (Record* original = as_record(args[0], &tee_class)) return new_tee(run, original->fields[field::source], original->fields[field::link]);
    return run.push_step(StepId::tee, {args[0], Value::integer(-1)});
}

constexpr NativeRow constructor_rows[] = {{"_tee", "iterable, /", tee_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr NativeRow rows[] = {{"__copy__", "self, /", tee_copy}};
constinit const auto methods = native_table(Kind::Record, rows);
constexpr TypeOperations operations = {.next = tee_next, .construct = construct_by_row<constructor>};
constexpr TypeOperations link_operations = {};
constexpr const Class* mro[] = {&tee_class, &object_class};
constexpr const Class* link_mro[] = {&tee_link_class, &object_class};

}  // namespace

constinit const Class tee_class =
    itertools_class("itertools._tee", field::count, mro, &operations, "Iterator wrapped to make it copyable.", methods.data(), methods.size());
constinit const Class tee_link_class = itertools_class("itertools._tee_dataobject", link_field::count, link_mro, &link_operations,
                                                       "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.");

Value tee(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, find_any_row(&module_itertools, "tee"), args, count, 0b10);
    int64_t number = 2;
    if (args[1] != UNBOUND) {
        const Value index = run.index(args[1]);
        if (is_result(index)) return index;
        if (!int_argument(run, index, number)) return RAISED;
    }
    if (number < 0) return run.value_error({"n must be >= 0"});
    if (number == 0) return Value::cell(empty_tuple);
    return run.push_step(StepId::tee, {args[0], Value::integer(number)});
}

// Slots: the iterable, how many iterators; -1: one alone.
Value step_tee(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        if (!arrived(frame, 1, in = run.iterate(frame.base[0]))) return in;
        frame.base[0] = in;
    } else if (frame.state == 1) {
        frame.base[0] = in;
    }
    frame.state = 2;
    const int64_t count = frame.base[1].as_int();
    if (count >= 0) return new_tees(run, frame.base[0], static_cast<uint64_t>(count));
    return new_tee(run, frame.base[0], new_link(run));
}

// Slots: the iterator, the empty link. Whatever comes, the link is free again.
Value step_tee_next(Run& run, Frame& frame, Value in) {
    Record* tee = as_record(frame.base[TeeSlot], &tee_class);
    Record* link = as_record(frame.base[LinkSlot], &tee_link_class);
    if (!tee || !link) return bad_iterator(run);
    if (frame.state == Draws) {
        if (run.budget.poll()) return RAISED;
        if (!arrived_or_ended(frame, WaitsForItem, in = run.next(tee->fields[field::source]))) return in;
    }
    link->fields[link_field::next] = UNBOUND;
    if (in == EXHAUSTED) return ended(run);
    return in == RAISED ? in : fill(run, tee, link, in);
}

}  // namespace exmonty
