// deque: its operations, methods and class.
// https://docs.python.org/3/library/collections.html#deque-objects
#include "vm/objects/builtin_types.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/deque.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/sequence.h"

#include <algorithm>

namespace exmonty {
namespace {

Deque* self_of(Value* args) { return cast<Deque>(args[0]); }

// ---- Operations.

Value deque_length(Run&, Value self) { return Value::integer(cast<Deque>(self)->size); }

Value empty_pop(Run& run) { return run.raise(ExceptionType::IndexError, {"pop from an empty deque"}); }

// The place that a key means; -1: `result` is what the operation returns.
int64_t position_of_key(Run& run, Value self, Value key, Value value, bool reads, Value& result) {
    const Deque* deque = cast<Deque>(self);
    const Value number = int_of(key);
    if (number == UNBOUND) {
        if (!calls_index(run, key)) result = run.type_error({"sequence index must be integer, not '", type_name(key), "'"});
        else if (reads) result = item_with_index(run, self, key);
        else result = run.push_step(StepId::store_with_index, {self, key, value});
        return -1;
    }
    int64_t index = 0;
    result = RAISED;
    if (!number.is_int()) {
        run.raise(ExceptionType::IndexError, {"cannot fit '", type_name(key), "' into an index-sized integer"});
        return -1;
    }
    index = position_of(number.as_int(), deque->size);
    if (index < 0) run.raise(ExceptionType::IndexError, {"deque index out of range"});
    return index;
}

Value deque_get_item(Run& run, Value self, Value key) {
    Value result;
    const int64_t index = position_of_key(run, self, key, UNBOUND, true, result);
    return index < 0 ? result : cast<Deque>(self)->at(static_cast<uint32_t>(index));
}

Value deque_set_item(Run& run, Value self, Value key, Value value) {
    Value result;
    const int64_t index = position_of_key(run, self, key, value, false, result);
    if (index < 0) return result;
    Deque* deque = cast<Deque>(self);
    if (value == UNBOUND) return deque_delete_at(run, deque, static_cast<uint32_t>(index)) ? RAISED : NONE;
    deque->at(static_cast<uint32_t>(index)) = value;
    return NONE;
}

Value deque_contains(Run& run, Value self, Value item) { return search_deque(run, DequeSearch::Contains, cast<Deque>(self), item); }

// Deques are compared by copies of their items.
Value deque_compare(Run& run, Comparison op, Value self, Value other) {
    const Deque* a = as<Deque>(payload(self));
    const Deque* b = as<Deque>(payload(other));
    if (!a || !b) return NOT_IMPLEMENTED;
    if (a->size != b->size && (op == Comparison::Eq || op == Comparison::Ne)) return boolean(op == Comparison::Ne);
    if (!run.heap.reserve(sizeof(Value) * (uint64_t{a->size} + b->size))) return run.refused();
    Tuple* items_a = new_tuple(run.heap, a->size);
    Tuple* items_b = new_tuple(run.heap, b->size);
    if (!items_a || !items_b) return run.refused();
    for (uint32_t i = 0; i < a->size; i++) items_a->items[i] = a->at(i);
    for (uint32_t i = 0; i < b->size; i++) items_b->items[i] = b->at(i);
    if (poll_move(run, uint64_t{a->size} + b->size)) return RAISED;
    return deep_compare(run, op, Value::cell(items_a), Value::cell(items_b));
}

Value deque_concatenate(Run& run, Value a, Value b) {
    const Deque* left = cast<Deque>(a);
    const Deque* right = as<Deque>(payload(b));
    if (!right) {
        if (has_reflected(run, b, Name::__radd__)) return NOT_IMPLEMENTED;
        return run.type_error({"can only concatenate deque (not \"", type_name(b), "\") to deque"});
    }
    Deque* sum = deque_copy(run.heap, left, left->maxlen);
    if (!sum) return run.refused();
    for (uint32_t i = 0; i < right->size; i++)
        if (!deque_push(run.heap, sum, DequeEnd::Right, right->at(i))) return run.refused();
    return poll_move(run, uint64_t{left->size} + right->size) ? RAISED : Value::cell(sum);
}

// Makes `deque` hold its items `count` times. NONE, or what the operation returns.
Value repeat_items_of(Run& run, Deque* deque, uint64_t count) {
    if (count == 0) {
        deque_clear(run.heap, deque);
        return NONE;
    }
    const uint32_t size = deque->size;
    uint64_t total = uint64_t{size} * (count - 1);
    // A bounded deque needs no more turns than bring it to the same end.
    if (deque->maxlen != Deque::unbounded) total = std::min(total, uint64_t{size} * (static_cast<uint64_t>(deque->maxlen) / std::max(size, 1u) + 1));
    uint64_t room = size + total;
    if (deque->maxlen != Deque::unbounded) room = std::min(room, static_cast<uint64_t>(deque->maxlen));
    while (deque->capacity < room)
        if (!deque_grow(run.heap, deque)) return run.refused();
    for (uint64_t i = 0; i < total; i++) {
        const Value item = deque->at(deque->size - size);
        if (!deque_push(run.heap, deque, DequeEnd::Right, item)) return run.refused();
        if (i % 4096 == 0 && run.budget.poll(4)) return RAISED;
    }
    return NONE;
}

Value deque_repeat(Run& run, Value self, Value factor) {
    const Deque* deque = cast<Deque>(self);
    uint64_t count;
    Value result;
    if (!repeat_count(run, self, deque->size, factor, count, result)) return result;
    Deque* repeated = deque_copy(run.heap, deque, deque->maxlen);
    if (!repeated) return run.refused();
    result = repeat_items_of(run, repeated, count);
    return is_result(result) ? result : Value::cell(repeated);
}

Value deque_binary(Run& run, Operator op, Value a, Value b) {
    if (op == Operator::Add && is_kind(a, Kind::Deque)) return deque_concatenate(run, a, b);
    if (op == Operator::Mul) return is_kind(a, Kind::Deque) ? deque_repeat(run, a, b) : deque_repeat(run, b, a);
    return NOT_IMPLEMENTED;
}

Value deque_in_place(Run& run, Operator op, Value a, Value b) {
    Deque* deque = cast<Deque>(a);
    if (op == Operator::Add) return deque_extend(run, deque, b, DequeEnd::Right, a);
    if (op != Operator::Mul || int_of(b) == UNBOUND) return NOT_IMPLEMENTED;
    uint64_t count;
    Value result;
    if (!repeat_count(run, a, deque->size, b, count, result)) return result;
    result = repeat_items_of(run, deque, count);
    return is_result(result) ? result : a;
}

// ---- Construction.

// args: iterable, maxlen. False: raised.
bool maxlen_of(Run& run, Value argument, int64_t& maxlen) {
    maxlen = Deque::unbounded;
    if (argument == UNBOUND || argument == NONE) return true;
    const Value number = int_of(argument);
    if (number == UNBOUND) {
        run.type_error({"an integer is required"});
        return false;
    }
    if (!int_argument(run, number, maxlen)) return false;
    if (maxlen >= 0) return true;
    run.value_error({"maxlen must be non-negative"});
    return false;
}

Value deque_new(Run& run, Value* args, uint32_t) {
    int64_t maxlen;
    if (!maxlen_of(run, args[1], maxlen)) return RAISED;
    Deque* deque = new_deque(run.heap, maxlen);
    return args[0] == UNBOUND ? Value::cell(deque) : deque_extend(run, deque, args[0], DequeEnd::Right, Value::cell(deque));
}

constexpr NativeRow constructor_rows[] = {{"deque", "iterable=(), maxlen=None", deque_new}};
constinit const auto constructor = function_table(constructor_rows);

Value deque_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (count == 0) return Value::cell(new_deque(run.heap, Deque::unbounded));
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr TypeOperations deque_operations{
    .repr = deep_repr,
    .compare = deque_compare,
    .length = deque_length,
    .get_item = deque_get_item,
    .set_item = deque_set_item,
    .contains = deque_contains,
    .iterate = deque_iterate,
    .binary = deque_binary,
    .in_place = deque_in_place,
    .operators = " add mul rmul iadd imul eq ne lt le gt ge ",
    .construct = deque_construct,
};

// ---- Methods.

Value deque_init(Run& run, Value* args, uint32_t) {
    Deque* deque = self_of(args);
    int64_t maxlen;
    if (!maxlen_of(run, args[2], maxlen)) return RAISED;
    deque_clear(run.heap, deque);
    deque->maxlen = maxlen;
    return args[1] == UNBOUND ? NONE : deque_extend(run, deque, args[1], DequeEnd::Right, NONE);
}

Value deque_maxlen(Run&, Value* args, uint32_t) {
    const int64_t maxlen = self_of(args)->maxlen;
    return maxlen == Deque::unbounded ? NONE : Value::integer(maxlen);
}

// https://docs.python.org/3/library/collections.html#collections.deque.append
Value deque_append(Run& run, Value* args, uint32_t) {
    return deque_push(run.heap, self_of(args), DequeEnd::Right, args[1]) ? NONE : run.refused();
}

// https://docs.python.org/3/library/collections.html#collections.deque.appendleft
Value deque_appendleft(Run& run, Value* args, uint32_t) {
    return deque_push(run.heap, self_of(args), DequeEnd::Left, args[1]) ? NONE : run.refused();
}

// https://docs.python.org/3/library/collections.html#collections.deque.clear
Value deque_clear_method(Run& run, Value* args, uint32_t) {
    deque_clear(run.heap, self_of(args));
    return NONE;
}

// A copy of an instance of a subclass is made by calling its class.
// https://docs.python.org/3/library/collections.html#collections.deque.copy
Value deque_copy_method(Run& run, Value* args, uint32_t) {
    const Deque* deque = self_of(args);
    const Class* type = class_of(run.receiver);
    if (type != &deque_class && is_subclass(type, &deque_class)) {
        if (deque->maxlen == Deque::unbounded) return run.call(Value::cell(type), {run.receiver});
        return run.call(Value::cell(type), {run.receiver, Value::integer(deque->maxlen)});
    }
    Deque* copy = deque_copy(run.heap, deque, deque->maxlen);
    if (!copy) return run.refused();
    return poll_move(run, copy->size) ? RAISED : Value::cell(copy);
}

// https://docs.python.org/3/library/collections.html#collections.deque.count
Value deque_count(Run& run, Value* args, uint32_t) { return search_deque(run, DequeSearch::Count, self_of(args), args[1]); }

// https://docs.python.org/3/library/collections.html#collections.deque.extend
Value deque_extend_method(Run& run, Value* args, uint32_t) { return deque_extend(run, self_of(args), args[1], DequeEnd::Right, NONE); }

// https://docs.python.org/3/library/collections.html#collections.deque.extendleft
Value deque_extendleft(Run& run, Value* args, uint32_t) { return deque_extend(run, self_of(args), args[1], DequeEnd::Left, NONE); }

// https://docs.python.org/3/library/collections.html#collections.deque.index
Value deque_index(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2]) || calls_index(run, args[3])) return with_indices(run, &deque_class, "index", args, count, 0b1100);
    int64_t start = 0;
    int64_t stop = Value::max_int;
    if (!search_bounds(run, args[2], args[3], self_of(args)->size, start, stop)) return RAISED;
    return search_deque(run, DequeSearch::Index, self_of(args), args[1], start, stop);
}

// https://docs.python.org/3/library/collections.html#collections.deque.insert
Value deque_insert(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &deque_class, "insert", args, count, 0b10);
    int64_t index = 0;
    if (!int_argument(run, args[1], index)) return RAISED;
    Deque* deque = self_of(args);
    if (deque->is_full()) return run.raise(ExceptionType::IndexError, {"deque already at its maximum size"});
    int64_t stop = deque->size;
    adjust_bounds(index, stop, deque->size);
    index = std::min<int64_t>(index, deque->size);
    const uint32_t place = static_cast<uint32_t>(index);
    const uint32_t behind = deque->size - place;
    // The shorter side makes room.
    if (place < behind) {
        if (!deque_push(run.heap, deque, DequeEnd::Left, args[2])) return run.refused();
        for (uint32_t i = 0; i < place; i++) deque->at(i) = deque->at(i + 1);
    } else {
        if (!deque_push(run.heap, deque, DequeEnd::Right, args[2])) return run.refused();
        for (uint32_t i = deque->size - 1; i > place; i--) deque->at(i) = deque->at(i - 1);
    }
    deque->at(place) = args[2];
    return poll_move(run, std::min(place, behind)) ? RAISED : NONE;
}

// https://docs.python.org/3/library/collections.html#collections.deque.pop
Value deque_pop(Run& run, Value* args, uint32_t) {
    Deque* deque = self_of(args);
    if (deque->size == 0) return empty_pop(run);
    const Value item = deque_pull(deque, DequeEnd::Right);
    if ((deque->size & 63) == 0) deque_shrink(run.heap, deque);
    return item;
}

// https://docs.python.org/3/library/collections.html#collections.deque.popleft
Value deque_popleft(Run& run, Value* args, uint32_t) {
    Deque* deque = self_of(args);
    if (deque->size == 0) return empty_pop(run);
    const Value item = deque_pull(deque, DequeEnd::Left);
    if ((deque->size & 63) == 0) deque_shrink(run.heap, deque);
    return item;
}

// https://docs.python.org/3/library/collections.html#collections.deque.remove
Value deque_remove(Run& run, Value* args, uint32_t) { return search_deque(run, DequeSearch::Remove, self_of(args), args[1]); }

// https://docs.python.org/3/library/collections.html#collections.deque.reverse
Value deque_reverse(Run& run, Value* args, uint32_t) {
    Deque* deque = self_of(args);
    for (uint32_t i = 0; i < deque->size / 2; i++) std::swap(deque->at(i), deque->at(deque->size - i - 1));
    return poll_move(run, deque->size) ? RAISED : NONE;
}

// https://docs.python.org/3/library/collections.html#collections.deque.rotate
Value deque_rotate_method(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &deque_class, "rotate", args, count, 0b10);
    int64_t steps = 1;
    if (args[1] != UNBOUND && !int_argument(run, args[1], steps)) return RAISED;
    return deque_rotate(run, self_of(args), steps) ? RAISED : NONE;
}

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__copy__", "self, /", deque_copy_method},
    {"__init__", "self, iterable=(), maxlen=None", deque_init},
    {"__reversed__", "self, /", deque_reversed},
    {"append", "self, item, /", deque_append},
    {"appendleft", "self, item, /", deque_appendleft},
    {"clear", "self, /", deque_clear_method},
    {"copy", "self, /", deque_copy_method},
    {"count", "self, value, /", deque_count},
    {"extend", "self, iterable, /", deque_extend_method},
    {"extendleft", "self, iterable, /", deque_extendleft},
    {"index", "self, value, start=0, stop=sys.maxsize, /", deque_index},
    {"insert", "self, index, value, /", deque_insert},
    {"maxlen", "self", deque_maxlen, Binding::Getter},
    {"pop", "self, /", deque_pop},
    {"popleft", "self, /", deque_popleft},
    {"remove", "self, value, /", deque_remove},
    {"reverse", "self, /", deque_reverse},
    {"rotate", "self, n=1, /", deque_rotate_method},
};
constinit const auto deque_methods = native_table(Kind::Deque, rows);
constexpr const Class* deque_mro[] = {&deque_class, &object_class};

}  // namespace

constinit const Class deque_class =
    builtin_class("collections.deque", "collections", &object_class, deque_mro, 2, Kind::Deque, Class::unhashable, deque_methods.data(),
                  deque_methods.size(), &deque_operations, "A list-like sequence optimized for data accesses near its endpoints.");

}  // namespace exmonty
