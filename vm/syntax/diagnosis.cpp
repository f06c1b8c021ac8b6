#include "vm/syntax/diagnosis.h"

#include "vm/base/utf8.h"

namespace exmonty {

ParseStatus diagnose(const SourceText& text, ast::ParseMode, TokenStream& tokens, Arena&, SyntaxError& error) {
    if (tokens.lexer().fault() == LexFault::Raised) {
        error = tokens.lexer().error();
        return ParseStatus::Failed;
    }
    const Token& token = tokens.current();
    error.message = "invalid syntax";
    error.has_location = error.has_text = true;
    error.line = token.span.line;
    error.column = token.span.column + 1;
    error.end_line = token.span.end_line;
    error.end_column = token.span.end_column + 1;
    error.text = line_at(text, token.start);
    return ParseStatus::Failed;
}

}  // namespace exmonty
