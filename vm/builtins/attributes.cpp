// getattr, setattr, delattr, hasattr; dir, vars, locals, globals; __import__.
// https://docs.python.org/3/library/functions.html
#include "vm/builtins/builtins.h"
#include "vm/objects/arguments.h"
#include "vm/objects/await.h"
#include "vm/objects/function.h"
#include "vm/objects/list.h"
#include "vm/objects/template.h"

namespace exmonty {
namespace {

// nullptr: a TypeError is pending.
Str* attribute_name(Run& run, Value given) {
    Str* name = str_of(given);
    if (!name) run.type_error({"attribute name must be string, not '", type_name(given), "'"});
    return name;
}

// ---- Single attributes.

// https://docs.python.org/3/library/functions.html#getattr
Value getattr(Run& run, Value* args, uint32_t) {
    Str* name = attribute_name(run, args[1]);
    if (!name) return RAISED;
    if (args[2] == UNBOUND) return run.get_attribute(args[0], name);
    return run.push_step(StepId::getattr_default, {args[0], Value::cell(name), args[2]});
}

// https://docs.python.org/3/library/functions.html#hasattr
Value hasattr(Run& run, Value* args, uint32_t) {
    Str* name = attribute_name(run, args[1]);
    return name ? run.push_step(StepId::getattr_default, {args[0], Value::cell(name), UNBOUND}) : RAISED;
}

Value set(Run& run, Value object, Value given, Value value) {
    Str* name = attribute_name(run, given);
    if (!name) return RAISED;
    if (is_builtin_instance(object)) return run.set_attribute(object, name, value);
    return run.push_step(StepId::setattr, {object, Value::cell(name), value});
}

// https://docs.python.org/3/library/functions.html#setattr
Value setattr(Run& run, Value* args, uint32_t) { return set(run, args[0], args[1], args[2]); }
// https://docs.python.org/3/library/functions.html#delattr
Value delattr(Run& run, Value* args, uint32_t) { return set(run, args[0], args[1], UNBOUND); }

// ---- Namespaces.

// The Python code that called: what runs on its behalf, and the prelude's own code, does not count.
Frame* calling_frame(Run& run) {
    Frame* frame = run.frame;
    while (frame && (frame->is_step() || (frame->flags & Frame::invisible))) frame = frame->previous;
    return frame;
}

bool add_local(Run& run, Dict* names, Str* name, Value value) {
    if (const ClosureCell* cell = as<ClosureCell>(value)) value = cell->value;
    return value == UNBOUND || name->view().starts_with('.') || dict_set(run, names, name, value);
}

// The locals of a function that have a value, and the variables of enclosing functions that it uses.
Value function_locals(Run& run, const Frame* frame) {
    const CodeTemplate* code = frame->code->code;
    Dict* names = new_dict(run.heap);
    const size_t in_registers = code->register_locals;
    const Tuple* spill = code->local_names.size() > in_registers ? as<Tuple>(frame->base[in_registers]) : nullptr;
    for (size_t i = 0; i < code->local_names.size(); i++) {
        Value value = UNBOUND;
        if (i < in_registers) value = frame->base[i];
        else if (spill && i - in_registers < spill->size()) value = spill->items[i - in_registers];
        if (!add_local(run, names, code->local_names[i], value)) return run.refused();
    }
    const Tuple* closure = frame->function->closure;
    for (uint32_t i = 0; closure && i < closure->size() && i < code->free_names.size(); i++)
        if (!add_local(run, names, code->free_names[i], closure->items[i])) return run.refused();
    return Value::cell(names);
}

// https://docs.python.org/3/library/functions.html#locals
Value locals(Run& run, Value*, uint32_t) {
    const Frame* frame = calling_frame(run);
    if (!frame) return run.raise(ExceptionType::SystemError, {"frame does not exist"});
    const CodeTemplate* code = frame->code->code;
    if (code->has(CodeFlag::Module)) return Value::cell(frame->code->globals);
    if (code->has(CodeFlag::ClassBody)) return frame->base[0];
    return function_locals(run, frame);
}

// https://docs.python.org/3/library/functions.html#globals
Value globals(Run& run, Value*, uint32_t) {
    const Frame* frame = calling_frame(run);
    return frame ? Value::cell(frame->code->globals) : run.raise(ExceptionType::SystemError, {"frame does not exist"});
}

// https://docs.python.org/3/library/functions.html#dir
Value dir(Run& run, Value* args, uint32_t) {
    if (args[0] == UNBOUND) {
        const Value names = locals(run, args, 0);
        return is_result(names) ? names : run.push_step(StepId::sorted, {names, NONE, FALSE});
    }
    const Class* type = class_of(args[0]);
    const Value method = type->is_builtin() ? UNBOUND : run.special(type, Name::__dir__);
    if (method == UNBOUND || is_kind(method, Kind::NativeFunction)) return run.dir(args[0]);
    return run.push_step(StepId::dir, {args[0]});
}

// https://docs.python.org/3/library/functions.html#vars
Value vars(Run& run, Value* args, uint32_t) {
    return args[0] == UNBOUND ? locals(run, args, 0) : run.push_step(StepId::vars, {args[0]});
}

// https://docs.python.org/3/library/functions.html#import__
Value import_by_name(Run& run, Value* args, uint32_t) {
    Str* name = str_of(args[0]);
    if (!name) return run.type_error({"module name must be a string"});
    if (args[4] != UNBOUND && args[4] != Value::integer(0)) {
        if (!is_kind(args[1], Kind::Dict)) return run.raise(ExceptionType::KeyError, {"'__name__' not in globals"});
        return run.raise(ExceptionType::ImportError, {"attempted relative import with no known parent package"});
    }
    if (name->length == 0) return run.value_error({"Empty module name"});
    const Value from = args[3] == UNBOUND ? FALSE : run.truth(args[3]);
    if (from == FALSE && name->view().find('.') != std::string_view::npos)
        return run.push_step(StepId::import_module, {Value::cell(name), Value::integer(0), FALSE});
    return run.import_module(name);
}

constexpr NativeRow rows[] = {
    {"__import__", "name, globals=None, locals=None, fromlist=(), level=0", import_by_name},
    {"delattr", "obj, name, /", delattr},
    {"dir", "object=None, /", dir},
    {"getattr", "object, name, default=None, /", getattr},
    {"globals", "", globals},
    {"hasattr", "obj, name, /", hasattr},
    {"locals", "", locals},
    {"setattr", "obj, name, value, /", setattr},
    {"vars", "object=None, /", vars},
};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

}  // namespace

BuiltinFunctions attribute_functions() { return {functions, names.data()}; }

// Slots: object, name, what getattr gives when there is no such attribute; UNBOUND: hasattr asks whether there is.
Value step_getattr_default(Run& run, Frame& frame, Value in) {
    const Value fallback = frame.base[2];
    if (frame.state == 0) {
        Str* name = as<Str>(frame.base[1]);
        if (!name) return run.raise(ExceptionType::SystemError, {"bad attribute name"});
        in = run.find_attribute(frame.base[0], name);
        if (in == UNBOUND) return fallback == UNBOUND ? FALSE : fallback;
        if (!arrived_or_ended(frame, 1, in)) return in;
    }
    if (in == RAISED) {
        if (!run.take_pending(ExceptionType::AttributeError)) return RAISED;
        return fallback == UNBOUND ? FALSE : fallback;
    }
    return fallback == UNBOUND ? TRUE : in;
}

// Slots: object, name, value (UNBOUND: delete). What `__setattr__` returns is dropped.
Value step_setattr(Run& run, Frame& frame, Value in) {
    if (frame.state == 1) return NONE;
    Str* name = as<Str>(frame.base[1]);
    if (!name) return run.raise(ExceptionType::SystemError, {"bad attribute name"});
    return arrived(frame, 1, in = run.set_attribute(frame.base[0], name, frame.base[2])) ? NONE : in;
}

// Slots: an object whose `__dir__` is Python's. Its names are sorted.
Value step_dir(Run& run, Frame& frame, Value in) {
    if (frame.state == 2) return in;
    if (frame.state == 0 && !arrived(frame, 1, in = run.call_special(frame.base[0], Name::__dir__, {}))) return in;
    frame.state = 2;
    return run.push_step(StepId::sorted, {in, NONE, FALSE});
}

// Slots: an object. Its `__dict__`.
Value step_vars(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        in = run.find_attribute(frame.base[0], name(Name::__dict__));
        if (in != UNBOUND && !arrived_or_ended(frame, 1, in)) return in;
    }
    if (in != UNBOUND && (in != RAISED || !run.take_pending(ExceptionType::AttributeError))) return in;
    return run.type_error({"vars() argument must have __dict__ attribute"});
}

}  // namespace exmonty
