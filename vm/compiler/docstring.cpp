#include "vm/compiler/docstring.h"

namespace exmonty {

using namespace ast;

namespace {

// Calls `line` with the start, the first character that is no space, and the end of each line but the first; tabs have
// been expanded.
template <typename Function>
void each_line(std::string_view text, Function line) {
    size_t start = text.find('\n');
    while (start != std::string_view::npos) {
        start++;
        size_t end = text.find('\n', start);
        size_t content = start;
        while (content < text.size() && content != end && text[content] == ' ') content++;
        line(start, content, end == std::string_view::npos ? text.size() : end);
        start = end;
    }
}

std::string_view expand_tabs(Compilation& compilation, std::string_view text) {
    if (text.find('\t') == std::string_view::npos) return text;
    ArenaVector<char> expanded(compilation.arena);
    uint32_t column = 0;
    for (const char byte : text) {
        if (byte == '\t') {
            do expanded.push(' ');
            while (++column % 8 != 0);
            continue;
        }
        expanded.push(byte);
        const bool is_continuation = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
        column = byte == '\n' || byte == '\r' ? 0 : column + !is_continuation;
    }
    return {expanded.data(), expanded.size()};
}

// As inspect.cleandoc(), but blank lines at both ends stay.
std::string_view clean(Compilation& compilation, std::string_view raw) {
    const std::string_view text = expand_tabs(compilation, raw);
    size_t margin = SIZE_MAX;
    each_line(text, [&](size_t start, size_t content, size_t end) {
        if (content < end && content - start < margin) margin = content - start;
    });
    if (margin == SIZE_MAX) margin = 0;
    const size_t lead = text.find_first_not_of(' ');
    const std::string_view head = text.substr(0, text.find('\n'));
    ArenaVector<char> cleaned(compilation.arena);
    const size_t skipped = lead == std::string_view::npos || lead > head.size() ? head.size() : lead;
    cleaned.append(text.data() + skipped, head.size() - skipped);
    each_line(text, [&](size_t start, size_t content, size_t end) {
        const size_t from = content - start < margin ? content : start + margin;
        cleaned.push('\n');
        cleaned.append(text.data() + from, end - from);
    });
    return {cleaned.data(), cleaned.size()};
}

}  // namespace

bool find_docstring(Compilation& compilation, const Statements& body, std::string_view& docstring) {
    const Expr* first = body.empty() ? nullptr : body[0]->try_as<Expr>();
    const ast::Constant* constant = first == nullptr ? nullptr : first->value->try_as<ast::Constant>();
    if (constant == nullptr || constant->type != ConstantType::Str) return false;
    docstring = clean(compilation, constant->text);
    return true;
}

}  // namespace exmonty
