// range: its operations, methods and class. Numbers are machine words as long as they fit.
// https://docs.python.org/3/library/stdtypes.html#ranges
#include "vm/objects/arguments.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/float.h"
#include "vm/objects/hash.h"
#include "vm/objects/int_math.h"
#include "vm/objects/pacer.h"
#include "vm/objects/range.h"
#include "vm/objects/text/builder.h"

#include <cmath>

namespace exmonty {
namespace {

constexpr Value zero = Value::integer(0);
constexpr Value one = Value::integer(1);

Range* self_of(Value* args) { return cast<Range>(args[0]); }

// All parts are words, and so is every number between them.
bool is_small(const Range* range) {
    return range->start.is_int() && range->stop.is_int() && range->step.is_int() && range->length.is_int();
}

Value new_range(Run& run, Value start, Value stop, Value step) {
    IntMath math(run);
    const bool backwards = IntMath::is_negative(step);
    const Value low = backwards ? stop : start;
    const Value high = backwards ? start : stop;
    Value length = zero;
    if (math.less(low, high)) {
        const Value stride = backwards ? math.negate(step) : step;
        const Value span = math.subtract(math.subtract(high, low), one);
        if (both_int(span, stride)) length = run.integer(span.as_int() / stride.as_int() + 1);
        else length = math.add(math.floor_divide(span, stride), one);
    }
    if (math.failure() != UNBOUND) return math.failure();
    Range* range = run.heap.allocate<Range>();
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = length;
    return Value::cell(range);
}

// The number at an index within the range; indices from 0.
Value number_at(IntMath& math, const Range* range, Value index) {
    return math.add(range->start, math.multiply(index, range->step));
}

// ---- Operations.

Value range_length(Run& run, Value self) {
    const Value length = cast<Range>(self)->length;
    const BigInt* big = as<BigInt>(length);
    if (big && (big->count > 1 || big->limbs[0] > INT64_MAX))
        return run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C ssize_t"});
    return length;
}

Value range_truth(Run&, Value self) { return boolean(cast<Range>(self)->length != zero); }

Value range_slice(Run& run, Value self, const Slice* slice) {
    if (slice_calls_index(run, slice)) return item_with_index(run, self, Value::cell(slice));
    const Range* range = cast<Range>(self);
    Value start, stop, step;
    const Value failure = slice_indices(run, slice, range->length, start, stop, step);
    if (failure != UNBOUND) return failure;
    IntMath math(run);
    const Value from = number_at(math, range, start);
    const Value to = number_at(math, range, stop);
    const Value stride = math.multiply(range->step, step);
    return math.failure() != UNBOUND ? math.failure() : new_range(run, from, to, stride);
}

Value range_get_item(Run& run, Value self, Value key) {
    const Range* range = cast<Range>(self);
    if (const Slice* slice = as<Slice>(key)) return range_slice(run, self, slice);
    Value index = int_of(key);
    if (index == UNBOUND) {
        if (calls_index(run, key)) return item_with_index(run, self, key);
        return run.type_error({"range indices must be integers or slices, not ", type_name(key)});
    }
    IntMath math(run);
    if (IntMath::is_negative(index)) index = math.add(index, range->length);
    if (IntMath::is_negative(index) || !math.less(index, range->length)) {
        if (math.failure() != UNBOUND) return math.failure();
        return run.raise(ExceptionType::IndexError, {"range object index out of range"});
    }
    const Value number = number_at(math, range, index);
    return math.failure() != UNBOUND ? math.failure() : number;
}

// The index of an exact int, or UNBOUND when it is not in the range.
Value index_of(IntMath& math, const Range* range, Value number) {
    const bool backwards = IntMath::is_negative(range->step);
    const bool inside = backwards ? !math.less(range->start, number) && math.less(range->stop, number)
                                  : !math.less(number, range->start) && math.less(number, range->stop);
    if (!inside) return UNBOUND;
    const Value offset = math.subtract(number, range->start);
    if (both_int(offset, range->step)) {
        if (offset.as_int() % range->step.as_int() != 0) return UNBOUND;
        return Value::integer(offset.as_int() / range->step.as_int());
    }
    return IntMath::is_zero(math.modulo(offset, range->step)) ? math.floor_divide(offset, range->step) : UNBOUND;
}

// What a value that is looked for is, if no Python code decides that: an int, NONE for what no int equals, or UNBOUND.
Value number_sought(Run& run, Value item) {
    const Value held = payload(item);
    if (is_integral(held) &&
        (is_builtin_instance(item) || is_kind(run.special(class_of(item), Name::__eq__), Kind::NativeFunction)))
        return plain_int(held);
    if (is_float(item)) {
        const double number = float_of(item);
        if (!std::isfinite(number) || number != std::trunc(number)) return NONE;
        if (std::fabs(number) < 0x1p61) return Value::integer(static_cast<int64_t>(number));
        return UNBOUND;
    }
    return is_simple_key(item) ? NONE : UNBOUND;
}

enum class RangeSearch : uint8_t { Contains, Count, Index };

Value not_in_range(Run& run, RangeSearch what, bool was_int) {
    switch (what) {
        case RangeSearch::Contains: return FALSE;
        case RangeSearch::Count: return zero;
        case RangeSearch::Index: break;
    }
    return run.value_error({was_int ? "range.index(x): x not in range" : "sequence.index(x): x not in sequence"});
}

Value search_range(Run& run, RangeSearch what, Value self, Value item) {
    const Value number = number_sought(run, item);
    if (number == UNBOUND)
        return run.push_step(StepId::search_range,
                             {self, item, Value::integer(static_cast<int64_t>(what)), zero, zero});
    if (number == NONE) return not_in_range(run, what, false);
    IntMath math(run);
    const Value index = index_of(math, cast<Range>(self), number);
    if (math.failure() != UNBOUND) return math.failure();
    if (index == UNBOUND) return not_in_range(run, what, is_integral(payload(item)));
    return what == RangeSearch::Contains ? TRUE : what == RangeSearch::Count ? one : index;
}

Value range_contains(Run& run, Value self, Value item) { return search_range(run, RangeSearch::Contains, self, item); }

bool ranges_equal(IntMath& math, const Range* a, const Range* b) {
    if (a == b) return true;
    if (!math.equal(a->length, b->length)) return false;
    if (a->length == zero) return true;
    if (!math.equal(a->start, b->start)) return false;
    return a->length == one || math.equal(a->step, b->step);
}

Value range_compare(Run& run, Comparison op, Value self, Value other) {
    if ((op != Comparison::Eq && op != Comparison::Ne) || !is_kind(other, Kind::Range)) return NOT_IMPLEMENTED;
    IntMath math(run);
    const bool equal = ranges_equal(math, cast<Range>(self), cast<Range>(other));
    return math.failure() != UNBOUND ? math.failure() : boolean(equal == (op == Comparison::Eq));
}

Value range_hash(Run& run, Value self) {
    uint64_t hash = 0;
    simple_hash(run, self, hash);
    return hash_value(run, hash);
}

// False: the native returns `failure`.
bool append_int(Run& run, TextSink& out, Value number, Value& failure) {
    if (number.is_int()) return out.append(Digits(number.as_int()).view()), true;
    const Value text = run.repr(number);
    failure = text;
    return !is_result(text) && (out.append(cast<Str>(text)->view()), true);
}

Value range_repr(Run& run, Value self) {
    const Range* range = cast<Range>(self);
    TextBuilder out(run);
    Value failure;
    out.append("range(");
    if (!append_int(run, out, range->start, failure)) return failure;
    out.append(", ");
    if (!append_int(run, out, range->stop, failure)) return failure;
    if (range->step != one) {
        out.append(", ");
        if (!append_int(run, out, range->step, failure)) return failure;
    }
    out.append(')');
    return out.str();
}

Value range_iterate(Run& run, Value self) {
    const Range* range = cast<Range>(self);
    if (is_small(range))
        return new_range_iterator(run.heap, range->start.as_int(), range->step.as_int(),
                                  static_cast<uint64_t>(range->length.as_int()));
    return new_long_range_iterator(run.heap, range->start, range->step, range->length);
}

// range(stop), range(start, stop), range(start, stop, step) with exact ints or what has an `__index__`.
Value make_range(Run& run, const Value* args, uint32_t count) {
    Value parts[3];
    for (uint32_t i = 0; i < count; i++) {
        parts[i] = int_of(args[i]);
        if (parts[i] != UNBOUND) continue;
        if (!calls_index(run, args[i]))
            return run.type_error({"'", type_name(args[i]), "' object cannot be interpreted as an integer"});
        return run.push_step(StepId::range_from_indices,
                             {args[0], count > 1 ? args[1] : UNBOUND, count > 2 ? args[2] : UNBOUND});
    }
    if (count == 1) return new_range(run, zero, parts[0], one);
    if (count == 2) return new_range(run, parts[0], parts[1], one);
    if (IntMath::is_zero(parts[2])) return run.value_error({"range() arg 3 must not be zero"});
    return new_range(run, parts[0], parts[1], parts[2]);
}

// https://docs.python.org/3/library/stdtypes.html#range
Value range_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->count) return run.type_error({"range() takes no keyword arguments"});
    if (count == 0) return run.type_error({"range expected at least 1 argument, got 0"});
    if (count > 3) return run.type_error({"range expected at most 3 arguments, got ", Digits(count).view()});
    return make_range(run, args, count);
}

Value range_set_attribute(Run& run, Value, Str* name, Value) { return refuse_part(run, name); }

constexpr TypeOperations range_operations{
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .truth = range_truth,
    .length = range_length,
    .get_item = range_get_item,
    .contains = range_contains,
    .iterate = range_iterate,
    .set_attribute = range_set_attribute,
    .construct = range_construct,
};

// ---- Methods.

// https://docs.python.org/3/reference/datamodel.html#object.__reversed__
Value range_reversed(Run& run, Value* args, uint32_t) {
    const Range* range = self_of(args);
    IntMath math(run);
    const Value last = number_at(math, range, math.subtract(range->length, one));
    const Value step = math.negate(range->step);
    if (math.failure() != UNBOUND) return math.failure();
    if (is_small(range) && both_int(last, step))
        return new_range_iterator(run.heap, last.as_int(), step.as_int(),
                                  static_cast<uint64_t>(range->length.as_int()));
    return new_long_range_iterator(run.heap, last, step, range->length);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.count
Value range_count(Run& run, Value* args, uint32_t) { return search_range(run, RangeSearch::Count, args[0], args[1]); }
// https://docs.python.org/3/library/stdtypes.html#sequence.index
Value range_index(Run& run, Value* args, uint32_t) { return search_range(run, RangeSearch::Index, args[0], args[1]); }
// https://docs.python.org/3/library/stdtypes.html#range.start
Value range_start(Run&, Value* args, uint32_t) { return self_of(args)->start; }
// https://docs.python.org/3/library/stdtypes.html#range.step
Value range_step(Run&, Value* args, uint32_t) { return self_of(args)->step; }
// https://docs.python.org/3/library/stdtypes.html#range.stop
Value range_stop(Run&, Value* args, uint32_t) { return self_of(args)->stop; }

constexpr NativeRow rows[] = {
    {"__reversed__", "self, /", range_reversed},
    {"count", "self, object, /", range_count},
    {"index", "self, object, /", range_index},
    {"start", "self, /", range_start, Binding::Getter},
    {"step", "self, /", range_step, Binding::Getter},
    {"stop", "self, /", range_stop, Binding::Getter},
};
constinit const auto range_methods = native_table(Kind::Range, rows);
constexpr const Class* range_mro[] = {&range_class, &object_class};

}  // namespace

constinit const Class range_class = builtin_class(
    "range", "builtins", &object_class, range_mro, 2, Kind::Range, Class::final_class, range_methods.data(),
    range_methods.size(), &range_operations,
    "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a "
    "sequence of "
    "integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart "
    "defaults "
    "to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 "
    "elements.\nWhen step is given, it specifies the increment (or decrement).");

// Slots: up to three arguments; UNBOUND: not given. State: the number of the argument that is awaited, plus 1.
Value step_range_from_indices(Run& run, Frame& frame, Value in) {
    uint32_t count = 0;
    while (count < 3 && frame.base[count] != UNBOUND) count++;
    for (;;) {
        if (frame.state != 0) {
            frame.base[frame.state - 1] = in;
            frame.state = 0;
        }
        uint32_t number = 0;
        while (number < count && int_of(frame.base[number]) != UNBOUND) number++;
        if (number == count) return make_range(run, frame.base, count);
        if (!arrived(frame, number + 1, in = run.index(frame.base[number]))) return in;
    }
}

// Looking for an object that only Python code can compare. Slots: range, item, what, index, count.
// State: 0 compares at index, 1 waits for the comparison.
Value step_search_range(Run& run, Frame& frame, Value in) {
    const Range* range = cast<Range>(frame.base[0]);
    const RangeSearch what = static_cast<RangeSearch>(frame.base[2].as_int());
    for (;;) {
        IntMath math(run);
        if (frame.state == 1) {
            frame.state = 0;
            if (in == TRUE && what == RangeSearch::Contains) return TRUE;
            if (in == TRUE && what == RangeSearch::Index) return frame.base[3];
            if (in == TRUE) frame.base[4] = Value::integer(frame.base[4].as_int() + 1);
            frame.base[3] = math.add(frame.base[3], one);
        }
        if (!math.less(frame.base[3], range->length)) {
            if (math.failure() != UNBOUND) return math.failure();
            return what == RangeSearch::Count && frame.base[4] != zero ? frame.base[4] : not_in_range(run, what, false);
        }
        const Value number = number_at(math, range, frame.base[3]);
        if (math.failure() != UNBOUND) return math.failure();
        if (run.budget.poll()) return RAISED;
        if (!arrived(frame, 1, in = run.equals(number, frame.base[1]))) return in;
    }
}

}  // namespace exmonty
