#include "vm/compiler/compilation.h"

namespace exmonty {

namespace {

// The line with this number, with its newline; found once per compilation, for the error that ends it.
std::string_view line_of(std::string_view source, uint32_t number) {
    size_t start = 0;
    for (uint32_t line = 1; line < number; line++) {
        const size_t newline = source.find('\n', start);
        if (newline == std::string_view::npos) return {};
        start = newline + 1;
    }
    const size_t newline = source.find('\n', start);
    return source.substr(start, newline == std::string_view::npos ? newline : newline + 1 - start);
}

int64_t column_in_characters(std::string_view line, uint32_t bytes) {
    int64_t characters = 1;
    for (size_t i = 0; i < bytes && i < line.size(); i++)
        if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) characters++;
    return bytes > line.size() ? characters + static_cast<int64_t>(bytes - line.size()) : characters;
}

}  // namespace

void Compilation::fail(const SourceSpan& span, std::string_view message) {
    if (has_failed_) return;
    has_failed_ = true;
    error_.has_location = true;
    const std::string_view line = line_of(source_, span.line);
    error_.message = message;
    error_.line = span.line;
    error_.end_line = span.end_line;
    error_.column = column_in_characters(line, span.column);
    error_.end_column = column_in_characters(
        span.end_line == span.line ? line : line_of(source_, span.end_line), span.end_column);
    error_.text = line;
    error_.has_text = !line.empty();
}

void Compilation::fail(const SourceSpan& span, std::string_view before, std::string_view name,
                       std::string_view after) {
    if (!has_failed_) fail(span, concatenate(before, name, after));
}

std::string_view Compilation::concatenate(std::string_view a, std::string_view b, std::string_view c) {
    const size_t size = a.size() + b.size() + c.size();
    auto* text = static_cast<char*>(arena.allocate_bytes(size));
    if (text == nullptr) return {};
    char* next = text;
    for (std::string_view part : {a, b, c}) {
        if (!part.empty()) std::memcpy(next, part.data(), part.size());
        next += part.size();
    }
    return {text, size};
}

}  // namespace exmonty
