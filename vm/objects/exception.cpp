// Exceptions: making them, their attributes and their text.
// https://docs.python.org/3/library/exceptions.html#BaseException
#include "vm/objects/exception.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/json_error.h"
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
    if (!is_kind(payload(args[1]), Kind::Str)) return run.type_error({"add_note() argument must be str, not ", type_name(args[1])});
    Value notes = own_attribute(run, args[0], name(Name::__notes__));
    if (notes == UNBOUND) {
        notes = Value::cell(new_list(run.heap));
        if (!set_own_attribute(run, args[0], name(Name::__notes__), notes)) return run.refused();
    }
    List* list = as<List>(notes);
    if (!list) return run.type_error({"Cannot add note: __notes__ is not a list"});
    return append(run.heap, list, args[1]) ? NONE : run.refused();
}

// Whatever made the instance: the arguments given here are its `args`.
Value exception_init(Run& run, Value* args, uint32_t count) {
    if (args[1] != UNBOUND) return run.type_error({class_name(self_exception(args)->type), "() takes no keyword arguments"});
    Tuple* tuple = count > 2 ? new_tuple(run.heap, std::span<const Value>(args + 2, count - 2)) : const_cast<Tuple*>(empty_tuple);
    if (!tuple) return run.refused();
    self_exception(args)->args = Value::cell(tuple);
    return NONE;
}

Value with_traceback(Run& run, Value* args, uint32_t) {
    if (args[1] != NONE && !is_kind(args[1], Kind::Traceback)) return run.type_error({"__traceback__ must be a traceback or None"});
    self_exception(args)->traceback = as<Traceback>(args[1]);
    return args[0];
}

constexpr NativeRow rows[] = {
    {"__cause__", "self", exception_cause, Binding::Getter},
    {"__context__", "self", exception_context, Binding::Getter},
    {"__init__", "self, /, *args, **kwargs", exception_init},
    {"__suppress_context__", "self", exception_suppress, Binding::Getter},
    {"__traceback__", "self", exception_traceback, Binding::Getter},
    {"add_note", "self, note, /", add_note},
    {"args", "self", exception_args, Binding::Getter},
    {"with_traceback", "self, tb, /", with_traceback},
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
    bool is_os_error = is_subclass(exception->type, exception_class(ExceptionType::OSError));
    if (is_os_error && args->count >= 2 && args->count <= 5) return run.push_step(StepId::os_error_text, {self});
    if (args->count > 1) {
        Value text = unicode_error_text(run, exception);
        return text == UNBOUND ? run.repr(exception->args) : text;
    }
    if (is_subclass(exception->type, exception_class(ExceptionType::KeyError))) return run.repr(args->items[0]);
    return run.str(args->items[0]);
}

Value exception_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names) {
    if (names) return run.type_error({class_name(type), "() takes no keyword arguments"});
    if (is_subclass(type, exception_class(ExceptionType::JSONDecodeError)))
        return construct_json_error(run, type, {args, count});
    return Value::cell(new_exception(run, type, {args, count}));
}

// The attributes that builtin classes take from their arguments.
Value argument_attribute(const Exception* exception, std::string_view text) {
    Tuple* args = as<Tuple>(exception->args);
    if (!args) return UNBOUND;
    auto is_a = [exception](ExceptionType type) { return is_subclass(exception->type, exception_class(type)); };
    auto argument = [args](uint32_t i) { return i < args->count ? args->items[i] : NONE; };
    if (text == "value" && is_a(ExceptionType::StopIteration)) return argument(0);
    if (text == "code" && is_a(ExceptionType::SystemExit)) return args->count > 1 ? exception->args : argument(0);
    bool has_errno = args->count >= 2 && args->count <= 5;
    if (is_a(ExceptionType::OSError)) {
        if (text == "errno") return has_errno ? argument(0) : NONE;
        if (text == "strerror") return has_errno ? argument(1) : NONE;
        if (text == "filename") return has_errno ? argument(2) : NONE;
        if (text == "filename2") return has_errno ? argument(4) : NONE;
    }
    if (is_a(ExceptionType::ImportError)) {
        if (text == "msg") return args->count == 1 ? argument(0) : NONE;
        if (text == "name" || text == "path" || text == "name_from") return NONE;
    }
    if (is_a(ExceptionType::SyntaxError)) {
        constexpr std::string_view parts[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
        if (text == "msg") return argument(0);
        Tuple* place = args->count > 1 ? as<Tuple>(args->items[1]) : nullptr;
        for (uint32_t i = 0; i < 6; i++)
            if (text == parts[i]) return place && i < place->count ? place->items[i] : NONE;
        if (text == "print_file_and_line") return NONE;
    }
    if (text == "name" && (is_a(ExceptionType::NameError) || is_a(ExceptionType::AttributeError))) return NONE;
    if (text == "obj" && is_a(ExceptionType::AttributeError)) return NONE;
    return UNBOUND;
}

Value exception_get_attribute(Run&, Value self, Str* name) {
    Value own = argument_attribute(cast<Exception>(self), name->view());
    if (own != UNBOUND) return own;
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

// Slots: exception, the text so far: "[Errno 2] No such file: 'name' -> 'name2'". The state counts parts (errno, strerror,
// filename, second filename); bit 2: the text of that part comes.
Value step_os_error_text(Run& run, Frame& frame, Value in) {
    Tuple* args = cast<Tuple>(cast<Exception>(frame.base[0])->args);
    if (frame.base[1] == UNBOUND) frame.base[1] = Value::cell(empty_str);
    for (;;) {
        uint32_t part = frame.state & 3;
        uint32_t index = part == 3 ? 4 : part;
        if (!(frame.state & 4)) {
            bool given = index < args->count && (part < 2 || args->items[index] != NONE);
            if (!given && part == 3) return frame.base[1];
            if (!given) {
                frame.state = part + 1;
                continue;
            }
            Value shown = part < 2 ? run.str(args->items[index]) : run.repr(args->items[index]);
            if (shown == COLLECT) return shown;
            frame.state = part | 4;
            if (is_result(shown)) return shown;
            in = shown;
        }
        Str* piece = as<Str>(payload(in));
        if (!piece) return run.raise(ExceptionType::SystemError, {"bad text"});
        constexpr std::string_view before[] = {"[Errno ", "] ", ": ", " -> "};
        Value joined = run.text({cast<Str>(frame.base[1])->view(), before[part], piece->view()});
        if (is_result(joined) || part == 3) return joined;
        frame.base[1] = joined;
        frame.state = part + 1;
    }
}

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
