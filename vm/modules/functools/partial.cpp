// partial, and the Placeholder that leaves a place in its arguments open.
// https://docs.python.org/3/library/functools.html#functools.partial
#include "vm/modules/functools/functools.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/function.h"
#include "vm/objects/repr_pieces.h"
#include "vm/objects/text_of.h"

#include <algorithm>

namespace exmonty {
namespace {

// `keywords` is a dict; `open` counts the placeholders among the arguments.
namespace field {
enum : uint32_t { function, args, keywords, open, dict, count };
}

bool is_placeholder(Value value) { return as_record(value, &placeholder_class) != nullptr; }

uint64_t count_placeholders(const Value* values, uint64_t count) {
    uint64_t found = 0;
    for (uint64_t i = 0; i < count; i++) found += is_placeholder(values[i]);
    return found;
}

// The arguments of a partial with others behind them; those fill its open places first. nullptr: refused. `left`: how many of
// its places stay open.
Tuple* join_arguments(Run& run, const Tuple* held, uint64_t open, const Value* more, uint64_t count, uint64_t& left) {
    const uint64_t filled = std::min(open, count);
    Tuple* joined = new_tuple(run.heap, held->size() + count - filled);
    if (!joined) return nullptr;
    uint64_t next = 0;
    for (uint32_t i = 0; i < held->size(); i++)
        joined->items[i] = next < filled && is_placeholder(held->items[i]) ? more[next++] : held->items[i];
    for (uint64_t i = held->size(); i < joined->size(); i++) joined->items[i] = more[next++];
    left = open - filled;
    return joined;
}

// The exact partial that a new one takes apart: one without attributes of its own.
const Record* partial_to_flatten(Value function) {
    const Record* partial = as_record(function, &partial_class);
    return partial && partial->fields[field::dict] == NONE ? partial : nullptr;
}

// The keywords of the call over those of the partial. nullptr: refused.
Dict* join_keywords(Run& run, const Dict* held, const Value* values, const Tuple* names) {
    Dict* joined = held ? dict_copy(run.heap, held) : new_dict(run.heap);
    for (uint32_t i = 0; joined && names && i < names->size(); i++)
        if (!dict_set(run, joined, cast<Str>(names->items[i]), values[i])) return nullptr;
    return joined;
}

Value partial_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    const uint32_t keyword_count = names ? names->size() : 0;
    const uint32_t positional = count - keyword_count;
    if (positional == 0) return run.type_error({"type 'partial' takes at least one argument"});
    Value function = args[0];
    const Value* more = args + 1;
    const uint32_t more_count = positional - 1;
    const Record* inner = partial_to_flatten(function);
    if (inner) function = inner->fields[field::function];
    if (!inner && !is_callable(run, function)) return run.type_error({"the first argument must be callable"});
    if (count_placeholders(args + positional, keyword_count) > 0) return run.type_error({"Placeholder cannot be passed as a keyword argument"});
    if (more_count > 0 && is_placeholder(more[more_count - 1])) return run.type_error({"trailing Placeholders are not allowed"});
    const Tuple* held = inner ? as<Tuple>(inner->fields[field::args]) : empty_tuple;
    const Value open = inner ? inner->fields[field::open] : Value::integer(0);
    uint64_t left = 0;
    if (!held) return run.raise(ExceptionType::SystemError, {"bad partial"});
    Tuple* joined = join_arguments(run, held, static_cast<uint64_t>(open.as_int()), more, more_count, left);
    Dict* keywords = join_keywords(run, inner ? as<Dict>(inner->fields[field::keywords]) : nullptr, args + positional, names);
    if (!joined || !keywords) return run.refused();
    Record* partial = new_record(run.heap, &partial_class, field::count);
    partial->fields[field::function] = function;
    partial->fields[field::args] = Value::cell(joined);
    partial->fields[field::keywords] = Value::cell(keywords);
    partial->fields[field::open] = Value::integer(static_cast<int64_t>(left + count_placeholders(more, more_count)));
    partial->fields[field::dict] = NONE;
    return Value::cell(partial);
}

Value missing_arguments(Run& run, uint64_t open, uint64_t given) {
    return run.type_error({"missing positional arguments in 'partial' call; expected at least ", Digits(static_cast<int64_t>(open)).view(),
                           ", got ", Digits(static_cast<int64_t>(given)).view()});
}

// The call with keywords: those of both, as a row behind the arguments.
Value call_with_keywords(Run& run, const Record* partial, const Tuple* positional, const Value* values, Tuple* names) {
    const Dict* keywords = join_keywords(run, as<Dict>(partial->fields[field::keywords]), values, names);
    if (!keywords) return run.refused();
    Tuple* all_names = new_tuple(run.heap, keywords->live);
    Tuple* row = new_tuple(run.heap, uint64_t{positional->size()} + keywords->live);
    if (!all_names || !row) return run.refused();
    for (uint32_t i = 0; i < positional->size(); i++) row->items[i] = positional->items[i];
    uint32_t number = 0;
    for (uint32_t i = dict_next(keywords, 0); i < keywords->used; i = dict_next(keywords, i + 1)) {
        if (!is_kind(keywords->entries[i].key, Kind::Str)) return run.type_error({"keywords must be strings"});
        all_names->items[number] = keywords->entries[i].key;
        row->items[positional->size() + number++] = keywords->entries[i].value;
    }
    return run.call(partial->fields[field::function], row->items, row->size(), all_names);
}

Value partial_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) {
    const Record* partial = cast<Record>(self);
    const Tuple* held = as<Tuple>(partial->fields[field::args]);
    const Dict* keywords = as<Dict>(partial->fields[field::keywords]);
    if (!held || !keywords) return run.raise(ExceptionType::SystemError, {"bad partial"});
    const uint32_t positional = count - (names ? names->size() : 0);
    const uint64_t open = static_cast<uint64_t>(partial->fields[field::open].as_int());
    if (positional < open) return missing_arguments(run, open, positional);
    constexpr uint32_t small_row = 16;
    if (open == 0 && keywords->live == 0 && held->size() + count <= small_row) {
        Value row[small_row];
        std::copy_n(held->items, held->size(), row);
        std::copy_n(args, count, row + held->size());
        return run.call(partial->fields[field::function], row, held->size() + count, names);
    }
    uint64_t left = 0;
    const Tuple* joined = join_arguments(run, held, open, args, positional, left);
    if (!joined) return run.refused();
    if (keywords->live == 0 && !names) return run.call(partial->fields[field::function], joined->items, joined->size());
    return call_with_keywords(run, partial, joined, args + positional, names);
}

Value partial_repr(Run& run, Value self) {
    const Record* partial = cast<Record>(self);
    ReprPieces pieces(run, self);
    pieces.qualified_name();
    pieces.text("(");
    pieces.value(partial->fields[field::function]);
    const Tuple* args = as<Tuple>(partial->fields[field::args]);
    for (uint32_t i = 0; args && i < args->size(); i++) {
        pieces.text(", ");
        pieces.value(args->items[i]);
    }
    const Dict* keywords = as<Dict>(partial->fields[field::keywords]);
    for (uint32_t i = keywords ? dict_next(keywords, 0) : 0; keywords && i < keywords->used; i = dict_next(keywords, i + 1)) {
        const Str* name = as<Str>(keywords->entries[i].key);
        pieces.text(", ");
        if (name) pieces.text(name->view());
        else pieces.value(keywords->entries[i].key);
        pieces.text("=");
        pieces.value(keywords->entries[i].value);
    }
    pieces.text(")");
    return pieces.repr();
}

Value partial_get_attribute(Run& run, Value self, Str* name) { return get_from_dict(run, cast<Record>(self)->fields[field::dict], name); }

Value partial_set_attribute(Run& run, Value self, Str* name, Value value) {
    const std::string_view text = name->view();
    if (text == "func" || text == "args" || text == "keywords") return run.raise(ExceptionType::AttributeError, {"readonly attribute"});
    if (text == "__dict__") return UNBOUND;
    return set_in_dict(run, &partial_class, cast<Record>(self)->fields[field::dict], name, value);
}

template <uint32_t number>
Value get_field(Run& run, Value* args, uint32_t) {
    Record* partial = as_record(args[0], &partial_class);
    if (!partial) return run.type_error({"a partial object is required"});
    if (number == field::dict) return Value::cell(dict_of_field(run, partial->fields[number]));
    return partial->fields[number];
}

Value partial_doc(Run& run, Value* args, uint32_t) {
    const Record* partial = as_record(args[0], &partial_class);
    return own_or_of_class(run, partial ? partial->fields[field::dict] : NONE, "__doc__", partial_class.doc);
}

Value partial_module(Run& run, Value* args, uint32_t) {
    const Record* partial = as_record(args[0], &partial_class);
    return own_or_of_class(run, partial ? partial->fields[field::dict] : NONE, "__module__", partial_class.module_name);
}

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__dict__", "self", get_field<field::dict>, Binding::Getter},
    {"__doc__", "self", partial_doc, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", bound_as_method},
    {"__module__", "self", partial_module, Binding::Getter},
    {"args", "self", get_field<field::args>, Binding::Getter},
    {"func", "self", get_field<field::function>, Binding::Getter},
    {"keywords", "self", get_field<field::keywords>, Binding::Getter},
};
constinit const auto methods = native_table(Kind::Record, rows);
constexpr TypeOperations operations = {
    .repr = partial_repr,
    .call = partial_call,
    .get_attribute = partial_get_attribute,
    .set_attribute = partial_set_attribute,
    .construct = partial_construct,
};
constexpr const Class* mro[] = {&partial_class, &object_class};
constexpr const char* doc = "Create a new function with partial application of the given arguments and keywords.";

// ---- Placeholder

Value placeholder_repr(Run& run, Value) { return run.text("Placeholder"); }

// There is one, which the module keeps.
Value placeholder_construct(Run& run, const Class*, const Value*, uint32_t count, Tuple*) {
    if (count > 0) return run.type_error({"_PlaceholderType takes no arguments"});
    const Value module = dict_get(run, run.modules, new_str(run.heap, "functools"));
    return module == UNBOUND ? NONE : run.get_attribute(module, new_str(run.heap, "Placeholder"));
}

constexpr TypeOperations placeholder_operations = {.repr = placeholder_repr, .construct = placeholder_construct};
constexpr const Class* placeholder_mro[] = {&placeholder_class, &object_class};
constexpr const char* placeholder_doc =
    "The type of the Placeholder singleton.\n\nUsed as a placeholder for partial arguments.";

}  // namespace

constinit const Class partial_class = with_fields(builtin_class("functools.partial", "functools", &object_class, mro, 2, Kind::Record,
                                                    Class::binds_as_method, methods.data(), methods.size(), &operations, doc), field::count);
constinit const Class placeholder_class =
    with_fields(builtin_class("functools._PlaceholderType", "functools", &object_class, placeholder_mro, 2, Kind::Record, Class::final_class, nullptr,
                  0, &placeholder_operations, placeholder_doc), 0);

}  // namespace exmonty
