// TracebackException._format_syntax_error of CPython's Lib/traceback.py.
#include "vm/api/syntax_place.h"

#include <algorithm>

namespace exmonty {
namespace {

// A guest may ask for any number of carets.
constexpr int64_t most_carets = 10'000;

bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f) || c == 0x85 || c == 0xa0; }

void append_line(TextSink& sink, std::string_view line) {
    sink.append("    ");
    sink.append(line);
    sink.append('\n');
}

// Blanks as wide as the first characters of the line, whose own blanks are kept.
void append_margin(TextSink& sink, std::string_view line, int64_t characters) {
    sink.append("    ");
    for (const char *at = line.data(), *end = at + line.size(); at < end && characters > 0; characters--) {
        char32_t c = utf8::next(at);
        sink.append_code_point(is_space(c) ? c : U' ');
    }
}

}  // namespace

void append_syntax_place(TextSink& sink, const SyntaxPlace& place) {
    std::string_view whole = place.text;
    while (!whole.empty() && whole.back() == '\n') whole.remove_suffix(1);
    std::string_view line = whole;
    while (!line.empty() && (line.front() == ' ' || line.front() == '\n' || line.front() == '\f')) line.remove_prefix(1);
    if (!place.offset) return append_line(sink, line);
    int64_t spaces = static_cast<int64_t>(whole.size() - line.size());
    int64_t length = static_cast<int64_t>(utf8::count_code_points(place.text));
    int64_t after_line = static_cast<int64_t>(utf8::count_code_points(whole)) + 1;
    int64_t start = *place.offset;
    int64_t end = !place.ends_on_line ? after_line : place.end_offset && *place.end_offset != 0 ? *place.end_offset : start;
    if (length > 0 && start > length) start = after_line;
    if (length > 0 && end > length) end = after_line;
    if (start >= end || end < 0) end = start + 1;
    append_line(sink, line);
    int64_t column = start - 1 - spaces;
    if (column < 0) return;
    append_margin(sink, line, column);
    sink.append_repeated('^', static_cast<size_t>(std::min(end - start, most_carets)));
    sink.append('\n');
}

}  // namespace exmonty
