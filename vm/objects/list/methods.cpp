// list: its operations, methods and class.
// https://docs.python.org/3/library/stdtypes.html#lists
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list/slices.h"
#include "vm/objects/sequence.h"
#include "vm/objects/sort.h"

#include <algorithm>
#include <cstring>

namespace exmonty {
namespace {

List* self_of(Value* args) { return cast<List>(args[0]); }

// ---- Operations.

Value list_length(Run&, Value self) { return Value::integer(cast<List>(self)->size); }

Value list_get_item(Run& run, Value self, Value key) {
    const List* list = cast<List>(self);
    int64_t index;
    if (key.is_int()) {
        index = key.as_int();
    } else if (const Slice* slice = as<Slice>(key)) {
        return list_slice(run, self, slice);
    } else {
        const KeyKind kind = sequence_key(run, "list", key, index);
        if (kind == KeyKind::CallsIndex) return item_with_index(run, self, key);
        if (kind == KeyKind::Failed) return RAISED;
    }
    index = position_of(index, list->size);
    if (index < 0) return run.raise(ExceptionType::IndexError, {"list index out of range"});
    return list->items[index];
}

Value list_delete_at(Run& run, List* list, uint32_t index) {
    const uint32_t behind = list->size - index - 1;
    if (poll_move(run, behind)) return RAISED;
    memmove(static_cast<void*>(list->items + index), list->items + index + 1, behind * sizeof(Value));
    list->size--;
    return NONE;
}

Value list_set_item(Run& run, Value self, Value key, Value value) {
    List* list = cast<List>(self);
    int64_t index;
    if (key.is_int()) {
        index = key.as_int();
    } else if (const Slice* slice = as<Slice>(key)) {
        return list_set_slice(run, self, slice, value);
    } else {
        const KeyKind kind = sequence_key(run, "list", key, index);
        if (kind == KeyKind::CallsIndex) return run.push_step(StepId::store_with_index, {self, key, value});
        if (kind == KeyKind::Failed) return RAISED;
    }
    index = position_of(index, list->size);
    if (index < 0) return run.raise(ExceptionType::IndexError, {"list assignment index out of range"});
    if (value == UNBOUND) return list_delete_at(run, list, static_cast<uint32_t>(index));
    list->items[index] = value;
    return NONE;
}

Value list_contains(Run& run, Value self, Value item) {
    return search_sequence(run, SequenceSearch::Contains, self, item);
}

Value list_iterate(Run& run, Value self) {
    ListIterator* iterator = run.heap.allocate<ListIterator>();
    iterator->sequence = self;
    iterator->position = 0;
    return Value::cell(iterator);
}

Value list_concatenate(Run& run, Value a, Value b) {
    const List* left = cast<List>(a);
    const List* right = as<List>(payload(b));
    if (!right) {
        if (has_reflected(run, b, Name::__radd__)) return NOT_IMPLEMENTED;
        return run.type_error({"can only concatenate list (not \"", type_name(b), "\") to list"});
    }
    const uint64_t size = uint64_t{left->size} + right->size;
    List* result = new_list(run.heap);
    if (!reserve(run.heap, result, size)) return run.refused();
    append(run.heap, result, std::span<const Value>(left->items, left->size));
    append(run.heap, result, std::span<const Value>(right->items, right->size));
    return poll_move(run, size) ? RAISED : Value::cell(result);
}

Value list_repeat(Run& run, Value self, Value factor) {
    const List* list = cast<List>(self);
    uint64_t count;
    Value result;
    if (!repeat_count(run, self, list->size, factor, count, result)) return result;
    List* repeated = new_list(run.heap);
    if (count == 0) return Value::cell(repeated);
    if (!reserve(run.heap, repeated, list->size * count)) return run.refused();
    append(run.heap, repeated, std::span<const Value>(list->items, list->size));
    if (repeat_items(run, repeated->items, list->size, count)) return RAISED;
    repeated->size = static_cast<uint32_t>(list->size * count);
    return Value::cell(repeated);
}

Value list_binary(Run& run, Operator op, Value a, Value b) {
    if (op == Operator::Add && is_kind(a, Kind::List)) return list_concatenate(run, a, b);
    if (op == Operator::Mul) return is_kind(a, Kind::List) ? list_repeat(run, a, b) : list_repeat(run, b, a);
    return NOT_IMPLEMENTED;
}

Value list_repeat_in_place(Run& run, Value self, Value factor) {
    List* list = cast<List>(self);
    uint64_t count;
    Value result;
    // An __index__ is asked in a step that multiplies into a new list; the name is bound to that.
    if (!repeat_count(run, self, list->size, factor, count, result)) return result;
    if (count == 0) {
        list->size = 0;
        shrink(run.heap, list);
        return self;
    }
    const uint32_t size = list->size;
    if (!reserve(run.heap, list, size * count)) return run.refused();
    if (repeat_items(run, list->items, size, count)) return RAISED;
    list->size = static_cast<uint32_t>(size * count);
    return self;
}

Value list_in_place(Run& run, Operator op, Value a, Value b) {
    if (op == Operator::Add) return list_extend(run, cast<List>(a), b, a);
    if (op == Operator::Mul) return list_repeat_in_place(run, a, b);
    return NOT_IMPLEMENTED;
}

// https://docs.python.org/3/library/stdtypes.html#list
Value list_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->count) return run.type_error({"list() takes no keyword arguments"});
    if (count > 1) return run.type_error({"list expected at most 1 argument, got ", Digits(count).view()});
    if (count == 0) return Value::cell(new_list(run.heap));
    return run.to_list(args[0]);
}

constexpr TypeOperations list_operations{
    .repr = deep_repr,
    .compare = deep_compare,
    .length = list_length,
    .get_item = list_get_item,
    .set_item = list_set_item,
    .contains = list_contains,
    .iterate = list_iterate,
    .binary = list_binary,
    .in_place = list_in_place,
    .operators = " add mul rmul iadd imul eq ne lt le gt ge ",
    .construct = list_construct,
};

// ---- Methods.

Value list_init(Run& run, Value* args, uint32_t count) {
    List* list = self_of(args);
    if (!at_most_one(run, "list", args, count)) return RAISED;
    list->size = 0;
    return count == 2 ? NONE : list_extend(run, list, args[2]);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.append
Value list_append(Run& run, Value* args, uint32_t) {
    return append(run.heap, self_of(args), args[1]) ? NONE : run.refused();
}

// https://docs.python.org/3/library/stdtypes.html#sequence.clear
Value list_clear(Run& run, Value* args, uint32_t) {
    self_of(args)->size = 0;
    shrink(run.heap, self_of(args));
    return NONE;
}

// https://docs.python.org/3/library/stdtypes.html#sequence.copy
Value list_copy(Run& run, Value* args, uint32_t) {
    List* copy = new_list(run.heap, self_of(args)->view());
    if (!copy) return run.refused();
    return poll_move(run, copy->size) ? RAISED : Value::cell(copy);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.count
Value list_count(Run& run, Value* args, uint32_t) {
    return search_sequence(run, SequenceSearch::Count, args[0], args[1]);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.extend
Value list_extend_method(Run& run, Value* args, uint32_t) { return list_extend(run, self_of(args), args[1]); }

// https://docs.python.org/3/library/stdtypes.html#sequence.index
Value list_index(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2]) || calls_index(run, args[3]))
        return with_indices(run, &list_class, "index", args, count, 0b1100);
    int64_t start = 0;
    int64_t stop = Value::max_int;
    if (!search_bounds(run, args[2], args[3], self_of(args)->size, start, stop)) return RAISED;
    return search_sequence(run, SequenceSearch::Index, args[0], args[1], start, stop);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.insert
Value list_insert(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &list_class, "insert", args, count, 0b10);
    int64_t index = 0;
    if (!int_argument(run, args[1], index)) return RAISED;
    List* list = self_of(args);
    int64_t stop = list->size;
    adjust_bounds(index, stop, list->size);
    index = std::min<int64_t>(index, list->size);
    if (list->size == list->capacity && !grow(run.heap, list, uint64_t{list->size} + 1)) return run.refused();
    const uint32_t behind = list->size - static_cast<uint32_t>(index);
    memmove(static_cast<void*>(list->items + index + 1), list->items + index, behind * sizeof(Value));
    list->items[index] = args[2];
    list->size++;
    return poll_move(run, behind) ? RAISED : NONE;
}

// https://docs.python.org/3/library/stdtypes.html#sequence.pop
Value list_pop(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &list_class, "pop", args, count, 0b10);
    int64_t index = -1;
    if (!int_argument(run, args[1], index)) return RAISED;
    List* list = self_of(args);
    if (list->size == 0) return run.raise(ExceptionType::IndexError, {"pop from empty list"});
    index = position_of(index, list->size);
    if (index < 0) return run.raise(ExceptionType::IndexError, {"pop index out of range"});
    const Value item = list->items[index];
    if (index + 1 == list->size) {
        list->size--;
        return item;
    }
    return list_delete_at(run, list, static_cast<uint32_t>(index)) == RAISED ? RAISED : item;
}

// https://docs.python.org/3/library/stdtypes.html#sequence.remove
Value list_remove(Run& run, Value* args, uint32_t) {
    return search_sequence(run, SequenceSearch::Remove, args[0], args[1]);
}

// https://docs.python.org/3/library/stdtypes.html#sequence.reverse
Value list_reverse(Run& run, Value* args, uint32_t) {
    List* list = self_of(args);
    std::reverse(list->items, list->items + list->size);
    return poll_move(run, list->size) ? RAISED : NONE;
}

// https://docs.python.org/3/reference/datamodel.html#object.__reversed__
Value list_reversed(Run& run, Value* args, uint32_t) {
    ListIterator* iterator = run.heap.allocate<ListIterator>();
    iterator->flags = ListIterator::reversed;
    iterator->sequence = args[0];
    iterator->position = self_of(args)->size;
    return Value::cell(iterator);
}

// https://docs.python.org/3/library/stdtypes.html#list.sort
Value list_sort(Run& run, Value* args, uint32_t) { return sort_list(run, self_of(args), args[1], args[2]); }

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__getitem__", "self, index, /", own_get_item},
    {"__init__", "self, /, *args, **kwargs", list_init},
    {"__reversed__", "self, /", list_reversed},
    {"append", "self, object, /", list_append},
    {"clear", "self, /", list_clear},
    {"copy", "self, /", list_copy},
    {"count", "self, value, /", list_count},
    {"extend", "self, iterable, /", list_extend_method},
    {"index", "self, value, start=0, stop=sys.maxsize, /", list_index},
    {"insert", "self, index, object, /", list_insert},
    {"pop", "self, index=-1, /", list_pop},
    {"remove", "self, value, /", list_remove},
    {"reverse", "self, /", list_reverse},
    {"sort", "self, /, *, key=None, reverse=False", list_sort},
};
constinit const auto list_methods = native_table(Kind::List, rows);
constexpr const Class* list_mro[] = {&list_class, &object_class};

}  // namespace

constinit const Class list_class =
    builtin_class("list", "builtins", &object_class, list_mro, 2, Kind::List, Class::unhashable, list_methods.data(),
                  list_methods.size(), &list_operations,
                  "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty "
                  "list.\nThe argument must be "
                  "an iterable if specified.");

}  // namespace exmonty
