// An exception that left the program, as data and as the text that CPython prints.
//
// The texts of exceptions may need Python code (`__str__`), so a step makes them first: the chain of causes and contexts is
// listed, str() is taken of each, and the rest is plain copying.
#include "vm/api/arena_text.h"
#include "vm/api/compile_error.h"
#include "vm/api/export.h"
#include "vm/api/session_impl.h"
#include "vm/api/source_lines.h"
#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/list.h"
#include "vm/objects/template.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/run_loop.h"

namespace exmonty {
namespace {

constexpr uint32_t longest_chain = 100;
constexpr uint32_t most_frames = 10'000;
constexpr uint32_t repeats_shown = 3;

// What an exception is followed by when it is printed: its cause, or its context unless that is suppressed.
Exception* printed_before(const Exception* exception) {
    if (Exception* cause = as<Exception>(exception->cause)) return cause;
    return exception->flags & Exception::suppress_context ? nullptr : as<Exception>(exception->context);
}

// The chain from an exception on, each exception once.
struct Chain {
    Exception* exceptions[longest_chain];
    uint32_t count = 0;

    explicit Chain(Exception* first) {
        for (Exception* at = first; at && count < longest_chain && index_of(at) < 0; at = printed_before(at)) exceptions[count++] = at;
    }
    int64_t index_of(const Exception* exception) const {
        for (uint32_t i = 0; i < count; i++)
            if (exceptions[i] == exception) return i;
        return -1;
    }
};

struct Describer {
    SessionImpl& session;
    const Chain& chain;
    List* texts;  // one a link; may be shorter
    Arena& arena;
    // Each link has its share of the room.
    DescriptionEffort effort{};
    LineFinder lines{effort};
    std::string_view formatted{};
    size_t ends[longest_chain]{};
    uint64_t repeated = DescriptionEffort().room;

    void begin_link() {
        const DescriptionEffort whole;
        effort.room = whole.room / chain.count;
    }
    // As much of a text as there is room for.
    std::string_view shown(std::string_view text) { return shown(text, effort.room); }
    std::string_view shown(std::string_view text, uint64_t most) {
        size_t end = text.size();
        if (end > most) {
            end = most;
            while (end > 0 && utf8::is_continuation(text[end])) end--;
        }
        DescriptionEffort::spend(effort.room, text.size() > most ? most : end);
        return text.substr(0, end);
    }
    std::string_view copied(std::string_view text) { return arena.copy(shown(text)); }

    std::string_view text_of(uint32_t link) {
        if (texts && link < texts->size) {
            Str* text = as<Str>(payload(texts->items[link]));
            return text ? text->view() : "<exception str() failed>";
        }
        Tuple* args = as<Tuple>(chain.exceptions[link]->args);
        Str* text = args && args->count == 1 ? as<Str>(args->items[0]) : nullptr;
        return text ? text->view() : std::string_view{};
    }

    TracebackFrame frame_of(const Traceback* record) {
        TracebackFrame frame;
        const CodeTemplate* code = record->code;
        frame.filename = copied(code->file_name->view());
        if (!code->has(CodeFlag::Module)) frame.name = copied(code->qualified_name->view());
        const PositionRow* position = code->position_of(record->pc);
        if (!position || position->line == 0) return frame;
        std::string_view first = lines.find(code->source, position->line);
        std::string_view last = lines.find(code->source, position->end_line);
        frame.line = position->line;
        frame.end_line = position->end_line;
        frame.column = static_cast<uint32_t>(utf8::count_code_points(first.substr(0, position->column)) + 1);
        frame.end_column = static_cast<uint32_t>(utf8::count_code_points(last.substr(0, position->end_column)) + 1);
        size_t indent = first.find_first_not_of(" \t\f");
        if (!code->source.empty()) frame.source_line = copied(indent == std::string_view::npos ? first : first.substr(indent));
        return frame;
    }

    Span<const TracebackFrame> frames_of(const Exception* exception) {
        ArenaVector<TracebackFrame> frames(arena);
        const Traceback* before = nullptr;
        for (Traceback* at = exception->traceback; at && frames.size() < most_frames && effort.room > 0; at = at->next) {
            // Recursion comes by the same place again and again.
            DescriptionEffort::spend(effort.room, sizeof(TracebackFrame));
            const bool is_same = before && before->code == at->code && before->pc == at->pc;
            frames.push(is_same ? frames[frames.size() - 1] : frame_of(at));
            before = at;
        }
        return {frames.data(), frames.size()};
    }

    void append_number(TextSink& sink, uint32_t number) { sink.append(Digits(number).view()); }

    void append_frame(TextSink& sink, const Traceback* record) {
        const CodeTemplate* code = record->code;
        const PositionRow* position = code->position_of(record->pc);
        sink.append("  File \"");
        sink.append(shown(code->file_name->view()));
        sink.append("\", line ");
        append_number(sink, position ? position->line : code->first_line);
        sink.append(", in ");
        sink.append(shown(code->name->view()));
        sink.append('\n');
        if (position && !code->source.empty()) append_source_lines(sink, lines, code->source, *position);
    }

    static bool same_place(const Traceback* a, const Traceback* b) {
        const PositionRow* x = a->code->position_of(a->pc);
        const PositionRow* y = b->code->position_of(b->pc);
        return a->code->file_name == b->code->file_name && a->code->name == b->code->name && x && y && x->line == y->line;
    }

    void append_frames(TextSink& sink, const Traceback* first) {
        uint32_t repeats = 0;
        const Traceback* before = nullptr;
        auto flush = [&] {
            if (repeats > repeats_shown) {
                sink.append("  [Previous line repeated ");
                append_number(sink, repeats - repeats_shown);
                sink.append(repeats - repeats_shown == 1 ? " more time]\n" : " more times]\n");
            }
        };
        uint32_t count = 0;
        for (const Traceback* at = first; at && count < most_frames && effort.room > 0; at = at->next, count++) {
            if (before && same_place(before, at)) {
                repeats++;
            } else {
                flush();
                repeats = 1;
            }
            before = at;
            if (repeats <= repeats_shown) append_frame(sink, at);
        }
        flush();
    }

    void append_exception(TextSink& sink, uint32_t link) {
        const Exception* exception = chain.exceptions[link];
        begin_link();
        // The last line comes first: without it the rest tells nothing.
        const std::string_view text = shown(text_of(link), effort.room / 2);
        const std::string_view class_name = shown(class_text(exception), effort.room / 4);
        if (exception->traceback) {
            sink.append("Traceback (most recent call last):\n");
            append_frames(sink, exception->traceback);
        }
        std::string_view module = class_module(session.run, exception->type);
        if (!module.empty() && module != "builtins" && module != "__main__") {
            sink.append(shown(module));
            sink.append('.');
        }
        sink.append(class_name);
        if (!text.empty()) {
            sink.append(": ");
            sink.append(text);
        }
        sink.append('\n');
        append_notes(sink, exception);
    }

    static std::string_view class_text(const Exception* exception) {
        return exception->type->is_builtin() ? std::string_view(exception->type->name) : exception->type->qualified_name->view();
    }

    List* notes_of(const Exception* exception) {
        return as<List>(own_attribute(session.run, Value::cell(exception), name(Name::__notes__)));
    }

    void append_notes(TextSink& sink, const Exception* exception) {
        List* notes = notes_of(exception);
        for (uint32_t i = 0; notes && i < notes->size && effort.room > 0; i++) {
            Str* note = as<Str>(payload(notes->items[i]));
            sink.append(shown(note ? note->view() : "<note>"));
            sink.append(shown("\n"));
        }
    }

    // The text of the whole chain, innermost first: what is printed for a link is all up to its end.
    void format_chain() {
        ArenaText sink(arena);
        for (uint32_t i = chain.count; i > 0; i--) {
            append_exception(sink, i - 1);
            ends[i - 1] = sink.size;
            if (i == 1) break;
            bool by_cause = as<Exception>(chain.exceptions[i - 2]->cause) == chain.exceptions[i - 1];
            sink.append(by_cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                                 : "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
        formatted = sink.view();
    }

    // The texts of inner links repeat each other; together they have as much room as one error.
    std::string_view formatted_of(uint32_t link) {
        if (link > 0 && !DescriptionEffort::spend(repeated, ends[link])) return {"", 0};
        return formatted.substr(0, ends[link]);
    }

    Span<const std::string_view> notes_data(const Exception* exception) {
        List* notes = notes_of(exception);
        ArenaVector<std::string_view> made(arena);
        for (uint32_t i = 0; notes && i < notes->size && effort.room > 0; i++) {
            DescriptionEffort::spend(effort.room, sizeof(std::string_view));
            if (Str* note = as<Str>(payload(notes->items[i]))) made.push(copied(note->view()));
        }
        return {made.data(), made.size()};
    }

    Data args_data(const Exception* exception) {
        Tuple* args = as<Tuple>(exception->args);
        ArenaVector<Data> items(arena);
        for (uint32_t i = 0; args && i < args->count; i++) {
            Data item;
            if (export_value(session.run, args->items[i], ExportSource{}, arena, item) != ExportStatus::done) return Data::from_items(DataKind::list, {});
            items.push(item);
        }
        return Data::from_items(DataKind::list, {items.data(), items.size()});
    }

    const Error* error_of(uint32_t link) {
        const Exception* exception = chain.exceptions[link];
        Error* error = arena.create<Error>();
        begin_link();
        error->type = exception_type_of(exception->type);
        error->class_name = copied(class_text(exception));
        error->message = arena.copy(shown(text_of(link), effort.room / 2));
        error->args = args_data(exception);
        error->traceback = frames_of(exception);
        error->suppress_context = exception->flags & Exception::suppress_context;
        error->notes = notes_data(exception);
        error->formatted = formatted_of(link);
        if (error->type == ExceptionType::SystemExit) {
            Tuple* args = as<Tuple>(exception->args);
            Value code = args && args->count == 1 ? args->items[0] : args && args->count > 1 ? exception->args : NONE;
            export_value(session.run, code, ExportSource{}, arena, error->code);
        }
        return error;
    }

    // The whole chain, last link first, so that each can point to the one printed before it.
    const Error* build() {
        format_chain();
        const Error* before = nullptr;
        for (uint32_t i = chain.count; i > 0; i--) {
            Error* error = const_cast<Error*>(error_of(i - 1));
            const Exception* exception = chain.exceptions[i - 1];
            if (before) (as<Exception>(exception->cause) ? error->cause : error->context) = before;
            before = error;
        }
        return before;
    }
};

}  // namespace

const Error* new_run_error(SessionImpl& session, Value value) {
    Chain chain(as<Exception>(value));
    if (chain.count == 0) return new_limit_error(session.outcome, ExceptionType::MemoryError);
    return Describer{session, chain, nullptr, session.outcome}.build();
}

// Slots: exceptions, their texts. An exception whose str() raises has no text.
Value step_exception_texts(Run& run, Frame& frame, Value in) {
    List* exceptions = cast<List>(frame.base[0]);
    List* texts = cast<List>(frame.base[1]);
    for (;;) {
        if (frame.state == 1) {
            if (in == RAISED) run.pending = UNBOUND;
            if (!append(run.heap, texts, in == RAISED ? NONE : in)) return run.refused();
            frame.state = 0;
        }
        if (texts->size == exceptions->size) return NONE;
        Value text = run.str(exceptions->items[texts->size]);
        if (text == COLLECT) return text;
        frame.state = 1;
        if (is_result(text)) return text;
        in = text;
    }
}

const Error* describe_error(SessionImpl& session, Value value) {
    Run& run = session.run;
    Chain chain(as<Exception>(value));
    if (chain.count == 0) return new_limit_error(session.outcome, ExceptionType::MemoryError);
    run.pending = UNBOUND;
    List* exceptions = new_list(run.heap);
    List* texts = new_list(run.heap);
    for (uint32_t i = 0; i < chain.count; i++) append(run.heap, exceptions, Value::cell(chain.exceptions[i]));
    run.budget.start_clock();
    run.ret_kind = Return::Exit;
    if (run.push_step(StepId::exception_texts, {Value::cell(exceptions), Value::cell(texts)}) == PUSHED) {
        Stop stop = run_loop(run, UNBOUND);
        while (stop == Stop::Safepoint) stop = run_loop(run, UNBOUND);
    }
    run.budget.stop_clock();
    if (run.budget.breach != Breach::None) return nullptr;
    return Describer{session, chain, texts, session.outcome}.build();
}

// Where the program was when a limit ended it: its frames are still there.
const Error* new_breach_error(SessionImpl& session, ExceptionType type) {
    Run& run = session.run;
    Arena& arena = session.outcome;
    Error* error = const_cast<Error*>(new_limit_error(arena, type));
    Traceback* first = nullptr;
    for (Frame* frame = run.frame; frame; frame = frame->previous) {
        if (frame->is_step() || (frame->flags & Frame::invisible)) continue;
        Traceback* record = run.heap.allocate<Traceback>();
        record->code = frame->code->code;
        uint32_t pc = frame->code->pc_of(frame->pc);
        record->pc = pc > 0 ? pc - 1 : 0;
        record->next = first;
        first = record;
    }
    Exception* bare = new_exception(run, exception_class(type), {});
    bare->traceback = first;
    Chain chain(bare);
    Describer describer{session, chain, nullptr, arena};
    error->traceback = describer.frames_of(bare);
    if (!first) return error;
    ArenaText text(arena);
    text.append("Traceback (most recent call last):\n");
    describer.append_frames(text, first);
    text.append(error->formatted);
    error->formatted = text.view();
    return error;
}

}  // namespace exmonty
