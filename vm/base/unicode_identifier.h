#pragma once

// Which code points are in identifiers, and which are printable, as of the Unicode version of CPython 3.14.

namespace exmonty::unicode {

// https://docs.python.org/3/reference/lexical_analysis.html#identifiers
bool is_identifier_start(char32_t code_point);
bool is_identifier_continue(char32_t code_point);

// str.isprintable of one code point.
bool is_printable(char32_t code_point);

}  // namespace exmonty::unicode
