// UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError: their text.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

struct Exception;

// str() of one whose details are as its class wants them; UNBOUND for any other exception.
Value unicode_error_text(Run& run, Exception* exception);

}  // namespace exmonty
