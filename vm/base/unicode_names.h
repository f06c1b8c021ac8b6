#pragma once

#include <string_view>

namespace exmonty::unicode {

// The code point with this name or alias, in any case, as in `\N{LATIN SMALL LETTER A}`. False if there is none.
bool find_name(std::string_view name, char32_t& code_point);

}  // namespace exmonty::unicode
