#include "vm/syntax/source_text.h"

#include <cstring>

#include "vm/base/utf8.h"
#include "vm/syntax/arena_text.h"

namespace exmonty {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view Replacement = "\xEF\xBF\xBD";

bool is_cookie_space(char c) { return c == ' ' || c == '\t' || c == '\014'; }

bool is_cookie_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

// https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations
// The encoding that a line declares, empty if none: a comment with `coding[:=]\s*([-\w.]+)`.
std::string_view cookie_of(std::string_view line) {
    size_t at = 0;
    while (at < line.size() && is_cookie_space(line[at])) at++;
    if (at == line.size() || line[at] != '#') return {};
    at = line.find("coding", at);
    for (; at != std::string_view::npos; at = line.find("coding", at + 1)) {
        size_t from = at + 6;
        if (from >= line.size() || (line[from] != ':' && line[from] != '=')) continue;
        from++;
        while (from < line.size() && (line[from] == ' ' || line[from] == '\t')) from++;
        size_t to = from;
        while (to < line.size() && is_cookie_char(line[to])) to++;
        if (to > from) return line.substr(from, to - from);
    }
    return {};
}

bool is_blank_or_comment(std::string_view line) {
    for (char c : line) {
        if (c == '#') return true;
        if (!is_cookie_space(c) && c != '\r') return false;
    }
    return true;
}

std::string_view declared_encoding(std::string_view source) {
    for (int line = 0; line < 2; line++) {
        size_t length = source.find('\n');
        std::string_view text = source.substr(0, length);
        std::string_view cookie = cookie_of(text);
        if (!cookie.empty()) return cookie;
        if (length == std::string_view::npos || !is_blank_or_comment(text)) break;
        source = source.substr(length + 1);
    }
    return {};
}

bool is_latin1(std::string_view name) {
    char plain[16];
    size_t length = 0;
    for (char c : name) {
        if (c == '_' || c == '-') continue;
        if (length == sizeof plain) return false;
        plain[length++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    std::string_view text(plain, length);
    return text == "latin1" || text == "iso88591" || text == "l1" || text == "latin";
}

// The bytes as text, with U+FFFD for whatever is not UTF-8.
void append_replacing(ArenaText& out, std::string_view bytes) {
    size_t from = 0;
    while (utf8::Error fault = utf8::validate(bytes, utf8::Surrogates::refused, from)) {
        out.add(bytes.substr(from, fault.start - from)).add(Replacement);
        from = fault.end;
    }
    out.add(bytes.substr(from));
}

void report_not_utf8(std::string_view source, size_t fault, Arena& arena, SyntaxError& error) {
    size_t line_start = 0;
    int64_t line = 1;
    for (size_t at = 0; at < fault; at++) {
        bool newline = source[at] == '\n' || (source[at] == '\r' && source[at + 1] != '\n');
        if (!newline) continue;
        line++;
        line_start = at + 1;
    }
    size_t line_end = source.find_first_of("\r\n", line_start);
    if (line_end == std::string_view::npos) line_end = source.size();

    ArenaText message(arena);
    message.add("Non-UTF-8 code starting with '\\x").add_hex(static_cast<unsigned char>(source[fault]), 2);
    message.add("' on line ").add_number(line);
    message.add(", but no encoding declared; see https://peps.python.org/pep-0263/ for details");
    ArenaText text(arena);
    append_replacing(text, source.substr(line_start, line_end - line_start));

    error.message = message.view();
    error.has_location = error.has_text = true;
    error.line = error.end_line = line;
    error.column = 1 + static_cast<int64_t>(utf8::count_code_points(source.substr(line_start, fault - line_start)));
    error.end_column = error.column;
    error.text = text.view();
}

// Copies with "\n" for "\r\n" and "\r". Returns the end of the copy.
char* copy_lines(const char* from, const char* end, char* to) {
    while (from != end) {
        const void* found = std::memchr(from, '\r', static_cast<size_t>(end - from));
        const char* stop = found != nullptr ? static_cast<const char*>(found) : end;
        std::memcpy(to, from, static_cast<size_t>(stop - from));
        to += stop - from;
        from = stop;
        if (from == end) break;
        *to++ = '\n';
        from++;
        if (from != end && *from == '\n') from++;
    }
    return to;
}

// The same, and each byte becomes the code point of its value.
char* copy_latin1(const char* from, const char* end, char* to) {
    for (; from != end; from++) {
        if (*from == '\r' && from + 1 != end && from[1] == '\n') continue;
        to += utf8::encode(*from == '\r' ? U'\n' : static_cast<unsigned char>(*from), to);
    }
    return to;
}

}  // namespace

SourceStatus prepare_source(std::string_view source, FinalNewline newline, Arena& arena, SourceText& text,
                            SyntaxError& error) {
    if (!source.empty() && std::memchr(source.data(), '\0', source.size()) != nullptr) {
        error.message = "source code string cannot contain null bytes";
        return SourceStatus::Failed;
    }
    // Files start with it, strings do not.
    bool is_file = newline == FinalNewline::Added;
    if (is_file && source.starts_with(ByteOrderMark)) source.remove_prefix(ByteOrderMark.size());
    size_t room = source.size() + 2;
    utf8::Error fault = utf8::validate(source);
    if (fault) {
        if (!is_latin1(declared_encoding(source))) {
            report_not_utf8(source, fault.start, arena, error);
            return arena.exhausted() ? SourceStatus::Exhausted : SourceStatus::Failed;
        }
        room += source.size();
    }
    // Offsets and columns are 32 bits wide.
    char* copy = room > UINT32_MAX ? nullptr : static_cast<char*>(arena.allocate_bytes(room));
    if (copy == nullptr) return SourceStatus::Exhausted;
    char* end = copy;
    if (!source.empty()) {
        const char* from = source.data();
        end = fault ? copy_latin1(from, from + source.size(), copy) : copy_lines(from, from + source.size(), copy);
    }
    bool is_complete = end == copy || end[-1] == '\n';
    if (!is_complete && newline == FinalNewline::Added) {
        *end++ = '\n';
        is_complete = true;
    }
    text.data = copy;
    text.size = static_cast<uint32_t>(end - copy);
    if (!is_complete) *end++ = '\n';
    *end = '\0';
    return SourceStatus::Ok;
}

std::string_view line_at(const SourceText& text, uint32_t offset) {
    const char* first = text.data + offset;
    while (first != text.data && first[-1] != '\n') first--;
    const char* last = first;
    while (*last != '\n' && *last != '\0') last++;
    return {first, static_cast<size_t>(last - first)};
}

}  // namespace exmonty
