// The compiler: a syntax tree becomes register bytecode.
#pragma once

#include <span>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/poll.h"
#include "vm/base/source_span.h"
#include "vm/bytecode/code.h"
#include "vm/syntax/ast.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

// What `1j` is: whoever runs the code may have no complex numbers.
enum class ComplexLiterals : uint8_t { Compiled, Refused };

struct CompileOptions {
    std::string_view filename;
    // The text of the tree, for the line that a SyntaxError shows.
    std::string_view source;
    // Part of the prelude: its frames are invisible in tracebacks and depth.
    bool is_prelude = false;
    ComplexLiterals complex = ComplexLiterals::Compiled;
};

enum class CompileStatus : uint8_t {
    Ok,
    Failed,   // `error` says why
    Stopped,  // the poll said so, or the arena was refused memory
};

// A SyntaxWarning: what is allowed and likely to be a mistake.
struct CompileWarning {
    std::string_view message;
    SourceSpan span;
};

struct CompileResult {
    CompileStatus status = CompileStatus::Ok;
    const CodeData* code = nullptr;  // set if Ok: the module's
    SyntaxError error;               // set if Failed
    std::span<const CompileWarning> warnings;  // in CPython's order
};

// Compiles a module. Its function returns the value of the last top-level statement when that is an expression (File
// and Single input) or of the expression (Expression input), else None. The code lives in the arena and refers to texts
// of the tree and its source.
CompileResult compile(const ast::Module& module, const CompileOptions& options, Arena& arena, Poll poll);

}  // namespace exmonty
