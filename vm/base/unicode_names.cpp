#include "vm/base/unicode_names.h"

namespace exmonty::unicode {

bool find_name(std::string_view, char32_t&) { return false; }

}  // namespace exmonty::unicode
