// The iterators of a deque, forwards and backwards.
#include "vm/objects/builtin_types.h"
#include "vm/objects/deque.h"
#include "vm/objects/lazy/lazy.h"

namespace exmonty {

extern const Class deque_iterator_class;
extern const Class deque_reverse_iterator_class;

namespace {

// The deque is UNBOUND when exhausted; `changes` is what its counter must be.
namespace field {
enum : uint32_t { deque, index, changes, count };
}

Value new_iterator(Run& run, Value deque, const Class* type) {
    Record* iterator = new_record(run.heap, type, field::count);
    iterator->flags |= Record::native_iterator;
    iterator->fields[field::deque] = deque;
    iterator->fields[field::index] = Value::integer(0);
    iterator->fields[field::changes] = Value::integer(cast<Deque>(deque)->changes);
    return Value::cell(iterator);
}

Value iterator_next(Run& run, Value self) {
    Record* iterator = cast<Record>(self);
    Deque* deque = as<Deque>(iterator->fields[field::deque]);
    if (!deque) return ended(run);
    const uint32_t index = static_cast<uint32_t>(iterator->fields[field::index].as_int());
    const bool changed = iterator->fields[field::changes] != Value::integer(deque->changes);
    if (changed || index >= deque->size) {
        iterator->fields[field::deque] = UNBOUND;
        return changed ? run.raise(ExceptionType::RuntimeError, {"deque mutated during iteration"}) : ended(run);
    }
    iterator->fields[field::index] = Value::integer(int64_t{index} + 1);
    return deque->at(iterator->type == &deque_iterator_class ? index : deque->size - index - 1);
}

// https://docs.python.org/3/reference/datamodel.html#object.__length_hint__
Value iterator_length_hint(Run& run, Value* args, uint32_t) {
    const Record* iterator = cast<Record>(args[0]);
    if (iterator->type != &deque_iterator_class && iterator->type != &deque_reverse_iterator_class)
        return run.type_error({"a deque iterator is required"});
    const Deque* deque = as<Deque>(iterator->fields[field::deque]);
    const int64_t left = deque ? deque->size - iterator->fields[field::index].as_int() : 0;
    return Value::integer(std::max<int64_t>(left, 0));
}

constexpr NativeRow rows[] = {{"__length_hint__", "self, /", iterator_length_hint}};
constinit const auto forward_methods = native_table(Kind::Record, rows);
constinit const auto backward_methods = native_table(Kind::Record, rows);
constexpr TypeOperations operations = {.next = iterator_next};
constexpr const Class* forward_mro[] = {&deque_iterator_class, &object_class};
constexpr const Class* backward_mro[] = {&deque_reverse_iterator_class, &object_class};

}  // namespace

constinit const Class deque_iterator_class =
    with_fields(builtin_class("_collections._deque_iterator", "_collections", &object_class, forward_mro, 2, Kind::Record, 0, forward_methods.data(),
                  forward_methods.size(), &operations, nullptr), field::count);
constinit const Class deque_reverse_iterator_class =
    with_fields(builtin_class("_collections._deque_reverse_iterator", "_collections", &object_class, backward_mro, 2, Kind::Record, 0,
                  backward_methods.data(), backward_methods.size(), &operations, nullptr), field::count);

Value deque_iterate(Run& run, Value self) { return new_iterator(run, self, &deque_iterator_class); }

Value deque_reversed(Run& run, Value* args, uint32_t) { return new_iterator(run, args[0], &deque_reverse_iterator_class); }

}  // namespace exmonty
