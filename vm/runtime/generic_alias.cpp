// types.GenericAlias, what list[int] gives, and typing.Union, what int | str gives.
// https://docs.python.org/3/library/stdtypes.html#types-genericalias
// https://docs.python.org/3/library/stdtypes.html#types-union
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/function.h"
#include "vm/objects/list.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/protocol.h"

#include <algorithm>

namespace exmonty {

Value new_alias(Run& run, Value origin, Value key) {
    Value args = is_kind(key, Kind::Tuple) ? key : run.tuple({key});
    if (is_result(args)) return args;
    Record* alias = new_record(run.heap, &generic_alias_class, alias_field::count);
    alias->fields[alias_field::origin] = origin;
    alias->fields[alias_field::args] = args;
    alias->fields[alias_field::starred] = FALSE;
    return Value::cell(alias);
}

Value builtin_class_getitem(Run& run, Value* args, uint32_t) { return new_alias(run, args[0], args[1]); }

namespace {

enum class AliasText : uint8_t { Shown, NotGeneric };

Record* self_record(Value* args) { return cast<Record>(args[0]); }

template <uint32_t field>
Value alias_part(Run&, Value* args, uint32_t) {
    return self_record(args)->fields[field];
}

Value no_parameters(Run&, Value*, uint32_t) { return Value::cell(empty_tuple); }
Value alias_doc(Run& run, Value* args, uint32_t) { return run.get_attribute(self_record(args)->fields[alias_field::origin], name(Name::__doc__)); }
Value alias_mro_entries(Run& run, Value* args, uint32_t) { return run.tuple({self_record(args)->fields[alias_field::origin]}); }

Value alias_instance_check(Run& run, Value*, uint32_t) { return run.type_error({"isinstance() argument 2 cannot be a parameterized generic"}); }
Value alias_subclass_check(Run& run, Value*, uint32_t) { return run.type_error({"issubclass() argument 2 cannot be a parameterized generic"}); }

constexpr NativeRow alias_rows[] = {
    {"__args__", "self", alias_part<alias_field::args>, Binding::Getter},
    {"__doc__", "self", alias_doc, Binding::Getter},
    {"__instancecheck__", "self, object, /", alias_instance_check},
    {"__mro_entries__", "self, object, /", alias_mro_entries},
    {"__origin__", "self", alias_part<alias_field::origin>, Binding::Getter},
    {"__parameters__", "self", no_parameters, Binding::Getter},
    {"__subclasscheck__", "self, object, /", alias_subclass_check},
    {"__unpacked__", "self", alias_part<alias_field::starred>, Binding::Getter},
};
constinit const auto alias_methods = native_table(Kind::Record, alias_rows);

// Slots of the step: alias or union, the texts of the arguments so far, what the text is for.
Value show(Run& run, Value self, AliasText purpose) {
    return run.push_step(StepId::alias_repr, {self, Value::cell(new_list(run.heap)), Value::integer(static_cast<int64_t>(purpose))});
}

Value alias_repr(Run& run, Value self) { return show(run, self, AliasText::Shown); }
// Without type variables nothing is generic.
Value alias_get_item(Run& run, Value self, Value) { return show(run, self, AliasText::NotGeneric); }

Value alias_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) {
    return run.call(cast<Record>(self)->fields[alias_field::origin], args, count, names);
}

// `*tuple[int, ...]` in a list of arguments.
Value alias_iterate(Run& run, Value self) {
    Record* alias = cast<Record>(self);
    Value starred = new_alias(run, alias->fields[alias_field::origin], alias->fields[alias_field::args]);
    if (is_result(starred)) return starred;
    cast<Record>(starred)->fields[alias_field::starred] = TRUE;
    Value row = run.tuple({starred});
    return is_result(row) ? row : run.iterate(row);
}

// Everything that is not of the alias is its origin's.
Value alias_attribute(Run& run, Value self, Str* name) {
    constexpr std::string_view kept[] = {"__bases__", "__class__", "__copy__", "__deepcopy__", "__mro_entries__", "__reduce__", "__reduce_ex__"};
    if (std::find(std::begin(kept), std::end(kept), name->view()) != std::end(kept)) return UNBOUND;
    return run.get_attribute(cast<Record>(self)->fields[alias_field::origin], name);
}

Value alias_compare(Run& run, Comparison comparison, Value a, Value b) {
    Record* x = as_record(a, &generic_alias_class);
    Record* y = as_record(b, &generic_alias_class);
    if (!x || !y || (comparison != Comparison::Eq && comparison != Comparison::Ne)) return NOT_IMPLEMENTED;
    bool same_head = x->fields[alias_field::origin] == y->fields[alias_field::origin] && x->fields[alias_field::starred] == y->fields[alias_field::starred];
    if (!same_head) return boolean(comparison == Comparison::Ne);
    return run.compare(comparison, x->fields[alias_field::args], y->fields[alias_field::args]);
}

Value alias_hash(Run& run, Value self) { return run.hash(cast<Record>(self)->fields[alias_field::args]); }
Value alias_binary(Run& run, Operator op, Value a, Value b) { return op == Operator::Or ? union_of(run, a, b) : NOT_IMPLEMENTED; }

Value alias_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names) return run.type_error({"GenericAlias() takes no keyword arguments"});
    if (count != 2) return run.type_error({"GenericAlias expected 2 arguments, got ", Digits(count).view()});
    return new_alias(run, args[0], args[1]);
}

constexpr TypeOperations alias_operations = {.repr = alias_repr, .hash = alias_hash, .compare = alias_compare, .get_item = alias_get_item,
                                             .iterate = alias_iterate, .binary = alias_binary, .call = alias_call,
                                             .get_attribute = alias_attribute, .operators = " eq ne lt le gt ge or ror ", .construct = alias_construct};
constexpr const Class* alias_mro[] = {&generic_alias_class, &object_class};

// ---- typing.Union

Value union_args(Run&, Value* args, uint32_t) { return self_record(args)->fields[0]; }
Value union_origin(Run&, Value*, uint32_t) { return Value::cell(&union_class); }
constexpr NativeRow union_rows[] = {
    {"__args__", "self", union_args, Binding::Getter},
    {"__origin__", "self", union_origin, Binding::Getter},
    {"__parameters__", "self", no_parameters, Binding::Getter},
};
constinit const auto union_methods = native_table(Kind::Record, union_rows);

// Classes are compared by identity, aliases by their parts (one level of them: deeper ones count as different).
bool same_member(Value a, Value b) {
    if (a == b) return true;
    Record* x = as_record(a, &generic_alias_class);
    Record* y = as_record(b, &generic_alias_class);
    if (!x || !y || x->fields[alias_field::origin] != y->fields[alias_field::origin]) return false;
    std::span<const Value> left = cast<Tuple>(x->fields[alias_field::args])->view();
    std::span<const Value> right = cast<Tuple>(y->fields[alias_field::args])->view();
    return left.size() <= 64 && std::equal(left.begin(), left.end(), right.begin(), right.end());
}

bool has_member(std::span<const Value> members, Value member) {
    for (Value known : members)
        if (same_member(known, member)) return true;
    return false;
}

Value union_compare(Run& run, Comparison comparison, Value a, Value b) {
    Record* left = as_record(a, &union_class);
    Record* right = as_record(b, &union_class);
    if (!left || !right || (comparison != Comparison::Eq && comparison != Comparison::Ne)) return NOT_IMPLEMENTED;
    Tuple* x = cast<Tuple>(left->fields[0]);
    Tuple* y = cast<Tuple>(right->fields[0]);
    bool same = x->count == y->count;
    for (uint32_t i = 0; same && i < x->count; i++) {
        if (run.budget.poll(y->count / 8 + 1)) return RAISED;
        same = has_member(y->view(), x->items[i]);
    }
    return boolean(same == (comparison == Comparison::Eq));
}

// The order of the members does not count.
Value union_hash(Run& run, Value self) {
    uint64_t hash = 0;
    for (Value member : cast<Tuple>(cast<Record>(self)->fields[0])->view()) hash += is_kind(member, Kind::Class) ? address_of(run, member) : 1;
    return run.integer(static_cast<int64_t>(hash & 0xffffffffffff));
}

constexpr TypeOperations union_operations = {
    .repr = alias_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary = alias_binary,
    .operators = " or ror eq ne ",
};
constexpr const Class* union_mro[] = {&union_class, &object_class};

// What stands for an argument without asking its repr; UNBOUND: nothing does.
Value short_text(Run& run, Value argument) {
    FixedText<1024> text;
    if (argument == ELLIPSIS) return run.text("...");
    if (argument == Value::cell(&none_class)) return run.text("None");
    if (Class* type = as<Class>(argument)) {
        append_qualified_name(run, text, type);
        return run.text(text.view());
    }
    Function* function = as<Function>(argument);
    if (!function) return UNBOUND;
    Str* module = as<Str>(function->module);
    return run.text({module ? module->view() : "", module ? "." : "", function->qualified_name->view()});
}

Value whole_text(Run& run, Record* record, std::span<const Value> pieces) {
    TextBuilder text(run);
    bool alias = record->type == &generic_alias_class;
    if (alias) {
        if (record->fields[alias_field::starred] == TRUE) text.append('*');
        FixedText<1024> origin;
        if (Class* type = as<Class>(record->fields[alias_field::origin])) append_qualified_name(run, origin, type);
        text.append(origin.view());
        text.append('[');
        if (pieces.empty()) text.append("()");
    }
    for (size_t i = 0; i < pieces.size(); i++) {
        if (run.budget.poll()) return RAISED;
        if (i > 0) text.append(alias ? ", " : " | ");
        if (Str* piece = as<Str>(payload(pieces[i]))) text.append(piece->view());
    }
    if (alias) text.append(']');
    return text.str();
}

}  // namespace

// A union of the members of both sides; one that has a single member is that member.
Value union_of(Run& run, Value a, Value b) {
    auto fits = [](Value v) { return v == NONE || is_kind(v, Kind::Class) || as_record(v, &generic_alias_class) || as_record(v, &union_class); };
    if (!fits(a) || !fits(b) || (a == NONE && b == NONE)) return NOT_IMPLEMENTED;
    List* members = new_list(run.heap);
    for (Value side : {a, b}) {
        if (side == NONE) side = Value::cell(&none_class);
        Record* record = as_record(side, &union_class);
        Tuple* parts = record ? as<Tuple>(record->fields[0]) : nullptr;
        for (Value part : parts ? parts->view() : std::span<const Value>(&side, 1)) {
            if (run.budget.poll(members->size / 8 + 1)) return RAISED;
            if (!has_member(members->view(), part) && !append(run.heap, members, part)) return run.refused();
        }
    }
    if (members->size == 1) return members->items[0];
    Tuple* tuple = new_tuple(run.heap, members->view());
    if (!tuple) return run.refused();
    Record* made = new_record(run.heap, &union_class, 1);
    made->fields[0] = Value::cell(tuple);
    return Value::cell(made);
}

// Slots: alias or union, the list of the arguments' texts so far, AliasText. State 1: the repr of the next argument comes.
Value step_alias_repr(Run& run, Frame& frame, Value in) {
    Record* record = as<Record>(frame.base[0]);
    List* pieces = as<List>(frame.base[1]);
    if (!record || !pieces) return run.raise(ExceptionType::SystemError, {"bad alias"});
    Tuple* args = as<Tuple>(record->fields[record->type == &generic_alias_class ? uint32_t{alias_field::args} : 0]);
    if (!args) return run.raise(ExceptionType::SystemError, {"bad alias"});
    for (;;) {
        if (frame.state == 1) {
            if (!append(run.heap, pieces, in)) return run.refused();
            frame.state = 0;
        }
        if (run.budget.poll()) return RAISED;
        if (pieces->size >= args->count) break;
        Value argument = args->items[pieces->size];
        in = short_text(run, argument);
        if (in == UNBOUND) in = run.repr(argument);
        if (in == COLLECT) return in;
        frame.state = 1;
        if (is_result(in)) return in;
    }
    Value text = whole_text(run, record, pieces->view());
    if (is_result(text) || frame.base[2] == Value::integer(static_cast<int64_t>(AliasText::Shown))) return text;
    return run.type_error({cast<Str>(text)->view(), " is not a generic class"});
}

constinit const Class generic_alias_class = builtin_class("types.GenericAlias", "types", &object_class, alias_mro, 2, Kind::Record, 0,
                                                          alias_methods.data(), alias_methods.size(), &alias_operations, nullptr);
constinit const Class union_class = builtin_class("Union", "typing", &object_class, union_mro, 2, Kind::Record, Class::final_class,
                                                  union_methods.data(), union_methods.size(), &union_operations, nullptr);

}  // namespace exmonty
