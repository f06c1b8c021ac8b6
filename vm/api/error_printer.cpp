// How CPython's traceback module prints exceptions: TracebackException.format and _ExceptionPrintContext.
#include "vm/api/error_tree.h"
#include "vm/api/syntax_place.h"
#include "vm/api/traceback_text.h"
#include "vm/base/arena_sink.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/list.h"
#include "vm/objects/text_of.h"

namespace exmonty {

std::string_view ErrorTexts::at(const List* list, uint32_t node) {
    if (!list || node >= list->size) return {};
    Str* text = as<Str>(payload(list->items[node]));
    return text ? text->view() : std::string_view{};
}

std::string_view ErrorPrinter::message(uint32_t node) const {
    if (texts.texts && node < texts.texts->size)
        return texts.texts->items[node] == NONE ? "<exception str() failed>" : ErrorTexts::at(texts.texts, node);
    Tuple* args = as<Tuple>(tree.nodes[node].exception->args);
    Str* text = args && args->count == 1 ? as<Str>(args->items[0]) : nullptr;
    return text ? text->view() : std::string_view{};
}

std::string_view ErrorPrinter::formatted(uint32_t node) {
    ArenaSink sink(arena);
    depth_ = 0;
    needs_close_ = false;
    append_chain(sink, node);
    return sink.view();
}

// A part of what is left: in a group each line takes its margin too, however short it is.
std::string_view ErrorPrinter::shown(std::string_view text) { return shown_part(lines.effort, text, lines.effort.room / (depth_ > 0 ? 24 : 2)); }

void ErrorPrinter::indent(TextSink& sink) { sink.append_repeated(' ', size_t{2} * depth_); }

void ErrorPrinter::emit(TextSink& sink, std::string_view text, char margin) {
    if (depth_ == 0) {
        sink.append(text);
        return;
    }
    while (!text.empty()) {
        size_t end = text.find('\n');
        std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
        text.remove_prefix(line.size());
        indent(sink);
        sink.append(margin);
        sink.append(' ');
        sink.append(line);
    }
}

// The first exception of a chain is told first, and each that followed says how it came.
void ErrorPrinter::append_chain(TextSink& sink, uint32_t node) {
    ArenaVector<uint32_t> chain(arena);
    chain.push(node);
    for (uint32_t at = tree.before(node); at; at = tree.before(at)) chain.push(at);
    for (size_t i = chain.size(); i > 0; i--) {
        append_one(sink, chain[i - 1]);
        if (i == 1) break;
        bool by_cause = tree.nodes[chain[i - 2]].cause != 0;
        emit(sink, by_cause ? "\nThe above exception was the direct cause of the following exception:\n\n"
                            : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
}

void ErrorPrinter::append_one(TextSink& sink, uint32_t node) {
    const ErrorNode& it = tree.nodes[node];
    begin(static_cast<uint32_t>(tree.nodes.size()));
    if (it.is_group) return append_group(sink, node);
    if (it.exception->traceback) {
        emit(sink, "Traceback (most recent call last):\n");
        append_traceback(sink, it.exception->traceback);
    }
    append_last_line(sink, node);
}

// Half of the room is kept for what follows, which says more.
void ErrorPrinter::append_traceback(TextSink& sink, const Traceback* first) {
    const uint64_t kept = lines.effort.room / 2;
    lines.effort.room -= kept;
    ArenaSink frames(arena);
    append_frames(frames, lines, first);
    emit(sink, frames.view());
    lines.effort.room += kept;
}

void ErrorPrinter::append_group(TextSink& sink, uint32_t node) {
    const ErrorNode& it = tree.nodes[node];
    if (depth_ > deepest_group) {
        emit(sink, "... (max_group_depth is 10)\n");
        return;
    }
    bool is_outermost = depth_ == 0;
    if (is_outermost) depth_++;
    if (it.exception->traceback) {
        emit(sink, "Exception Group Traceback (most recent call last):\n", is_outermost ? '+' : '|');
        append_traceback(sink, it.exception->traceback);
    }
    append_last_line(sink, node);
    uint32_t shown = it.child_count <= most_shown ? it.child_count : most_shown + 1;
    needs_close_ = false;
    for (uint32_t i = 0; i < shown; i++) append_child(sink, node, i, i + 1 == shown);
    if (is_outermost) depth_ = 0;
}

void ErrorPrinter::append_child(TextSink& sink, uint32_t node, uint32_t number, bool is_last) {
    const ErrorNode& it = tree.nodes[node];
    bool is_cut = number >= most_shown;
    // The closing line may come from a group inside.
    if (is_last) needs_close_ = true;
    indent(sink);
    sink.append(number == 0 ? "+-+---------------- " : "  +---------------- ");
    sink.append(is_cut ? "..." : Digits(number + 1).view());
    sink.append(" ----------------\n");
    depth_++;
    if (is_cut) {
        uint32_t rest = it.child_count - most_shown;
        FixedText<64> text;
        text.append("and ");
        text.append(Digits(rest).view());
        text.append(rest == 1 ? " more exception\n" : " more exceptions\n");
        emit(sink, text.view());
    } else {
        append_chain(sink, it.children + number);
    }
    if (is_last && needs_close_) {
        indent(sink);
        sink.append("+------------------------------------\n");
        needs_close_ = false;
    }
    depth_--;
}

// Where a SyntaxError says that it is. True: it says a file without a line, which follows the message.
bool ErrorPrinter::append_place(TextSink& sink, Exception* exception) {
    auto get = [&](uint32_t place) { return exception_detail(run, exception, DetailGroup::SyntaxError, place); };
    auto number = [](Value value) { return value.is_int() ? std::optional(value.as_int()) : std::nullopt; };
    Str* filename = as<Str>(payload(get(detail::syntax_filename)));
    Value line = get(detail::syntax_line);
    bool has_line = line != UNBOUND && line != NONE;
    if (has_line) {
        sink.append("  File \"");
        sink.append(filename && filename->count > 0 ? shown(filename->view()) : "<string>");
        sink.append("\", line ");
        sink.append(line.is_int() ? Digits(line.as_int()).view() : "?");
        sink.append('\n');
    }
    Value offset = get(detail::syntax_offset);
    bool is_placed = offset == UNBOUND || offset == NONE || offset.is_int();
    if (Str* text = as<Str>(payload(get(detail::syntax_text))); text && is_placed)
        append_syntax_place(sink, {shown(text->view()), number(offset), number(get(detail::syntax_end_offset)), line == get(detail::syntax_end_line)});
    return !has_line && filename;
}

// "Name: message", with the notes below it.
void ErrorPrinter::append_last_line(TextSink& sink, uint32_t node) {
    Exception* exception = tree.nodes[node].exception;
    ArenaSink text(arena);
    std::string_view said = message(node);
    bool is_syntax_error = detail_group(exception->type) == DetailGroup::SyntaxError;
    bool shows_file = is_syntax_error && append_place(text, exception);
    std::string_view module = class_module(run, exception->type);
    if (!module.empty() && module != "builtins" && module != "__main__") {
        text.append(shown(module));
        text.append('.');
    }
    text.append(shown(exception->type->is_builtin() ? std::string_view(exception->type->name) : exception->type->qualified_name->view()));
    if (is_syntax_error) {
        Str* own = as<Str>(payload(exception_detail(run, exception, DetailGroup::SyntaxError, detail::syntax_message)));
        said = own && own->count > 0 ? own->view() : "<no detail available>";
    }
    std::string_view suffix = ErrorTexts::at(texts.suffixes, node);
    if (!said.empty() || !suffix.empty()) {
        text.append(": ");
        text.append(shown(said));
        text.append(shown(suffix));
    }
    if (shows_file) {
        text.append(" (");
        text.append(shown(as<Str>(payload(exception_detail(run, exception, DetailGroup::SyntaxError, detail::syntax_filename)))->view()));
        text.append(')');
    }
    text.append('\n');
    text.append(shown(ErrorTexts::at(texts.notes, node)));
    emit(sink, text.view());
}

}  // namespace exmonty
