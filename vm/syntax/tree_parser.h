#pragma once

// The parser of programs that are right: recursive descent, one token of lookahead, precedence climbing.
//
// A production returns nullptr (or false) if the source does not match, and then so does everything above it: nothing
// is reported here. Why a program is wrong is found out by the second parser (diagnosis.h), which is slow and exact.
//
// Productions carry their line of https://docs.python.org/3/reference/grammar.html; left recursion is a loop. Lists are
// collected on one stack per element type (`expressions_`…), from which take_from() makes spans of the right size.

#include "vm/base/arena.h"
#include "vm/syntax/ast.h"
#include "vm/syntax/parser.h"
#include "vm/syntax/token_stream.h"

namespace exmonty {

struct EscapeFault;
struct StringParts;

class TreeParser {
  public:
    TreeParser(const SourceText& text, TokenStream& tokens, Arena& arena);

    // file: [statements] ENDMARKER
    // eval: expressions NEWLINE* ENDMARKER
    // interactive: statement_newline
    ast::Module* parse(ast::ParseMode mode);

    // The nesting was deeper than ast::MaxNesting.
    bool is_too_deep() const { return is_too_deep_; }
    std::span<const ParseWarning> warnings() const { return {warnings_.data(), warnings_.size()}; }
    // Single mode: the source has more than one statement.
    bool has_more_statements() const { return has_more_statements_; }
    // Where the last compound statement that was whole starts, functions apart; 0 if there is none.
    uint32_t last_compound_line() const { return last_compound_line_; }

  private:
    // Counts a level of nesting while it lives.
    class Nesting {
      public:
        explicit Nesting(TreeParser& parser) : parser_(parser) {
            if (++parser.depth_ > ast::MaxNesting) parser.fail_too_deep();
        }
        ~Nesting() { parser_.depth_--; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

      private:
        TreeParser& parser_;
    };

    enum class Brackets : uint8_t { Parenthesis, Lambda };
    enum class StarAnnotation : uint8_t { Refused, Allowed };  // `*args: *Ts`
    // Which arguments have been seen: after a named one no positional ones may follow, after `**` no `*` either.
    enum class ArgumentStage : uint8_t { Positional, Named, Unpacked };

    // What was seen in strings that stand side by side.
    struct StringsState {
        bool has_text = false;  // plain strings
        bool has_bytes = false;
        bool has_format = false;    // f-strings
        bool has_template = false;  // t-strings
    };

    // The f-string or t-string that is being parsed.
    struct StringFormat {
        bool is_template = false;
        bool is_raw = false;
        bool is_in_spec = false;  // in a format spec, where values are formatted even in a t-string
    };

    // What comes after the parameters: `)` or `:`.
    static constexpr TokenKind closing(Brackets brackets) {
        return brackets == Brackets::Lambda ? TokenKind::Colon : TokenKind::RightParenthesis;
    }

    // Tokens.
    TokenKind kind() const { return tokens_.kind(); }
    bool at(TokenKind wanted) const { return tokens_.kind() == wanted; }
    bool accept(TokenKind wanted) {
        if (!at(wanted)) return false;
        tokens_.advance();
        return true;
    }
    bool at_word(std::string_view word) const;  // a soft keyword
    std::string_view text_of(const Token& token) const {
        return {text_.data + token.start, static_cast<size_t>(token.end - token.start)};
    }
    ast::Identifier identifier_of(const Token& token);
    bool accept_name(ast::Identifier& name);
    void fail_too_deep();

    // Nodes.
    SourceSpan start() const { return tokens_.current().span; }
    // From the start of `from` to the end of the token before the current one.
    SourceSpan span_from(const SourceSpan& from) const;
    static SourceSpan join(const SourceSpan& first, const SourceSpan& last) {
        return {first.line, first.column, last.end_line, last.end_column};
    }
    template <typename T>
    T* make(const SourceSpan& span) {
        if (--nodes_until_check_ <= 0) check_limits();
        T* node = arena_.create<T>();
        node->kind = T::Kind;
        node->span = span;
        return node;
    }
    void check_limits();

    // Statements.
    ast::Module* parse_file(ast::Module* module);
    ast::Module* parse_eval(ast::Module* module);
    ast::Module* parse_single(ast::Module* module);
    bool is_blank_from(uint32_t offset) const;
    bool parse_statement();
    bool parse_simple_statements();
    ast::Statement* parse_simple_statement();
    ast::Statement* parse_expression_statement();
    ast::Statement* finish_assignment(const SourceSpan& from, ast::Expression* first);
    ast::Statement* finish_annotation(const Token& first, ast::Expression* target);
    ast::Statement* finish_augmented(const Token& first, ast::Expression* target, ast::BinaryOperator op);
    ast::Statement* parse_return();
    ast::Statement* parse_raise();
    ast::Statement* parse_delete();
    ast::Statement* parse_assert();
    ast::Statement* parse_import();
    ast::Statement* parse_import_from();
    bool parse_import_names();
    bool parse_alias(bool is_dotted);
    bool parse_dotted_name(ast::Identifier& name);
    ast::Statement* parse_global();
    ast::Statement* parse_nonlocal();
    bool parse_names(Span<ast::Identifier>& names);
    ast::Statement* parse_type_alias();

    ast::Statement* parse_compound_statement();
    bool parse_block(ast::Statements& body);
    bool parse_else(ast::Statements& body);
    ast::Statement* parse_decorated();
    ast::Statement* parse_function(const SourceSpan& from, ast::Expressions decorators);
    ast::Statement* parse_class(const SourceSpan& from, ast::Expressions decorators);
    ast::Statement* parse_async();
    ast::Statement* parse_if();
    ast::Statement* parse_while();
    ast::Statement* parse_for(const SourceSpan& from);
    ast::Statement* parse_with(const SourceSpan& from);
    bool parse_with_items(ast::With* node);
    bool parse_with_item();
    ast::Statement* parse_try();
    ast::ExceptHandler* parse_handler(bool is_first, bool& is_star);

    ast::Statement* parse_match();
    ast::Expression* parse_match_subject();
    bool parse_case(ast::MatchCase& match_case);

    // Patterns.
    ast::Pattern* parse_patterns();
    ast::Pattern* parse_pattern();
    ast::Pattern* parse_or_pattern();
    ast::Pattern* parse_closed_pattern();
    ast::Pattern* parse_number_pattern();
    ast::Pattern* parse_string_pattern();
    ast::Pattern* parse_singleton_pattern(ast::ConstantType value);
    ast::Pattern* parse_name_pattern();
    ast::Pattern* parse_class_pattern(const SourceSpan& from, ast::Expression* cls);
    ast::Pattern* parse_group_pattern();
    ast::Pattern* parse_sequence_pattern();
    ast::Pattern* parse_mapping_pattern();
    bool parse_mapping_item();
    ast::Pattern* parse_star_pattern();
    ast::Pattern* parse_maybe_star_pattern() { return at(TokenKind::Star) ? parse_star_pattern() : parse_pattern(); }
    ast::Pattern* finish_sequence_pattern(const SourceSpan& from, size_t base, TokenKind closing);
    bool parse_capture_name(ast::Identifier& name);
    ast::Expression* parse_signed_number();
    ast::Expression* parse_literal_number();
    ast::Expression* parse_dotted_value();

    // Parameters and arguments.
    ast::Arguments* parse_parameters(Brackets brackets);
    bool parse_positional_parameters(ast::Arguments* arguments, Brackets brackets);
    bool parse_star_parameters(ast::Arguments* arguments, Brackets brackets);
    bool parse_keyword_parameter(ast::Arguments* arguments, Brackets brackets);
    bool parse_parameter(ast::Arg& arg, Brackets brackets, StarAnnotation star);
    bool parse_default(ast::Expression*& value);
    bool end_parameter(Brackets brackets);
    bool parse_type_parameters(ast::TypeParameters& parameters);
    ast::TypeParameter* parse_type_parameter();
    bool parse_arguments(ast::Expressions& arguments, Span<ast::Keyword>& keywords);
    bool finish_arguments(size_t positional_base, ast::Expressions& arguments, Span<ast::Keyword>& keywords);
    bool parse_argument(ArgumentStage& stage);

    // Expressions.
    bool starts_expression() const;
    ast::Expression* parse_expressions();
    ast::Expression* finish_expressions(const SourceSpan& from, ast::Expression* first);
    ast::Expression* parse_star_expressions();
    ast::Expression* parse_star_expression();
    ast::Expression* parse_star_named_expression();
    ast::Expression* parse_starred();
    ast::Expression* parse_named_expression();
    ast::Expression* parse_assignment_expression();
    ast::Expression* parse_yield();
    ast::Expression* parse_yield_or_star_expressions() {
        return at(TokenKind::KeywordYield) ? parse_yield() : parse_star_expressions();
    }
    ast::Expression* parse_expression();
    ast::Expression* parse_lambda();
    ast::Expression* parse_disjunction();
    ast::Expression* parse_conjunction();
    ast::Expression* parse_inversion();
    ast::Expression* parse_comparison();
    bool parse_comparison_operator(ast::CompareOperator& op);
    ast::Expression* parse_bitwise_or() { return parse_binary(1); }
    ast::Expression* parse_binary(int precedence);
    ast::Expression* parse_factor();
    ast::Expression* parse_power();
    ast::Expression* parse_await();
    ast::Expression* parse_primary();
    ast::Expression* parse_call(const SourceSpan& from, ast::Expression* callee);
    ast::Expression* parse_subscript(const SourceSpan& from, ast::Expression* value);
    ast::Expression* parse_slices();
    ast::Expression* parse_slice();

    ast::Expression* parse_atom();
    ast::Expression* parse_name();
    ast::Expression* parse_constant(ast::ConstantType type);
    ast::Expression* parse_number();
    ast::Expression* parse_parenthesised();
    ast::Expression* parse_list();
    ast::Expression* parse_braces();
    ast::Expression* finish_dict(const SourceSpan& from, ast::Expression* key, ast::Expression* value);
    ast::Expression* finish_dict_comprehension(const SourceSpan& from, ast::Expression* key, ast::Expression* value);
    bool parse_dict_item();
    ast::Expression* finish_set(const SourceSpan& from, ast::Expression* first);
    ast::Expression* finish_tuple(const SourceSpan& from, ast::Expression* first);
    bool parse_star_named_list(TokenKind closing);
    bool at_comprehension() const { return at(TokenKind::KeywordFor) || at(TokenKind::KeywordAsync); }
    bool parse_comprehension(Span<ast::Comprehension>& generators);
    template <typename T>
    T* finish_comprehension(const SourceSpan& from, ast::Expression* element, TokenKind closing);

    // Strings.
    ast::Expression* parse_strings();
    bool parse_plain_string(StringsState& state);
    bool parse_formatted_string(StringsState& state);
    bool parse_middle(const StringFormat& format);
    void warn_of_escape(const StringParts& parts, const EscapeFault& fault);
    bool parse_replacement(const StringFormat& format);
    bool parse_conversion(const Token& exclamation, ast::Conversion& conversion);
    ast::JoinedStr* parse_format_spec(const StringFormat& format);
    std::string_view replacement_text(uint32_t from, uint32_t to);
    static std::string_view strip_source(std::string_view text);
    ast::Constant* make_text(const SourceSpan& span, std::string_view text);
    ast::Expressions merge_parts(size_t from, const StringsState& state);
    ast::Constant* merge_texts(size_t from, size_t to);

    // Targets.
    ast::Expression* parse_star_targets();
    ast::Expression* parse_star_target();
    ast::Expression* parse_delete_target();
    bool make_target(ast::Expression* expression, ast::Context context);
    bool make_single_target(ast::Expression* expression);

    SourceText text_;
    TokenStream& tokens_;
    Arena& arena_;
    ArenaVector<ast::Expression*> expressions_;
    ArenaVector<ast::Statement*> statements_;
    ArenaVector<ast::Pattern*> patterns_;
    ArenaVector<ast::Keyword> keywords_;
    ArenaVector<ast::Comprehension> comprehensions_;
    ArenaVector<ast::Arg> args_;
    ArenaVector<ast::Alias> aliases_;
    ArenaVector<ast::Identifier> identifiers_;
    ArenaVector<ast::CompareOperator> operators_;
    ArenaVector<ast::MatchCase> cases_;
    ArenaVector<ast::ExceptHandler*> handlers_;
    ArenaVector<ast::Withitem> withitems_;
    ArenaVector<ast::TypeParameter*> type_parameters_;
    ArenaVector<ParseWarning> warnings_;
    // Where the last token starts whose escapes were warned of: a statement may be parsed twice.
    size_t warned_until_ = 0;
    uint32_t last_compound_line_ = 0;
    int depth_ = 0;
    int nodes_until_check_ = 0;
    bool is_too_deep_ = false;
    bool has_more_statements_ = false;
};

}  // namespace exmonty
