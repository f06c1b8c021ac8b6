#include "vm/syntax/parser.h"

#include "vm/syntax/diagnosis.h"
#include "vm/syntax/lexer.h"
#include "vm/syntax/source_text.h"
#include "vm/syntax/token_stream.h"
#include "vm/syntax/tree_parser.h"

namespace exmonty {

namespace {

void report_too_deep(SyntaxError& error) {
    error.type = SyntaxErrorType::MemoryError;
    error.message = "Parser stack overflowed - Python source too complex to parse";
}

}  // namespace

ParseResult parse(std::string_view source, ast::ParseMode mode, Arena& arena, Poll poll) {
    ParseResult result;
    SourceText text;
    FinalNewline newline = mode == ast::ParseMode::File ? FinalNewline::Added : FinalNewline::AsItIs;
    SourceStatus status = prepare_source(source, newline, arena, text, result.error);
    if (status != SourceStatus::Ok) {
        result.status = status == SourceStatus::Failed ? ParseStatus::Failed : ParseStatus::Stopped;
        return result;
    }
    Lexer lexer(text, mode, arena);
    TokenStream tokens(lexer, arena, poll);
    result.status = ParseStatus::Stopped;
    if (!tokens.open()) return result;
    TreeParser parser(text, tokens, arena);
    result.module = parser.parse(mode);
    result.warnings = parser.warnings();
    if (parser.is_too_deep()) {
        result.module = nullptr;
        result.status = ParseStatus::Failed;
        report_too_deep(result.error);
        return result;
    }
    if (tokens.stopped() || arena.exhausted()) {
        result.module = nullptr;
        return result;
    }
    if (result.module != nullptr && !parser.has_more_statements()) {
        result.status = ParseStatus::Ok;
        return result;
    }
    result.module = nullptr;
    result.status = diagnose(text, mode, tokens, arena, result.error);
    result.error.statement_line = parser.last_compound_line();
    return result;
}

}  // namespace exmonty
