#include "vm/objects/arguments.h"

#include "vm/objects/float.h"
#include "vm/objects/int.h"

#include <algorithm>
#include <bit>

namespace exmonty {

bool calls_index_slow(Run& run, Value value) {
    return int_of(value) == UNBOUND && run.special(class_of(value), Name::__index__) != UNBOUND;
}

Value int_of(Value value) {
    if (value.is_int()) return value;
    if (is_bool(value)) return plain_int(value);
    value = payload(value);
    return is_exact_int(value) ? value : UNBOUND;
}

static int64_t clamp(Value number) {
    if (number.is_int()) return number.as_int();
    return cast<BigInt>(number)->is_negative() ? Value::min_int : Value::max_int;
}

bool clamped_argument(Run& run, Value value, int64_t& number) {
    if (value == UNBOUND) return true;
    Value exact = int_of(value);
    if (exact == UNBOUND) {
        run.type_error({"'", type_name(value), "' object cannot be interpreted as an integer"});
        return false;
    }
    number = clamp(exact);
    return true;
}

bool int_argument(Run& run, Value value, int64_t& number) {
    if (!clamped_argument(run, value, number)) return false;
    if (value == UNBOUND || int_of(value).is_int()) return true;
    run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C ssize_t"});
    return false;
}

bool index_sized(Value number, int64_t& index) {
    if (number.is_int()) {
        index = number.as_int();
        return true;
    }
    const BigInt* big = cast<BigInt>(number);
    const uint64_t most = static_cast<uint64_t>(INT64_MAX) + (big->is_negative() ? 1 : 0);
    if (big->count > 1 || big->limbs[0] > most) return false;
    index = static_cast<int64_t>(big->is_negative() ? 0 - big->limbs[0] : big->limbs[0]);
    return true;
}

bool bound_argument(Run& run, Value value, int64_t& number) {
    if (value == UNBOUND || value == NONE) return true;
    Value exact = int_of(value);
    if (exact == UNBOUND) {
        run.type_error({"slice indices must be integers or None or have an __index__ method"});
        return false;
    }
    number = clamp(exact);
    return true;
}

Value repeat_count(Run& run, Value sequence, Value factor, uint64_t& times) {
    Value number = int_of(factor);
    if (number == UNBOUND) {
        if (is_kind(factor, Kind::Instance)) {
            // The factor's own `__rmul__` comes first; the loop looks for it when it hears NOT_IMPLEMENTED.
            if (run.special(class_of(factor), Name::__rmul__) != UNBOUND) return NOT_IMPLEMENTED;
            if (calls_index(run, factor)) return repeat_with_index(run, sequence, factor);
        }
        return run.type_error({"can't multiply sequence by non-int of type '", type_name(factor), "'"});
    }
    int64_t wanted;
    if (!index_sized(number, wanted)) {
        return run.raise(ExceptionType::OverflowError,
                         {"cannot fit '", type_name(factor), "' into an index-sized integer"});
    }
    times = wanted < 0 ? 0 : static_cast<uint64_t>(wanted);
    return NONE;
}

bool is_iterable(Run& run, Value value) {
    const Class* type = class_of(value);
    if (type->is_builtin()) return type->operations && (type->operations->iterate || type->operations->next || type->operations->get_item);
    return run.special(type, Name::__iter__) != UNBOUND || run.special(type, Name::__getitem__) != UNBOUND;
}

bool slice_calls_index(Run& run, const Slice* slice) {
    return calls_index(run, slice->start) || calls_index(run, slice->stop) || calls_index(run, slice->step);
}

bool slice_bounds(Run& run, const Slice* slice, uint64_t length, SliceBounds& bounds) {
    int64_t size = static_cast<int64_t>(length);
    int64_t step = 1;
    if (!bound_argument(run, slice->step, step)) return false;
    if (step == 0) {
        run.value_error({"slice step cannot be zero"});
        return false;
    }
    bool backwards = step < 0;
    int64_t lowest = backwards ? -1 : 0;
    int64_t highest = backwards ? size - 1 : size;
    int64_t start = backwards ? Value::max_int : 0;
    int64_t stop = backwards ? Value::min_int : Value::max_int;
    bool stop_given = slice->stop != NONE;
    if (!bound_argument(run, slice->start, start) || !bound_argument(run, slice->stop, stop)) return false;
    if (start < 0) start += size;
    if (stop < 0 && stop_given) stop += size;
    start = std::clamp(start, lowest, highest);
    stop = std::clamp(stop, lowest, highest);
    uint64_t count = 0;
    if (!backwards && start < stop) count = static_cast<uint64_t>((stop - start - 1) / step + 1);
    if (backwards && stop < start) count = static_cast<uint64_t>((start - stop - 1) / -step + 1);
    bounds = {start, stop, step, count};
    return true;
}

// ---- Steps.

// State of call_converted: which arguments are to be converted, the number of arguments, to what, and what the next input is.
namespace {

constexpr uint32_t mask_bits = 0xff;
constexpr uint32_t count_shift = 8;
constexpr uint32_t waits_for_argument = 1u << 16;
constexpr uint32_t waits_for_result = 1u << 17;
constexpr uint32_t to_truth = 1u << 18;
constexpr uint32_t to_float = 1u << 19;
constexpr uint32_t most_arguments = 8;

Value call_converted(Run& run, const NativeFunction* row, Value* args, uint32_t count, uint32_t state) {
    if (count > most_arguments || !row) return run.type_error({"an integer is required"});
    Value result = run.push_step(StepId::call_converted, {Value::cell(row)});
    if (result != PUSHED) return result;
    std::copy(args, args + count, run.frame->base + 1);
    run.frame->state = state | count << count_shift;
    return PUSHED;
}

}  // namespace

bool calls_float_slow(Run& run, Value value) {
    Value held = payload(value);
    const Class* type = class_of(value);
    if (held == value) return run.special(type, Name::__float__) != UNBOUND || run.special(type, Name::__index__) != UNBOUND;
    Value method = run.special(type, Name::__float__);
    return method != UNBOUND && !is_kind(method, Kind::NativeFunction);
}

Value with_indices(Run& run, const Class* type, std::string_view name, Value* args, uint32_t count, uint32_t mask) {
    return with_indices(run, find_row(type, name), args, count, mask);
}

Value with_indices(Run& run, const NativeFunction* row, Value* args, uint32_t count, uint32_t mask) {
    uint32_t calling = 0;
    for (uint32_t i = 0; i < count && i < most_arguments; i++)
        if (mask >> i & 1 && calls_index(run, args[i])) calling |= 1u << i;
    return call_converted(run, row, args, count, calling);
}

Value with_truths(Run& run, const Class* type, std::string_view name, Value* args, uint32_t count, uint32_t mask) {
    return call_converted(run, find_row(type, name), args, count, mask | to_truth);
}

Value with_floats(Run& run, const NativeFunction* row, Value* args, uint32_t count, uint32_t mask) {
    uint32_t calling = 0;
    for (uint32_t i = 0; i < count && i < most_arguments; i++)
        if (mask >> i & 1 && calls_float(run, args[i])) calling |= 1u << i;
    return call_converted(run, row, args, count, calling | to_float);
}

Value step_call_converted(Run& run, Frame& frame, Value in) {
    if (frame.state & waits_for_result) return in;
    Value* args = frame.base + 1;
    while (frame.state & mask_bits) {
        uint32_t number = static_cast<uint32_t>(std::countr_zero(frame.state & mask_bits));
        if (!(frame.state & waits_for_argument)) {
            in = frame.state & to_truth   ? run.truth(args[number])
                 : frame.state & to_float ? run.to_float(args[number])
                                          : run.index(args[number]);
            if (in == COLLECT) return in;
            frame.state |= waits_for_argument;
            if (is_result(in)) return in;
        }
        args[number] = in;
        frame.state &= ~(waits_for_argument | 1u << number);
    }
    const NativeFunction* native = cast<NativeFunction>(frame.base[0]);
    const Value self = args[0];
    const Kind kind = native->self_kind();
    const bool fits = kind == Kind::Free    ? true
                      : kind == Kind::Int   ? is_exact_int(self) || is_bool(self)
                      : kind == Kind::Float ? is_float(self)
                                            : is_kind(self, kind);
    if (!fits && native->binding == Binding::Method) return run.raise(ExceptionType::SystemError, {"bad slot"});
    Value result = native->function(run, args, frame.state >> count_shift & mask_bits);
    if (result != COLLECT) frame.state |= waits_for_result;
    return result;
}

Value item_with_index(Run& run, Value object, Value key) { return run.push_step(StepId::item_with_index, {object, key}); }

// Turns one part of a slice, or the key itself, into an int. True: go on.
static bool convert_key(Run& run, Frame& frame, Value& part, uint32_t number, Value& in) {
    if (frame.state == number) {
        part = in;
        frame.state = 0;
        return true;
    }
    if (frame.state != 0 || !calls_index(run, part)) return true;
    in = run.index(part);
    if (in == COLLECT) return false;
    if (is_result(in)) {
        frame.state = number;
        return false;
    }
    part = in;
    return true;
}

// Slots: object, key. State: 0 nothing is awaited, 1 … 3 a part of the slice, 4 the key, 5 the item.
Value step_item_with_index(Run& run, Frame& frame, Value in) {
    constexpr uint32_t waits_for_item = 5;
    if (frame.state == waits_for_item) return in;
    if (const Slice* original = as<Slice>(frame.base[1]); original && frame.state == 0) {
        // The step's own copy: slices are immutable.
        Slice* copy = run.heap.allocate<Slice>();
        copy->start = original->start;
        copy->stop = original->stop;
        copy->step = original->step;
        frame.base[1] = Value::cell(copy);
    }
    if (Slice* slice = as<Slice>(frame.base[1])) {
        Value* parts[] = {&slice->start, &slice->stop, &slice->step};
        for (uint32_t i = 0; i < 3; i++)
            if (!convert_key(run, frame, *parts[i], i + 1, in)) return in;
    } else if (!convert_key(run, frame, frame.base[1], 4, in)) {
        return in;
    }
    Value result = run.get_item(frame.base[0], frame.base[1]);
    if (result != COLLECT) frame.state = waits_for_item;
    return result;
}

Value repeat_with_index(Run& run, Value sequence, Value factor) {
    return run.push_step(StepId::repeat_with_index, {sequence, factor});
}

// Slots: sequence, factor. State: 0 start, 1 waits for the factor, 2 has it, 3 waits for the result.
Value step_repeat_with_index(Run& run, Frame& frame, Value in) {
    if (frame.state == 3) return in;
    if (frame.state == 0) {
        in = run.index(frame.base[1]);
        if (in == COLLECT) return in;
        frame.state = 1;
        if (is_result(in)) return in;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        frame.state = 2;
    }
    Value result = run.binary(Operator::Mul, frame.base[0], frame.base[1]);
    if (result != COLLECT) frame.state = 3;
    return result;
}

bool at_most_one(Run& run, std::string_view type, const Value* args, uint32_t count) {
    if (args[1] != UNBOUND) run.type_error({type, "() takes no keyword arguments"});
    else if (count > 3) run.type_error({type, " expected at most 1 argument, got ", Digits(count - 2).view()});
    else return true;
    return false;
}

}  // namespace exmonty
