#include "vm/syntax/token_stream.h"

#include <cstring>

namespace exmonty {

bool TokenStream::open() {
    constexpr size_t FirstTokens = 64;
    if (!tokens_.reserve(FirstTokens)) return false;
    read_more();
    return true;
}

// Appends the tokens up to the next Newline, but not too many.
void TokenStream::read_more() {
    Token token;
    int count = 0;
    do {
        if (stopped_) {
            token.kind = TokenKind::Error;
        } else {
            token = lexer_.next();
        }
        size_t size = tokens_.size();
        tokens_.push(token);
        if (tokens_.size() == size) {
            // There was no room: the last token gives way.
            index_ = index_ < size ? index_ : size - 1;
            stop();
            return;
        }
        if (++count == TokensPerPiece) {
            stopped_ = stopped_ || arena_.exhausted() || poll_.should_stop();
            return;
        }
    } while (token.kind != TokenKind::Newline && !is_last(token.kind));
}

void TokenStream::skip_rest() {
    size_t size = tokens_.size();
    while (!stopped_ && !is_last(tokens_.back().kind)) {
        tokens_.shrink(size);
        read_more();
    }
    Token last = tokens_.back();
    tokens_.shrink(size);
    tokens_.push(last);
}

void TokenStream::begin_statement() {
    size_t rest = tokens_.size() - statement_;
    std::memmove(static_cast<void*>(tokens_.data()), tokens_.data() + statement_, rest * sizeof(Token));
    tokens_.shrink(rest);
    index_ -= statement_;
    statement_ = index_;
}

void TokenStream::stop() {
    stopped_ = true;
    tokens_.shrink(index_ + 1);
    tokens_[index_].kind = TokenKind::Error;
}

void TokenStream::check_limits() {
    if (!stopped_ && (arena_.exhausted() || poll_.should_stop())) stop();
}

}  // namespace exmonty
