// print, repr, ascii, format.
// https://docs.python.org/3/library/functions.html#print
#include "vm/base/text_sink.h"
#include "vm/base/utf8.h"
#include "vm/builtins/builtins.h"
#include "vm/objects/class.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"

#include <cstring>

namespace exmonty {
namespace {

// Text of a value when that needs no Python code and no allocation that may be refused; nullptr otherwise.
Str* known_text(Value value) { return as<Str>(payload(value)); }

Value separator(Run& run, Value given, std::string_view name, std::string_view usual, std::string_view& text) {
    text = usual;
    if (given == UNBOUND || given == NONE) return NONE;
    Str* str = known_text(given);
    if (!str) return run.type_error({name, " must be None or a string, not ", type_name(given)});
    text = str->view();
    return NONE;
}

// args: sep, end, file, flush, then the values.
Value print(Run& run, Value* args, uint32_t count) {
    std::string_view sep;
    std::string_view end;
    Value checked = separator(run, args[0], "sep", " ", sep);
    if (!is_result(checked)) checked = separator(run, args[1], "end", "\n", end);
    if (is_result(checked)) return checked;
    bool simple = args[2] == UNBOUND || args[2] == NONE;
    for (uint32_t i = 4; simple && i < count; i++) simple = known_text(args[i]) || args[i].is_int();
    if (!simple) {
        Tuple* values = new_tuple(run.heap, std::span<const Value>(args + 4, count - 4));
        if (!values) return run.refused();
        return run.push_step(StepId::print, {Value::cell(values), args[0], args[1], args[2], Value::integer(0)});
    }
    for (uint32_t i = 4; i < count; i++) {
        if (i > 4 && !run.write(Stream::Output, sep)) return RAISED;
        if (run.budget.poll()) return RAISED;
        Str* text = known_text(args[i]);
        if (!run.write(Stream::Output, text ? text->view() : Digits(args[i].as_int()).view())) return RAISED;
    }
    return run.write(Stream::Output, end) ? NONE : RAISED;
}

Value repr(Run& run, Value* args, uint32_t) { return run.repr(args[0]); }

constexpr NativeRow rows[] = {
    {"print", "*args, sep=' ', end='\\n', file=None, flush=False", print},
    {"repr", "obj, /", repr},
};
constinit const auto functions = function_table(rows);

}  // namespace

std::span<const NativeFunction> printing_functions() { return functions; }

// Slots: values, sep, end, file, position. The state is 1 while the text of a value comes, 2 while a file's write() runs.
Value step_print(Run& run, Frame& frame, Value in) {
    Tuple* values = cast<Tuple>(frame.base[0]);
    std::string_view sep;
    std::string_view end;
    separator(run, frame.base[1], "sep", " ", sep);
    separator(run, frame.base[2], "end", "\n", end);
    bool own_file = frame.base[3] != UNBOUND && frame.base[3] != NONE;
    for (;;) {
        // Pieces are numbered: value 0, sep, value 1, …, end.
        uint32_t piece = static_cast<uint32_t>(frame.base[4].as_int());
        uint32_t last = values->count == 0 ? 0 : values->count * 2 - 1;
        std::string_view text;
        if (frame.state == 1) {
            Str* str = known_text(in);
            if (!str) return run.raise(ExceptionType::SystemError, {"bad text"});
            text = str->view();
        } else if (piece > last) {
            return NONE;
        } else if (piece == last) {
            text = end;
        } else if (piece % 2 == 1) {
            text = sep;
        } else {
            Value shown = run.str(values->items[piece / 2]);
            if (shown == COLLECT) return shown;
            frame.state = 1;
            if (is_result(shown)) return shown;
            in = shown;
            continue;
        }
        frame.base[4] = Value::integer(piece + 1);
        frame.state = 0;
        if (!own_file) {
            if (!run.write(Stream::Output, text)) return RAISED;
            continue;
        }
        if (text.empty()) continue;
        Value method = run.get_attribute(frame.base[3], name(Name::write));
        if (is_result(method)) return method;
        Value argument = run.text(text);
        if (is_result(argument)) return argument;
        Value written = run.call(method, {argument});
        if (is_result(written)) return written;
    }
}

}  // namespace exmonty
