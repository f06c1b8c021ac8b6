#pragma once

#include <string_view>

#include "vm/base/bigint.h"
#include "vm/base/format_spec.h"
#include "vm/base/text_sink.h"

// format() of one value: what a parsed specifier makes of it, or what is wrong with it. An empty specifier is str(),
// which is the caller's.

namespace exmonty {

// https://docs.python.org/3/library/functions.html#format of int and bool.
FormatProblem format_int(TextSink& sink, bigint::View value, const FormatSpec& spec, const bigint::Work& work);
FormatProblem format_float(TextSink& sink, double value, const FormatSpec& spec);
FormatProblem format_complex(TextSink& sink, double real, double imaginary, const FormatSpec& spec);
FormatProblem format_text(TextSink& sink, std::string_view text, const FormatSpec& spec);

// The text cut to `precision` characters (when that is not negative) and padded to `width`.
bool write_padded(TextSink& sink, std::string_view text, int64_t precision, int64_t width, char align, char32_t fill);

}  // namespace exmonty
