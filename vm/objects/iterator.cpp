// Iterators of list and tuple; drawing from any native iterator.
#include "vm/objects/iterator.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/list.h"
#include "vm/objects/range.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

Value next_of_list(ListIterator* iterator) {
    if (iterator->sequence == UNBOUND) return EXHAUSTED;
    const List* list = cast<List>(iterator->sequence);
    const uint32_t index = iterator->flags & ListIterator::reversed ? iterator->position - 1 : iterator->position;
    if (index >= list->size) {
        iterator->sequence = UNBOUND;
        return EXHAUSTED;
    }
    iterator->position = iterator->flags & ListIterator::reversed ? index : index + 1;
    return list->items[index];
}

Value next_of_tuple(ListIterator* iterator) {
    if (iterator->sequence == UNBOUND) return EXHAUSTED;
    const Tuple* tuple = cast<Tuple>(iterator->sequence);
    if (iterator->position >= tuple->count) {
        iterator->sequence = UNBOUND;
        return EXHAUSTED;
    }
    return tuple->items[iterator->position++];
}

Value iterate_self(Run&, Value self) { return self; }

Value list_iterator_next(Run&, Value self) { return next_of_list(cast<ListIterator>(self)); }
Value tuple_iterator_next(Run&, Value self) { return next_of_tuple(cast<ListIterator>(self)); }

uint32_t items_left(const ListIterator* iterator) {
    if (iterator->sequence == UNBOUND) return 0;
    const uint32_t size = iterator->kind == Kind::ListIterator ? cast<List>(iterator->sequence)->size
                                                               : cast<Tuple>(iterator->sequence)->count;
    if (iterator->flags & ListIterator::reversed) return iterator->position > size ? 0 : iterator->position;
    return iterator->position > size ? 0 : size - iterator->position;
}

// https://docs.python.org/3/reference/datamodel.html#object.__length_hint__
Value list_iterator_length_hint(Run&, Value* args, uint32_t) {
    return Value::integer(items_left(cast<ListIterator>(args[0])));
}

constexpr NativeRow iterator_rows[] = {{"__length_hint__", "self, /", list_iterator_length_hint}};
constinit const auto list_iterator_methods = native_table(Kind::ListIterator, iterator_rows);
constinit const auto list_reverse_iterator_methods = native_table(Kind::ListIterator, iterator_rows);
constinit const auto tuple_iterator_methods = native_table(Kind::TupleIterator, iterator_rows);

constexpr TypeOperations list_iterator_operations{.iterate = iterate_self, .next = list_iterator_next};
constexpr TypeOperations tuple_iterator_operations{.iterate = iterate_self, .next = tuple_iterator_next};

constexpr const Class* list_iterator_mro[] = {&list_iterator_class, &object_class};
constexpr const Class* list_reverse_iterator_mro[] = {&list_reverse_iterator_class, &object_class};
constexpr const Class* tuple_iterator_mro[] = {&tuple_iterator_class, &object_class};

}  // namespace

constinit const Class list_iterator_class = builtin_class(
    "list_iterator", "builtins", &object_class, list_iterator_mro, 2, Kind::ListIterator, Class::final_class,
    list_iterator_methods.data(), list_iterator_methods.size(), &list_iterator_operations, nullptr);
constinit const Class list_reverse_iterator_class = builtin_class(
    "list_reverseiterator", "builtins", &object_class, list_reverse_iterator_mro, 2, Kind::ListIterator,
    Class::final_class, list_reverse_iterator_methods.data(), list_reverse_iterator_methods.size(), &list_iterator_operations, nullptr);
constinit const Class tuple_iterator_class = builtin_class(
    "tuple_iterator", "builtins", &object_class, tuple_iterator_mro, 2, Kind::TupleIterator, Class::final_class,
    tuple_iterator_methods.data(), tuple_iterator_methods.size(), &tuple_iterator_operations, nullptr);

bool is_native_iterator(Value iterator) {
    if (!iterator.is_cell()) return false;
    switch (iterator.as_cell()->kind) {
        case Kind::ListIterator:
        case Kind::TupleIterator:
        case Kind::RangeIterator:
        case Kind::StrIterator:
        case Kind::DictIterator: return true;
        case Kind::Record: {
            const Class* type = cast<Record>(iterator)->type;
            return type == &set_iterator_class || type == &long_range_iterator_class || is_native_lazy(cast<Record>(iterator));
        }
        default: return false;
    }
}

Value native_iterator(Run& run, Value iterable) {
    if (!iterable.is_cell()) return UNBOUND;
    switch (iterable.as_cell()->kind) {
        case Kind::List:
        case Kind::Tuple:
        case Kind::Deque:
        case Kind::Range:
        case Kind::Str:
        case Kind::Dict:
        case Kind::DictView:
        case Kind::Set:
        case Kind::FrozenSet: {
            // A view of a subclass's instance goes over what that instance holds: the dict.
            const Value iterator = class_of(iterable)->operations->iterate(run, iterable);
            return is_native_iterator(iterator) ? iterator : UNBOUND;
        }
        default: return is_native_iterator(iterable) ? iterable : UNBOUND;
    }
}

Value native_next(Run& run, Value iterator) {
    Cell* cell = iterator.as_cell();
    switch (cell->kind) {
        case Kind::ListIterator: return next_of_list(static_cast<ListIterator*>(cell));
        case Kind::TupleIterator: return next_of_tuple(static_cast<ListIterator*>(cell));
        case Kind::RangeIterator: {
            RangeIterator* range = static_cast<RangeIterator*>(cell);
            if (range->left == 0) return EXHAUSTED;
            range->left--;
            const int64_t number = range->next;
            range->next = static_cast<int64_t>(static_cast<uint64_t>(number) + static_cast<uint64_t>(range->step));
            return Value::integer(number);
        }
        default: return class_of(iterator)->operations->next(run, iterator);
    }
}

}  // namespace exmonty
