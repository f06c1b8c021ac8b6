// Formatting: the operation behind f-strings, format(), str.format and `%`.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

struct TextSink;

// Appends format(value, spec) if value is exactly an int, a bool, a float or a str, for which no Python code is needed.
enum class Formatted : uint8_t { Done, Raised, Unknown };
Formatted format_into(Run& run, TextSink& sink, Value value, std::string_view spec);

// format(value, spec) as a str for those values, or RAISED or COLLECT; UNBOUND for all others.
Value format_value(Run& run, Value value, Str* spec);

// The `format` operations of the types.
Value format_of_str(Run& run, Value self, Str* spec);
Value format_of_int(Run& run, Value self, Str* spec);
Value format_of_float(Run& run, Value self, Str* spec);

// ascii(): a repr with all non-ASCII characters escaped.
Value ascii_of(Run& run, Str* repr);

}  // namespace exmonty
