// Text that goes to the output of the run, which takes UTF-8.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

// Writes a str. Lone surrogates are an error on stdout and escaped on stderr. False: RAISED.
bool write_str(Run& run, Stream stream, const Str* text);

}  // namespace exmonty
