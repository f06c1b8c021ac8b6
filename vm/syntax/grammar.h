#pragma once

// The tables made from the grammar's text (grammar_text.h).

#include <cstdint>
#include <span>
#include <string_view>

#include "vm/syntax/token.h"

namespace exmonty {

// What a part of the source turned out to be, as far as messages tell things apart.
enum class PartKind : uint8_t {
    None,  // an optional part that is not there
    Unnamed,
    Token,
    Sequence,
    // Expressions.
    Attribute,
    Await,
    BinOp,
    BoolOp,
    Call,
    Compare,
    Dict,
    DictComp,
    Ellipsis,
    False,
    GeneratorExp,
    IfExp,
    JoinedStr,
    Lambda,
    List,
    ListComp,
    Literal,
    Name,
    NamedExpr,
    NoneConstant,
    Set,
    SetComp,
    Starred,
    Subscript,
    TemplateStr,
    True,
    Tuple,
    UnaryOp,
    Yield,
    // Parts of them.
    Comprehension,
    In,
    Keyword,
    Parameter,
    Pattern,
    Unpacking,
};

enum class ActionKind : uint8_t {
    Pass,     // the result is that of the only item; Unnamed if there are several
    Capture,  // the result is what `first` matched
    Node,
    ErrorAt,
    ErrorRange,
    ErrorFrom,
    ErrorAfter,
    ErrorLast,
    ErrorNext,
    IndentError,
    Targets,
    ForTargets,
    DeleteTargets,
    Check,
};

enum class CheckKind : uint8_t {
    Arguments,
    Conversion,
    FString,
    GeneratorInCall,
    ImaginaryNumber,
    LegacyCall,
    Middle,
    MissingComma,
    MixedStrings,
    RealNumber,
    String,
    Strings,
    TString,
};

struct GrammarAction {
    ActionKind kind = ActionKind::Pass;
    PartKind node = PartKind::Unnamed;
    CheckKind check = CheckKind::Arguments;
    int8_t first = 0;  // captures
    int8_t second = 0;
    uint16_t message = 0;  // where it starts in the text, and its length
    uint16_t message_length = 0;
};

enum class GrammarNodeKind : uint8_t {
    Token,
    SoftKeyword,     // one word
    AnySoftKeyword,  // SOFT_KEYWORD
    Rule,
    Choice,
    Optional,
    ZeroOrMore,
    OneOrMore,
    Gather,
    Lookahead,
    NotLookahead,
    Forced,
    Cut,
};

struct GrammarNode {
    GrammarNodeKind kind = GrammarNodeKind::Cut;
    TokenKind token = TokenKind::Error;  // Token, Forced
    // Rule: its number. Choice: its first alternative, and how many there are. Gather: the separator and the element.
    // SoftKeyword: where it is in the text, and its length. Else the operand.
    uint16_t first = 0;
    uint16_t second = 0;
};

struct GrammarItem {
    uint16_t node = 0;
    int8_t capture = -1;
};

struct GrammarAlternative {
    uint16_t first_item = 0;
    uint8_t items = 0;
    bool is_invalid_rule = false;  // counts only in the second pass
    GrammarAction action;
};

struct GrammarRule {
    uint16_t choice = 0;  // its node
    bool is_memo = false;
    bool is_left_recursive = false;
    bool is_quiet = false;
};

struct GrammarTables {
    std::span<const GrammarRule> rules;
    std::span<const GrammarNode> nodes;
    std::span<const GrammarAlternative> alternatives;
    std::span<const GrammarItem> items;
    uint16_t file = 0;  // rules
    uint16_t interactive = 0;
    uint16_t eval = 0;
};

constexpr int MaxCaptures = 5;  // a to e

const GrammarTables& grammar();

// A message or a soft keyword.
std::string_view grammar_text(uint16_t start, uint16_t length);

}  // namespace exmonty
