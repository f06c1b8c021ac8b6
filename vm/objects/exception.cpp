// Exceptions: making them, their attributes and their text.
// https://docs.python.org/3/library/exceptions.html#BaseException
#include "vm/objects/exception.h"

#include "vm/objects/attributes.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_details.h"
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
    exception->details = nullptr;
    return exception;
}

namespace {

Exception* self_exception(Value* args) { return cast<Exception>(args[0]); }

Value exception_args(Run&, Value* args, uint32_t) { return self_exception(args)->args; }
Value exception_cause(Run&, Value* args, uint32_t) { return self_exception(args)->cause; }
Value exception_context(Run&, Value* args, uint32_t) { return self_exception(args)->context; }
Value exception_dict(Run& run, Value* args, uint32_t) {
    Dict* dict = own_dict(run, args[0]);
    return dict ? Value::cell(dict) : run.refused();
}
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
    return initialise_exception(run, self_exception(args), {args + 2, count - 2}, {as<Dict>(args[1])});
}

Value with_traceback(Run& run, Value* args, uint32_t) {
    if (args[1] != NONE && !is_kind(args[1], Kind::Traceback)) return run.type_error({"__traceback__ must be a traceback or None"});
    self_exception(args)->traceback = as<Traceback>(args[1]);
    return args[0];
}

constexpr NativeRow rows[] = {
    {"__cause__", "self", exception_cause, Binding::Getter},
    {"__context__", "self", exception_context, Binding::Getter},
    {"__dict__", "self", exception_dict, Binding::Getter},
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

// The text that the details of some classes make; UNBOUND: that of the arguments.
Value detailed_text(Run& run, Exception* exception) {
    auto os = [&](uint32_t place) { return exception_detail(run, exception, DetailGroup::OSError, place); };
    switch (detail_group(exception->type)) {
        case DetailGroup::OSError: {
            bool has_both = os(detail::os_errno) != UNBOUND && os(detail::os_message) != UNBOUND;
            return os(detail::os_filename) != UNBOUND || has_both ? run.push_step(StepId::os_error_text, {Value::cell(exception)}) : UNBOUND;
        }
        case DetailGroup::ImportError: return import_error_text(run, exception);
        case DetailGroup::SyntaxError: return syntax_error_text(run, exception);
        case DetailGroup::UnicodeError: return unicode_error_text(run, exception);
        case DetailGroup::ExceptionGroup: return group_text(run, exception);
        default: return UNBOUND;
    }
}

Value exception_str(Run& run, Value self) {
    Exception* exception = cast<Exception>(self);
    Tuple* args = cast<Tuple>(exception->args);
    Value text = detailed_text(run, exception);
    if (text != UNBOUND) return text;
    if (args->count == 0) return Value::cell(empty_str);
    if (args->count > 1) return run.repr(exception->args);
    if (is_subclass(exception->type, exception_class(ExceptionType::KeyError))) return run.repr(args->items[0]);
    return run.str(args->items[0]);
}

Value exception_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names) {
    uint32_t positional = count - (names ? names->count : 0);
    bool is_json_error = is_subclass(type, exception_class(ExceptionType::JSONDecodeError));
    bool is_os_error = detail_group(type) == DetailGroup::OSError;
    if (names && is_os_error) return run.type_error({class_name(type), "() takes no keyword arguments"});
    Value made = make_exception(run, type, {args, positional});
    if (is_result(made) || (!names && detail_group(type) == DetailGroup::None && !is_json_error)) return made;
    Value done = initialise_exception(run, cast<Exception>(made), {args, positional}, {nullptr, names, args + positional});
    return is_result(done) ? done : made;
}

// Any iterable becomes a tuple; what is no list or tuple is asked by a step.
Value set_args(Run& run, Exception* exception, Value value) {
    if (!is_kind(payload(value), Kind::Tuple)) return run.push_step(StepId::exception_args, {Value::cell(exception), value});
    keep_details(run, exception);
    exception->args = payload(value);
    return NONE;
}

Value refuse_delete(Run& run, std::string_view name) { return run.type_error({name, " may not be deleted"}); }

Value exception_set_attribute(Run& run, Value self, Str* name, Value value) {
    Exception* exception = cast<Exception>(self);
    std::string_view text = name->view();
    bool deletes = value == UNBOUND;
    if (text == "__cause__" || text == "__context__") {
        bool is_cause = text == "__cause__";
        if (deletes) return refuse_delete(run, text);
        if (value != NONE && !is_kind(value, Kind::Exception))
            return run.type_error({"exception ", is_cause ? "cause" : "context", " must be None or derive from BaseException"});
        (is_cause ? exception->cause : exception->context) = value;
        if (is_cause) exception->flags |= Exception::suppress_context;
        return NONE;
    }
    if (text == "__suppress_context__") {
        if (deletes) return run.type_error({"can't delete numeric/char attribute"});
        if (!is_bool(value)) return run.type_error({"attribute value type must be bool"});
        exception->flags = static_cast<uint8_t>(value == TRUE ? exception->flags | Exception::suppress_context
                                                              : exception->flags & ~Exception::suppress_context);
        return NONE;
    }
    if (text == "__traceback__") {
        if (deletes) return refuse_delete(run, text);
        if (value != NONE && !is_kind(value, Kind::Traceback)) return run.type_error({"__traceback__ must be a traceback or None"});
        exception->traceback = as<Traceback>(value);
        return NONE;
    }
    if (text == "args") return deletes ? refuse_delete(run, text) : set_args(run, exception, value);
    return set_detail(run, exception, text, value);
}

}  // namespace

constinit const std::array<NativeFunction, base_exception_row_count> base_exception_methods = native_table(Kind::Exception, rows);

constinit const TypeOperations exception_operations = {
    .repr = exception_repr,
    .str = exception_str,
    .set_attribute = exception_set_attribute,
    .construct = exception_construct,
};

// Slots: exception, the text so far: "[Errno 2] No such file: 'name' -> 'name2'". The state counts parts (errno, strerror,
// filename, second filename); bit 2: the text of that part comes.
Value step_os_error_text(Run& run, Frame& frame, Value in) {
    constexpr uint32_t places[] = {detail::os_errno, detail::os_message, detail::os_filename, detail::os_second_filename};
    if (frame.base[1] == UNBOUND) frame.base[1] = Value::cell(empty_str);
    for (;;) {
        uint32_t part = frame.state & 3;
        const bool at_once = !(frame.state & 4);
        if (at_once) {
            Value given = exception_detail(run, cast<Exception>(frame.base[0]), DetailGroup::OSError, places[part]);
            if (given == UNBOUND && part >= 2) return frame.base[1];
            if (given == UNBOUND) given = NONE;
            Value shown = part < 2 ? run.str(given) : run.repr(given);
            if (shown == COLLECT) return shown;
            frame.state = part | 4;
            if (is_result(shown)) return shown;
            in = shown;
        }
        Str* piece = as<Str>(payload(in));
        if (!piece) return run.raise(ExceptionType::SystemError, {"bad text"});
        constexpr std::string_view before[] = {"[Errno ", "] ", ": ", " -> "};
        Value joined = run.text({cast<Str>(frame.base[1])->view(), before[part], piece->view()});
        if (joined == COLLECT && at_once) frame.state = part;
        if (is_result(joined) || part == 3) return joined;
        frame.base[1] = joined;
        frame.state = part + 1;
    }
}

// Slots: exception, the iterable that becomes its arguments.
Value step_exception_args(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && !arrived(frame, 1, in = run.to_list(frame.base[1]))) return in;
    // A refusal finds the list in the slot.
    if (frame.state == 1) frame.base[1] = in;
    frame.state = 2;
    List* list = as<List>(frame.base[1]);
    if (!list) return run.raise(ExceptionType::SystemError, {"bad slot"});
    Tuple* args = new_tuple(run.heap, list->view());
    if (!args) return run.refused();
    Exception* exception = cast<Exception>(frame.base[0]);
    keep_details(run, exception);
    exception->args = Value::cell(args);
    return NONE;
}

// Slots: exception. "Name(args)", a tuple of one without its comma.
Value step_exception_repr(Run& run, Frame& frame, Value in) {
    Exception* exception = cast<Exception>(frame.base[0]);
    Tuple* args = cast<Tuple>(exception->args);
    const bool at_once = frame.state == 0;
    if (at_once && !arrived(frame, 1, in = run.repr(args->count == 1 ? args->items[0] : exception->args))) return in;
    Str* shown = as<Str>(payload(in));
    if (!shown) return run.raise(ExceptionType::SystemError, {"bad repr"});
    const bool is_one = args->count == 1;
    const Value text = run.text({class_name(exception->type), is_one ? "(" : "", shown->view(), is_one ? ")" : ""});
    return made_of_input(frame, at_once, text);
}

}  // namespace exmonty
