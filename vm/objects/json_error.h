// json.JSONDecodeError: its attributes msg, doc, pos, lineno and colno, and its text.
// https://docs.python.org/3/library/json.html#json.JSONDecodeError
#pragma once

#include "vm/objects/run.h"

#include <span>

namespace exmonty {

struct Exception;
struct ExceptionKeywords;

// Makes the exception pending; `position` counts code points. RAISED, or COLLECT when memory is refused.
Value raise_json_error(Run& run, std::string_view message, Str* document, uint64_t position);
// JSONDecodeError.__init__(msg, doc, pos). NONE, RAISED or COLLECT.
Value initialise_json_error(Run& run, Exception* exception, std::span<const Value> args, const ExceptionKeywords& keywords);

}  // namespace exmonty
