// Exceptions: making them, their attributes and their text.
// https://docs.python.org/3/library/exceptions.html#BaseException
#include "vm/objects/exception.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/list.h"
#include "vm/objects/text/unicode_error.h"

namespace exmonty {

Exception* new_exception(Run& run, const Class* type, std::span<const Value> args) {
    Exception* exception = run.heap.allocate<Exception>();
    exception->type = type;
    exception->shape = nullptr;
    exception->overflow = nullptr;
    exception->args = args.empty() ? Value::cell(empty_tuple) : Value::cell(new_tuple(run.heap, args));
    exception->cause = NONE;
    exception->context = NONE;
    exception->traceback = nullptr;
    return exception;
}

namespace {

Exception* self_exception(Value* args) { return cast<Exception>(args[0]); }

Value exception_args(Run&, Value* args, uint32_t) { return self_exception(args)->args; }
Value exception_cause(Run&, Value* args, uint32_t) { return self_exception(args)->cause; }
Value exception_context(Run&, Value* args, uint32_t) { return self_exception(args)->context; }
Value exception_suppress(Run&, Value* args, uint32_t) { return boolean(self_exception(args)->flags & Exception::suppress_context); }
Value exception_traceback(Run&, Value* args, uint32_t) {
    Traceback* traceback = self_exception(args)->traceback;
    return traceback ? Value::cell(traceback) : NONE;
}

Value add_note(Run& run, Value* args, uint32_t) {
    if (!is_kind(payload(args[1]), Kind::Str)) return run.type_error({"note must be a str, not '", type_name(args[1]), "'"});
    Value notes = own_attribute(run, args[0], name(Name::__notes__));
    if (notes == UNBOUND) {
        notes = Value::cell(new_list(run.heap));
        if (!set_own_attribute(run, args[0], name(Name::__notes__), notes)) return run.refused();
    }
    List* list = as<List>(notes);
    if (!list) return run.type_error({"Cannot add note: __notes__ is not a list"});
    return append(run.heap, list, args[1]) ? NONE : run.refused();
}

Value with_traceback(Run& run, Value* args, uint32_t) {
    if (args[1] != NONE && !is_kind(args[1], Kind::Traceback)) return run.type_error({"__traceback__ must be a traceback or None"});
    self_exception(args)->traceback = as<Traceback>(args[1]);
    return args[0];
}

constexpr NativeRow rows[] = {
    {"__cause__", "self", exception_cause, Binding::Getter},
    {"__context__", "self", exception_context, Binding::Getter},
    {"__suppress_context__", "self", exception_suppress, Binding::Getter},
    {"__traceback__", "self", exception_traceback, Binding::Getter},
    {"add_note", "self, object, /", add_note},
    {"args", "self", exception_args, Binding::Getter},
    {"with_traceback", "self, object, /", with_traceback},
};

Value exception_repr(Run& run, Value self) {
    Exception* exception = cast<Exception>(self);
    if (cast<Tuple>(exception->args)->count == 0) return run.text({class_name(exception->type), "()"});
    return run.push_step(StepId::exception_repr, {self});
}

Value exception_str(Run& run, Value self) {
    Exception* exception = cast<Exception>(self);
    Tuple* args = cast<Tuple>(exception->args);
    if (args->count == 0) return Value::cell(empty_str);
    if (args->count > 1) {
        Value text = unicode_error_text(run, exception);
        return text == UNBOUND ? run.repr(exception->args) : text;
    }
    if (is_subclass(exception->type, exception_class(ExceptionType::KeyError))) return run.repr(args->items[0]);
    return run.str(args->items[0]);
}

Value exception_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names) {
    if (names) return run.type_error({class_name(type), "() takes no keyword arguments"});
    return Value::cell(new_exception(run, type, {args, count}));
}

Value exception_get_attribute(Run&, Value self, Str* name) {
    return unicode_error_attribute(cast<Exception>(self), name->view());
}

Value exception_set_attribute(Run& run, Value self, Str* name, Value value) {
    Exception* exception = cast<Exception>(self);
    std::string_view text = name->view();
    if (text == "__cause__" || text == "__context__") {
        if (value != NONE && !is_kind(value, Kind::Exception))
            return run.type_error({"exception ", text == "__cause__" ? "cause" : "context", " must be None or derive from BaseException"});
        (text == "__cause__" ? exception->cause : exception->context) = value;
        if (text == "__cause__") exception->flags |= Exception::suppress_context;
        return NONE;
    }
    if (text == "__suppress_context__" && is_bool(value)) {
        exception->flags = static_cast<uint8_t>(value == TRUE ? exception->flags | Exception::suppress_context
                                                              : exception->flags & ~Exception::suppress_context);
        return NONE;
    }
    if (text == "__traceback__" && (value == NONE || is_kind(value, Kind::Traceback))) {
        exception->traceback = as<Traceback>(value);
        return NONE;
    }
    if (text == "args" && is_kind(value, Kind::Tuple)) {
        exception->args = value;
        return NONE;
    }
    return UNBOUND;
}

}  // namespace

constinit const std::array<NativeFunction, base_exception_row_count> base_exception_methods = native_table(Kind::Exception, rows);

constinit const TypeOperations exception_operations = {
    .repr = exception_repr,
    .str = exception_str,
    .get_attribute = exception_get_attribute,
    .set_attribute = exception_set_attribute,
    .construct = exception_construct,
};

// Slots: exception. "Name(args)", a tuple of one without its comma.
Value step_exception_repr(Run& run, Frame& frame, Value in) {
    Exception* exception = cast<Exception>(frame.base[0]);
    Tuple* args = cast<Tuple>(exception->args);
    if (frame.state == 0) {
        Value result = args->count == 1 ? run.repr(args->items[0]) : run.repr(exception->args);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    Str* shown = as<Str>(payload(in));
    if (!shown) return run.raise(ExceptionType::SystemError, {"bad repr"});
    if (args->count == 1) return run.text({class_name(exception->type), "(", shown->view(), ")"});
    return run.text({class_name(exception->type), shown->view()});
}

}  // namespace exmonty
