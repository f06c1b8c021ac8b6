#include "vm/syntax/keyword_suggestion.h"

#include <algorithm>

#include "vm/base/utf8.h"
#include "vm/syntax/arena_text.h"
#include "vm/syntax/grammar_matcher.h"
#include "vm/syntax/likeness.h"
#include "vm/syntax/source_text.h"
#include "vm/syntax/tree_parser.h"

namespace exmonty {

namespace {

// Limits of CPython's traceback module.
constexpr size_t MaxSnippet = 1024;  // characters
constexpr int MaxNames = 10;
constexpr size_t MaxMatches = 3;
constexpr double Cutoff = 0.5;

// Takes the first line from a text, with its newline.
std::string_view take_line(std::string_view& text) {
    size_t newline = text.find('\n');
    std::string_view line = text.substr(0, newline == std::string_view::npos ? newline : newline + 1);
    text.remove_prefix(line.size());
    return line;
}

// Lines [first, last] of a text, counted from 1.
std::string_view lines_of(std::string_view text, int64_t first, int64_t last) {
    std::string_view rest = text;
    for (int64_t line = 1; line < first && !rest.empty(); line++) take_line(rest);
    std::string_view found = rest;
    for (int64_t line = first; line <= last && !rest.empty(); line++) take_line(rest);
    return found.substr(0, found.size() - rest.size());
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\n") == std::string_view::npos; }

// https://docs.python.org/3/library/textwrap.html#textwrap.dedent
std::string_view dedented(std::string_view text, Arena& arena) {
    std::string_view margin;
    bool has_margin = false;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = take_line(rest);
        if (is_blank(line)) continue;
        std::string_view indent = line.substr(0, line.find_first_not_of(" \t"));
        if (!has_margin) margin = indent;
        has_margin = true;
        size_t common = 0;
        while (common < margin.size() && common < indent.size() && margin[common] == indent[common]) common++;
        margin = margin.substr(0, common);
    }
    ArenaText result(arena);
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = take_line(rest);
        result.add(is_blank(line) ? "\n" : line.substr(margin.size()));
    }
    return result.view();
}

// Whether a source is right, or right as far as it goes.
bool is_right_so_far(std::string_view source, CompileCheck check, Arena& arena, Poll poll) {
    SourceText text;
    SyntaxError error;
    if (prepare_source(source, FinalNewline::Added, arena, text, error) != SourceStatus::Ok) return false;
    Lexer lexer(text, ast::ParseMode::File, arena);
    TokenStream tokens(lexer, arena, poll);
    if (!tokens.open()) return false;
    TreeParser parser(text, tokens, arena);
    const ast::Module* module = parser.parse(ast::ParseMode::File);
    if (tokens.stopped() || arena.exhausted() || parser.is_too_deep()) return false;
    if (module != nullptr) return check(*module);
    GrammarMatcher matcher(text, tokens, arena);
    matcher.match(grammar().file, InvalidRules::Ignored);
    if (matcher.gave_up()) return false;
    const Token& last = tokens[matcher.fill() - 1];
    // The end was reached, or a string or a bracket that does not end.
    return last.kind == TokenKind::Error ? lexer.is_at_end() : last.start == text.size;
}

// The keywords to try in the place of a name.
struct Candidates {
    std::string_view keywords[MaxMatches];
    size_t count = 0;

    void add(std::string_view keyword) {
        if (count < MaxMatches) keywords[count++] = keyword;
    }
};

Candidates candidates_for(std::string_view name) {
    std::string_view keywords[TokenKinds];
    size_t count = 0;
    for (const TokenRow& row : TokenRows) {
        if (row.token_class == TokenClass::Keyword) keywords[count++] = row.spelling;
    }
    Candidates candidates;
    std::string_view nearest = nearest_word(name, {keywords, count});
    if (!nearest.empty()) candidates.add(nearest);
    std::string_view close[MaxCloseWords];
    size_t found = close_words(name, {keywords, count}, Cutoff, close);
    for (size_t index = 0; index < found; index++) candidates.add(close[index]);
    return candidates;
}

class Search {
  public:
    Search(std::string_view snippet, int64_t first_line, SourceOrigin origin, CompileCheck check, Arena& arena,
           Poll poll)
        : snippet_(snippet), first_line_(first_line), origin_(origin), check_(check), arena_(arena), poll_(poll) {}

    bool run(SyntaxError& error) {
        SourceText text;
        SyntaxError ignored;
        if (prepare_source(snippet_, FinalNewline::Added, arena_, text, ignored) != SourceStatus::Ok) return false;
        Lexer lexer(text, ast::ParseMode::File, arena_);
        int names_left = MaxNames;
        for (Token token = lexer.next(); token.kind != TokenKind::EndMarker; token = lexer.next()) {
            if (token.kind == TokenKind::Error || poll_.should_stop()) return false;
            if (token.kind != TokenKind::Name) continue;
            bool is_on_line = int64_t{token.span.line} + first_line_ - 1 == error.line;
            if (origin_ == SourceOrigin::File && !is_on_line) continue;
            if (names_left-- == 0) return false;
            if (try_name(token, line_at(text, token.start), error)) return true;
        }
        return false;
    }

  private:
    bool try_name(const Token& token, std::string_view line, SyntaxError& error) {
        std::string_view name = snippet_.substr(token.start, token.end - token.start);
        Candidates candidates = candidates_for(name);
        for (size_t index = 0; index < candidates.count; index++) {
            std::string_view keyword = candidates.keywords[index];
            ArenaText code(arena_);
            code.add(snippet_.substr(0, token.start)).add(keyword).add(snippet_.substr(token.end)).add('\n');
            if (!is_right_so_far(code.view(), check_, arena_, poll_)) continue;
            ArenaText message(arena_);
            ArenaText text(arena_);
            error.message = message.add("invalid syntax. Did you mean '").add(keyword).add("'?").view();
            text.add(line);
            bool is_last = snippet_.find('\n', token.end) >= snippet_.size() - 1;
            if (!is_last) text.add('\n');
            error.text = text.view();
            auto characters = [line](size_t bytes) {
                return static_cast<int64_t>(utf8::count_code_points(line.substr(0, bytes)));
            };
            error.column = characters(token.span.column) + 1;
            error.end_column = characters(token.span.end_column) + 1;
            error.end_line = error.line;
            return !arena_.exhausted();
        }
        return false;
    }

    std::string_view snippet_;
    int64_t first_line_;
    SourceOrigin origin_;
    CompileCheck check_;
    Arena& arena_;
    Poll poll_;
};

}  // namespace

bool suggest_keyword(std::string_view source, SourceOrigin origin, CompileCheck check, Arena& arena, Poll poll,
                     SyntaxError& error) {
    bool is_plain = error.message == "invalid syntax";
    if (!is_plain && error.message.find("Perhaps you forgot a comma") == std::string_view::npos) return false;
    if (!error.has_location || !error.has_text) return false;
    int64_t first_line = std::max<int64_t>(error.statement_line, 1);
    std::string_view lines = lines_of(source, first_line, error.line);
    // Characters are at least a quarter of the bytes.
    if (lines.size() > 4 * MaxSnippet) return false;
    std::string_view snippet = dedented(lines, arena);
    if (utf8::count_code_points(snippet) > MaxSnippet + 1) return false;
    return Search(snippet, first_line, origin, check, arena, poll).run(error);
}

}  // namespace exmonty
