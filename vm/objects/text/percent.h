// `format % values` for str and bytes.
// https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

// `format` is an exact str or bytes, and so is the result.
Value percent_format(Run& run, Value format, Value values);

}  // namespace exmonty
