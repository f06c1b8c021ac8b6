#pragma once

#include <string_view>

#include "vm/compiler/compilation.h"
#include "vm/syntax/ast.h"

namespace exmonty {

// The expression as text, as CPython writes it: what an annotation is under `from __future__ import annotations`.
std::string_view unparse(Compilation& compilation, const ast::Expression& node);

}  // namespace exmonty
