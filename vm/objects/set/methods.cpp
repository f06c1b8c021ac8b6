// set and frozenset: operations of the types, methods and classes.
// https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset
#include "vm/objects/set/methods.h"

#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_hash.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/iterator.h"
#include "vm/objects/record.h"
#include "vm/objects/set/walk.h"

namespace exmonty {
namespace {

Set* self_of(Value* args) { return cast<Set>(args[0]); }

// ---- Iteration. Fields: set (UNBOUND when exhausted), position, the size that it must keep (-1: it has not).

Value set_iterate(Run& run, Value self) {
    Record* iterator = new_record(run.heap, &set_iterator_class, 3);
    iterator->fields[0] = self;
    iterator->fields[1] = Value::integer(0);
    iterator->fields[2] = Value::integer(cast<Set>(self)->used);
    return Value::cell(iterator);
}

Value iterate_self(Run&, Value self) { return self; }

Value set_iterator_next(Run& run, Value self) {
    Record* iterator = cast<Record>(self);
    if (iterator->fields[0] == UNBOUND) return EXHAUSTED;
    const Set* set = cast<Set>(iterator->fields[0]);
    if (iterator->fields[2] != Value::integer(set->used)) {
        iterator->fields[2] = Value::integer(-1);
        return run.raise(ExceptionType::RuntimeError, {"Set changed size during iteration"});
    }
    const uint32_t slot = set_next(set, static_cast<uint32_t>(iterator->fields[1].as_int()));
    if (slot >= set->slots()) {
        iterator->fields[0] = UNBOUND;
        return EXHAUSTED;
    }
    iterator->fields[1] = Value::integer(int64_t{slot} + 1);
    return set->table[slot].key;
}

Value set_iterator_length_hint(Run& run, Value* args, uint32_t) {
    const Record* iterator = as_record(args[0], &set_iterator_class);
    if (!iterator)
        return run.type_error({"descriptor '__length_hint__' for 'set_iterator' objects doesn't apply to a '", type_name(args[0]), "' object"});
    if (iterator->fields[0] == UNBOUND) return Value::integer(0);
    const Set* set = cast<Set>(iterator->fields[0]);
    if (iterator->fields[2] != Value::integer(set->used)) return Value::integer(0);
    int64_t left = 0;
    for (uint32_t i = set_next(set, static_cast<uint32_t>(iterator->fields[1].as_int())); i < set->slots();
         i = set_next(set, i + 1))
        left++;
    return Value::integer(left);
}

constexpr NativeRow iterator_rows[] = {{"__length_hint__", "self, /", set_iterator_length_hint}};
constinit const auto iterator_methods = native_table(Kind::Record, iterator_rows);
constexpr TypeOperations iterator_operations{.iterate = iterate_self, .next = set_iterator_next};
constexpr const Class* iterator_mro[] = {&set_iterator_class, &object_class};

// ---- Operations.

Value set_length(Run&, Value self) { return Value::integer(cast<Set>(self)->used); }

Value set_binary(Run& run, Operator op, Value a, Value b) {
    const Value left = payload(a);
    const Value right = payload(b);
    if (!as_any_set(left) || !as_any_set(right)) return NOT_IMPLEMENTED;
    Set* set = cast<Set>(left);
    switch (op) {
        case Operator::Or: {
            const Value copy = set_copy(run, set, set->kind);
            return is_result(copy) || left == right ? copy : set_update(run, cast<Set>(copy), right, copy);
        }
        case Operator::And: return set_intersection(run, set, right);
        case Operator::Sub: return set_difference(run, set, right);
        case Operator::Xor: {
            const Value copy = set_copy(run, cast<Set>(right), set->kind);
            if (is_result(copy)) return copy;
            return set_walk(run,
                            {.action = SetAction::Toggle, .source = left, .target = cast<Set>(copy), .result = copy});
        }
        default: return NOT_IMPLEMENTED;
    }
}

Value set_in_place(Run& run, Operator op, Value a, Value b) {
    const Value other = payload(b);
    if (!is_kind(a, Kind::Set) || !as_any_set(other)) return NOT_IMPLEMENTED;
    Set* set = cast<Set>(a);
    switch (op) {
        case Operator::Or: return set_update(run, set, other, a);
        case Operator::Sub: return set_difference_update(run, set, other, a);
        case Operator::And: return set_chain(run, SetChain::IntersectionUpdate, a, {&other, 1}, a);
        case Operator::Xor:
            if (a == other) {
                set_clear(run.heap, set);
                return a;
            }
            return set_walk(run, {.action = SetAction::Toggle, .source = other, .target = set, .result = a});
        default: return NOT_IMPLEMENTED;
    }
}

Value construct(Run& run, const char* name, Kind kind, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->count) return run.type_error({name, "() takes no keyword arguments"});
    if (count > 1) return run.type_error({name, " expected at most 1 argument, got ", Digits(count).view()});
    if (count == 1 && kind == Kind::FrozenSet && is_kind(args[0], Kind::FrozenSet)) return args[0];
    Set* set = new_set(run.heap, kind);
    return count == 0 ? Value::cell(set) : set_update(run, set, args[0], Value::cell(set));
}

// https://docs.python.org/3/library/stdtypes.html#set
Value set_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    return construct(run, "set", Kind::Set, args, count, names);
}
// https://docs.python.org/3/library/stdtypes.html#frozenset
Value frozenset_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    return construct(run, "frozenset", Kind::FrozenSet, args, count, names);
}

constexpr TypeOperations set_operations{
    .repr = deep_repr,
    .compare = deep_compare,
    .length = set_length,
    .contains = set_contains,
    .iterate = set_iterate,
    .binary = set_binary,
    .in_place = set_in_place,
    .operators = " or ror and rand sub rsub xor rxor ior iand isub ixor eq ne lt le gt ge ",
    .construct = set_construct,
};

constexpr TypeOperations frozenset_operations{
    .repr = deep_repr,
    .hash = deep_hash,
    .compare = deep_compare,
    .length = set_length,
    .contains = set_contains,
    .iterate = set_iterate,
    .binary = set_binary,
    .operators = " or ror and rand sub rsub xor rxor eq ne lt le gt ge ",
    .construct = frozenset_construct,
};

// ---- Methods.

// https://docs.python.org/3/library/stdtypes.html#frozenset.union and the others with any number of operands.
template <SetChain operation>
Value chain_method(Run& run, Value* args, uint32_t count) {
    return set_chain(run, operation, args[0], {args + 1, count - 1});
}

Value set_init(Run& run, Value* args, uint32_t count) {
    if (!at_most_one(run, "set", args, count)) return RAISED;
    set_clear(run.heap, self_of(args));
    return count == 2 ? NONE : set_update(run, self_of(args), args[2]);
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.add
Value set_add(Run& run, Value* args, uint32_t) { return set_add_key(run, self_of(args), args[1]); }

// https://docs.python.org/3/library/stdtypes.html#frozenset.clear
Value set_clear_method(Run& run, Value* args, uint32_t) {
    set_clear(run.heap, self_of(args));
    return NONE;
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.copy
Value set_copy_method(Run& run, Value* args, uint32_t) {
    const bool is_itself =
        self_of(args)->kind == Kind::FrozenSet && (run.receiver == args[0] || payload(run.receiver) != args[0]);
    return is_itself ? args[0] : set_copy(run, self_of(args), self_of(args)->kind);
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.discard
Value set_discard(Run& run, Value* args, uint32_t) {
    return set_walk(run, {.action = SetAction::DiscardKey, .target = self_of(args), .key = args[1]});
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.isdisjoint
Value set_isdisjoint(Run& run, Value* args, uint32_t) {
    Value source = as_any_set(payload(args[1])) ? payload(args[1]) : args[1];
    Value probe = args[0];
    if (source == probe) return boolean(self_of(args)->used == 0);
    if (const Set* other = as_any_set(source); other && other->used > self_of(args)->used) std::swap(source, probe);
    return set_walk(run, {.action = SetAction::NoneIn, .source = source, .probe = probe});
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.issubset
Value set_issubset(Run& run, Value* args, uint32_t) {
    const Value other = payload(args[1]);
    if (as_any_set(other)) return deep_compare(run, Comparison::Le, args[0], other);
    return set_chain(run, SetChain::IsSubset, args[0], {args + 1, 1});
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.issuperset
Value set_issuperset(Run& run, Value* args, uint32_t) {
    const Value other = payload(args[1]);
    if (as_any_set(other)) return deep_compare(run, Comparison::Ge, args[0], other);
    return set_walk(run, {.action = SetAction::AllIn, .source = args[1], .probe = args[0]});
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.pop
Value set_pop_method(Run& run, Value* args, uint32_t) {
    const Value key = set_pop(self_of(args));
    if (key != UNBOUND) return key;
    const Value text = run.text("pop from an empty set");
    return is_result(text) ? text : run.raise_with(ExceptionType::KeyError, {text});
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.remove
Value set_remove(Run& run, Value* args, uint32_t) {
    return set_walk(run, {.action = SetAction::Remove, .target = self_of(args), .result = args[1], .key = args[1]});
}

// https://docs.python.org/3/library/stdtypes.html#frozenset.symmetric_difference
Value set_symmetric_difference(Run& run, Value* args, uint32_t) {
    return set_chain(run, SetChain::SymmetricDifference, args[0], {args + 1, 1});
}
// https://docs.python.org/3/library/stdtypes.html#frozenset.symmetric_difference_update
Value set_symmetric_difference_update(Run& run, Value* args, uint32_t) {
    Value other = as_any_set(payload(args[1])) ? payload(args[1]) : args[1];
    if (as_any_set(other) || is_kind(other, Kind::Dict)) {
        if (other != args[0])
            return set_walk(run, {.action = SetAction::Toggle, .source = other, .target = self_of(args)});
        set_clear(run.heap, self_of(args));
        return NONE;
    }
    return set_chain(run, SetChain::SymmetricDifferenceUpdate, args[0], {&other, 1});
}

constexpr NativeRow set_rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__contains__", "self, object, /", own_contains},
    {"__init__", "self, /, *args, **kwargs", set_init},
    {"add", "self, object, /", set_add},
    {"clear", "self, /", set_clear_method},
    {"copy", "self, /", set_copy_method},
    {"difference", "self, /, *others", chain_method<SetChain::Difference>},
    {"difference_update", "self, /, *others", chain_method<SetChain::DifferenceUpdate>},
    {"discard", "self, object, /", set_discard},
    {"intersection", "self, /, *others", chain_method<SetChain::Intersection>},
    {"intersection_update", "self, /, *others", chain_method<SetChain::IntersectionUpdate>},
    {"isdisjoint", "self, other, /", set_isdisjoint},
    {"issubset", "self, other, /", set_issubset},
    {"issuperset", "self, other, /", set_issuperset},
    {"pop", "self, /", set_pop_method},
    {"remove", "self, object, /", set_remove},
    {"symmetric_difference", "self, other, /", set_symmetric_difference},
    {"symmetric_difference_update", "self, other, /", set_symmetric_difference_update},
    {"union", "self, /, *others", chain_method<SetChain::Union>},
    {"update", "self, /, *others", chain_method<SetChain::Update>},
};
constexpr NativeRow frozenset_rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__contains__", "self, object, /", own_contains},
    {"copy", "self, /", set_copy_method},
    {"difference", "self, /, *others", chain_method<SetChain::Difference>},
    {"intersection", "self, /, *others", chain_method<SetChain::Intersection>},
    {"isdisjoint", "self, other, /", set_isdisjoint},
    {"issubset", "self, other, /", set_issubset},
    {"issuperset", "self, other, /", set_issuperset},
    {"symmetric_difference", "self, other, /", set_symmetric_difference},
    {"union", "self, /, *others", chain_method<SetChain::Union>},
};
constinit const auto set_methods = native_table(Kind::Set, set_rows);
constinit const auto frozenset_methods = native_table(Kind::FrozenSet, frozenset_rows);
constexpr const Class* set_mro[] = {&set_class, &object_class};
constexpr const Class* frozenset_mro[] = {&frozenset_class, &object_class};

}  // namespace

constinit const Class set_class =
    builtin_class("set", "builtins", &object_class, set_mro, 2, Kind::Set, Class::unhashable, set_methods.data(),
                  set_methods.size(), &set_operations, "Build an unordered collection of unique elements.");
constinit const Class frozenset_class = builtin_class(
    "frozenset", "builtins", &object_class, frozenset_mro, 2, Kind::FrozenSet, 0, frozenset_methods.data(),
    frozenset_methods.size(), &frozenset_operations, "Build an immutable unordered collection of unique elements.");
constinit const Class set_iterator_class =
    builtin_class("set_iterator", "builtins", &object_class, iterator_mro, 2, Kind::Record, Class::final_class,
                  iterator_methods.data(), iterator_methods.size(), &iterator_operations, nullptr);

}  // namespace exmonty
