#pragma once

#include <string>

#include "vm/syntax/ast.h"

namespace exmonty::test {

enum class Attributes : uint8_t { Omitted, Included };

// The tree as CPython's ast.dump(tree, include_attributes=…) prints it, with these differences, so that it need not
// know about Unicode and big numbers: strings with anything but plain ASCII are printed as the hexadecimal of their
// UTF-8, integers as hexadecimal, floats as C prints "%.17g". test/syntax/compare.py does it for CPython's trees.
std::string dump_ast(const ast::Node& node, Attributes attributes);

}  // namespace exmonty::test
