#pragma once

#include "vm/base/arena.h"
#include "vm/base/poll.h"
#include "vm/syntax/lexer.h"
#include "vm/syntax/token.h"

namespace exmonty {

// The tokens of two top-level statements at a time, read piece by piece.
//
// The tokens of a statement and of the one before it stay, so whoever parses can go back, and a failed statement can be
// looked at again. The one before is part of it: `elif` may be wrong because of the `else` in front. There is always a current token; the last one of all is EndMarker or Error. When the poll says stop,
// or the arena was refused, the stream ends with an Error token and stopped() is true.
class TokenStream {
  public:
    TokenStream(Lexer& lexer, Arena& arena, Poll poll) : lexer_(lexer), arena_(arena), poll_(poll), tokens_(arena) {}

    // Reads the first tokens. False if the arena was refused; then there is no current token.
    bool open();

    const Token& current() const { return tokens_[index_]; }
    TokenKind kind() const { return tokens_[index_].kind; }
    const Token& operator[](size_t index) const { return tokens_[index]; }
    size_t index() const { return index_; }
    size_t size() const { return tokens_.size(); }

    void advance() {
        if (++index_ == tokens_.size()) read_more();
    }

    // The token before the current one; there is one.
    const Token& previous() const { return tokens_[index_ - 1]; }

    void go_back(size_t index) { index_ = index; }

    // The kind of the token `ahead` behind the current one.
    TokenKind peek(size_t ahead) {
        while (index_ + ahead >= tokens_.size()) {
            if (is_last(tokens_.back().kind)) return tokens_.back().kind;
            read_more();
        }
        return tokens_[index_ + ahead].kind;
    }

    // Whether a token with this index exists or could be read.
    bool reach(size_t index) {
        while (index >= tokens_.size()) {
            if (is_last(tokens_.back().kind)) return false;
            read_more();
        }
        return true;
    }

    // A top-level statement starts at the current token: forgets those before the last one.
    void begin_statement();

    bool stopped() const { return stopped_; }

    // Asks the poll and the arena; ends the stream if they say so.
    void check_limits();

    // Lexes what is left, and keeps of it only the last token, behind those that were read before.
    void skip_rest();

    // Replaces the current token and what follows by an Error.
    void stop();

    Lexer& lexer() { return lexer_; }

  private:
    static constexpr int TokensPerPiece = 512;

    static bool is_last(TokenKind kind) { return kind == TokenKind::EndMarker || kind == TokenKind::Error; }

    void read_more();

    Lexer& lexer_;
    Arena& arena_;
    Poll poll_;
    ArenaVector<Token> tokens_;
    size_t index_ = 0;
    size_t statement_ = 0;  // where the current statement starts
    bool stopped_ = false;
};

}  // namespace exmonty
