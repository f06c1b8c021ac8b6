// Calling anything: functions, natives, bound methods, classes, and objects with __call__.
#include "vm/runtime/call.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/generator.h"
#include "vm/objects/instance.h"
#include "vm/objects/int.h"
#include "vm/objects/float.h"
#include "vm/objects/list.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/bind.h"
#include "vm/runtime/construct.h"
#include "vm/runtime/generator.h"

namespace exmonty {
namespace {

constexpr uint32_t small_window = 24;

bool is_of_kind(Value value, Kind kind) {
    if (kind == Kind::Int) return value.is_int() || is_kind(value, Kind::Int) || is_bool(value);
    if (kind == Kind::Float) return is_float(value);
    if (!value.is_cell()) return false;
    Kind actual = value.as_cell()->kind;
    return actual == kind || (kind == Kind::ListIterator && actual == Kind::TupleIterator);
}

// The static class whose table holds this row, for messages.
std::string_view owner_name(const NativeFunction* native, Kind kind) {
    if (const Class* owner = class_with_row(native)) return owner->name;
    constexpr const char* names[kind_count] = {
#define KIND(Name, Struct, owns, python_name) python_name,
#include "vm/heap/kinds.def"
    };
    return names[static_cast<size_t>(kind)];
}

// Kinds whose cells are of many classes, each with rows of its own.
constexpr bool is_shared(Kind kind) {
    return kind == Kind::Record || kind == Kind::DictView || kind == Kind::DictIterator || kind == Kind::Exception;
}

bool is_of_row(Value value, const NativeFunction* native) {
    Kind kind = native->self_kind();
    if (!is_of_kind(value, kind)) return false;
    return !is_shared(kind) || has_row(class_of(value), native);
}

// True for most calls: a function of a module, or a method of a builtin type on a value of that very type.
bool accepts_at_once(const NativeFunction* native, Value self) {
    Kind kind = native->self_kind();
    return !(native->flags & NativeFunction::wrapper) && (kind == Kind::Free || (is_kind(self, kind) && !is_shared(kind)));
}

bool refuse_self(Run& run, const NativeFunction* native, std::string_view owner, Value self) {
    const bool is_slot = native->flags & NativeFunction::slot;
    run.type_error({"descriptor '", native->name, is_slot ? "' requires a '" : "' for '", owner, is_slot ? "' object but received a '" : "' objects doesn't apply to a '",
                    type_name(self), is_slot ? "'" : "' object"});
    return false;
}

// Checks self against the row's class; an instance of a subclass gives the builtin value that it holds.
bool accept_self(Run& run, const NativeFunction* native, Value& self) {
    run.receiver = self;
    if (native->flags & NativeFunction::wrapper) {
        const Class* owner = wrapper_owner(native);
        if (!owner || is_subclass(class_of(self), owner)) return true;
        return refuse_self(run, native, owner->name, self);
    }
    if (native->self_kind() == Kind::Free || is_of_row(self, native)) return true;
    Value held = payload(self);
    if (held != self && is_of_row(held, native)) {
        self = held;
        return true;
    }
    return refuse_self(run, native, owner_name(native, native->self_kind()), self);
}

Value invoke(Run& run, const NativeFunction* native, Value* bound, uint32_t count) {
    if (native->binding == Binding::Static || native->binding == Binding::ClassMethod || count == 0)
        return native->function(run, bound, count);
    Value self = bound[0];
    if (accepts_at_once(native, self)) {
        run.receiver = self;
        return native->function(run, bound, count);
    }
    if (!accept_self(run, native, bound[0])) return RAISED;
    Value held = bound[0];
    Value result = native->function(run, bound, count);
    // A native that returns the container that it was called on means the object that holds it.
    return held != self && result == held && kind_owns[static_cast<size_t>(native->self_kind())] == Owns::Block ? self : result;
}

}  // namespace

Value call_native(Run& run, const NativeFunction* native, const Arguments& arguments) {
    uint32_t given = arguments.positional();
    Value small[small_window];
    Value* bound = small;
    uint32_t room = native->shape.fixed() + given;
    if (room > small_window) {
        if (!run.heap.reserve(sizeof(Value) * room)) return run.refused();
        bound = new_tuple(run.heap, room)->items;
    }
    uint32_t count = native->shape.fixed() + (given > native->shape.positional ? given - native->shape.positional : 0);
    if (!arguments.names && native->simple() && given >= native->shape.required && given <= native->shape.positional) {
        for (uint32_t i = 0; i < given; i++) bound[i] = arguments.at(i);
        for (uint32_t i = given; i < native->shape.positional; i++) bound[i] = UNBOUND;
        count = native->shape.positional;
    } else {
        // Whose method it is comes before what it takes.
        Value self = native->binding == Binding::Method && given > 0 ? arguments.at(0) : UNBOUND;
        if (self != UNBOUND && !accept_self(run, native, self)) return RAISED;
        Value result = bind_native(run, native, arguments, bound);
        if (is_result(result)) return result;
    }
    return invoke(run, native, bound, count);
}

static Value push_bound(Run& run, Function* function, const Arguments& arguments) {
    CodeInstance* code = function->code;
    bool invisible = code->code->has(CodeFlag::Prelude);
    if (!invisible && run.budget.depth >= run.budget.recursion_limit)
        return run.raise(ExceptionType::RecursionError, {"maximum recursion depth exceeded"});
    Frame* frame = run.push_frame(code->register_count);
    if (!frame) return RAISED;
    for (uint32_t i = 0; i < code->register_count; i++) frame->base[i] = UNBOUND;
    Value result = bind_function(run, function, arguments, frame->base);
    if (is_result(result)) {
        run.pop_frame();
        return result;
    }
    frame->pc = code->words;
    frame->code = code;
    frame->function = function;
    if (invisible) frame->flags |= Frame::invisible;
    else run.budget.depth++;
    return PUSHED;
}

Value call_function(Run& run, Function* function, const Arguments& arguments) {
    constexpr uint32_t lazy = static_cast<uint32_t>(CodeFlag::Generator) | static_cast<uint32_t>(CodeFlag::Coroutine) |
                              static_cast<uint32_t>(CodeFlag::AsyncGenerator);
    if (function->code->code->code_flags & lazy) {
        Generator* generator = new_generator(run, function);
        note_maker(generator, run.frame);
        Value result = bind_function(run, function, arguments, generator->registers);
        return is_result(result) ? result : Value::cell(generator);
    }
    return push_bound(run, function, arguments);
}

Frame* push_plain_slow(Run& run, Function* function, const Value* args, uint32_t count, uint32_t target) {
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(target);
    Value result = push_bound(run, function, Arguments{UNBOUND, args, count, nullptr});
    return result == PUSHED ? run.frame : nullptr;
}

Value call_with(Run& run, Value callee, const Arguments& arguments) {
    if (!callee.is_cell()) return run.type_error({"'", type_name(callee), "' object is not callable"});
    Cell* cell = callee.as_cell();
    switch (cell->kind) {
        case Kind::Function: return call_function(run, static_cast<Function*>(cell), arguments);
        case Kind::NativeFunction: return call_native(run, static_cast<NativeFunction*>(cell), arguments);
        case Kind::Class: return call_class(run, static_cast<Class*>(cell), arguments);
        case Kind::Method: {
            Method* method = static_cast<Method*>(cell);
            if (arguments.self == UNBOUND)
                return call_with(run, method->function, {method->self, arguments.values, arguments.count, arguments.names});
            break;
        }
        default: break;
    }
    if (arguments.self != UNBOUND) {
        // A second bound self: the arguments become one row.
        uint32_t count = arguments.count + 1;
        if (!run.heap.reserve(sizeof(Value) * count)) return run.refused();
        Tuple* row = new_tuple(run.heap, count);
        row->items[0] = arguments.self;
        for (uint32_t i = 1; i < count; i++) row->items[i] = arguments.values[i - 1];
        return call_with(run, callee, {UNBOUND, row->items, count, arguments.names});
    }
    const Class* type = class_of(callee);
    if (!type->is_builtin()) {
        Value method = run.special(type, Name::__call__);
        if (method == UNBOUND) return run.type_error({"'", class_name(type), "' object is not callable"});
        // What the class has from a builtin type calls what the instance holds.
        if (is_kind(method, Kind::NativeFunction) && payload(callee) != callee)
            return call_with(run, payload(callee), {UNBOUND, arguments.values, arguments.count, arguments.names});
        return call_with(run, method, {callee, arguments.values, arguments.count, arguments.names});
    }
    if (type->operations && type->operations->call)
        return type->operations->call(run, callee, arguments.values, arguments.count, arguments.names);
    return run.type_error({"'", class_name(type), "' object is not callable"});
}

Value Run::call(Value callee, const Value* args, uint32_t count, Tuple* keyword_names) {
    return call_with(*this, callee, {UNBOUND, args, count, keyword_names});
}

Value call_window(Run& run, Value* window, Value* args, uint32_t count) {
    if (!is_kind(window[0], Kind::NativeFunction)) return call_with(run, window[0], {UNBOUND, args, count, nullptr});
    const NativeFunction* native = cast<NativeFunction>(window[0]);
    if (!native->simple() || count < native->shape.required || count > native->shape.positional) [[unlikely]]
        return call_native(run, native, {UNBOUND, args, count, nullptr});
    for (uint32_t i = count; i < native->shape.positional; i++) args[i] = UNBOUND;
    return invoke(run, native, args, native->shape.positional);
}

Value call_keywords(Run& run, Frame* frame, Value* window, Value* args, uint32_t count, uint32_t site) {
    CodeTemplate* code = frame->code->code;
    Tuple* names = as<Tuple>(code->constants[code->sites[site]]);
    if (!names || names->size() > count) return run.raise(ExceptionType::SystemError, {"bad keyword names"});
    if (run.budget.poll()) return RAISED;
    return call_with(run, window[0], {UNBOUND, args, count, names});
}

Value raise_init_returned(Run& run, Value result) {
    return run.type_error({"__init__() should return None, not '", type_name(result), "'"});
}

// Pops the top frame, whatever it is, and takes over what it was called for.
static void pop_any(Run& run) {
    Frame* frame = run.frame;
    run.ret_kind = frame->ret_kind;
    run.ret_register = frame->ret_register;
    // A generator counts while it runs, also one of the prelude.
    constexpr uint8_t uncounted = Frame::invisible;
    if (!frame->is_step() && (frame->flags & (Frame::invisible | Frame::in_generator)) != uncounted) run.budget.depth--;
    run.pop_frame();
}

Value leave_frame(Run& run, Value result) {
    Frame* frame = run.frame;
    if (!(frame->flags & Frame::in_generator)) {
        pop_any(run);
        return result;
    }
    finish_generator(Generator::of(frame));
    pop_any(run);
    run.returned = result;
    if (run.ret_kind == Return::Iterate || run.ret_kind == Return::Delegate) return EXHAUSTED;
    if (result == NONE) return run.raise_with(ExceptionType::StopIteration, {});
    return run.raise_with(ExceptionType::StopIteration, {result});
}

void abandon_frame(Run& run) {
    if (run.frame->flags & Frame::in_generator) finish_generator(Generator::of(run.frame));
    pop_any(run);
}

Value make_function(Run& run, Frame* frame, Value* window, uint32_t flags, uint32_t constant) {
    CodeInstance* parent = frame->code;
    CodeTemplate* code = as<CodeTemplate>(parent->code->constants[constant]);
    if (!code || code->count >= parent->code->child_count) return run.raise(ExceptionType::SystemError, {"bad code constant"});
    CodeInstance*& instance = parent->children[code->count];
    if (!instance) {
        instance = new_code_instance(run, code, parent->globals);
        if (!instance) return run.refused();
    }
    Function* function = new_function(run, instance);
    if (flags & 1) function->defaults = as<Tuple>(window[1]);
    if (flags & 2) function->keyword_defaults = as<Dict>(window[2]);
    if (flags & 4) function->annotate = window[3];
    if (flags & 8) function->closure = as<Tuple>(window[4]);
    return Value::cell(function);
}

}  // namespace exmonty
