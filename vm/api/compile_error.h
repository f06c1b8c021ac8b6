// Errors that no run raised: of compiling, and of limits.
#pragma once

#include "vm/api/error.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

const Error* new_syntax_error(Arena& arena, const SyntaxError& error, std::string_view script_name);
// A breach without a traceback.
const Error* new_limit_error(Arena& arena, ExceptionType type);
// The message of a breach.
std::string_view limit_message(ExceptionType type);

}  // namespace exmonty
