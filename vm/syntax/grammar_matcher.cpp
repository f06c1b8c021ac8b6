#include "vm/syntax/grammar_matcher.h"

#include "vm/syntax/arena_text.h"

namespace exmonty {

namespace {

constexpr Part Nothing{PartKind::None, 0, 0, {}};
constexpr Part Something{PartKind::Unnamed, 0, 0, {}};

}  // namespace

GrammarMatcher::GrammarMatcher(const SourceText& text, TokenStream& tokens, Arena& arena)
    : grammar_(grammar()),
      text_(text),
      tokens_(tokens),
      arena_(arena),
      places_(text, tokens),
      memos_(arena),
      memo_heads_(arena),
      parts_(arena) {}

bool GrammarMatcher::match(uint16_t rule, InvalidRules invalid) {
    uses_invalid_ = invalid == InvalidRules::Used;
    mark_ = 0;
    depth_ = 0;
    memos_.shrink(0);
    memo_heads_.shrink(0);
    parts_.shrink(0);
    return match_rule(rule) != nullptr && !has_error_;
}

// The token at the mark, or nullptr if the lexer has found a fault there.
const Token* GrammarMatcher::current() {
    if (mark_ >= fill_) {
        // Behind the end there are more ends.
        size_t index = tokens_.reach(mark_) ? mark_ : tokens_.size() - 1;
        fill_ = index + 1;
        if (tokens_[index].kind == TokenKind::Error) {
            raise_lexer_fault();
            return nullptr;
        }
        return &tokens_[index];
    }
    return &tokens_[mark_];
}

bool GrammarMatcher::count_step() {
    constexpr uint64_t StepsPerCheck = 512;
    if (++steps_ % StepsPerCheck != 0) return true;
    tokens_.check_limits();
    if (!tokens_.stopped() && steps_ < MaxSteps) return true;
    has_error_ = gave_up_ = true;
    return false;
}

GrammarMatcher::Memo* GrammarMatcher::find_memo(uint16_t rule, uint32_t start) {
    if (start >= memo_heads_.size()) return nullptr;
    for (uint32_t index = memo_heads_[start]; index != 0; index = memos_[index - 1].next) {
        if (memos_[index - 1].rule == rule) return &memos_[index - 1];
    }
    return nullptr;
}

// Keeps what the rule came to between `start` and the mark.
void GrammarMatcher::keep(uint16_t rule, uint32_t start, const Part* part) {
    while (memo_heads_.size() <= start) {
        size_t size = memo_heads_.size();
        memo_heads_.push(0);
        if (memo_heads_.size() == size) return;
    }
    size_t size = memos_.size();
    memos_.push({rule, memo_heads_[start], mark_, part});
    if (memos_.size() > size) memo_heads_[start] = static_cast<uint32_t>(memos_.size());
}

const Part* GrammarMatcher::match_rule(uint16_t number) {
    if (!count_step()) return nullptr;
    const GrammarRule& rule = grammar_.rules[number];
    const GrammarNode& choice = grammar_.nodes[rule.choice];
    if (rule.is_left_recursive) return match_left_recursive(number, rule);
    if (rule.is_quiet) {
        bool used = uses_invalid_;
        uses_invalid_ = false;
        const Part* part = match_choice(choice);
        uses_invalid_ = used;
        return part;
    }
    if (!rule.is_memo) return match_choice(choice);
    uint32_t start = mark_;
    if (const Memo* memo = find_memo(number, start)) {
        mark_ = memo->mark;
        return memo->part;
    }
    const Part* part = match_choice(choice);
    if (!has_error_) keep(number, start, part);
    return part;
}

// Grows a match from the left: the rule finds its own last result, and is tried again as long as it gets further.
const Part* GrammarMatcher::match_left_recursive(uint16_t number, const GrammarRule& rule) {
    uint32_t start = mark_;
    if (const Memo* memo = find_memo(number, start)) {
        mark_ = memo->mark;
        return memo->part;
    }
    keep(number, start, nullptr);
    const Part* best = nullptr;
    uint32_t end = start;
    for (;;) {
        mark_ = start;
        const Part* part = match_choice(grammar_.nodes[rule.choice]);
        if (has_error_) return nullptr;
        if (part == nullptr || mark_ <= end) break;
        best = part;
        end = mark_;
        if (Memo* memo = find_memo(number, start)) {
            memo->part = best;
            memo->mark = end;
        }
    }
    mark_ = end;
    return best;
}

const Part* GrammarMatcher::match_choice(const GrammarNode& choice) {
    if (++depth_ > MaxDepth) fail_too_deep();
    uint32_t start = mark_;
    const Part* result = nullptr;
    for (uint16_t index = 0; index < choice.second && !has_error_; index++) {
        const GrammarAlternative& alternative = grammar_.alternatives[choice.first + index];
        if (alternative.is_invalid_rule && !uses_invalid_) continue;
        const Part* captures[MaxCaptures] = {};
        const Part* last = nullptr;
        bool is_cut = false;
        if (match_items(alternative, captures, last, is_cut)) {
            // An action may still say that this is no match; then no other alternative is one.
            result = act(alternative, start, captures, last);
            break;
        }
        mark_ = start;
        if (is_cut) break;
    }
    depth_--;
    return has_error_ ? nullptr : result;
}

bool GrammarMatcher::match_items(const GrammarAlternative& alternative, const Part** captures, const Part*& last,
                                 bool& is_cut) {
    for (int index = 0; index < alternative.items; index++) {
        const GrammarItem& item = grammar_.items[alternative.first_item + index];
        const GrammarNode& node = grammar_.nodes[item.node];
        if (node.kind == GrammarNodeKind::Cut) {
            is_cut = true;
            continue;
        }
        bool is_wanted = item.capture >= 0 || alternative.items == 1;
        last = match_node(node, is_wanted ? Wanted::Yes : Wanted::No);
        if (last == nullptr || has_error_) return false;
        if (item.capture >= 0) captures[item.capture] = last;
    }
    return true;
}

const Part* GrammarMatcher::match_node(const GrammarNode& node, Wanted wanted) {
    switch (node.kind) {
        case GrammarNodeKind::Token:
            return match_token(node, wanted);
        case GrammarNodeKind::SoftKeyword:
        case GrammarNodeKind::AnySoftKeyword:
            return match_name(node, wanted);
        case GrammarNodeKind::Rule:
            return match_rule(node.first);
        case GrammarNodeKind::Choice:
            return match_choice(node);
        case GrammarNodeKind::Optional:
            return match_optional(node, wanted);
        case GrammarNodeKind::ZeroOrMore:
        case GrammarNodeKind::OneOrMore:
            return match_repeated(node, wanted);
        case GrammarNodeKind::Gather:
            return match_gather(node, wanted);
        case GrammarNodeKind::Lookahead:
        case GrammarNodeKind::NotLookahead:
            return look_ahead(node);
        case GrammarNodeKind::Forced:
            return match_forced(node);
        case GrammarNodeKind::Cut:
            break;
    }
    return nullptr;
}

const Part* GrammarMatcher::match_token(const GrammarNode& node, Wanted wanted) {
    const Token* token = current();
    if (token == nullptr || token->kind != node.token) return nullptr;
    if (node.token == TokenKind::Number && !check_number_size()) return nullptr;
    mark_++;
    return wanted == Wanted::No ? &Something : make_part(PartKind::Token, mark_ - 1, mark_);
}

const Part* GrammarMatcher::match_name(const GrammarNode& node, Wanted wanted) {
    const Token* token = current();
    if (token == nullptr || token->kind != TokenKind::Name) return nullptr;
    std::string_view name = text_of(*token);
    bool matches = node.kind == GrammarNodeKind::SoftKeyword
                       ? name == grammar_text(node.first, node.second)
                       : name == "_" || name == "case" || name == "match" || name == "type";
    if (!matches) return nullptr;
    mark_++;
    return wanted == Wanted::No ? &Something : make_part(PartKind::Token, mark_ - 1, mark_);
}

const Part* GrammarMatcher::match_forced(const GrammarNode& node) {
    const Token* token = current();
    if (token == nullptr) return nullptr;
    if (token->kind == node.token) {
        mark_++;
        return &Something;
    }
    if (!uses_invalid_) return nullptr;
    ArenaText message(arena_);
    message.add("expected '").add(spelling(node.token)).add('\'');
    raise(SyntaxErrorType::SyntaxError, places_.at_token(mark_), message.view());
    return nullptr;
}

const Part* GrammarMatcher::match_optional(const GrammarNode& node, Wanted wanted) {
    uint32_t start = mark_;
    const Part* part = match_node(grammar_.nodes[node.first], wanted);
    if (part != nullptr || has_error_) return part;
    mark_ = start;
    return &Nothing;
}

const Part* GrammarMatcher::match_repeated(const GrammarNode& node, Wanted wanted) {
    const GrammarNode& operand = grammar_.nodes[node.first];
    uint32_t start = mark_;
    size_t base = parts_.size();
    size_t count = 0;
    for (;; count++) {
        uint32_t here = mark_;
        const Part* part = match_node(operand, wanted);
        if (has_error_) return nullptr;
        if (part == nullptr) {
            mark_ = here;
            break;
        }
        if (wanted == Wanted::Yes) parts_.push(part);
    }
    if (count == 0 && node.kind == GrammarNodeKind::OneOrMore) return nullptr;
    if (wanted == Wanted::No) return &Something;
    Part* sequence = make_part(PartKind::Sequence, start, mark_);
    sequence->children = parts_.take_from(base);
    return sequence;
}

const Part* GrammarMatcher::match_gather(const GrammarNode& node, Wanted wanted) {
    const GrammarNode& separator = grammar_.nodes[node.first];
    const GrammarNode& element = grammar_.nodes[node.second];
    uint32_t start = mark_;
    size_t base = parts_.size();
    const Part* part = match_node(element, wanted);
    if (part == nullptr) return nullptr;
    for (;;) {
        if (wanted == Wanted::Yes) parts_.push(part);
        uint32_t here = mark_;
        part = match_node(separator, Wanted::No);
        if (part != nullptr) part = match_node(element, wanted);
        if (has_error_) return nullptr;
        if (part != nullptr) continue;
        mark_ = here;
        break;
    }
    if (wanted == Wanted::No) return &Something;
    Part* sequence = make_part(PartKind::Sequence, start, mark_);
    sequence->children = parts_.take_from(base);
    return sequence;
}

const Part* GrammarMatcher::look_ahead(const GrammarNode& node) {
    uint32_t start = mark_;
    const Part* part = match_node(grammar_.nodes[node.first], Wanted::No);
    mark_ = start;
    if (has_error_) return nullptr;
    bool is_wanted = node.kind == GrammarNodeKind::Lookahead;
    return (part != nullptr) == is_wanted ? &Something : nullptr;
}

Part* GrammarMatcher::make_part(PartKind kind, uint32_t first, uint32_t end) {
    Part* part = arena_.create<Part>();
    part->kind = kind;
    part->first = first;
    part->end = end;
    return part;
}

const Part* GrammarMatcher::act(const GrammarAlternative& alternative, uint32_t start, const Part** captures,
                                const Part* last) {
    const GrammarAction& action = alternative.action;
    switch (action.kind) {
        case ActionKind::Pass:
            return alternative.items == 1 ? last : &Something;
        case ActionKind::Capture:
            return captures[action.first];
        case ActionKind::Node:
            return make_node(action.node, start, captures);
        case ActionKind::Check:
            return check(action.check, start, captures);
        case ActionKind::Targets:
        case ActionKind::ForTargets:
        case ActionKind::DeleteTargets:
            return raise_targets(action.kind, captures[action.first]);
        default:
            return raise_action(action, captures);
    }
}

// A node whose children are what was captured; sequences are spliced in.
const Part* GrammarMatcher::make_node(PartKind kind, uint32_t start, const Part** captures) {
    size_t base = parts_.size();
    for (int capture = 0; capture < MaxCaptures; capture++) {
        const Part* part = captures[capture];
        if (part == nullptr || part->kind == PartKind::None) continue;
        if (part->kind == PartKind::Sequence) {
            parts_.append(part->children.data(), part->children.size());
        } else {
            parts_.push(part);
        }
    }
    Part* node = make_part(kind, start, mark_);
    node->children = parts_.take_from(base);
    return node;
}

}  // namespace exmonty
