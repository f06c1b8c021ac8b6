// What builtins and instructions ask of any value: length, items, iteration, containment, hash, text, numbers.
#include "vm/runtime/protocol.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/dict.h"
#include "vm/objects/float.h"
#include "vm/objects/function.h"
#include "vm/objects/hash.h"
#include "vm/objects/instance.h"
#include "vm/objects/int.h"
#include "vm/objects/record.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

// A class made by Python whose method for this is its own, not one that it inherits from a builtin type: then the step is
// needed. Otherwise the operations of the builtin value that it holds decide.
bool has_own(Run& run, const Class* type, Name name) {
    if (type->is_builtin()) return false;
    Value method = run.special(type, name);
    return method != UNBOUND && !is_kind(method, Kind::NativeFunction);
}

}  // namespace

Value Run::length(Value value) {
    const Class* type = class_of(value);
    if (has_own(*this, type, Name::__len__)) return push_check(*this, Check::Length, value);
    if (type->operations && type->operations->length) return type->operations->length(*this, payload(value));
    return type_error({"object of type '", class_name(type), "' has no len()"});
}

Value Run::contains(Value container, Value item) {
    const Class* type = class_of(container);
    if (!type->is_builtin()) {
        Value method = special(type, Name::__contains__);
        if (method == NONE) return type_error({"'", class_name(type), "' object is not a container"});
        if (method != UNBOUND && !is_kind(method, Kind::NativeFunction)) {
            Value pushed = push_check(*this, Check::Contains, container);
            if (pushed == PUSHED) frame->base[2] = item;
            return pushed;
        }
        if (has_own(*this, type, Name::__iter__)) return push_step(StepId::contains, {container, item});
    }
    if (type->operations && type->operations->contains) return type->operations->contains(*this, payload(container), item);
    bool iterates = type->operations && (type->operations->iterate || type->operations->next);
    if (!iterates && (type->is_builtin() || special(type, Name::__getitem__) == UNBOUND))
        return type_error({"argument of type '", class_name(type), "' is not a container or iterable"});
    return push_step(StepId::contains, {container, item});
}

// Slots: the container, then its iterator; the item. States: 0 start, 1 an iterator comes, 2 an item comes, 3 an equality comes.
Value step_contains(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.iterate(frame.base[0]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 4;
    }
    for (;;) {
        if (frame.state == 2) {
            if (in == EXHAUSTED) return FALSE;
            Value equal = run.equals(in, frame.base[1]);
            if (equal == COLLECT) return equal;
            frame.state = 3;
            if (is_result(equal)) return equal;
            in = equal;
        }
        if (frame.state == 3 && in == TRUE) return TRUE;
        if (run.budget.poll()) return RAISED;
        Value item = run.next(frame.base[0]);
        if (item == COLLECT) {
            frame.state = 4;
            return item;
        }
        frame.state = 2;
        if (is_result(item) && item != EXHAUSTED) return item;
        in = item;
    }
}

Value Run::iterate(Value iterable) {
    const Class* type = class_of(iterable);
    if (!type->is_builtin()) {
        Value method = special(type, Name::__iter__);
        if (method == NONE) return type_error({"'", class_name(type), "' object is not iterable"});
        if (method != UNBOUND && !is_kind(method, Kind::NativeFunction)) return push_check(*this, Check::Iterator, iterable);
        if (method == UNBOUND && special(type, Name::__getitem__) != UNBOUND) return new_sequence_iterator(*this, iterable);
    }
    if (type->operations) {
        if (type->operations->iterate) return type->operations->iterate(*this, payload(iterable));
        if (type->operations->next) return iterable;
    }
    return type_error({"'", class_name(type), "' object is not iterable"});
}

Value Run::next(Value iterator) {
    if (!frame->is_step()) return next_as_called(iterator);
    ret_kind = Return::Iterate;
    Value result = next_as_called(iterator);
    if (result != PUSHED && result != SUSPEND) ret_kind = Return::Store;
    return result;
}

Value Run::raise_exhausted() {
    Value value = returned;
    returned = NONE;
    return value == NONE ? raise_with(ExceptionType::StopIteration, {}) : raise_with(ExceptionType::StopIteration, {value});
}

Value Run::next_as_called(Value iterator) {
    const Class* type = class_of(iterator);
    returned = NONE;
    if (!type->is_builtin()) {
        Value result = call_special(iterator, Name::__next__, {});
        if (result != UNBOUND) {
            if (result == RAISED && pending_is(ExceptionType::StopIteration) && take_pending(ExceptionType::StopIteration)) {
                returned = stop_iteration_argument(taken);
                return EXHAUSTED;
            }
            return result;
        }
    } else if (type->operations && type->operations->next) {
        return type->operations->next(*this, iterator);
    }
    return type_error({"'", class_name(type), "' object is not an iterator"});
}

// dict[key] of an instance whose class has `__missing__`.
static Value get_or_missing(Run& run, Value object, const Dict* dict, Value key) {
    uint64_t hash;
    if (!simple_hash(run, key, hash)) return run.push_step(StepId::missing, {object, key});
    bool stopped;
    const DictFind find = dict_find_natively(run, dict, key, hash, 0, stopped);
    if (stopped) return RAISED;
    if (find.outcome == DictFind::Outcome::Found) return dict->entries[find.entry].value;
    if (find.outcome == DictFind::Outcome::NeedEqual) return run.push_step(StepId::missing, {object, key});
    return run.call_special(object, Name::__missing__, {key});
}

Value Run::get_item(Value object, Value key) {
    const Class* type = class_of(object);
    if (has_own(*this, type, Name::__getitem__)) return call_special(object, Name::__getitem__, {key});
    Value held = payload(object);
    if (type->operations && type->operations->get_item) {
        if (held != object && is_kind(held, Kind::Dict) && special(type, Name::__missing__) != UNBOUND)
            return get_or_missing(*this, object, cast<Dict>(held), key);
        return type->operations->get_item(*this, held, payload(key));
    }
    if (is_kind(object, Kind::Class)) return class_get_item(*this, cast<Class>(object), key);
    return type_error({"'", class_name(type), "' object is not subscriptable"});
}

// Slots: an instance of a subclass of dict with __missing__, key. States: 0 start, 1 the value or UNBOUND comes, 2 the result.
Value step_missing(Run& run, Frame& frame, Value in) {
    if (frame.state == 2) return in;
    if (frame.state == 0) {
        Dict* dict = as<Dict>(payload(frame.base[0]));
        if (!dict) return run.raise(ExceptionType::SystemError, {"bad slot"});
        Value result = run.dict_get(dict, frame.base[1]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (in != UNBOUND) return in;
    Value result = run.call_special(frame.base[0], Name::__missing__, {frame.base[1]});
    if (result == PUSHED || result == SUSPEND) frame.state = 2;
    return result;
}

Value Run::set_item(Value object, Value key, Value value) {
    const Class* type = class_of(object);
    bool deletes = value == UNBOUND;
    if (!type->is_builtin()) {
        Value method = special(type, deletes ? Name::__delitem__ : Name::__setitem__);
        if (method != UNBOUND && !is_kind(method, Kind::NativeFunction))
            return deletes ? call_special_method(*this, method, object, {key})
                           : call_special_method(*this, method, object, {key, value});
    }
    if (type->operations && type->operations->set_item) return type->operations->set_item(*this, payload(object), payload(key), value);
    // Sequences say it in words of their own, when the key could be an index.
    bool is_sequence = type->is_builtin() && type->operations && type->operations->length && key.is_int();
    return type_error({"'", class_name(type), "' object ", deletes && is_sequence ? "doesn't" : "does not", " support item ",
                       deletes ? "deletion" : "assignment"});
}

bool Run::simple_hash(Value value, uint64_t& hash) { return exmonty::simple_hash(*this, value, hash); }

Value Run::hash(Value value) {
    const Class* type = class_of(value);
    if (!type->is_builtin()) {
        Value method = special(type, Name::__hash__);
        if (method == NONE) return type_error({"unhashable type: '", class_name(type), "'"});
        if (method != UNBOUND && !is_kind(method, Kind::NativeFunction)) return push_check(*this, Check::Hash, value);
        Value held = payload(value);
        if (held != value) return hash(held);
        return hash_value(*this, identity_hash(*this, value));
    }
    uint64_t known;
    if (simple_hash(value, known)) return hash_value(*this, known);
    if (type->flags & Class::unhashable) return type_error({"unhashable type: '", class_name(type), "'"});
    if (type->operations && type->operations->hash) return type->operations->hash(*this, value);
    return hash_value(*this, identity_hash(*this, value));
}

Value Run::repr(Value value) {
    const Class* type = class_of(value);
    if (has_own(*this, type, Name::__repr__)) return push_check(*this, Check::Repr, value);
    if (type->operations && type->operations->repr) {
        receiver = value;
        return type->operations->repr(*this, payload(value));
    }
    return default_repr(*this, value);
}

Value Run::str(Value value) {
    const Class* type = class_of(value);
    if (!type->is_builtin()) {
        if (has_own(*this, type, Name::__str__)) return push_check(*this, Check::Str, value);
        Value held = payload(value);
        // str() of a subclass of str is its text, whatever __repr__ says; other builtin types show themselves by repr.
        if (held != value && is_kind(held, Kind::Str)) return held;
        if (has_own(*this, type, Name::__repr__) && !(type->operations && type->operations->str)) return push_check(*this, Check::StrByRepr, value);
    }
    if (type->operations && type->operations->str) {
        receiver = value;
        return type->operations->str(*this, payload(value));
    }
    return repr(value);
}

Value Run::format(Value value, Str* spec) {
    const Class* type = class_of(value);
    if (has_own(*this, type, Name::__format__)) {
        Value pushed = push_check(*this, Check::Format, value);
        if (pushed == PUSHED) frame->base[2] = Value::cell(spec);
        return pushed;
    }
    if (type->operations && type->operations->format) {
        // The empty format is str(), which a subclass may have changed.
        if (spec->count == 0 && !type->is_builtin()) return str(value);
        return type->operations->format(*this, payload(value), spec);
    }
    if (spec->count != 0) return type_error({"unsupported format string passed to ", class_name(type), ".__format__"});
    return str(value);
}

Value Run::index(Value value) {
    if (is_exact_int(value)) return value;
    if (is_bool(value)) return plain_int(value);
    const Class* type = class_of(value);
    if (has_own(*this, type, Name::__index__)) return push_check(*this, Check::Index, value);
    if (type->operations && type->operations->to_index) return type->operations->to_index(*this, payload(value));
    return type_error({"'", class_name(type), "' object cannot be interpreted as an integer"});
}

Value Run::to_float(Value value) {
    if (is_float(value)) return value;
    const Class* type = class_of(value);
    receiver = value;
    if (has_own(*this, type, Name::__float__)) return push_check(*this, Check::Float, value);
    if (type->operations && type->operations->to_float) return type->operations->to_float(*this, payload(value));
    if (has_own(*this, type, Name::__index__)) return push_step(StepId::float_of_index, {value});
    return type_error({"must be real number, not ", class_name(type)});
}

// Slots: a value with __index__ but no __float__.
Value step_float_of_index(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.index(frame.base[0]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    return int_class.operations->to_float(run, in);
}

// Slots: function, its arguments as a tuple, keyword names, unused. A call as a step, for those who need its result as input.
Value step_call_attribute(Run& run, Frame& frame, Value in) {
    if (frame.state == 1) return in;
    Tuple* args = as<Tuple>(frame.base[1]);
    if (!args) return run.raise(ExceptionType::SystemError, {"bad call"});
    Tuple* names = as<Tuple>(frame.base[2]);
    if (names && names->count > args->count) return run.raise(ExceptionType::SystemError, {"bad slot"});
    Value result = run.call(frame.base[0], args->items, args->count, names);
    if (result != COLLECT) frame.state = 1;
    return result;
}

// ---- The iterator of objects that have __getitem__ but no __iter__.
// https://docs.python.org/3/library/functions.html#iter

namespace {

constexpr uint32_t sequence_field = 0;
constexpr uint32_t position_field = 1;

Value sequence_next(Run& run, Value self) {
    if (cast<Record>(self)->fields[sequence_field] == UNBOUND) {
        run.returned = NONE;
        return EXHAUSTED;
    }
    Return kind = run.ret_kind;
    Value pushed = run.push_step(StepId::sequence_next, {self});
    if (pushed == PUSHED) run.frame->ret_kind = kind;
    return pushed;
}

// https://docs.python.org/3/reference/datamodel.html#object.__length_hint__
Value sequence_length_hint(Run&, Value* args, uint32_t) {
    const Record* iterator = cast<Record>(args[0]);
    if (iterator->fields[sequence_field] == UNBOUND) return Value::integer(0);
    // It would be the length without the position; that it is not known is an answer as well.
    return NOT_IMPLEMENTED;
}

constexpr NativeRow sequence_iterator_rows[] = {{"__length_hint__", "self, /", sequence_length_hint}};
constinit const auto sequence_iterator_methods = native_table(Kind::Record, sequence_iterator_rows);
constexpr TypeOperations sequence_iterator_operations = {.next = sequence_next};
constexpr const Class* sequence_iterator_mro[] = {&sequence_iterator_class, &object_class};

}  // namespace

constinit const Class sequence_iterator_class =
    builtin_class("iterator", "builtins", &object_class, sequence_iterator_mro, 2, Kind::Record, Class::final_class,
                  sequence_iterator_methods.data(), sequence_iterator_methods.size(), &sequence_iterator_operations, nullptr);

Value new_sequence_iterator(Run& run, Value sequence) {
    Record* iterator = new_record(run.heap, &sequence_iterator_class, 2);
    iterator->fields[sequence_field] = sequence;
    iterator->fields[position_field] = Value::integer(0);
    return Value::cell(iterator);
}

// Slots: the iterator. An IndexError or StopIteration from __getitem__ is the end.
Value step_sequence_next(Run& run, Frame& frame, Value in) {
    Record* iterator = as<Record>(frame.base[0]);
    if (!iterator || iterator->small != 2) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    if (frame.state == 0) {
        Value position = iterator->fields[position_field];
        Value result = run.get_item(iterator->fields[sequence_field], position);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (in == RAISED) {
        if (!run.take_pending(ExceptionType::IndexError) && !run.take_pending(ExceptionType::StopIteration)) return RAISED;
        iterator->fields[sequence_field] = UNBOUND;
        run.returned = NONE;
        if (frame.ret_kind == Return::Store && !frame.previous->is_step()) return run.raise_with(ExceptionType::StopIteration, {});
        return EXHAUSTED;
    }
    iterator->fields[position_field] = Value::integer(iterator->fields[position_field].as_int() + 1);
    return in;
}

}  // namespace exmonty
