#include "vm/syntax/error_place.h"

#include "vm/base/utf8.h"

namespace exmonty {

namespace {

// How many characters the first `bytes` bytes of a text are; the one behind its end counts.
int64_t characters(std::string_view text, int64_t bytes) {
    int64_t size = static_cast<int64_t>(text.size());
    int64_t count = 0;
    for (int64_t at = 0; at < bytes && at < size; at++) count += !utf8::is_continuation(text[static_cast<size_t>(at)]);
    return count + (bytes > size ? 1 : 0);
}

}  // namespace

ErrorPlaces::LexerState ErrorPlaces::state_behind(size_t last) const {
    const Token& token = tokens_[last];
    LexerState state;
    if (token.kind == TokenKind::Error) {
        state.line = tokens_.lexer().line();
        state.line_start = tokens_.lexer().line_offset();
        state.position = tokens_.lexer().position();
    } else {
        state.line = token.span.end_line;
        state.line_start = token.end - token.span.end_column;
        state.position = token.end;
    }
    return state;
}

std::string_view ErrorPlaces::line_of(int64_t line, const LexerState& state) const {
    if (state.line <= line) {
        uint32_t end = state.line_start;
        while (end < text_.size && text_.data[end] != '\n') end++;
        if (end < text_.size) end++;
        return {text_.data + state.line_start, end - state.line_start};
    }
    // Lines are counted back from that of the lexer.
    uint32_t start = state.line_start;
    for (int64_t current = state.line; current > line && start > 0; current--) {
        start--;
        while (start > 0 && text_.data[start - 1] != '\n') start--;
    }
    return line_at(text_, start);
}

ErrorPlace ErrorPlaces::at_last(size_t last) const {
    const Token& token = tokens_[last];
    if (!has_no_column(token)) return of(token.span);
    LexerState state = state_behind(last);
    return {state.line, state.position - state.line_start, state.line, -1};
}

ErrorPlace ErrorPlaces::at_token(size_t index) const {
    const Token& token = tokens_[index];
    ErrorPlace place = of(token.span);
    if (has_no_column(token)) place.column = place.end_column = 0;
    return place;
}

void ErrorPlaces::end_at_lexer(ErrorPlace& place, size_t last) const {
    LexerState state = state_behind(last);
    place.end_line = state.line;
    place.end_column = state.position - state.line_start;
}

void ErrorPlaces::report(SyntaxError& error, const ErrorPlace& place, size_t last) const {
    LexerState state = state_behind(last);
    std::string_view line = line_of(place.line, state);
    error.has_location = error.has_text = true;
    error.line = place.line;
    error.column = characters(line, place.column);
    error.end_line = place.end_line;
    error.end_column = place.end_column > 0 ? characters(line, place.end_column) : place.end_column;
    error.text = line;
}

}  // namespace exmonty
