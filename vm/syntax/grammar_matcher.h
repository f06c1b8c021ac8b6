#pragma once

// Matches the tokens of a wrong program against the grammar, as CPython's parser does: ordered choice with going back,
// kept results where CPython keeps them, and the same order of looking at tokens, since the last token that was looked
// at is where errors are reported. See grammar_text.h.
//
// Recursion is as deep as CPython allows it (MaxDepth rules). Work is bounded by MaxSteps and by the poll.

#include "vm/base/arena.h"
#include "vm/syntax/error_place.h"
#include "vm/syntax/grammar.h"
#include "vm/syntax/syntax_error.h"
#include "vm/syntax/token_stream.h"

namespace exmonty {

// A part of the source that matched: tokens [first, end).
struct Part {
    PartKind kind = PartKind::Unnamed;
    uint32_t first = 0;
    uint32_t end = 0;
    Span<const Part*> children;
};

enum class InvalidRules : uint8_t { Ignored, Used };

class GrammarMatcher {
  public:
    GrammarMatcher(const SourceText& text, TokenStream& tokens, Arena& arena);

    // Matches from the first token. False if it did not match, or if there is an error.
    bool match(uint16_t rule, InvalidRules invalid);

    bool has_error() const { return has_error_; }
    const SyntaxError& error() const { return error_; }
    // The work was stopped by a limit: the poll, the arena, or MaxSteps.
    bool gave_up() const { return gave_up_; }
    // How many tokens were looked at.
    size_t fill() const { return fill_; }

    // Errors as such, also for the caller.
    void raise(SyntaxErrorType type, const ErrorPlace& place, std::string_view message);
    void raise_last(SyntaxErrorType type, std::string_view message);
    void raise_unclosed_bracket();
    void forget_error() { has_error_ = false; }
    void replace_error(const SyntaxError& error) { error_ = error; }
    // The last token that was read is where errors are reported from now on.
    void look_at_end() { fill_ = tokens_.size(); }
    const ErrorPlaces& places() const { return places_; }

  private:
    static constexpr int MaxDepth = 6000;
    static constexpr uint64_t MaxSteps = 50'000'000;

    enum class Wanted : uint8_t { No, Yes };  // whether somebody looks at the result

    struct Memo {
        uint16_t rule;
        uint32_t next;  // index + 1 of the next one at the same token
        uint32_t mark;  // where the match ends
        const Part* part;
    };

    const Part* match_rule(uint16_t number);
    const Part* match_left_recursive(uint16_t number, const GrammarRule& rule);
    const Part* match_choice(const GrammarNode& choice);
    bool match_items(const GrammarAlternative& alternative, const Part** captures, const Part*& last, bool& is_cut);
    const Part* match_node(const GrammarNode& node, Wanted wanted);
    const Part* match_token(const GrammarNode& node, Wanted wanted);
    const Part* match_name(const GrammarNode& node, Wanted wanted);
    const Part* match_forced(const GrammarNode& node);
    const Part* match_repeated(const GrammarNode& node, Wanted wanted);
    const Part* match_gather(const GrammarNode& node, Wanted wanted);
    const Part* match_optional(const GrammarNode& node, Wanted wanted);
    const Part* look_ahead(const GrammarNode& node);

    const Token* current();
    Memo* find_memo(uint16_t rule, uint32_t start);
    void keep(uint16_t rule, uint32_t start, const Part* part);
    bool count_step();
    void fail_too_deep();
    void raise_lexer_fault();

    Part* make_part(PartKind kind, uint32_t first, uint32_t end);
    const Part* act(const GrammarAlternative& alternative, uint32_t start, const Part** captures, const Part* last);
    const Part* make_node(PartKind kind, uint32_t start, const Part** captures);
    const Part* raise_action(const GrammarAction& action, const Part** captures);
    const Part* raise_targets(ActionKind kind, const Part* part);
    const Part* invalid_target(ActionKind kind, const Part* part) const;
    std::string_view message_of(const GrammarAction& action, const Part** captures);

    // The functions of {check …}.
    const Part* check(CheckKind kind, uint32_t start, const Part** captures);
    const Part* check_arguments(const Part* arguments);
    const Part* check_conversion(const Part* exclamation, const Part* name);
    const Part* check_generator_in_call(const Part* arguments, const Part* clauses);
    const Part* check_number(const Part* number, bool is_imaginary, std::string_view message);
    const Part* check_legacy_call(const Part* name, const Part* rest);
    const Part* check_missing_comma(const Part* left, const Part* right);
    const Part* check_string(const Part* token);
    const Part* check_middle(const Part* token, bool is_raw);
    const Part* check_format(uint32_t start, const Part* first, const Part* middles, PartKind kind);
    const Part* check_strings(uint32_t start, const Part* strings);
    bool check_number_size();

    std::string_view text_of(const Token& token) const {
        return {text_.data + token.start, static_cast<size_t>(token.end - token.start)};
    }
    ErrorPlace start_of(const Part* part) const;
    ErrorPlace place_of(const Part* first, const Part* last) const;
    const Part* raise_at(const Part* first, const Part* last, std::string_view message);
    bool is_legacy_name(const Part* part) const;

    const GrammarTables& grammar_;
    const SourceText& text_;
    TokenStream& tokens_;
    Arena& arena_;
    ErrorPlaces places_;
    ArenaVector<Memo> memos_;
    ArenaVector<uint32_t> memo_heads_;  // by token: index + 1 of the first memo
    ArenaVector<const Part*> parts_;    // what repetitions collect
    size_t fill_ = 0;
    uint32_t mark_ = 0;
    int depth_ = 0;
    uint64_t steps_ = 0;
    bool uses_invalid_ = false;
    bool has_error_ = false;
    bool gave_up_ = false;
    SyntaxError error_;
};

}  // namespace exmonty
