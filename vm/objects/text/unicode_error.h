// UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError: their text and their attributes.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

struct Exception;

// str() of one whose arguments are as its class wants them; UNBOUND for any other exception.
Value unicode_error_text(Run& run, const Exception* exception);
// `encoding`, `object`, `start`, `end`, `reason`; UNBOUND: it has no such attribute.
Value unicode_error_attribute(const Exception* exception, std::string_view name);

}  // namespace exmonty
