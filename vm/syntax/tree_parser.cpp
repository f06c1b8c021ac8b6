#include "vm/syntax/tree_parser.h"

#include "vm/syntax/identifier.h"

namespace exmonty {

TreeParser::TreeParser(const SourceText& text, TokenStream& tokens, Arena& arena)
    : text_(text),
      tokens_(tokens),
      arena_(arena),
      expressions_(arena),
      statements_(arena),
      patterns_(arena),
      keywords_(arena),
      comprehensions_(arena),
      args_(arena),
      aliases_(arena),
      identifiers_(arena),
      operators_(arena),
      cases_(arena),
      handlers_(arena),
      withitems_(arena),
      type_parameters_(arena),
      warnings_(arena) {}

bool TreeParser::at_word(std::string_view word) const {
    return at(TokenKind::Name) && text_of(tokens_.current()) == word;
}

ast::Identifier TreeParser::identifier_of(const Token& token) {
    return token.is_ascii ? text_of(token) : normalize_identifier(text_of(token), arena_);
}

bool TreeParser::accept_name(ast::Identifier& name) {
    if (!at(TokenKind::Name)) return false;
    name = identifier_of(tokens_.current());
    tokens_.advance();
    return true;
}

void TreeParser::fail_too_deep() {
    if (tokens_.stopped()) return;
    is_too_deep_ = true;
    tokens_.stop();
}

void TreeParser::check_limits() {
    // The nodes up to the next check fit into the arena's reserve.
    constexpr int NodesPerCheck = 256;
    static_assert(NodesPerCheck * 128 < Arena::ReserveBytes);
    nodes_until_check_ = NodesPerCheck;
    tokens_.check_limits();
}

SourceSpan TreeParser::span_from(const SourceSpan& from) const {
    size_t last = tokens_.index() - 1;
    auto is_white_space = [](TokenKind kind) {
        return kind == TokenKind::Newline || kind == TokenKind::Dedent || kind == TokenKind::Indent;
    };
    while (last > 0 && is_white_space(tokens_[last].kind)) last--;
    return join(from, tokens_[last].span);
}

}  // namespace exmonty
