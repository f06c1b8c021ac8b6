#include <array>
#include <cstring>

#include "vm/syntax/token.h"

namespace exmonty {

namespace {

constexpr int Slots = 256;
constexpr size_t ShortestKeyword = 2;
constexpr size_t LongestKeyword = 8;

// A perfect hash of the keywords: the factors below are found by the compiler.
constexpr unsigned hash(const char* text, size_t length, unsigned first, unsigned second) {
    unsigned value = static_cast<unsigned char>(text[0]) * first;
    value += static_cast<unsigned char>(text[1]) * second;
    value += static_cast<unsigned char>(text[length - 1]) + static_cast<unsigned>(length);
    return value % Slots;
}

struct Table {
    unsigned first = 0;
    unsigned second = 0;
    std::array<TokenKind, Slots> kinds{};  // EndMarker: no keyword
};

constexpr bool fill(Table& table) {
    table.kinds.fill(TokenKind::EndMarker);
    for (const TokenRow& row : TokenRows) {
        if (row.token_class != TokenClass::Keyword) continue;
        TokenKind& slot = table.kinds[hash(row.spelling.data(), row.spelling.size(), table.first, table.second)];
        if (slot != TokenKind::EndMarker) return false;
        slot = row.kind;
    }
    return true;
}

consteval Table find_table() {
    Table table;
    for (table.first = 1; table.first < 64; table.first++) {
        for (table.second = 1; table.second < 64; table.second++) {
            if (fill(table)) return table;
        }
    }
    return Table{};
}

constexpr Table Keywords = find_table();
static_assert(Keywords.first != 0, "no perfect hash was found");

}  // namespace

TokenKind keyword_or_name(const char* text, size_t length) {
    if (length < ShortestKeyword || length > LongestKeyword) return TokenKind::Name;
    TokenKind kind = Keywords.kinds[hash(text, length, Keywords.first, Keywords.second)];
    if (kind == TokenKind::EndMarker) return TokenKind::Name;
    std::string_view word = spelling(kind);
    bool equal = word.size() == length && std::memcmp(word.data(), text, length) == 0;
    return equal ? kind : TokenKind::Name;
}

}  // namespace exmonty
