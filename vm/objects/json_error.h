// json.JSONDecodeError: its attributes msg, doc, pos, lineno and colno, and its text.
// https://docs.python.org/3/library/json.html#json.JSONDecodeError
#pragma once

#include "vm/objects/run.h"

#include <span>

namespace exmonty {

struct Exception;

// Makes the exception pending; `position` counts code points. RAISED, or COLLECT when memory is refused.
Value raise_json_error(Run& run, std::string_view message, Str* document, uint64_t position);
// JSONDecodeError(msg, doc, pos), and the same for a subclass.
Value construct_json_error(Run& run, const Class* type, std::span<const Value> args);

}  // namespace exmonty
