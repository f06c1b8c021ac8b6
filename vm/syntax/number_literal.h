#pragma once

#include <cstddef>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/syntax/ast.h"

namespace exmonty {

// CPython's limit on the digits of a decimal integer literal: more of them take quadratic time to convert.
constexpr size_t MaxDecimalDigits = 4300;

// The digits of a decimal integer literal if they are too many, else 0.
size_t excess_digits(std::string_view text);

// Sets the value of a number token in `constant`: false if it has too many digits or the arena was refused.
bool read_number(std::string_view text, Arena& arena, ast::Constant& constant);

}  // namespace exmonty
