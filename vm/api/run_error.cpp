// An exception that left the program, as data and as the text that CPython prints.
//
// The texts of exceptions may need Python code (`__str__`), so a step makes them first (vm/api/exception_texts.cpp); the rest is
// plain copying.
#include "vm/api/compile_error.h"
#include "vm/api/export.h"
#include "vm/api/error_tree.h"
#include "vm/api/session_impl.h"
#include "vm/api/traceback_text.h"
#include "vm/base/arena_sink.h"
#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/exception_type.h"
#include "vm/objects/list.h"
#include "vm/objects/template.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/run_loop.h"

namespace exmonty {
namespace {

// What nested errors may take of the outcome with the texts of their own chains.
constexpr size_t most_nested_text = 4 << 20;

struct Describer {
    SessionImpl& session;
    const ErrorTree& tree;
    const ErrorTexts& texts;
    Arena& arena;
    DescriptionEffort effort{};
    LineFinder lines{effort};
    size_t nested_text = 0;

    std::string_view copied(std::string_view text) { return arena.copy(shown_part(effort, text)); }
    ErrorPrinter printer() { return ErrorPrinter(session.run, tree, texts, lines, arena); }

    Span<const std::string_view> notes_of(const Exception* exception) {
        List* notes = as<List>(own_attribute(session.run, Value::cell(exception), name(Name::__notes__)));
        ArenaVector<std::string_view> made(arena);
        for (uint32_t i = 0; notes && i < notes->size && effort.room > 0; i++) {
            DescriptionEffort::spend(effort.room, sizeof(std::string_view));
            if (Str* note = as<Str>(payload(notes->items[i]))) made.push(copied(note->view()));
        }
        return {made.data(), made.size()};
    }

    Data args_of(const Exception* exception) {
        Tuple* args = as<Tuple>(exception->args);
        ArenaVector<Data> items(arena);
        for (uint32_t i = 0; args && i < args->count; i++) {
            Data item;
            if (export_value(session.run, args->items[i], ExportSource{}, arena, item) != ExportStatus::done) return Data::from_items(DataKind::list, {});
            items.push(item);
        }
        return Data::from_items(DataKind::list, {items.data(), items.size()});
    }

    std::string_view formatted(uint32_t node) {
        if (node > 0 && nested_text > most_nested_text) return {};
        std::string_view text = printer().formatted(node);
        if (node > 0) nested_text += text.size();
        return text;
    }

    // `made` has the errors of the nodes behind it.
    Error* error_of(uint32_t node, Error* const* made) {
        const ErrorNode& it = tree.nodes[node];
        Exception* exception = it.exception;
        Error* error = arena.create<Error>();
        error->type = exception_type_of(exception->type);
        error->formatted = formatted(node);
        printer().begin(static_cast<uint32_t>(tree.nodes.size()));
        error->class_name = copied(exception->type->is_builtin() ? std::string_view(exception->type->name) : exception->type->qualified_name->view());
        error->message = arena.copy(shown_part(effort, printer().message(node), effort.room / 2));
        error->args = args_of(exception);
        error->traceback = traceback_frames(arena, lines, exception->traceback);
        error->suppress_context = exception->flags & Exception::suppress_context;
        error->notes = notes_of(exception);
        if (it.cause) error->cause = made[it.cause];
        if (it.context) error->context = made[it.context];
        error->is_group = it.is_group;
        ArenaVector<const Error*> children(arena);
        for (uint32_t i = 0; i < it.child_count; i++) children.push(made[it.children + i]);
        error->exceptions = {children.data(), children.size()};
        if (error->type == ExceptionType::SystemExit) {
            Value code = exception_detail(session.run, exception, DetailGroup::SystemExit, 0);
            export_value(session.run, code == UNBOUND ? NONE : code, ExportSource{}, arena, error->code);
        }
        return error;
    }

    // The last node first, so that each can point to those behind it.
    const Error* build() {
        size_t count = tree.nodes.size();
        Error** made = static_cast<Error**>(arena.allocate_bytes(sizeof(Error*) * count));
        if (!made) return new_limit_error(arena, ExceptionType::MemoryError);
        for (size_t i = count; i > 0; i--) made[i - 1] = error_of(static_cast<uint32_t>(i - 1), made);
        return made[0];
    }
};

}  // namespace

const Error* new_run_error(SessionImpl& session, Value value, Value message) {
    ErrorTree tree(session.run, session.outcome, as<Exception>(value));
    if (tree.nodes.empty()) return new_limit_error(session.outcome, ExceptionType::MemoryError);
    ErrorTexts texts;
    if (message != UNBOUND) {
        texts.texts = new_list(session.run.heap);
        append(session.run.heap, texts.texts, message);
    }
    return Describer{session, tree, texts, session.outcome}.build();
}

const Error* describe_error(SessionImpl& session, Value value) {
    Run& run = session.run;
    ErrorTree tree(run, session.outcome, as<Exception>(value));
    if (tree.nodes.empty()) return new_limit_error(session.outcome, ExceptionType::MemoryError);
    run.pending = UNBOUND;
    List* exceptions = new_list(run.heap);
    ErrorTexts texts{new_list(run.heap), new_list(run.heap), new_list(run.heap)};
    for (const ErrorNode& node : tree.nodes) append(run.heap, exceptions, Value::cell(node.exception));
    run.budget.start_clock();
    // The program is over: nobody would answer.
    const bool pauses = run.host.pauses;
    run.host.pauses = false;
    run.ret_kind = Return::Exit;
    if (run.push_step(StepId::exception_texts, {Value::cell(exceptions), Value::cell(texts.texts), Value::cell(texts.suffixes),
                                                Value::cell(texts.notes), Value::integer(0), Value::cell(empty_str)}) == PUSHED) {
        Stop stop = run_loop(run, UNBOUND);
        while (stop == Stop::Safepoint) stop = run_loop(run, UNBOUND);
    }
    run.host.pauses = pauses;
    run.budget.stop_clock();
    if (run.budget.breach != Breach::None) return nullptr;
    return Describer{session, tree, texts, session.outcome}.build();
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
    DescriptionEffort effort;
    LineFinder lines(effort);
    error->traceback = traceback_frames(arena, lines, bare->traceback);
    if (!first) return error;
    ArenaSink text(arena);
    text.append("Traceback (most recent call last):\n");
    effort = DescriptionEffort();
    append_frames(text, lines, first);
    text.append(error->formatted);
    error->formatted = text.view();
    return error;
}

}  // namespace exmonty
