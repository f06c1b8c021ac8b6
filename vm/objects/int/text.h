// Ints as text and text as ints, within the limit of decimal digits.
#pragma once

#include "vm/base/bigint_text.h"
#include "vm/base/text_sink.h"
#include "vm/objects/int/number.h"

namespace exmonty {

// Appends sign and decimal digits. NONE, or what a native returns for a failure.
Value append_int(Run& run, TextSink& sink, Value number);
// str(number), or with a prefix such as "0x" behind the sign; prefixes mean a base that is a power of two.
Value int_text(Run& run, Value number);
Value int_text_with_prefix(Run& run, Value number, unsigned base, std::string_view prefix);

// int(text, base): `shown` is the argument as it came, for the message. `ascii_only` for bytes.
enum class Digit : uint8_t { Unicode, Ascii };
Value parse_int(Run& run, std::string_view text, unsigned base, Digit digits, Value shown);

}  // namespace exmonty
