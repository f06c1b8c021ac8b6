#pragma once

#include <string_view>

#include "vm/compiler/compilation.h"
#include "vm/syntax/ast.h"

namespace exmonty {

// The docstring of a body, without the indentation that its lines have in common; false: there is none.
bool find_docstring(Compilation& compilation, const ast::Statements& body, std::string_view& docstring);

}  // namespace exmonty
