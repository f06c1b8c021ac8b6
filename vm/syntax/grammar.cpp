// Reads the grammar's text at compile time. A mistake in it calls a function that is not constexpr, which the compiler
// reports with the place.

#include "vm/syntax/grammar.h"

#include <array>

#include "vm/syntax/grammar_text.h"

namespace exmonty {

namespace {

[[noreturn]] void mistake_in_grammar() { __builtin_trap(); }

struct NamedToken {
    std::string_view name;
    TokenKind kind;
};

constexpr NamedToken NamedTokens[] = {
    {"NAME", TokenKind::Name},
    {"NUMBER", TokenKind::Number},
    {"STRING", TokenKind::String},
    {"NEWLINE", TokenKind::Newline},
    {"INDENT", TokenKind::Indent},
    {"DEDENT", TokenKind::Dedent},
    {"ENDMARKER", TokenKind::EndMarker},
    {"FSTRING_START", TokenKind::FStringStart},
    {"FSTRING_MIDDLE", TokenKind::FStringMiddle},
    {"FSTRING_END", TokenKind::FStringEnd},
    {"TSTRING_START", TokenKind::TStringStart},
    {"TSTRING_MIDDLE", TokenKind::TStringMiddle},
    {"TSTRING_END", TokenKind::TStringEnd},
};

struct NamedPart {
    std::string_view name;
    PartKind kind;
};

constexpr NamedPart NamedParts[] = {
    {"Attribute", PartKind::Attribute},
    {"Await", PartKind::Await},
    {"BinOp", PartKind::BinOp},
    {"BoolOp", PartKind::BoolOp},
    {"Call", PartKind::Call},
    {"Compare", PartKind::Compare},
    {"Comprehension", PartKind::Comprehension},
    {"Dict", PartKind::Dict},
    {"DictComp", PartKind::DictComp},
    {"Ellipsis", PartKind::Ellipsis},
    {"False", PartKind::False},
    {"GeneratorExp", PartKind::GeneratorExp},
    {"IfExp", PartKind::IfExp},
    {"In", PartKind::In},
    {"Keyword", PartKind::Keyword},
    {"Lambda", PartKind::Lambda},
    {"List", PartKind::List},
    {"ListComp", PartKind::ListComp},
    {"Literal", PartKind::Literal},
    {"Name", PartKind::Name},
    {"NamedExpr", PartKind::NamedExpr},
    {"None", PartKind::NoneConstant},
    {"Parameter", PartKind::Parameter},
    {"Pattern", PartKind::Pattern},
    {"Sequence", PartKind::Sequence},
    {"Set", PartKind::Set},
    {"SetComp", PartKind::SetComp},
    {"Starred", PartKind::Starred},
    {"Subscript", PartKind::Subscript},
    {"TemplateStr", PartKind::TemplateStr},
    {"True", PartKind::True},
    {"Tuple", PartKind::Tuple},
    {"UnaryOp", PartKind::UnaryOp},
    {"Unpacking", PartKind::Unpacking},
    {"Yield", PartKind::Yield},
};

struct NamedAction {
    std::string_view name;
    ActionKind kind;
    int captures;
};

constexpr NamedAction NamedActions[] = {
    {"at", ActionKind::ErrorAt, 1},
    {"range", ActionKind::ErrorRange, 2},
    {"from", ActionKind::ErrorFrom, 1},
    {"after", ActionKind::ErrorAfter, 1},
    {"last", ActionKind::ErrorLast, 0},
    {"next", ActionKind::ErrorNext, 0},
    {"targets", ActionKind::Targets, 1},
    {"for_targets", ActionKind::ForTargets, 1},
    {"del_targets", ActionKind::DeleteTargets, 1},
};

struct NamedCheck {
    std::string_view name;
    CheckKind kind;
};

constexpr NamedCheck NamedChecks[] = {
    {"arguments", CheckKind::Arguments},
    {"conversion", CheckKind::Conversion},
    {"fstring", CheckKind::FString},
    {"generator_in_call", CheckKind::GeneratorInCall},
    {"imaginary_number", CheckKind::ImaginaryNumber},
    {"legacy_call", CheckKind::LegacyCall},
    {"middle", CheckKind::Middle},
    {"missing_comma", CheckKind::MissingComma},
    {"mixed_strings", CheckKind::MixedStrings},
    {"real_number", CheckKind::RealNumber},
    {"string", CheckKind::String},
    {"strings", CheckKind::Strings},
    {"tstring", CheckKind::TString},
};

constexpr size_t MaxRules = 264;
constexpr size_t MaxNodes = 2768;
constexpr size_t MaxAlternatives = 976;
constexpr size_t MaxItems = 2064;
constexpr size_t MaxAlternativesOfChoice = 16;
constexpr size_t MaxItemsOfAlternative = 16;

template <typename T, size_t Capacity>
struct Table {
    std::array<T, Capacity> rows{};
    size_t size = 0;

    constexpr uint16_t add(const T& row) {
        if (size == Capacity) mistake_in_grammar();
        rows[size] = row;
        return static_cast<uint16_t>(size++);
    }
};

struct Grammar {
    Table<GrammarRule, MaxRules> rules;
    Table<GrammarNode, MaxNodes> nodes;
    Table<GrammarAlternative, MaxAlternatives> alternatives;
    Table<GrammarItem, MaxItems> items;
    uint16_t file = 0;
    uint16_t interactive = 0;
    uint16_t eval = 0;
};

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_word(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

class Reader {
  public:
    consteval explicit Reader(std::string_view text) : text_(text) {}

    consteval Grammar read() {
        name_rules();
        at_ = 0;
        skip_space();
        for (size_t rule = 0; rule < grammar_.rules.size; rule++) read_rule(grammar_.rules.rows[rule]);
        grammar_.file = rule_number("file");
        grammar_.interactive = rule_number("interactive");
        grammar_.eval = rule_number("eval");
        return grammar_;
    }

  private:
    constexpr char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    constexpr void skip_space() {
        while (peek() == ' ' || peek() == '\n') at_++;
    }

    // Skips space, but not into the next rule.
    constexpr void skip_inner_space() {
        while (peek() == ' ' || (peek() == '\n' && at_ + 1 < text_.size() && text_[at_ + 1] == ' ')) at_++;
    }

    constexpr void expect(char c) {
        if (peek() != c) mistake_in_grammar();
        at_++;
    }

    constexpr std::string_view word() {
        size_t from = at_;
        while (is_word(peek())) at_++;
        if (at_ == from) mistake_in_grammar();
        return text_.substr(from, at_ - from);
    }

    // The first look at the text: rules start at the start of a line.
    constexpr void name_rules() {
        for (at_ = 0; at_ < text_.size(); at_++) {
            bool at_line_start = at_ == 0 || text_[at_ - 1] == '\n';
            if (!at_line_start || !is_lower(text_[at_])) continue;
            names_.add(word());
            grammar_.rules.add({});
        }
    }

    constexpr uint16_t rule_number(std::string_view name) const {
        for (size_t rule = 0; rule < names_.size; rule++) {
            if (names_.rows[rule] == name) return static_cast<uint16_t>(rule);
        }
        mistake_in_grammar();
    }

    constexpr void read_rule(GrammarRule& rule) {
        word();
        skip_inner_space();
        if (peek() == '(') {
            at_++;
            std::string_view flag = word();
            rule.is_memo = flag == "memo";
            rule.is_left_recursive = flag == "left";
            rule.is_quiet = flag == "quiet";
            expect(')');
        }
        expect(':');
        rule.choice = read_choice();
        skip_space();
    }

    // a | b | c
    constexpr uint16_t read_choice() {
        std::array<GrammarAlternative, MaxAlternativesOfChoice> found{};
        size_t count = 0;
        skip_inner_space();
        if (peek() == '|') at_++;
        for (;;) {
            if (count == found.size()) mistake_in_grammar();
            found[count++] = read_alternative();
            skip_inner_space();
            if (peek() != '|') break;
            at_++;
        }
        GrammarNode node;
        node.kind = GrammarNodeKind::Choice;
        node.first = static_cast<uint16_t>(grammar_.alternatives.size);
        node.second = static_cast<uint16_t>(count);
        for (size_t index = 0; index < count; index++) grammar_.alternatives.add(found[index]);
        return grammar_.nodes.add(node);
    }

    // a b c {action}
    constexpr GrammarAlternative read_alternative() {
        std::array<GrammarItem, MaxItemsOfAlternative> found{};
        size_t count = 0;
        GrammarAlternative alternative;
        for (;;) {
            skip_inner_space();
            char c = peek();
            if (c == '{') {
                alternative.action = read_action();
                break;
            }
            if (c == '|' || c == ')' || c == ']' || c == '\n' || c == '\0') break;
            if (count == found.size()) mistake_in_grammar();
            found[count++] = read_item();
        }
        if (count == 0) mistake_in_grammar();
        alternative.first_item = static_cast<uint16_t>(grammar_.items.size);
        alternative.items = static_cast<uint8_t>(count);
        for (size_t index = 0; index < count; index++) grammar_.items.add(found[index]);
        const GrammarNode& first = grammar_.nodes.rows[found[0].node];
        alternative.is_invalid_rule = count == 1 && found[0].capture < 0 && first.kind == GrammarNodeKind::Rule &&
                                      names_.rows[first.first].starts_with("invalid_");
        return alternative;
    }

    constexpr int8_t capture() {
        char c = peek();
        if (c < 'a' || c >= 'a' + MaxCaptures) mistake_in_grammar();
        at_++;
        return static_cast<int8_t>(c - 'a');
    }

    constexpr GrammarItem read_item() {
        GrammarItem item;
        bool is_named = is_lower(peek()) && at_ + 1 < text_.size() && text_[at_ + 1] == '=';
        if (is_named) {
            item.capture = capture();
            expect('=');
        }
        item.node = read_prefixed();
        return item;
    }

    constexpr uint16_t add(GrammarNodeKind kind, uint16_t first, uint16_t second = 0) {
        GrammarNode node;
        node.kind = kind;
        node.first = first;
        node.second = second;
        return grammar_.nodes.add(node);
    }

    // &a  !a  &&a  ~
    constexpr uint16_t read_prefixed() {
        char c = peek();
        if (c == '~') {
            at_++;
            return add(GrammarNodeKind::Cut, 0);
        }
        if (c == '!') {
            at_++;
            return add(GrammarNodeKind::NotLookahead, read_atom());
        }
        if (c != '&') return read_repeated();
        at_++;
        if (peek() != '&') return add(GrammarNodeKind::Lookahead, read_atom());
        at_++;
        GrammarNode node = grammar_.nodes.rows[read_atom()];
        node.kind = GrammarNodeKind::Forced;
        return grammar_.nodes.add(node);
    }

    // a  a?  a*  a+  s.a+
    constexpr uint16_t read_repeated() {
        uint16_t atom = read_atom();
        char c = peek();
        if (c != '.' && c != '?' && c != '*' && c != '+') return atom;
        at_++;
        if (c == '?') return add(GrammarNodeKind::Optional, atom);
        if (c == '*') return add(GrammarNodeKind::ZeroOrMore, atom);
        if (c == '+') return add(GrammarNodeKind::OneOrMore, atom);
        uint16_t element = read_atom();
        expect('+');
        return add(GrammarNodeKind::Gather, atom, element);
    }

    // 'x'  "x"  (a)  [a]  NAME  rule
    constexpr uint16_t read_atom() {
        char c = peek();
        if (c == '(' || c == '[') {
            at_++;
            uint16_t choice = read_choice();
            expect(c == '(' ? ')' : ']');
            return c == '(' ? choice : add(GrammarNodeKind::Optional, choice);
        }
        if (c == '\'' || c == '"') return read_quoted(c);
        std::string_view name = word();
        if (is_lower(name[0])) return add(GrammarNodeKind::Rule, rule_number(name));
        GrammarNode node;
        node.kind = GrammarNodeKind::AnySoftKeyword;
        if (name == "SOFT_KEYWORD") return grammar_.nodes.add(node);
        node.kind = GrammarNodeKind::Token;
        for (const NamedToken& token : NamedTokens) {
            if (token.name == name) node.token = token.kind;
        }
        if (node.token == TokenKind::Error) mistake_in_grammar();
        return grammar_.nodes.add(node);
    }

    constexpr uint16_t read_quoted(char quote) {
        at_++;
        size_t end = text_.find(quote, at_);
        std::string_view text = text_.substr(at_, end - at_);
        at_ = end + 1;
        GrammarNode node;
        if (quote == '"') {
            node.kind = GrammarNodeKind::SoftKeyword;
            node.first = static_cast<uint16_t>(at_ - 1 - text.size());
            node.second = static_cast<uint16_t>(text.size());
            return grammar_.nodes.add(node);
        }
        node.kind = GrammarNodeKind::Token;
        for (const TokenRow& row : TokenRows) {
            if (row.token_class != TokenClass::Special && row.spelling == text) node.token = row.kind;
        }
        if (node.token == TokenKind::Error) mistake_in_grammar();
        return grammar_.nodes.add(node);
    }

    constexpr GrammarAction read_action() {
        expect('{');
        GrammarAction action;
        if (is_lower(peek()) && text_[at_ + 1] == '}') {
            action.kind = ActionKind::Capture;
            action.first = capture();
        } else if (is_lower(peek())) {
            read_error_action(action, word());
        } else {
            action.kind = ActionKind::Node;
            std::string_view name = word();
            for (const NamedPart& part : NamedParts) {
                if (part.name == name) action.node = part.kind;
            }
            if (action.node == PartKind::Unnamed) mistake_in_grammar();
        }
        expect('}');
        return action;
    }

    constexpr void read_error_action(GrammarAction& action, std::string_view name) {
        if (name == "check") {
            expect(' ');
            return read_check(action, word());
        }
        int captures = 0;
        for (const NamedAction& row : NamedActions) {
            if (row.name != name) continue;
            action.kind = row.kind;
            captures = row.captures;
        }
        if (name == "indent") {
            action.kind = ActionKind::IndentError;
            captures = peek() == ' ';
        }
        if (action.kind == ActionKind::Pass) mistake_in_grammar();
        if (captures > 0) {
            expect(' ');
            action.first = capture();
        }
        if (captures > 1) {
            expect(' ');
            action.second = capture();
        }
        if (peek() == '}') return;
        expect(':');
        expect(' ');
        expect('"');
        size_t end = text_.find("\"}", at_);
        action.message = static_cast<uint16_t>(at_);
        action.message_length = static_cast<uint16_t>(end - at_);
        at_ = end + 1;
    }

    constexpr void read_check(GrammarAction& action, std::string_view name) {
        for (const NamedCheck& check : NamedChecks) {
            if (check.name != name) continue;
            action.kind = ActionKind::Check;
            action.check = check.kind;
            return;
        }
        mistake_in_grammar();
    }

    std::string_view text_;
    size_t at_ = 0;
    Grammar grammar_;
    Table<std::string_view, MaxRules> names_;
};

constexpr Grammar Parsed = Reader(GrammarText).read();

// The tables are about as large as they need to be.
static_assert(Parsed.rules.size + 16 > MaxRules && Parsed.nodes.size + 64 > MaxNodes);
static_assert(Parsed.alternatives.size + 64 > MaxAlternatives && Parsed.items.size + 64 > MaxItems);

constexpr GrammarTables Tables = {
    {Parsed.rules.rows.data(), Parsed.rules.size},
    {Parsed.nodes.rows.data(), Parsed.nodes.size},
    {Parsed.alternatives.rows.data(), Parsed.alternatives.size},
    {Parsed.items.rows.data(), Parsed.items.size},
    Parsed.file,
    Parsed.interactive,
    Parsed.eval,
};

}  // namespace

const GrammarTables& grammar() { return Tables; }

std::string_view grammar_text(uint16_t start, uint16_t length) { return GrammarText.substr(start, length); }

}  // namespace exmonty
