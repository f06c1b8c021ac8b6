// slice: its operations, methods and class.
// https://docs.python.org/3/library/functions.html#slice
#include "vm/objects/arguments.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_hash.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/int_math.h"
#include "vm/objects/range.h"

namespace exmonty {
namespace {

constexpr Value zero = Value::integer(0);

Slice* self_of(Value* args) { return cast<Slice>(args[0]); }

// A bound of a slice, brought into lower … upper. False: a TypeError is pending.
bool clip(Run& run, IntMath& math, Value part, Value length, Value lower, Value upper, Value& result) {
    if (part == NONE) return true;
    result = int_of(part);
    if (result == UNBOUND) {
        run.type_error({"slice indices must be integers or None or have an __index__ method"});
        return false;
    }
    if (IntMath::is_negative(result)) {
        result = math.add(result, length);
        if (math.less(result, lower)) result = lower;
    } else if (math.less(upper, result)) {
        result = upper;
    }
    return true;
}

Value parts_of(Run& run, const Slice* slice) { return run.tuple({slice->start, slice->stop, slice->step}); }

Value slice_compare(Run& run, Comparison op, Value self, Value other) {
    if (!is_kind(other, Kind::Slice)) return NOT_IMPLEMENTED;
    if (self == other) return boolean(op == Comparison::Eq || op == Comparison::Le || op == Comparison::Ge);
    return deep_compare(run, op, parts_of(run, cast<Slice>(self)), parts_of(run, cast<Slice>(other)));
}

Value slice_set_attribute(Run& run, Value, Str* name, Value) { return refuse_part(run, name); }

// https://docs.python.org/3/library/functions.html#slice
Value slice_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->count) return run.type_error({"slice() takes no keyword arguments"});
    if (count == 0) return run.type_error({"slice expected at least 1 argument, got 0"});
    if (count > 3) return run.type_error({"slice expected at most 3 arguments, got ", Digits(count).view()});
    Slice* slice = run.heap.allocate<Slice>();
    slice->start = count == 1 ? NONE : args[0];
    slice->stop = count == 1 ? args[0] : args[1];
    slice->step = count == 3 ? args[2] : NONE;
    return Value::cell(slice);
}

constexpr TypeOperations slice_operations{
    .repr = deep_repr,
    .hash = deep_hash,
    .compare = slice_compare,
    .set_attribute = slice_set_attribute,
    .construct = slice_construct,
};

Value indices_of(Run& run, const Slice* slice, Value length) {
    Value start, stop, step;
    const Value failure = slice_indices(run, slice, length, start, stop, step);
    return failure != UNBOUND ? failure : run.tuple({start, stop, step});
}

// https://docs.python.org/3/reference/datamodel.html#slice.indices
Value slice_indices_method(Run& run, Value* args, uint32_t) {
    if (calls_index(run, args[1]) || slice_calls_index(run, self_of(args))) {
        const Slice* slice = self_of(args);
        return run.push_step(StepId::slice_indices, {slice->start, slice->stop, slice->step, args[1]});
    }
    const Value length = int_of(args[1]);
    if (length == UNBOUND)
        return run.type_error({"'", type_name(args[1]), "' object cannot be interpreted as an integer"});
    if (IntMath::is_negative(length)) return run.value_error({"length should not be negative"});
    return indices_of(run, self_of(args), length);
}

// https://docs.python.org/3/library/functions.html#slice.start
Value slice_start(Run&, Value* args, uint32_t) { return self_of(args)->start; }
// https://docs.python.org/3/library/functions.html#slice.step
Value slice_step(Run&, Value* args, uint32_t) { return self_of(args)->step; }
// https://docs.python.org/3/library/functions.html#slice.stop
Value slice_stop(Run&, Value* args, uint32_t) { return self_of(args)->stop; }

constexpr NativeRow rows[] = {
    {"indices", "self, object, /", slice_indices_method},
    {"start", "self, /", slice_start, Binding::Getter},
    {"step", "self, /", slice_step, Binding::Getter},
    {"stop", "self, /", slice_stop, Binding::Getter},
};
constinit const auto slice_methods = native_table(Kind::Slice, rows);
constexpr const Class* slice_mro[] = {&slice_class, &object_class};

}  // namespace

constinit const Class slice_class =
    builtin_class("slice", "builtins", &object_class, slice_mro, 2, Kind::Slice, Class::final_class,
                  slice_methods.data(), slice_methods.size(), &slice_operations,
                  "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended "
                  "slicing (e.g. a[0:10:2]).");

Value refuse_part(Run& run, const Str* name) {
    const std::string_view text = name->view();
    if (text != "start" && text != "stop" && text != "step") return UNBOUND;
    return run.raise(ExceptionType::AttributeError, {"readonly attribute"});
}

Value slice_indices(Run& run, const Slice* slice, Value length, Value& start, Value& stop, Value& step) {
    IntMath math(run);
    step = slice->step == NONE ? Value::integer(1) : int_of(slice->step);
    if (step == UNBOUND) return run.type_error({"slice indices must be integers or None or have an __index__ method"});
    if (IntMath::is_zero(step)) return run.value_error({"slice step cannot be zero"});
    const bool backwards = IntMath::is_negative(step);
    const Value lower = backwards ? Value::integer(-1) : zero;
    const Value upper = backwards ? math.subtract(length, Value::integer(1)) : length;
    start = backwards ? upper : lower;
    stop = backwards ? lower : upper;
    if (!clip(run, math, slice->start, length, lower, upper, start) ||
        !clip(run, math, slice->stop, length, lower, upper, stop))
        return RAISED;
    return math.failure();
}

// slice.indices where a part or the length has to be asked for its `__index__`: the length first, then the step, start
// and stop. Slots: start, stop, step, length. State: 0 looks for what is to be asked, number + 1 waits for it.
Value step_slice_indices(Run& run, Frame& frame, Value in) {
    constexpr uint32_t order[] = {3, 2, 0, 1};
    for (;;) {
        if (frame.state != 0) {
            frame.base[frame.state - 1] = in;
            frame.state = 0;
        }
        uint32_t asked = 4;
        for (const uint32_t number : order) {
            if (asked == 4 && calls_index(run, frame.base[number])) asked = number;
        }
        if (asked == 4) break;
        if (!arrived(frame, asked + 1, in = run.index(frame.base[asked]))) return in;
    }
    Slice* slice = run.heap.allocate<Slice>();
    slice->start = frame.base[0];
    slice->stop = frame.base[1];
    slice->step = frame.base[2];
    Value args[] = {Value::cell(slice), frame.base[3]};
    return slice_indices_method(run, args, 2);
}

}  // namespace exmonty
