// Writing JSON text for what needs no Python code.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

// _dumps(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, sort_keys): the
// text, or None when the document holds what only the encoder in the prelude can write, or tell the fault of.
Value json_dumps(Run& run, Value* args, uint32_t count);
// _quote(s, ensure_ascii): a str as a JSON string.
Value json_quote(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
