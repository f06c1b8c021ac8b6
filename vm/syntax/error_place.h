#pragma once

#include "vm/base/arena.h"
#include "vm/syntax/syntax_error.h"
#include "vm/syntax/token_stream.h"

namespace exmonty {

// Where an error is, as CPython's parser passes it on: columns count bytes from 1; 0 and -1 have no column.
struct ErrorPlace {
    int64_t line = 0;
    int64_t column = 0;
    int64_t end_line = 0;
    int64_t end_column = 0;
};

// Makes the places and the texts of errors. CPython's lexer reads tokens one by one, and its state shows in them: the
// text has its newline if the error is on the line that was read last. Here the lexer is ahead, so the state is that
// behind the last token that the parser has looked at.
class ErrorPlaces {
  public:
    ErrorPlaces(const SourceText& text, TokenStream& tokens) : text_(text), tokens_(tokens) {}

    static ErrorPlace of(const SourceSpan& span) {
        return {span.line, int64_t{span.column} + 1, span.end_line, int64_t{span.end_column} + 1};
    }
    // At a token that was read; `last` is its number.
    ErrorPlace at_last(size_t last) const;
    // At any token: those that take no room have no column.
    ErrorPlace at_token(size_t token) const;
    // Sets the end to where the lexer stands behind token `last`.
    void end_at_lexer(ErrorPlace& place, size_t last) const;

    // Fills the error in; the lexer stands behind token `last`.
    void report(SyntaxError& error, const ErrorPlace& place, size_t last) const;

  private:
    struct LexerState {
        uint32_t line;
        uint32_t line_start;  // offset of the line
        uint32_t position;
    };

    LexerState state_behind(size_t last) const;
    std::string_view line_of(int64_t line, const LexerState& state) const;

    const SourceText& text_;
    TokenStream& tokens_;
};

// CPython's tokens that are not in the text have no column.
constexpr bool has_no_column(const Token& token) {
    return token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent || token.kind == TokenKind::EndMarker ||
           token.kind == TokenKind::Error || token.is_implied;
}

}  // namespace exmonty
