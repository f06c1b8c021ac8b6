#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/source_span.h"

namespace exmonty {

enum class TokenKind : uint8_t {
#define TOKEN(Name, spelling, tokenClass) Name,
#include "vm/syntax/tokens.def"
};

enum class TokenClass : uint8_t { Special, Operator, Keyword };

struct TokenRow {
    TokenKind kind;
    std::string_view spelling;
    TokenClass token_class;
};

inline constexpr TokenRow TokenRows[] = {
#define TOKEN(Name, spelling, tokenClass) {TokenKind::Name, spelling, TokenClass::tokenClass},
#include "vm/syntax/tokens.def"
};

inline constexpr int TokenKinds = sizeof(TokenRows) / sizeof(TokenRows[0]);

constexpr std::string_view spelling(TokenKind kind) { return TokenRows[static_cast<int>(kind)].spelling; }

struct Token {
    TokenKind kind = TokenKind::EndMarker;
    uint8_t level = 0;        // open brackets behind it
    bool is_ascii = true;     // of a Name: needs no normalisation
    bool is_implied = false;  // a Newline that is not in the text
    uint32_t start = 0;       // bytes from the start of the text
    uint32_t end = 0;
    SourceSpan span;
};

static_assert(sizeof(Token) == 28);

// The keyword that this identifier is, or Name.
TokenKind keyword_or_name(const char* text, size_t length);

}  // namespace exmonty
