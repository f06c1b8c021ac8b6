// The modules of CPython's library, for "Did you forget to import …?".
#pragma once

#include <string_view>

namespace exmonty {

bool is_library_name(std::string_view name);

}  // namespace exmonty
