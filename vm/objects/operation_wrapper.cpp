// The dunder methods that a type's operations imply: `list.__len__`, `int.__add__`. Each type has a table of rows of its own,
// so that `list.__len__` is not `tuple.__len__`; what they call is the same for all and asks the operations of self's class.
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/construct.h"
#include "vm/objects/exception.h"
#include "vm/objects/int.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

const TypeOperations& operations_of(Value self) {
    static constexpr TypeOperations none;
    const Class* type = class_of(self);
    return type->operations ? *type->operations : none;
}

// The builtin value that self is or holds.
Value builtin_self(Run& run, Value* args) {
    run.receiver = args[0];
    return payload(args[0]);
}

template <Operator op>
Value wrap_binary(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    if (!operations.binary) return NOT_IMPLEMENTED;
    // A text's `%` asks the mapping itself, which can be of a subclass of dict.
    if (op == Operator::Mod && operations.get_item) return operations.binary(run, op, builtin_self(run, args), args[1]);
    return operations.binary(run, op, builtin_self(run, args), payload(args[1]));
}

template <Operator op>
Value wrap_reflected(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.binary ? operations.binary(run, op, payload(args[1]), builtin_self(run, args)) : NOT_IMPLEMENTED;
}

template <Operator op>
Value wrap_in_place(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    Value self = builtin_self(run, args);
    Value result = operations.in_place ? operations.in_place(run, op, self, payload(args[1])) : NOT_IMPLEMENTED;
    return result == self ? args[0] : result;
}

// A sequence's own `*` takes what is an index and nothing else; the operator would go on to ask the other operand.
bool is_no_count(Run& run, const TypeOperations& operations, Value other) {
    return operations.get_item && operations.length && !other.is_int() && int_of(other) == UNBOUND && !calls_index(run, other);
}

Value wrap_multiply(Run& run, Value* args, uint32_t count) {
    if (is_no_count(run, operations_of(args[0]), args[1])) return run.index(args[1]);
    return wrap_binary<Operator::Mul>(run, args, count);
}

Value wrap_reflected_multiply(Run& run, Value* args, uint32_t count) {
    if (is_no_count(run, operations_of(args[0]), args[1])) return run.index(args[1]);
    return wrap_reflected<Operator::Mul>(run, args, count);
}

Value wrap_in_place_multiply(Run& run, Value* args, uint32_t count) {
    if (is_no_count(run, operations_of(args[0]), args[1])) return run.index(args[1]);
    return wrap_in_place<Operator::Mul>(run, args, count);
}

template <UnaryOperation op>
Value wrap_unary(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.unary ? operations.unary(run, op, builtin_self(run, args)) : NOT_IMPLEMENTED;
}

template <Comparison comparison>
Value wrap_compare(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.compare ? operations.compare(run, comparison, builtin_self(run, args), payload(args[1])) : NOT_IMPLEMENTED;
}

Value unsupported(Run& run, Value self, std::string_view method) {
    return run.type_error({"descriptor '", method, "' requires another object than '", type_name(self), "'"});
}

Value wrap_bool(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.truth ? operations.truth(run, builtin_self(run, args)) : unsupported(run, args[0], "__bool__");
}

Value wrap_len(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.length ? operations.length(run, builtin_self(run, args)) : unsupported(run, args[0], "__len__");
}

Value wrap_get_item(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    if (!operations.get_item) return unsupported(run, args[0], "__getitem__");
    Value self = builtin_self(run, args);
    // dict.__getitem__ on an instance of a subclass still goes to its __missing__.
    if (self != args[0] && is_kind(self, Kind::Dict) && run.special(class_of(args[0]), Name::__missing__) != UNBOUND)
        return run.push_step(StepId::missing, {args[0], args[1]});
    return operations.get_item(run, self, payload(args[1]));
}

Value wrap_set_item(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    if (!operations.set_item) return unsupported(run, args[0], "__setitem__");
    return operations.set_item(run, builtin_self(run, args), payload(args[1]), args[2]);
}

Value wrap_delete_item(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    if (!operations.set_item) return unsupported(run, args[0], "__delitem__");
    return operations.set_item(run, builtin_self(run, args), payload(args[1]), UNBOUND);
}

Value wrap_contains(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.contains ? operations.contains(run, builtin_self(run, args), args[1]) : unsupported(run, args[0], "__contains__");
}

Value wrap_iterate(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    if (operations.iterate) return operations.iterate(run, builtin_self(run, args));
    return operations.next ? args[0] : unsupported(run, args[0], "__iter__");
}

Value wrap_next(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    if (!operations.next) return unsupported(run, args[0], "__next__");
    Value result = operations.next(run, builtin_self(run, args));
    return result == EXHAUSTED ? run.raise_with(ExceptionType::StopIteration, {}) : result;
}

Value wrap_repr(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.repr ? operations.repr(run, builtin_self(run, args)) : unsupported(run, args[0], "__repr__");
}

Value wrap_str(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.str ? operations.str(run, builtin_self(run, args)) : unsupported(run, args[0], "__str__");
}

Value wrap_format(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    Str* spec = as<Str>(payload(args[1]));
    if (!spec) return run.type_error({"__format__() argument must be str, not ", argument_type_name(args[1])});
    return operations.format ? operations.format(run, builtin_self(run, args), spec) : unsupported(run, args[0], "__format__");
}

Value wrap_hash(Run& run, Value* args, uint32_t) { return run.hash(builtin_self(run, args)); }

Value wrap_index(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.to_index ? operations.to_index(run, builtin_self(run, args)) : unsupported(run, args[0], "__index__");
}

Value wrap_int(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.to_int ? operations.to_int(run, builtin_self(run, args)) : unsupported(run, args[0], "__int__");
}

Value wrap_float(Run& run, Value* args, uint32_t) {
    const TypeOperations& operations = operations_of(args[0]);
    return operations.to_float ? operations.to_float(run, builtin_self(run, args)) : unsupported(run, args[0], "__float__");
}

Value wrap_call(Run& run, Value* args, uint32_t count) {
    // self, the dict of keywords, then the positional arguments.
    Dict* keywords = as<Dict>(args[1]);
    if (!keywords || keywords->live == 0) return run.call(args[0], args + 2, count - 2);
    uint32_t total = count - 2 + keywords->live;
    if (!run.heap.reserve(sizeof(Value) * uint64_t{total} * 2)) return run.refused();
    Tuple* values = new_tuple(run.heap, total);
    Tuple* names = new_tuple(run.heap, keywords->live);
    uint32_t number = 0;
    for (uint32_t i = 2; i < count; i++) values->items[number++] = args[i];
    uint32_t named = 0;
    for (uint32_t i = dict_next(keywords, 0); i < keywords->used; i = dict_next(keywords, i + 1)) {
        names->items[named++] = keywords->entries[i].key;
        values->items[number++] = keywords->entries[i].value;
    }
    return run.call(args[0], values->items, total, names);
}

// Which operation a row needs.
enum class Needs : uint8_t {
    Binary, InPlace, Unary, Compare, Truth, Length, GetItem, SetItem, Contains, Iterate, Next, Repr, Str, Format, Hash, Index,
    Int, Float, Call, Construct
};

bool has(const TypeOperations& operations, Needs needs) {
    switch (needs) {
        case Needs::Binary: return operations.binary;
        case Needs::InPlace: return operations.in_place;
        case Needs::Unary: return operations.unary;
        case Needs::Compare: return operations.compare;
        case Needs::Truth: return operations.truth;
        case Needs::Length: return operations.length;
        case Needs::GetItem: return operations.get_item;
        case Needs::SetItem: return operations.set_item;
        case Needs::Contains: return operations.contains;
        case Needs::Iterate: return operations.iterate || operations.next;
        case Needs::Next: return operations.next;
        case Needs::Repr: return operations.repr;
        case Needs::Str: return operations.str;
        case Needs::Format: return operations.format;
        case Needs::Hash: return operations.hash;
        case Needs::Index: return operations.to_index;
        case Needs::Int: return operations.to_int;
        case Needs::Float: return operations.to_float;
        case Needs::Call: return operations.call;
        case Needs::Construct: return operations.construct;
    }
    return false;
}

constexpr NativeRow wrapper_rows[] = {
    {"__abs__", "self, /", wrap_unary<UnaryOperation::Absolute>},
    {"__add__", "self, value, /", wrap_binary<Operator::Add>},
    {"__and__", "self, value, /", wrap_binary<Operator::And>},
    {"__bool__", "self, /", wrap_bool},
    {"__call__", "self, /, *args, **kwargs", wrap_call},
    {"__contains__", "self, key, /", wrap_contains},
    {"__delitem__", "self, key, /", wrap_delete_item},
    {"__divmod__", "self, value, /", wrap_binary<Operator::DivMod>},
    {"__eq__", "self, value, /", wrap_compare<Comparison::Eq>},
    {"__float__", "self, /", wrap_float},
    {"__floordiv__", "self, value, /", wrap_binary<Operator::FloorDiv>},
    {"__format__", "self, format_spec, /", wrap_format},
    {"__ge__", "self, value, /", wrap_compare<Comparison::Ge>},
    {"__getitem__", "self, key, /", wrap_get_item},
    {"__gt__", "self, value, /", wrap_compare<Comparison::Gt>},
    {"__hash__", "self, /", wrap_hash},
    {"__iadd__", "self, value, /", wrap_in_place<Operator::Add>},
    {"__iand__", "self, value, /", wrap_in_place<Operator::And>},
    {"__imul__", "self, value, /", wrap_in_place_multiply},
    {"__index__", "self, /", wrap_index},
    {"__int__", "self, /", wrap_int},
    {"__invert__", "self, /", wrap_unary<UnaryOperation::Invert>},
    {"__ior__", "self, value, /", wrap_in_place<Operator::Or>},
    {"__isub__", "self, value, /", wrap_in_place<Operator::Sub>},
    {"__iter__", "self, /", wrap_iterate},
    {"__ixor__", "self, value, /", wrap_in_place<Operator::Xor>},
    {"__le__", "self, value, /", wrap_compare<Comparison::Le>},
    {"__len__", "self, /", wrap_len},
    {"__lshift__", "self, value, /", wrap_binary<Operator::LShift>},
    {"__lt__", "self, value, /", wrap_compare<Comparison::Lt>},
    {"__mod__", "self, value, /", wrap_binary<Operator::Mod>},
    {"__mul__", "self, value, /", wrap_multiply},
    {"__ne__", "self, value, /", wrap_compare<Comparison::Ne>},
    {"__neg__", "self, /", wrap_unary<UnaryOperation::Negative>},
    {"__new__", "owner, /, *args, **kwargs", construct_natively, Binding::Static},
    {"__next__", "self, /", wrap_next},
    {"__or__", "self, value, /", wrap_binary<Operator::Or>},
    {"__pos__", "self, /", wrap_unary<UnaryOperation::Positive>},
    {"__pow__", "self, value, mod=None, /", wrap_binary<Operator::Pow>},
    {"__radd__", "self, value, /", wrap_reflected<Operator::Add>},
    {"__rand__", "self, value, /", wrap_reflected<Operator::And>},
    {"__rdivmod__", "self, value, /", wrap_reflected<Operator::DivMod>},
    {"__repr__", "self, /", wrap_repr},
    {"__rfloordiv__", "self, value, /", wrap_reflected<Operator::FloorDiv>},
    {"__rlshift__", "self, value, /", wrap_reflected<Operator::LShift>},
    {"__rmod__", "self, value, /", wrap_reflected<Operator::Mod>},
    {"__rmul__", "self, value, /", wrap_reflected_multiply},
    {"__ror__", "self, value, /", wrap_reflected<Operator::Or>},
    {"__rpow__", "self, value, mod=None, /", wrap_reflected<Operator::Pow>},
    {"__rrshift__", "self, value, /", wrap_reflected<Operator::RShift>},
    {"__rshift__", "self, value, /", wrap_binary<Operator::RShift>},
    {"__rsub__", "self, value, /", wrap_reflected<Operator::Sub>},
    {"__rtruediv__", "self, value, /", wrap_reflected<Operator::TrueDiv>},
    {"__rxor__", "self, value, /", wrap_reflected<Operator::Xor>},
    {"__setitem__", "self, key, value, /", wrap_set_item},
    {"__str__", "self, /", wrap_str},
    {"__sub__", "self, value, /", wrap_binary<Operator::Sub>},
    {"__truediv__", "self, value, /", wrap_binary<Operator::TrueDiv>},
    {"__xor__", "self, value, /", wrap_binary<Operator::Xor>},
};

constexpr size_t wrapper_count = sizeof wrapper_rows / sizeof wrapper_rows[0];
using WrapperTable = std::array<NativeFunction, wrapper_count>;

// The types with a table of their own; the others (struct sequences, types of modules) share the last one.
constexpr const Class* wrapped_classes[] = {
    &int_class, &float_class, &bool_class, &str_class, &bytes_class, &list_class, &tuple_class, &dict_class, &set_class, &frozenset_class,
    &range_class, &slice_class, &dict_keys_class, &dict_values_class, &dict_items_class, &type_class, &none_class, &ellipsis_class,
    &not_implemented_class, &function_class, &method_class, &native_function_class, &method_descriptor_class, &class_method_descriptor_class, &bytes_iterator_class, &wrapper_descriptor_class,
    &method_wrapper_class, &getset_descriptor_class, &cell_class, &generator_class, &module_class, &code_class, &traceback_class, &property_class,
    &class_method_class, &static_method_class, &super_class, &generic_alias_class, &union_class, &mapping_proxy_class, &list_iterator_class,
    &list_reverse_iterator_class, &tuple_iterator_class, &range_iterator_class, &long_range_iterator_class, &str_iterator_class,
    &str_ascii_iterator_class, &dict_key_iterator_class, &dict_value_iterator_class, &dict_item_iterator_class,
    &dict_reverse_key_iterator_class, &dict_reverse_value_iterator_class, &dict_reverse_item_iterator_class, &set_iterator_class, &map_class,
    &filter_class, &zip_class, &enumerate_class, &reversed_class, &callable_iterator_class, &deque_class,
};
constexpr size_t wrapped_count = sizeof wrapped_classes / sizeof wrapped_classes[0];

// Behind them stand the table of BaseException and the one that is shared.
consteval std::array<WrapperTable, wrapped_count + 2> make_tables() {
    WrapperTable one = native_table(Kind::Free, wrapper_rows);
    for (NativeFunction& row : one) row.flags |= NativeFunction::wrapper;
    std::array<WrapperTable, wrapped_count + 2> tables{};
    for (WrapperTable& table : tables) table = one;
    return tables;
}

constinit const std::array<WrapperTable, wrapped_count + 2> tables = make_tables();
constexpr const WrapperTable& shared_table = tables[wrapped_count + 1];

const WrapperTable& table_of(const Class* type) {
    for (size_t i = 0; i < wrapped_count; i++)
        if (wrapped_classes[i] == type) return tables[i];
    return shared_table;
}

// Which operators a kind of value takes part in; without this every type with `binary` would show every operator.
Needs needs_of(std::string_view name) {
    if (name == "__bool__") return Needs::Truth;
    if (name == "__call__") return Needs::Call;
    if (name == "__contains__") return Needs::Contains;
    if (name == "__delitem__" || name == "__setitem__") return Needs::SetItem;
    if (name == "__eq__" || name == "__ne__" || name == "__lt__" || name == "__le__" || name == "__gt__" || name == "__ge__") return Needs::Compare;
    if (name == "__float__") return Needs::Float;
    if (name == "__format__") return Needs::Format;
    if (name == "__getitem__") return Needs::GetItem;
    if (name == "__hash__") return Needs::Hash;
    if (name == "__index__") return Needs::Index;
    if (name == "__int__") return Needs::Int;
    if (name == "__iter__") return Needs::Iterate;
    if (name == "__len__") return Needs::Length;
    if (name == "__new__") return Needs::Construct;
    if (name == "__next__") return Needs::Next;
    if (name == "__repr__") return Needs::Repr;
    if (name == "__str__") return Needs::Str;
    if (name == "__abs__" || name == "__neg__" || name == "__pos__" || name == "__invert__") return Needs::Unary;
    if (name == "__iadd__" || name == "__iand__" || name == "__imul__" || name == "__ior__" || name == "__isub__" || name == "__ixor__") return Needs::InPlace;
    return Needs::Binary;
}

}  // namespace

Value own_get_item(Run& run, Value* args, uint32_t count) {
    args[0] = run.receiver;
    return wrap_get_item(run, args, count);
}

Value own_contains(Run& run, Value* args, uint32_t count) {
    args[0] = run.receiver;
    return wrap_contains(run, args, count);
}

const NativeFunction* operation_wrapper(const TypeOperations* operations, std::string_view name) {
    if (name.size() < 6 || name.substr(0, 2) != "__") return nullptr;
    size_t low = 0;
    size_t high = wrapper_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (std::string_view(shared_table[middle].name) < name) low = middle + 1;
        else high = middle;
    }
    if (low == wrapper_count || shared_table[low].name != name) return nullptr;
    if (!has(*operations, needs_of(name)) || !operations->implies(name)) return nullptr;
    return &shared_table[low];
}

const NativeFunction* operation_wrapper(const Class* type, std::string_view name) {
    // What a class shares with its base is the base's.
    if (!type->operations || (type->base && type->base->operations == type->operations)) return nullptr;
    const NativeFunction* shared = operation_wrapper(type->operations, name);
    if (!shared) return nullptr;
    // Exceptions share BaseException's methods, but for the one that makes them.
    const bool is_base = type->flags & Class::exception && name != "__new__";
    return &(is_base ? tables[wrapped_count] : table_of(type))[static_cast<size_t>(shared - shared_table.data())];
}

const Class* wrapper_owner(const NativeFunction* native) {
    const NativeFunction* first = tables[0].data();
    if (native < first || native >= shared_table.data()) return nullptr;
    const size_t number = static_cast<size_t>(native - first) / wrapper_count;
    return number < wrapped_count ? wrapped_classes[number] : exception_class(ExceptionType::BaseException);
}

// Whether the method is no operator, or one of those listed.
bool TypeOperations::implies(std::string_view method) const {
    Needs needs = needs_of(method);
    bool is_operator = needs == Needs::Binary || needs == Needs::InPlace || needs == Needs::Unary || needs == Needs::Compare;
    if (!operators || !is_operator) return true;
    std::string_view bare = method.substr(2, method.size() - 4);
    std::string_view list = operators;
    for (size_t at = list.find(bare); at != std::string_view::npos; at = list.find(bare, at + 1))
        if (at > 0 && list[at - 1] == ' ' && at + bare.size() < list.size() && list[at + bare.size()] == ' ') return true;
    return false;
}

size_t operation_wrapper_count() { return wrapper_count; }
std::string_view operation_wrapper_name(size_t number) { return shared_table[number].name; }

}  // namespace exmonty
