#pragma once

#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/poll.h"
#include "vm/syntax/ast.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

// Where a source came from: a traceback looks at the line of the error alone if it is in a file.
enum class SourceOrigin : uint8_t { File, String };

// Whether a program whose syntax is right also compiles (`return` outside a function does not).
struct CompileCheck {
    bool (*accepts)(void* context, const ast::Module& module) = nullptr;  // nullptr: all do
    void* context = nullptr;

    bool operator()(const ast::Module& module) const { return accepts == nullptr || accepts(context, module); }
};

// "invalid syntax. Did you mean 'for'?": what CPython's tracebacks add to an error whose message is "invalid syntax" or
// supposes a missing comma, if replacing a name by a keyword that is like it makes the source right. Then message,
// text and columns of the error are changed, and true is returned. The SyntaxError that a program catches has the
// message without it.
bool suggest_keyword(std::string_view source, SourceOrigin origin, CompileCheck check, Arena& arena, Poll poll,
                     SyntaxError& error);

}  // namespace exmonty
