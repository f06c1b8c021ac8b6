// function, method, cell, code, External.
// https://docs.python.org/3/reference/datamodel.html#the-standard-type-hierarchy
#include "vm/objects/function.h"

#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/hash.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"
#include "vm/objects/text_of.h"

#include <algorithm>

namespace exmonty {
namespace {

Value or_none(const Cell* cell) { return cell ? Value::cell(cell) : NONE; }

// ---- function

Value function_name(Run&, Value* args, uint32_t) { return Value::cell(cast<Function>(args[0])->name); }
Value function_qualified_name(Run&, Value* args, uint32_t) { return Value::cell(cast<Function>(args[0])->qualified_name); }
Value function_doc(Run&, Value* args, uint32_t) { return cast<Function>(args[0])->doc; }
Value function_module(Run&, Value* args, uint32_t) {
    Value module = cast<Function>(args[0])->module;
    return module == UNBOUND ? NONE : module;
}
Value function_defaults(Run&, Value* args, uint32_t) { return or_none(cast<Function>(args[0])->defaults); }
Value function_keyword_defaults(Run&, Value* args, uint32_t) { return or_none(cast<Function>(args[0])->keyword_defaults); }
Value function_closure(Run&, Value* args, uint32_t) { return or_none(cast<Function>(args[0])->closure); }
Value function_code(Run&, Value* args, uint32_t) { return Value::cell(cast<Function>(args[0])->code->code); }
Value function_globals(Run&, Value* args, uint32_t) { return Value::cell(cast<Function>(args[0])->globals); }
Value function_type_params(Run&, Value*, uint32_t) { return Value::cell(empty_tuple); }

Dict* attribute_dict(Run& run, Function* function) {
    if (!function->dict) function->dict = new_dict(run.heap);
    return function->dict;
}

Value function_dict(Run& run, Value* args, uint32_t) { return Value::cell(attribute_dict(run, cast<Function>(args[0]))); }

Value function_annotate(Run&, Value* args, uint32_t) {
    Value annotate = cast<Function>(args[0])->annotate;
    return annotate == UNBOUND ? NONE : annotate;
}

// Annotations are evaluated when first asked for.
Value function_annotations(Run& run, Value* args, uint32_t) {
    Function* function = cast<Function>(args[0]);
    if (function->annotations != UNBOUND) return function->annotations;
    if (function->annotate == UNBOUND || function->annotate == NONE) {
        function->annotations = Value::cell(new_dict(run.heap));
        return function->annotations;
    }
    return run.push_step(StepId::annotations, {args[0]});
}

// A function read from an instance is a method; from a class it stays a function.
Value function_get(Run& run, Value* args, uint32_t) {
    if (args[1] == NONE) {
        if (args[2] == UNBOUND || args[2] == NONE) return run.type_error({"__get__(None, None) is invalid"});
        return args[0];
    }
    Method* method = run.heap.allocate<Method>();
    method->function = args[0];
    method->self = args[1];
    return Value::cell(method);
}

constexpr NativeRow function_rows[] = {
    {"__annotate__", "self", function_annotate, Binding::Getter},
    {"__annotations__", "self", function_annotations, Binding::Getter},
    {"__closure__", "self", function_closure, Binding::Getter},
    {"__code__", "self", function_code, Binding::Getter},
    {"__defaults__", "self", function_defaults, Binding::Getter},
    {"__dict__", "self", function_dict, Binding::Getter},
    {"__doc__", "self", function_doc, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", function_get},
    {"__globals__", "self", function_globals, Binding::Getter},
    {"__kwdefaults__", "self", function_keyword_defaults, Binding::Getter},
    {"__module__", "self", function_module, Binding::Getter},
    {"__name__", "self", function_name, Binding::Getter},
    {"__qualname__", "self", function_qualified_name, Binding::Getter},
    {"__type_params__", "self", function_type_params, Binding::Getter},
};
constinit const auto function_methods = native_table(Kind::Function, function_rows);

Value function_repr(Run& run, Value self) {
    if (External* external = as<External>(self)) return run.text({"<function '", external->name->view(), "' external>"});
    return text_with_address(run, {"function ", cast<Function>(self)->qualified_name->view()}, self);
}

Value function_get_attribute(Run& run, Value self, Str* name) {
    Function* function = as<Function>(self);
    return function && function->dict ? dict_get(run, function->dict, name) : UNBOUND;
}

Value set_name(Run& run, Str*& target, std::string_view attribute, Value value) {
    Str* text = as<Str>(value);
    if (!text) return run.type_error({attribute, " must be set to a string object"});
    target = text;
    return NONE;
}

Value function_set_attribute(Run& run, Value self, Str* name, Value value) {
    Function* function = as<Function>(self);
    if (!function) return UNBOUND;
    std::string_view text = name->view();
    if (text == "__name__") return set_name(run, function->name, text, value);
    if (text == "__qualname__") return set_name(run, function->qualified_name, text, value);
    if (text == "__doc__" || text == "__module__") {
        (text == "__doc__" ? function->doc : function->module) = value == UNBOUND ? NONE : value;
        return NONE;
    }
    if (text == "__annotate__") {
        function->annotate = value == NONE ? UNBOUND : value;
        function->annotations = UNBOUND;
        return NONE;
    }
    // Functions have none until PEP 695's syntax is supported; functools.wraps copies them all the same.
    if (text == "__type_params__" && value == Value::cell(empty_tuple)) return NONE;
    if (text == "__annotations__" && (is_kind(value, Kind::Dict) || value == UNBOUND)) {
        function->annotations = value;
        function->annotate = UNBOUND;
        return NONE;
    }
    const bool is_none = value == NONE || value == UNBOUND;
    if (text == "__defaults__") {
        if (!is_none && !is_kind(value, Kind::Tuple)) return run.type_error({"__defaults__ must be set to a tuple object"});
        function->defaults = is_none ? nullptr : cast<Tuple>(value);
        return NONE;
    }
    if (text == "__kwdefaults__") {
        if (!is_none && !is_kind(value, Kind::Dict)) return run.type_error({"__kwdefaults__ must be set to a dict object"});
        function->keyword_defaults = is_none ? nullptr : cast<Dict>(value);
        return NONE;
    }
    if (text == "__dict__") {
        if (value == UNBOUND) return run.type_error({"cannot delete __dict__"});
        if (!is_kind(value, Kind::Dict)) return run.type_error({"__dict__ must be set to a dictionary, not a '", type_name(value), "'"});
        function->dict = cast<Dict>(value);
        return NONE;
    }
    if (text == "__annotations__" && value != UNBOUND) return run.type_error({"__annotations__ must be set to a dict object"});
    if (find_row(&function_class, text)) return UNBOUND;
    if (value == UNBOUND) return function->dict && dict_remove(run, function->dict, name) ? NONE : UNBOUND;
    return dict_set(run, attribute_dict(run, function), name, value) ? NONE : run.refused();
}

// A host's function: the run pauses for its answer.
Value function_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) {
    External* external = as<External>(self);
    if (!external) return run.type_error({"not callable"});
    uint32_t keyword_count = names ? names->size() : 0;
    Tuple* positional = new_tuple(run.heap, std::span<const Value>(args, count - keyword_count));
    if (!positional) return run.refused();
    Dict* keywords = nullptr;
    for (uint32_t i = 0; i < keyword_count; i++) {
        if (!keywords) keywords = new_dict(run.heap);
        if (!dict_set(run, keywords, cast<Str>(names->items[i]), args[count - keyword_count + i])) return run.refused();
    }
    return run.suspend(HostCallKind::Function, external->name, positional, keywords);
}

constexpr TypeOperations function_operations = {
    .repr = function_repr,
    .call = function_call,
    .get_attribute = function_get_attribute,
    .set_attribute = function_set_attribute,
};
constexpr const Class* function_mro[] = {&function_class, &object_class};

// ---- method

Value method_function(Run&, Value* args, uint32_t) { return cast<Method>(args[0])->function; }
Value method_self(Run&, Value* args, uint32_t) { return cast<Method>(args[0])->self; }

// It is bound already.
Value method_get(Run&, Value* args, uint32_t) { return args[0]; }

constexpr NativeRow method_rows[] = {
    {"__func__", "self", method_function, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", method_get},
    {"__self__", "self", method_self, Binding::Getter},
};
constinit const auto method_methods = native_table(Kind::Method, method_rows);

Value method_repr(Run& run, Value self) {
    Method* method = cast<Method>(self);
    if (Function* function = as<Function>(method->function)) {
        const Value head = run.text({"bound method ", function->qualified_name->view(), " of "});
        return is_result(head) ? head : run.push_step(StepId::method_repr, {self, head});
    }
    return text_with_address(run, {"bound method"}, self);
}

// Attributes that a method does not have are those of its function.
Value method_get_attribute(Run& run, Value self, Str* name) {
    Method* method = cast<Method>(self);
    if (is_kind(method->function, Kind::NativeFunction)) return UNBOUND;
    // What the type has is the method's own; all else, and what is missing, is the function's.
    if (name->view() != "__doc__" && class_lookup(run, &method_class, name) != UNBOUND) return UNBOUND;
    return run.get_attribute(method->function, name);
}

Value method_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) { return run.call(self, args, count, names); }

// https://docs.python.org/3/library/types.html#types.MethodType
Value method_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({"method() takes no keyword arguments"});
    if (count != 2) return run.type_error({"method expected 2 arguments, got ", Digits(count).view()});
    if (!is_callable(run, args[0])) return run.type_error({"first argument must be callable"});
    if (args[1] == NONE) return run.type_error({"instance must not be None"});
    Method* method = run.heap.allocate<Method>();
    method->function = args[0];
    method->self = args[1];
    return Value::cell(method);
}

constexpr TypeOperations method_operations = {
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .get_attribute = method_get_attribute,
    .operators = " eq ne lt le gt ge ",
    .construct = method_construct,
};
constexpr const Class* method_mro[] = {&method_class, &object_class};

// ---- cell

Value cell_contents(Run& run, Value* args, uint32_t) {
    Value value = cast<ClosureCell>(args[0])->value;
    return value == UNBOUND ? run.value_error({"Cell is empty"}) : value;
}

constexpr NativeRow cell_rows[] = {{"cell_contents", "self", cell_contents, Binding::Getter}};
constinit const auto cell_methods = native_table(Kind::ClosureCell, cell_rows);
constexpr TypeOperations cell_operations = {};
constexpr const Class* cell_mro[] = {&cell_class, &object_class};

// ---- code

Value code_name(Run&, Value* args, uint32_t) { return Value::cell(cast<CodeTemplate>(args[0])->name); }
Value code_qualified_name(Run&, Value* args, uint32_t) { return Value::cell(cast<CodeTemplate>(args[0])->qualified_name); }
Value code_file_name(Run&, Value* args, uint32_t) { return Value::cell(cast<CodeTemplate>(args[0])->file_name); }
Value code_first_line(Run&, Value* args, uint32_t) { return Value::integer(cast<CodeTemplate>(args[0])->first_line); }
Value code_argument_count(Run&, Value* args, uint32_t) { return Value::integer(cast<CodeTemplate>(args[0])->positional_count); }
Value code_positional_only(Run&, Value* args, uint32_t) { return Value::integer(cast<CodeTemplate>(args[0])->positional_only_count); }
Value code_keyword_only(Run&, Value* args, uint32_t) { return Value::integer(cast<CodeTemplate>(args[0])->keyword_only_count); }
Value names_tuple(Run& run, std::span<Str* const> names) {
    Tuple* tuple = new_tuple(run.heap, names.size());
    if (!tuple) return run.refused();
    for (size_t i = 0; i < names.size(); i++) tuple->items[i] = Value::cell(names[i]);
    return Value::cell(tuple);
}
Value code_local_names(Run& run, Value* args, uint32_t) { return names_tuple(run, cast<CodeTemplate>(args[0])->local_names); }
Value code_free_names(Run& run, Value* args, uint32_t) { return names_tuple(run, cast<CodeTemplate>(args[0])->free_names); }

constexpr NativeRow code_rows[] = {
    {"co_argcount", "self", code_argument_count, Binding::Getter},
    {"co_filename", "self", code_file_name, Binding::Getter},
    {"co_firstlineno", "self", code_first_line, Binding::Getter},
    {"co_freevars", "self", code_free_names, Binding::Getter},
    {"co_kwonlyargcount", "self", code_keyword_only, Binding::Getter},
    {"co_name", "self", code_name, Binding::Getter},
    {"co_posonlyargcount", "self", code_positional_only, Binding::Getter},
    {"co_qualname", "self", code_qualified_name, Binding::Getter},
    {"co_varnames", "self", code_local_names, Binding::Getter},
};
constinit const auto code_methods = native_table(Kind::Code, code_rows);

Value code_repr(Run& run, Value self) {
    CodeTemplate* code = cast<CodeTemplate>(self);
    return run.text({"<code object ", code->name->view(), ", file \"", code->file_name->view(), "\", line ",
                     Digits(code->first_line).view(), ">"});
}
constexpr TypeOperations code_operations = {.repr = code_repr};
constexpr const Class* code_mro[] = {&code_class, &object_class};

}  // namespace

Value method_compare(Run& run, Comparison comparison, Value self, Value other) {
    Method* a = as<Method>(self);
    Method* b = as<Method>(other);
    if (!a || !b || (comparison != Comparison::Eq && comparison != Comparison::Ne)) return NOT_IMPLEMENTED;
    (void)run;
    bool same = a->self == b->self && a->function == b->function;
    return boolean(same == (comparison == Comparison::Eq));
}

Value method_hash(Run& run, Value self) {
    Method* method = cast<Method>(self);
    return hash_value(run, mix64(address_of(run, method->function) * 31 + address_of(run, method->self)));
}

bool is_callable(Run& run, Value value) {
    if (!value.is_cell()) return false;
    switch (value.as_cell()->kind) {
        case Kind::Function:
        case Kind::External:
        case Kind::NativeFunction:
        case Kind::Method:
        case Kind::Class: return true;
        default: break;
    }
    const Class* type = class_of(value);
    if (!type->is_builtin()) return run.special(type, Name::__call__) != UNBOUND;
    return type->operations && type->operations->call;
}

// Slots: function. The annotate function is called with 1 (VALUE).
Value step_annotations(Run& run, Frame& frame, Value in) {
    Function* function = as<Function>(frame.base[0]);
    if (!function) return run.raise(ExceptionType::SystemError, {"bad function"});
    if (frame.state == 0) {
        Value result = run.call(function->annotate, {Value::integer(1)});
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    function->annotations = in;
    return in;
}

// Slots: method, the text before the repr of self.
Value step_method_repr(Run& run, Frame& frame, Value in) {
    const bool at_once = frame.state == 0;
    if (at_once && !arrived(frame, 1, in = run.repr(cast<Method>(frame.base[0])->self))) return in;
    Str* shown = as<Str>(payload(in));
    Str* head = as<Str>(frame.base[1]);
    if (!shown || !head) return run.raise(ExceptionType::SystemError, {"bad repr"});
    return made_of_input(frame, at_once, run.text({"<", head->view(), shown->view(), ">"}));
}

constinit const Class function_class = builtin_class("function", "builtins", &object_class, function_mro, 2, Kind::Function, Class::final_class,
                                                     function_methods.data(), function_methods.size(), &function_operations, nullptr);
constinit const Class method_class = builtin_class("method", "builtins", &object_class, method_mro, 2, Kind::Method, Class::final_class,
                                                   method_methods.data(), method_methods.size(), &method_operations, nullptr);
constinit const Class cell_class = builtin_class("cell", "builtins", &object_class, cell_mro, 2, Kind::ClosureCell, Class::final_class,
                                                 cell_methods.data(), cell_methods.size(), &cell_operations, nullptr);
constinit const Class code_class = builtin_class("code", "builtins", &object_class, code_mro, 2, Kind::Code, Class::final_class,
                                                 code_methods.data(), code_methods.size(), &code_operations, nullptr);

}  // namespace exmonty
