#include "vm/api/compile_error.h"

#include "vm/api/syntax_place.h"
#include "vm/base/arena_sink.h"

namespace exmonty {
namespace {

void append_number(TextSink& sink, int64_t number) {
    char digits[24];
    size_t count = 0;
    do digits[count++] = static_cast<char>('0' + number % 10);
    while (number /= 10);
    while (count > 0) sink.append(digits[--count]);
}

ExceptionType type_of(SyntaxErrorType type) {
    switch (type) {
        case SyntaxErrorType::SyntaxError: return ExceptionType::SyntaxError;
        case SyntaxErrorType::IndentationError: return ExceptionType::IndentationError;
        case SyntaxErrorType::TabError: return ExceptionType::TabError;
        case SyntaxErrorType::MemoryError: return ExceptionType::MemoryError;
    }
    return ExceptionType::SyntaxError;
}

// A line that is longer than this is not shown: an error may not be larger than the source it is about.
constexpr size_t longest_line = 64 * 1024;

}  // namespace

const Error* new_syntax_error(Arena& arena, const SyntaxError& error, std::string_view script_name) {
    ArenaSink text(arena);
    const bool shows_text = error.has_text && error.text.size() <= longest_line;
    if (error.has_location) {
        text.append("  File \"");
        text.append(script_name);
        text.append("\", line ");
        append_number(text, error.line);
        text.append('\n');
        if (shows_text) append_syntax_place(text, {error.text, error.column, error.end_column, error.line == error.end_line});
    }
    ExceptionType type = type_of(error.type);
    text.append(exception_row(type).name);
    text.append(": ");
    text.append(error.message);
    text.append('\n');
    Error* made = arena.create<Error>();
    made->type = type;
    made->class_name = exception_row(type).name;
    made->message = arena.copy(error.message);
    made->formatted = text.view();
    if (error.has_location) {
        TracebackFrame frame;
        frame.filename = arena.copy(script_name);
        frame.line = static_cast<uint32_t>(error.line);
        frame.column = static_cast<uint32_t>(error.column > 0 ? error.column : 0);
        frame.end_line = static_cast<uint32_t>(error.end_line > 0 ? error.end_line : error.line);
        frame.end_column = static_cast<uint32_t>(error.end_column > 0 ? error.end_column : 0);
        if (shows_text) frame.source_line = arena.copy(error.text);
        Span<TracebackFrame> frames = arena.copy(&frame, 1);
        made->traceback = {frames.data(), frames.size()};
    }
    return made;
}

std::string_view limit_message(ExceptionType type) {
    switch (type) {
        case ExceptionType::TimeoutError: return "the time limit was reached";
        case ExceptionType::MemoryError: return "the memory limit was reached";
        case ExceptionType::OutputLimitError: return "the output limit was reached";
        case ExceptionType::StepLimitError: return "the step limit was reached";
        case ExceptionType::PauseLimitError: return "the limit of pauses was reached";
        default: return "a limit was reached";
    }
}

const Error* new_limit_error(Arena& arena, ExceptionType type) {
    ArenaSink text(arena);
    text.append(exception_row(type).name);
    text.append(": ");
    text.append(limit_message(type));
    text.append('\n');
    Error* made = arena.create<Error>();
    made->type = type;
    made->class_name = exception_row(type).name;
    made->message = limit_message(type);
    made->formatted = text.view();
    return made;
}

}  // namespace exmonty
