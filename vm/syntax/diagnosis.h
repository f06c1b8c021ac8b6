#pragma once

#include "vm/base/arena.h"
#include "vm/syntax/parser.h"
#include "vm/syntax/source_text.h"
#include "vm/syntax/token_stream.h"

namespace exmonty {

// Finds out what is wrong with the statements at the start of the tokens, the last of which could not be parsed.
// Failed: the error says it, if less precisely when the arena is refused. Stopped: the poll said so.
ParseStatus diagnose(const SourceText& text, ast::ParseMode mode, TokenStream& tokens, Arena& arena,
                     SyntaxError& error);

}  // namespace exmonty
