// https://docs.python.org/3/library/itertools.html#itertools.islice
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// `position` counts what was drawn, `next` is the number of the item that is given next, `stop` -1 when there is none.
namespace field {
enum : uint32_t { source, next, position, stop, step, count };
}
constexpr int64_t endless = -1;

int64_t number(const Record* islice, uint32_t which) { return islice->fields[which].as_int(); }

bool is_over(const Record* islice) {
    const int64_t stop = number(islice, field::stop);
    return stop != endless && number(islice, field::position) >= stop;
}

// Whether the item at the position is only passed over. One that was drawn moves the position.
bool skips(const Record* islice) { return number(islice, field::position) < number(islice, field::next); }

Value take(Record* islice, Value item) {
    const int64_t stop = number(islice, field::stop);
    int64_t next = number(islice, field::next);
    next = next > Value::max_int - number(islice, field::step) ? Value::max_int : next + number(islice, field::step);
    if (stop != endless && next > stop) next = stop;
    islice->fields[field::next] = Value::integer(next);
    return item;
}

void advance(Record* islice) { islice->fields[field::position] = Value::integer(number(islice, field::position) + 1); }

Value islice_next(Run& run, Value self) {
    Record* islice = cast<Record>(self);
    const Value source = islice->fields[field::source];
    if (source == UNBOUND) return ended(run);
    if (!is_native_iterator(source)) return run.push_step(StepId::islice_next, {self});
    Pacer pacer(run.budget);
    for (;;) {
        const bool skipped = skips(islice);
        if (!skipped && is_over(islice)) return exhaust(run, islice);
        const Value item = native_next(run, source);
        if (item == EXHAUSTED) return exhaust(run, islice);
        if (is_result(item)) return item;
        advance(islice);
        if (!skipped) return take(islice, item);
        if (pacer.tick()) return RAISED;
        if (run.budget.collect_wanted && !is_flat_iterator(source)) return run.push_step(StepId::islice_next, {self});
    }
}

// What was given for a bound: -1 for what is none.
int64_t bound(Value argument, int64_t absent) {
    if (argument == UNBOUND || argument == NONE) return absent;
    const Value index = int_of(argument);
    return index.is_int() ? index.as_int() : -1;
}

Value islice_new(Run& run, Value* args, uint32_t count);
constexpr NativeRow constructor_rows[] = {{"islice", "iterable, start, stop=None, step=None, /", islice_new}};
constinit const auto constructor = function_table(constructor_rows);

Value islice_new(Run& run, Value* args, uint32_t count) {
    for (uint32_t i = 1; i < 4; i++)
        if (calls_index(run, args[i])) return with_indices(run, &constructor[0], args, count, 0b1110);
    const bool has_start = args[2] != UNBOUND;
    const Value stop_argument = args[has_start ? 2 : 1];
    const int64_t start = has_start ? bound(args[1], 0) : 0;
    const int64_t stop = bound(stop_argument, endless);
    const int64_t step = bound(args[3], 1);
    if (stop == endless && stop_argument != NONE)
        return run.value_error({"Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."});
    if (start < 0 || stop < endless)
        return run.value_error({"Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."});
    if (step < 1) return run.value_error({"Step for islice() must be a positive integer or None."});
    Record* islice = new_record(run.heap, &islice_class, field::count);
    islice->flags |= Record::draws_natively;
    islice->fields[field::next] = Value::integer(start);
    islice->fields[field::position] = Value::integer(0);
    islice->fields[field::stop] = Value::integer(stop);
    islice->fields[field::step] = Value::integer(step);
    return take_source(run, islice, args[0]);
}

Value islice_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({"islice() takes no keyword arguments"});
    return run.call(Value::cell(&constructor[0]), args, count);
}

constexpr TypeOperations operations = {.next = islice_next, .construct = islice_construct, .constructor = &constructor[0]};
constexpr const Class* mro[] = {&islice_class, &object_class};
constexpr const char* doc =
    "islice(iterable, stop) --> islice object\n"
    "islice(iterable, start, stop[, step]) --> islice object\n\n"
    "Return an iterator whose next() method returns selected values from an\n"
    "iterable.  If start is specified, will skip all preceding elements;\n"
    "otherwise, start defaults to zero.  Step defaults to one.  If\n"
    "specified as another value, step determines how many values are\n"
    "skipped between successive calls.  Works like a slice() on a list\n"
    "but returns an iterator.";

}  // namespace

constinit const Class islice_class = itertools_class("itertools.islice", field::count, mro, &operations, doc);

// Slots: the islice. States: 0 draws, 1 an item comes.
Value step_islice_next(Run& run, Frame& frame, Value in) {
    Record* islice = as_record(frame.base[0], &islice_class);
    if (!islice) return bad_iterator(run);
    for (;;) {
        if (frame.state == 0) {
            if (!skips(islice) && is_over(islice)) return exhaust(run, islice);
            if (run.budget.collect_wanted) return COLLECT;
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, 1, in = run.next(islice->fields[field::source])) || in == RAISED) return in;
        }
        if (in == EXHAUSTED) return exhaust(run, islice);
        const bool skipped = skips(islice);
        advance(islice);
        if (!skipped) return take(islice, in);
        frame.state = 0;
    }
}

}  // namespace exmonty
