#pragma once

#include <cstddef>
#include <string_view>

// Names of code points, as of Unicode 16.

namespace exmonty::unicode {

// The code point with this name or alias, as in `\N{LATIN SMALL LETTER A}` and unicodedata.lookup. False
// if there is none. Case does not matter, except in the names of Hangul syllables and unified ideographs.
bool find_name(std::string_view name, char32_t& code_point);

constexpr size_t max_name_length = 128;

// https://docs.python.org/3/library/unicodedata.html#unicodedata.name
// Writes the name, at most max_name_length bytes, and returns its length: 0 if there is none.
size_t write_name(char32_t code_point, char* out);

}  // namespace exmonty::unicode
