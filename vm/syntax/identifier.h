#pragma once

#include <string_view>

#include "vm/base/arena.h"

namespace exmonty {

// The NFKC form of an identifier, in which Python compares names. Empty when the arena was refused.
std::string_view normalize_identifier(std::string_view name, Arena& arena);

}  // namespace exmonty
