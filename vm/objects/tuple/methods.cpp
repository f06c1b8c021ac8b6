// tuple: its operations, methods and class.
// https://docs.python.org/3/library/stdtypes.html#tuples
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_hash.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/iterator.h"
#include "vm/objects/sequence.h"

#include <cstring>

namespace exmonty {
namespace {

Value tuple_length(Run&, Value self) { return Value::integer(cast<Tuple>(self)->count); }

Value tuple_slice(Run& run, Value self, const Slice* slice) {
    if (slice_calls_index(run, slice)) return item_with_index(run, self, Value::cell(slice));
    const Tuple* tuple = cast<Tuple>(self);
    SliceBounds bounds;
    if (!slice_bounds(run, slice, tuple->count, bounds)) return RAISED;
    if (bounds.step == 1 && bounds.count == tuple->count) return self;
    Tuple* result = new_tuple(run.heap, bounds.count);
    if (!result) return run.refused();
    for (uint64_t i = 0; i < bounds.count; i++)
        result->items[i] = tuple->items[bounds.start + static_cast<int64_t>(i) * bounds.step];
    return poll_move(run, bounds.count) ? RAISED : Value::cell(result);
}

Value tuple_get_item(Run& run, Value self, Value key) {
    const Tuple* tuple = cast<Tuple>(self);
    int64_t index;
    if (key.is_int()) {
        index = key.as_int();
    } else if (const Slice* slice = as<Slice>(key)) {
        return tuple_slice(run, self, slice);
    } else {
        const KeyKind kind = sequence_key(run, "tuple", key, index);
        if (kind == KeyKind::CallsIndex) return item_with_index(run, self, key);
        if (kind == KeyKind::Failed) return RAISED;
    }
    index = position_of(index, tuple->count);
    return index < 0 ? run.raise(ExceptionType::IndexError, {"tuple index out of range"}) : tuple->items[index];
}

Value tuple_contains(Run& run, Value self, Value item) {
    return search_sequence(run, SequenceSearch::Contains, self, item);
}

Value tuple_iterate(Run& run, Value self) {
    ListIterator* iterator =
        static_cast<ListIterator*>(run.heap.allocate_cell(Kind::TupleIterator, sizeof(ListIterator)));
    iterator->sequence = self;
    iterator->position = 0;
    return Value::cell(iterator);
}

Value tuple_concatenate(Run& run, Value a, Value b) {
    const Tuple* left = cast<Tuple>(a);
    const Tuple* right = as<Tuple>(payload(b));
    if (!right) {
        if (has_reflected(run, b, Name::__radd__)) return NOT_IMPLEMENTED;
        return run.type_error({"can only concatenate tuple (not \"", type_name(b), "\") to tuple"});
    }
    if (right->count == 0) return a;
    if (left->count == 0) return payload(b);
    Tuple* result = new_tuple(run.heap, uint64_t{left->count} + right->count);
    if (!result) return run.refused();
    memcpy(static_cast<void*>(result->items), left->items, left->count * sizeof(Value));
    memcpy(static_cast<void*>(result->items + left->count), right->items, right->count * sizeof(Value));
    return poll_move(run, result->count) ? RAISED : Value::cell(result);
}

Value tuple_repeat(Run& run, Value self, Value factor) {
    const Tuple* tuple = cast<Tuple>(self);
    uint64_t count;
    Value result;
    if (!repeat_count(run, self, tuple->count, factor, count, result)) return result;
    if (count == 0) return Value::cell(empty_tuple);
    if (count == 1) return self;
    Tuple* repeated = new_tuple(run.heap, tuple->count * count);
    if (!repeated) return run.refused();
    memcpy(static_cast<void*>(repeated->items), tuple->items, tuple->count * sizeof(Value));
    return repeat_items(run, repeated->items, tuple->count, count) ? RAISED : Value::cell(repeated);
}

Value tuple_binary(Run& run, Operator op, Value a, Value b) {
    if (op == Operator::Add && is_kind(a, Kind::Tuple)) return tuple_concatenate(run, a, b);
    if (op == Operator::Mul) return is_kind(a, Kind::Tuple) ? tuple_repeat(run, a, b) : tuple_repeat(run, b, a);
    return NOT_IMPLEMENTED;
}

Value tuple_of(Run& run, const List* list) {
    Tuple* tuple = new_tuple(run.heap, std::span<const Value>(list->items, list->size));
    if (!tuple) return run.refused();
    return poll_move(run, tuple->count) ? RAISED : Value::cell(tuple);
}

// https://docs.python.org/3/library/stdtypes.html#tuple
Value tuple_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->count) return run.type_error({"tuple() takes no keyword arguments"});
    if (count > 1) return run.type_error({"tuple expected at most 1 argument, got ", Digits(count).view()});
    if (count == 0) return Value::cell(empty_tuple);
    if (is_kind(args[0], Kind::Tuple)) return args[0];
    if (const List* list = as<List>(args[0])) return tuple_of(run, list);
    return run.push_step(StepId::tuple_from_iterable, {args[0]});
}

constexpr TypeOperations tuple_operations{
    .repr = deep_repr,
    .hash = deep_hash,
    .compare = deep_compare,
    .length = tuple_length,
    .get_item = tuple_get_item,
    .contains = tuple_contains,
    .iterate = tuple_iterate,
    .binary = tuple_binary,
    .operators = " add mul rmul eq ne lt le gt ge ",
    .construct = tuple_construct,
};

// https://docs.python.org/3/library/stdtypes.html#sequence.count
Value tuple_count(Run& run, Value* args, uint32_t) {
    return search_sequence(run, SequenceSearch::Count, args[0], args[1]);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.index
Value tuple_index(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2]) || calls_index(run, args[3]))
        return with_indices(run, &tuple_class, "index", args, count, 0b1100);
    int64_t start = 0;
    int64_t stop = Value::max_int;
    if (!search_bounds(run, args[2], args[3], cast<Tuple>(args[0])->count, start, stop)) return RAISED;
    return search_sequence(run, SequenceSearch::Index, args[0], args[1], start, stop);
}

Value tuple_getnewargs(Run& run, Value* args, uint32_t) { return run.tuple({args[0]}); }

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__getnewargs__", "self, /", tuple_getnewargs},
    {"count", "self, value, /", tuple_count},
    {"index", "self, value, start=0, stop=sys.maxsize, /", tuple_index},
};
constinit const auto tuple_methods = native_table(Kind::Tuple, rows);
constexpr const Class* tuple_mro[] = {&tuple_class, &object_class};

}  // namespace

constinit const Class tuple_class = builtin_class("tuple", "builtins", &object_class, tuple_mro, 2, Kind::Tuple, 0,
                                                  tuple_methods.data(), tuple_methods.size(), &tuple_operations,
                                                  "Built-in immutable sequence.\n\nIf no argument is given, the "
                                                  "constructor returns an empty tuple.\nIf iterable is specified "
                                                  "the tuple is initialized from iterable's items.\n\nIf the argument "
                                                  "is a tuple, the return value is the same object.");

// Slots: the iterable, then the list of its items. State: 0 start, 1 waits for the list, 2 has it.
Value step_tuple_from_iterable(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        in = run.to_list(frame.base[0]);
        if (in == COLLECT) return in;
        frame.state = 1;
        if (is_result(in)) return in;
    }
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 2;
    }
    List* list = as<List>(frame.base[0]);
    if (!list) return run.raise(ExceptionType::SystemError, {"bad slot"});
    return tuple_of(run, list);
}

}  // namespace exmonty
