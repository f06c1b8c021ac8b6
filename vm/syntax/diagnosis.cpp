#include "vm/syntax/diagnosis.h"

#include "vm/syntax/grammar_matcher.h"

namespace exmonty {

namespace {

constexpr std::string_view InvalidSyntax = "invalid syntax";

uint16_t start_rule(ast::ParseMode mode) {
    switch (mode) {
        case ast::ParseMode::File:
            return grammar().file;
        case ast::ParseMode::Expression:
            return grammar().eval;
        case ast::ParseMode::Single:
            return grammar().interactive;
    }
    return grammar().file;
}

class Diagnosis {
  public:
    Diagnosis(const SourceText& text, ast::ParseMode mode, TokenStream& tokens, Arena& arena)
        : mode_(mode), tokens_(tokens), arena_(arena), matcher_(text, tokens, arena) {
        const ErrorPlaces& places = matcher_.places();
        plain_error_.message = InvalidSyntax;
        places.report(plain_error_, places.at_token(tokens.index()), tokens.index());
    }

    // As CPython does after a failure: match again, then match with the rules for invalid programs; if none of them
    // applies, the syntax is just invalid where the first pass ended.
    ParseStatus run(SyntaxError& error) {
        find_error();
        // Without memory, messages are incomplete.
        bool is_exhausted = arena_.exhausted();
        if (tokens_.stopped() && !is_exhausted) return ParseStatus::Stopped;
        error = matcher_.gave_up() || is_exhausted ? plain_error_ : matcher_.error();
        return ParseStatus::Failed;
    }

  private:
    void find_error() {
        bool matched = matcher_.match(start_rule(mode_), InvalidRules::Ignored);
        last_ = matcher_.fill() - 1;
        if (matcher_.has_error()) return lex_the_rest();
        bool is_empty = tokens_[0].kind == TokenKind::EndMarker;
        if (matched && mode_ == ast::ParseMode::Single && !is_empty) {
            matcher_.raise_last(SyntaxErrorType::SyntaxError,
                                "multiple statements found while compiling a single statement");
            return;
        }
        matcher_.match(start_rule(mode_), InvalidRules::Used);
        if (matcher_.has_error()) return lex_the_rest();
        TokenKind kind = tokens_[last_].kind;
        if (kind == TokenKind::Indent || kind == TokenKind::Dedent) {
            matcher_.raise_last(SyntaxErrorType::IndentationError,
                                kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent");
            return;
        }
        raise_invalid_syntax(last_);
        lex_the_rest();
    }

    void raise_invalid_syntax(size_t token) {
        matcher_.raise(SyntaxErrorType::SyntaxError, matcher_.places().at_token(token), InvalidSyntax);
    }

    // An error of the lexer anywhere behind counts more, except in an f-string; so does a bracket that is never closed
    // and was opened on an earlier line.
    void lex_the_rest() {
        if (matcher_.gave_up() || tokens_[matcher_.fill() - 1].kind == TokenKind::Error) return;
        if (tokens_[matcher_.fill() - 1].kind == TokenKind::EndMarker) return;
        int64_t line = tokens_[matcher_.fill() - 1].span.line;
        tokens_.skip_rest();
        const Lexer& lexer = tokens_.lexer();
        if (lexer.is_in_string()) return;
        if (lexer.fault() == LexFault::Raised) {
            matcher_.replace_error(lexer.error());
        } else if (lexer.fault() != LexFault::None && lexer.open_brackets() > 0 &&
                   line > lexer.innermost_bracket().line) {
            matcher_.forget_error();
            matcher_.look_at_end();
            matcher_.raise_unclosed_bracket();
        }
    }

    ast::ParseMode mode_;
    TokenStream& tokens_;
    Arena& arena_;
    GrammarMatcher matcher_;
    SyntaxError plain_error_;  // where the parser of right programs gave up; if to say more is too much work
    size_t last_ = 0;          // the last token of the first pass
};

}  // namespace

ParseStatus diagnose(const SourceText& text, ast::ParseMode mode, TokenStream& tokens, Arena& arena,
                     SyntaxError& error) {
    return Diagnosis(text, mode, tokens, arena).run(error);
}

}  // namespace exmonty
