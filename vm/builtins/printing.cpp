// print, input, repr, ascii, format.
// https://docs.python.org/3/library/functions.html
#include "vm/base/text_sink.h"
#include "vm/builtins/builtins.h"
#include "vm/objects/arguments.h"
#include "vm/objects/await.h"
#include "vm/objects/list.h"
#include "vm/objects/module.h"
#include "vm/objects/run.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/repr.h"
#include "vm/objects/text/stream_text.h"

namespace exmonty {
namespace {

// ---- print

namespace print_slot {
enum : uint32_t { values, sep, end, file, flush, piece, writer, text };
}
enum PrintState : uint32_t { Begins, WaitsForWriter, AsksText, WaitsForText, Writes, WaitsForWrite, Flushes, WaitsForFlush, WaitsForEnd };

// NONE or RAISED.
Value check_separator(Run& run, Value given, std::string_view name) {
    if (given == UNBOUND || given == NONE || str_of(given)) return NONE;
    return run.type_error({name, " must be None or a string, not ", type_name(given)});
}

bool write_separator(Run& run, Value given, std::string_view usual) {
    const Str* text = as<Str>(given);
    return text ? write_str(run, Stream::Output, text) : run.write(Stream::Output, usual);
}

// Whether no `__str__` of a subclass is to be asked.
bool is_plain_separator(Value given) { return given == UNBOUND || given == NONE || is_kind(given, Kind::Str); }

// Where print goes: UNBOUND, the output of the run; NONE, nowhere; or what `sys.stdout` was replaced by.
Value usual_file(Run& run) {
    const Module* sys = as<Module>(dict_get(run, run.modules, name(Name::sys)));
    if (!sys) return UNBOUND;
    const Value file = dict_get(run, sys->dict, name(Name::stdout));
    if (file == UNBOUND) return run.raise(ExceptionType::RuntimeError, {"lost sys.stdout"});
    return file == dict_get(run, sys->dict, name(Name::__stdout__)) ? UNBOUND : file;
}

bool is_plain(Value value) { return value.is_int() || is_kind(value, Kind::Str); }

// args: sep, end, file, flush, then the values.
// https://docs.python.org/3/library/functions.html#print
Value print(Run& run, Value* args, uint32_t count) {
    const bool own_file = args[2] != UNBOUND && args[2] != NONE;
    const Value file = own_file ? args[2] : usual_file(run);
    if (is_result(file) || file == NONE) return file;
    if (is_result(check_separator(run, args[0], "sep")) || is_result(check_separator(run, args[1], "end"))) return RAISED;
    const std::span<const Value> values(args + 4, count - 4);
    bool at_once = file == UNBOUND && (args[3] == UNBOUND || is_bool(args[3])) && is_plain_separator(args[0]) &&
                   is_plain_separator(args[1]);
    for (size_t i = 0; at_once && i < values.size(); i++) at_once = is_plain(values[i]);
    if (!at_once) {
        Tuple* row = new_tuple(run.heap, values);
        if (!row) return run.refused();
        return run.push_step(StepId::print, {Value::cell(row), args[0], args[1], file, args[3], Value::integer(0)});
    }
    for (size_t i = 0; i < values.size(); i++) {
        if (i > 0 && !write_separator(run, args[0], " ")) return RAISED;
        if (run.budget.poll()) return RAISED;
        const Str* text = as<Str>(values[i]);
        if (text ? !write_str(run, Stream::Output, text) : !run.write(Stream::Output, Digits(values[i].as_int()).view())) return RAISED;
    }
    return write_separator(run, args[1], "\n") ? NONE : RAISED;
}

// The pieces of a print are numbered: value 0, sep, value 1, …, end.
class PrintStep {
  public:
    PrintStep(Run& run, Frame& frame) : run_(run), frame_(frame), slots_(frame.base) {}

    Value turns(Value in) {
        for (;;) {
            switch (frame_.state) {
                case Begins:
                    if (piece() > last_piece()) {
                        frame_.state = Flushes;
                        continue;
                    }
                    if (run_.budget.poll()) return RAISED;
                    if (has_file() && !arrived(frame_, WaitsForWriter, in = run_.get_attribute(slots_[print_slot::file], name(Name::write))))
                        return in;
                    [[fallthrough]];
                case WaitsForWriter:
                    slots_[print_slot::writer] = has_file() ? in : NONE;
                    frame_.state = AsksText;
                    [[fallthrough]];
                case AsksText:
                    if (!arrived(frame_, WaitsForText, in = text_of_piece())) return in;
                    [[fallthrough]];
                case WaitsForText:
                    slots_[print_slot::text] = in;
                    frame_.state = Writes;
                    [[fallthrough]];
                case Writes:
                    if (!arrived(frame_, WaitsForWrite, in = write())) return in;
                    [[fallthrough]];
                case WaitsForWrite:
                    slots_[print_slot::piece] = Value::integer(piece() + 1);
                    frame_.state = Begins;
                    continue;
                case Flushes:
                    if (slots_[print_slot::flush] == UNBOUND) return NONE;
                    if (!arrived(frame_, WaitsForFlush, in = run_.truth(slots_[print_slot::flush]))) return in;
                    [[fallthrough]];
                case WaitsForFlush: return flush(in);
                default: return NONE;
            }
        }
    }

  private:
    bool has_file() const { return slots_[print_slot::file] != UNBOUND; }
    const Tuple* values() const { return cast<Tuple>(slots_[print_slot::values]); }
    int64_t piece() const { return slots_[print_slot::piece].as_int(); }
    int64_t last_piece() const { return values()->size() == 0 ? 0 : int64_t{values()->size()} * 2 - 1; }

    Value text_of_piece() {
        const int64_t number = piece();
        if (number == last_piece()) return given_or(slots_[print_slot::end], "\n");
        if (number % 2 == 1) return given_or(slots_[print_slot::sep], " ");
        return run_.str(values()->items[number / 2]);
    }

    Value given_or(Value given, std::string_view usual) {
        return given == UNBOUND || given == NONE ? run_.text(usual) : run_.str(given);
    }

    Value write() {
        if (has_file()) return run_.call(slots_[print_slot::writer], {slots_[print_slot::text]});
        const Str* text = str_of(slots_[print_slot::text]);
        return !text || write_str(run_, Stream::Output, text) ? NONE : RAISED;
    }

    // `flush` is an attribute that is looked up, then called.
    Value flush(Value wanted) {
        if (wanted == FALSE || !has_file()) return NONE;
        frame_.state = WaitsForEnd;
        return run_.push_step(StepId::call_method, {slots_[print_slot::file], Value::cell(name(Name::flush))});
    }

    Run& run_;
    Frame& frame_;
    Value* slots_;
};

// ---- input

// https://docs.python.org/3/library/functions.html#input
Value input(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::input, {args[0] == UNBOUND ? Value::cell(empty_str) : args[0]});
}

// ---- Texts

// https://docs.python.org/3/library/functions.html#repr
Value repr(Run& run, Value* args, uint32_t) { return run.repr(args[0]); }

// https://docs.python.org/3/library/functions.html#ascii
Value ascii(Run& run, Value* args, uint32_t) { return ascii_of(run, args[0]); }

Value escaped(Run& run, Value shown) {
    Str* text = str_of(shown);
    if (!text) return run.raise(ExceptionType::SystemError, {"bad text"});
    if (text->is_ascii()) return Value::cell(text);
    TextBuilder builder(run);
    return append_ascii(builder, run.budget, text->view()) ? builder.str() : RAISED;
}

// https://docs.python.org/3/library/functions.html#format
Value format(Run& run, Value* args, uint32_t) {
    Str* spec = args[1] == UNBOUND ? const_cast<Str*>(empty_str) : str_of(args[1]);
    if (!spec) return run.type_error({"format() argument 2 must be str, not ", argument_type_name(args[1])});
    return run.format(args[0], spec);
}

constexpr NativeRow rows[] = {
    {"ascii", "obj, /", ascii},
    {"format", "value, format_spec='', /", format},
    {"input", "prompt='', /", input},
    {"print", "*args, sep=' ', end='\\n', file=None, flush=False", print},
    {"repr", "obj, /", repr},
};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

}  // namespace

BuiltinFunctions printing_functions() { return {functions, names.data()}; }

Value ascii_of(Run& run, Value value) { return run.push_step(StepId::ascii, {value}); }

// Slots: values, sep, end, file (UNBOUND: the output of the run), flush, the number of the piece, the file's `write`, a text.
Value step_print(Run& run, Frame& frame, Value in) {
    if (!is_kind(frame.base[print_slot::values], Kind::Tuple)) return run.raise(ExceptionType::SystemError, {"bad values"});
    return PrintStep(run, frame).turns(in);
}

// Slots: an object, the name of a method without arguments.
Value step_call_method(Run& run, Frame& frame, Value in) {
    if (frame.state == 2) return in;
    Str* method = as<Str>(frame.base[1]);
    if (!method) return run.raise(ExceptionType::SystemError, {"bad attribute name"});
    if (frame.state == 0) {
        if (!arrived(frame, 1, in = run.get_attribute(frame.base[0], method))) return in;
    }
    const Value result = run.call(in, {});
    if (result != COLLECT) frame.state = 2;
    return result;
}

// Slots: a value. States: 0 start, 1 its repr comes, 2 it is there.
Value step_ascii(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && !arrived(frame, 1, in = run.repr(frame.base[0]))) return in;
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 2;
    }
    return escaped(run, frame.base[0]);
}

// Slots: the prompt. States: 0 start, 1 its text comes, 2 the host's answer comes.
Value step_input(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && !arrived(frame, 1, in = run.str(frame.base[0]))) return in;
    if (frame.state == 1) {
        if (!run.host.pauses) {
            const Str* prompt = str_of(in);
            if (prompt && !write_str(run, Stream::Output, prompt)) return RAISED;
            return run.raise(ExceptionType::EOFError, {"EOF when reading a line"});
        }
        frame.state = 2;
        Tuple* row = new_tuple(run.heap, 1);
        row->items[0] = in;
        return run.suspend(HostCallKind::Os, new_str(run.heap, "input"), row, nullptr);
    }
    if (str_of(in)) return in;
    return run.type_error({"input() must give a str, not ", type_name(in)});
}

}  // namespace exmonty
