// sys.stdout and sys.stderr, which write to the run's host, and sys.stdin, which is always at its end.
// https://docs.python.org/3/library/sys.html#sys.stdin
#include "vm/modules/sys/sys.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/record.h"
#include "vm/objects/text/stream_text.h"

namespace exmonty {
namespace {

enum class Standard : uint8_t { Input, Output, Error };
constexpr const char* stream_names[] = {"<stdin>", "<stdout>", "<stderr>"};

// The stream that a native was called on. False: raised.
bool stream_of(Run& run, Value self, Standard& which) {
    const Record* record = as<Record>(self);
    if (!record || record->type != &stream_class || !record->fields[0].is_int() || record->fields[0].as_int() > 2) {
        run.type_error({"descriptor for '_io.TextIOWrapper' objects doesn't apply to a '", type_name(self), "' object"});
        return false;
    }
    which = static_cast<Standard>(record->fields[0].as_int());
    return true;
}

// Made when it is first needed: not all programs look at the names of exceptions of io.
Value not_supported(Run& run, std::string_view what) { return run.raise(ExceptionType::UnsupportedOperation, {"not ", what}); }

// Writes one text; NONE, or what the native returns instead.
Value write_text(Run& run, Standard which, std::string_view method, Value value) {
    const Str* text = as<Str>(payload(value));
    if (!text) return run.type_error({method, "() argument must be str, not ", type_name(value)});
    if (which == Standard::Input) return not_supported(run, "writable");
    return write_str(run, which == Standard::Error ? Stream::Error : Stream::Output, text) ? Value::integer(text->length) : RAISED;
}

Value write(Run& run, Value* args, uint32_t) {
    Standard which;
    return stream_of(run, args[0], which) ? write_text(run, which, "write", args[1]) : RAISED;
}

Value writelines(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    return run.push_step(StepId::stream_writelines, {args[0], args[1]});
}

Value flush(Run&, Value*, uint32_t) { return NONE; }

Value read(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    return which == Standard::Input ? Value::cell(empty_str) : not_supported(run, "readable");
}

Value readlines(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    if (which != Standard::Input) return not_supported(run, "readable");
    List* list = new_list(run.heap, 0);
    return list ? Value::cell(list) : run.refused();
}

Value next(Run& run, Value self) {
    Standard which;
    if (!stream_of(run, self, which)) return RAISED;
    if (which != Standard::Input) return not_supported(run, "readable");
    run.returned = NONE;
    return EXHAUSTED;
}

template <bool for_input, bool for_output>
Value answer(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    return boolean(which == Standard::Input ? for_input : for_output);
}

Value enter(Run&, Value* args, uint32_t) { return args[0]; }
Value leave(Run&, Value*, uint32_t) { return NONE; }
Value encoding(Run& run, Value*, uint32_t) { return run.text("utf-8"); }
Value no_newlines(Run&, Value*, uint32_t) { return NONE; }

Value errors(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    return run.text(which == Standard::Error ? "backslashreplace" : "strict");
}

Value stream_name(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    return run.text(stream_names[static_cast<size_t>(which)]);
}

Value mode(Run& run, Value* args, uint32_t) {
    Standard which;
    if (!stream_of(run, args[0], which)) return RAISED;
    return run.text(which == Standard::Input ? "r" : "w");
}

Value repr(Run& run, Value self) {
    Standard which;
    if (!stream_of(run, self, which)) return RAISED;
    return run.text({"<_io.TextIOWrapper name='", stream_names[static_cast<size_t>(which)], "' mode='",
                     which == Standard::Input ? "r" : "w", "' encoding='utf-8'>"});
}

constexpr NativeRow rows[] = {
    {"__enter__", "self, /", enter},
    {"__exit__", "self, type, value, traceback, /", leave},
    {"close", "self, /", flush},
    {"closed", "self", answer<false, false>, Binding::Getter},
    {"encoding", "self", encoding, Binding::Getter},
    {"errors", "self", errors, Binding::Getter},
    {"flush", "self, /", flush},
    {"isatty", "self, /", answer<false, false>},
    {"line_buffering", "self", answer<false, true>, Binding::Getter},
    {"mode", "self", mode, Binding::Getter},
    {"name", "self", stream_name, Binding::Getter},
    {"newlines", "self", no_newlines, Binding::Getter},
    {"read", "self, size=-1, /", read},
    {"readable", "self, /", answer<true, false>},
    {"readline", "self, size=-1, /", read},
    {"readlines", "self, hint=-1, /", readlines},
    {"reconfigure", "self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None", flush},
    {"seekable", "self, /", answer<false, false>},
    {"writable", "self, /", answer<false, true>},
    {"write", "self, text, /", write},
    {"writelines", "self, lines, /", writelines},
};
constinit const auto methods = native_table(Kind::Record, rows);

constexpr TypeOperations operations = {.repr = repr, .next = next};
constexpr const Class* mro[] = {&stream_class, &object_class};

}  // namespace

constinit const Class stream_class = builtin_class("TextIOWrapper", "_io", &object_class, mro, 2, Kind::Record, Class::final_class,
                                                   methods.data(), methods.size(), &operations, nullptr);

namespace {

bool add_stream(Run& run, Module* module, std::string_view name, Standard which) {
    Record* stream = new_record(run.heap, &stream_class, 1);
    stream->fields[0] = Value::integer(static_cast<int64_t>(which));
    return add_to_module(run, module, name, Value::cell(stream));
}

}  // namespace

bool add_sys_streams(Run& run, Module* module) {
    return add_stream(run, module, "stdin", Standard::Input) && add_stream(run, module, "stdout", Standard::Output) &&
           add_stream(run, module, "stderr", Standard::Error) && add_stream(run, module, "__stdin__", Standard::Input) &&
           add_stream(run, module, "__stdout__", Standard::Output) && add_stream(run, module, "__stderr__", Standard::Error);
}

// Slots: the stream; the lines, then their iterator. States: 0 start, 1 the iterator comes, 2 has it, 3 a line comes.
Value step_stream_writelines(Run& run, Frame& frame, Value in) {
    Standard which;
    if (!stream_of(run, frame.base[0], which)) return RAISED;
    if (frame.state == 0) {
        Value iterator = run.iterate(frame.base[1]);
        if (iterator == COLLECT) return iterator;
        frame.state = 1;
        if (is_result(iterator)) return iterator;
        in = iterator;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        frame.state = 2;
    }
    for (;;) {
        if (frame.state == 2) {
            if (run.budget.poll()) return RAISED;
            in = run.next(frame.base[1]);
            if (in == COLLECT) return in;
            frame.state = 3;
            if (is_result(in) && in != EXHAUSTED) return in;
        }
        if (in == EXHAUSTED) return NONE;
        Value written = write_text(run, which, "write", in);
        if (is_result(written)) return written;
        frame.state = 2;
    }
}

}  // namespace exmonty
