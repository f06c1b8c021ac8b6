// dict: its operations, methods and class.
// https://docs.python.org/3/library/stdtypes.html#mapping-types-dict
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_repr.h"
#include "vm/objects/dict.h"
#include "vm/objects/iterator.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

Dict* self_of(Value* args) { return cast<Dict>(args[0]); }

// The instance of a subclass that holds this dict, or the dict.
Value owner_of(const Run& run, Value dict) {
    return is_kind(run.receiver, Kind::Instance) && payload(run.receiver) == dict ? run.receiver : dict;
}

Value copy_of(Run& run, const Dict* dict) {
    Dict* copy = dict_copy(run.heap, dict);
    if (!copy) return run.refused();
    return copy->live > 4096 && run.budget.poll(copy->live / 256) ? RAISED : Value::cell(copy);
}

// ---- Operations.

Value dict_length(Run&, Value self) { return Value::integer(cast<Dict>(self)->live); }
Value dict_get_item(Run& run, Value self, Value key) {
    return dict_access(run, DictAccess::GetItem, cast<Dict>(self), key);
}
Value dict_set_item(Run& run, Value self, Value key, Value value) {
    return dict_access(run, value == UNBOUND ? DictAccess::Delete : DictAccess::SetItem, cast<Dict>(self), key, value);
}
Value dict_contains(Run& run, Value self, Value key) {
    return dict_access(run, DictAccess::Contains, cast<Dict>(self), key);
}
Value dict_iterate(Run& run, Value self) { return new_dict_iterator(run.heap, cast<Dict>(self), DictPart::Keys); }

Value dict_binary(Run& run, Operator op, Value a, Value b) {
    const Dict* left = as<Dict>(payload(a));
    const Dict* right = as<Dict>(payload(b));
    if (op != Operator::Or || !left || !right) return NOT_IMPLEMENTED;
    const Value copy = copy_of(run, left);
    return is_result(copy) ? copy : dict_update(run, cast<Dict>(copy), payload(b), nullptr, copy);
}

Value dict_in_place(Run& run, Operator op, Value a, Value b) {
    return op == Operator::Or ? dict_update(run, cast<Dict>(a), b, nullptr, a) : NOT_IMPLEMENTED;
}

// dict(**keywords), update(**keywords): their names and values as a dict; `ok` false: refused.
Dict* keyword_dict(Run& run, const Value* values, const Tuple* names, bool& ok) {
    ok = true;
    if (!names || names->count == 0) return nullptr;
    Dict* dict = new_dict(run.heap);
    ok = dict_reserve(run.heap, dict, names->count);
    for (uint32_t i = 0; ok && i < names->count; i++) ok = dict_set(run, dict, cast<Str>(names->items[i]), values[i]);
    return dict;
}

// https://docs.python.org/3/library/stdtypes.html#dict
Value dict_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    const uint32_t positional = count - (names ? names->count : 0);
    if (positional > 1) return run.type_error({"dict expected at most 1 argument, got ", Digits(positional).view()});
    bool ok;
    Dict* keywords = keyword_dict(run, args + positional, names, ok);
    if (!ok) return run.refused();
    if (positional == 0) return Value::cell(keywords ? keywords : new_dict(run.heap));
    if (const Dict* source = as<Dict>(args[0]); source && !keywords) return copy_of(run, source);
    Dict* dict = new_dict(run.heap);
    return dict_update(run, dict, args[0], keywords, Value::cell(dict));
}

constexpr TypeOperations dict_operations{
    .repr = deep_repr,
    .compare = deep_compare,
    .length = dict_length,
    .get_item = dict_get_item,
    .set_item = dict_set_item,
    .contains = dict_contains,
    .iterate = dict_iterate,
    .binary = dict_binary,
    .in_place = dict_in_place,
    .operators = " or ror ior eq ne lt le gt ge ",
    .construct = dict_construct,
};

// ---- Methods. Those with **kwargs have them in front of *args.

Value update_with(Run& run, Value* args, uint32_t count, const char* name) {
    if (count > 3)
        return run.type_error({name, " expected at most 1 argument, got ", Digits(int64_t{count} - 2).view()});
    return dict_update(run, self_of(args), count == 3 ? args[2] : UNBOUND, as<Dict>(args[1]));
}

Value dict_init(Run& run, Value* args, uint32_t count) { return update_with(run, args, count, "dict"); }
// https://docs.python.org/3/library/stdtypes.html#dict.update
Value dict_update_method(Run& run, Value* args, uint32_t count) { return update_with(run, args, count, "update"); }

// https://docs.python.org/3/reference/datamodel.html#object.__reversed__
Value dict_reversed(Run& run, Value* args, uint32_t) {
    return new_dict_iterator(run.heap, self_of(args), DictPart::Keys, Direction::Backwards);
}

// https://docs.python.org/3/library/stdtypes.html#dict.clear
Value dict_clear_method(Run& run, Value* args, uint32_t) {
    dict_clear(run.heap, self_of(args));
    return NONE;
}

// https://docs.python.org/3/library/stdtypes.html#dict.copy
Value dict_copy_method(Run& run, Value* args, uint32_t) { return copy_of(run, self_of(args)); }

// https://docs.python.org/3/library/stdtypes.html#dict.get
Value dict_get_method(Run& run, Value* args, uint32_t) {
    return dict_access(run, DictAccess::Get, self_of(args), args[1], args[2] == UNBOUND ? NONE : args[2]);
}

// https://docs.python.org/3/library/stdtypes.html#dict.items
Value dict_items(Run& run, Value* args, uint32_t) {
    return new_dict_view(run.heap, owner_of(run, args[0]), DictPart::Items);
}
// https://docs.python.org/3/library/stdtypes.html#dict.keys
Value dict_keys(Run& run, Value* args, uint32_t) {
    return new_dict_view(run.heap, owner_of(run, args[0]), DictPart::Keys);
}
// https://docs.python.org/3/library/stdtypes.html#dict.values
Value dict_values(Run& run, Value* args, uint32_t) {
    return new_dict_view(run.heap, owner_of(run, args[0]), DictPart::Values);
}

// https://docs.python.org/3/library/stdtypes.html#dict.pop
Value dict_pop(Run& run, Value* args, uint32_t) {
    // An empty dict does not ask for the key's hash.
    if (self_of(args)->live == 0)
        return args[2] == UNBOUND ? run.raise_with(ExceptionType::KeyError, {args[1]}) : args[2];
    return dict_access(run, DictAccess::Pop, self_of(args), args[1], args[2]);
}

// https://docs.python.org/3/library/stdtypes.html#dict.popitem
Value dict_popitem(Run& run, Value* args, uint32_t) {
    Dict* dict = self_of(args);
    if (dict->live == 0) {
        const Value text = run.text("popitem(): dictionary is empty");
        return is_result(text) ? text : run.raise_with(ExceptionType::KeyError, {text});
    }
    if (!dict->has(Dict::stable)) {
        const DictEntry entry = dict_pop_last(dict);
        return run.tuple({entry.key, entry.value});
    }
    uint32_t number = dict->used - 1;
    while (dict->entries[number].value == UNBOUND) number--;
    const DictEntry entry = dict->entries[number];
    dict_delete_entry(dict, number);
    return run.tuple({entry.key, entry.value});
}

// https://docs.python.org/3/library/stdtypes.html#dict.setdefault
Value dict_setdefault(Run& run, Value* args, uint32_t) {
    return dict_access(run, DictAccess::SetDefault, self_of(args), args[1], args[2] == UNBOUND ? NONE : args[2]);
}

// https://docs.python.org/3/library/stdtypes.html#dict.fromkeys
Value dict_fromkeys(Run& run, Value* args, uint32_t) {
    const Value value = args[2] == UNBOUND ? NONE : args[2];
    const bool exact = args[0] == Value::cell(&dict_class);
    return run.push_step(StepId::dict_fromkeys,
                         {args[0], args[1], value, exact ? Value::cell(new_dict(run.heap)) : UNBOUND});
}

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__contains__", "self, key, /", own_contains},
    {"__getitem__", "self, key, /", own_get_item},
    {"__init__", "self, /, *args, **kwargs", dict_init},
    {"__reversed__", "self, /", dict_reversed},
    {"clear", "self, /", dict_clear_method},
    {"copy", "self, /", dict_copy_method},
    {"fromkeys", "type, iterable, value=None, /", dict_fromkeys, Binding::ClassMethod},
    {"get", "self, key, default=None, /", dict_get_method},
    {"items", "self, /", dict_items},
    {"keys", "self, /", dict_keys},
    {"pop", "self, key, default=<unrepresentable>, /", dict_pop},
    {"popitem", "self, /", dict_popitem},
    {"setdefault", "self, key, default=None, /", dict_setdefault},
    {"update", "self, /, *args, **kwargs", dict_update_method},
    {"values", "self, /", dict_values},
};
constinit const auto dict_methods = native_table(Kind::Dict, rows);
constexpr const Class* dict_mro[] = {&dict_class, &object_class};

enum State : uint32_t {
    Starts,
    WaitsForDict,
    StartsIteration,
    WaitsForIterator,
    Draws,
    WaitsForKey,
    HasKey,
    WaitsForStore
};

}  // namespace

// dict.fromkeys. Slots: class, then the iterator; the iterable, then a key; value; the new mapping.
static Value dict_fromkeys_turns(Run& run, Frame& frame, Value in) {
    Value& source = frame.base[0];
    Value& key = frame.base[1];
    Value& made = frame.base[3];
    for (;;) {
        if (in == RAISED && frame.state != WaitsForKey) return in;
        switch (frame.state) {
            case Starts:
                if (made != UNBOUND) frame.state = StartsIteration;
                else if (!arrived(frame, WaitsForDict, in = run.call(source, {}))) return in;
                break;
            case WaitsForDict:
                made = in;
                frame.state = StartsIteration;
                break;
            case StartsIteration:
                if (!arrived(frame, WaitsForIterator, in = run.iterate(key))) return in;
                break;
            case WaitsForIterator:
                source = in;
                frame.state = Draws;
                break;
            case Draws:
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForKey, in = run.next(source))) return in;
                break;
            case WaitsForKey:
                if (in == EXHAUSTED || (in == RAISED && run.take_pending(ExceptionType::StopIteration))) return made;
                if (in == RAISED) return in;
                key = in;
                frame.state = HasKey;
                break;
            case HasKey:
                in = as<Dict>(made) ? run.dict_set(cast<Dict>(made), key, frame.base[2])
                                    : run.set_item(made, key, frame.base[2]);
                if (!arrived(frame, WaitsForStore, in)) return in;
                break;
            default: frame.state = Draws; break;
        }
    }
}

Value step_dict_fromkeys(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return dict_fromkeys_turns(run, frame, in); });
}

constinit const Class dict_class = builtin_class(
    "dict", "builtins", &object_class, dict_mro, 2, Kind::Dict, Class::unhashable, dict_methods.data(),
    dict_methods.size(), &dict_operations,
    "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, "
    "value) "
    "pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        "
    "d[k] = "
    "v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For "
    "example:  dict(one=1, two=2)");

}  // namespace exmonty
