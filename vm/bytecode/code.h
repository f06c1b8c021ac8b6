// CodeData: what the compiler makes of one function, class body or module, as plain data in an arena. It knows nothing
// of the heap: objects/template.cpp turns it into a CodeTemplate whose constants are cells.
#pragma once

#include "vm/bytecode/opcode.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace exmonty {

struct CodeData;

enum class ConstantKind : uint8_t { None, True, False, Ellipsis, Int, BigInt, Float, Imaginary, Str, Bytes, Tuple, FrozenSet, Code };

// Which field counts depends on the kind.
struct Constant {
    ConstantKind kind;
    // BigInt: the base of the digits in `text` (2, 8, 10 or 16).
    uint8_t base = 10;
    int64_t number = 0;
    double real = 0;
    // Str: WTF-8. Bytes: raw. BigInt: digits without prefix, sign or underscores.
    std::string_view text = {};
    // Tuple, FrozenSet: indices into the same code's constants, each smaller than this one's own.
    std::span<const uint32_t> items = {};
    const CodeData* code = nullptr;
};

// Instructions from `start` to before `end` (word indices) go to `handler` when they raise; the exception comes to
// register `target`. Rows of inner blocks stand before those of outer ones: the first that covers the pc is taken.
struct HandlerRow {
    uint32_t start;
    uint32_t end;
    uint32_t handler;
    uint32_t target;
};

// While the pc is in this range, register `target` holds the exception being handled (for `__context__` and a bare
// `raise`). Inner rows first, as above.
struct ActiveRow {
    uint32_t start;
    uint32_t end;
    uint32_t target;
};

// Source position of the instructions from word `pc` on. Lines from 1, columns in bytes from 0; line 0: none.
struct PositionRow {
    uint32_t pc;
    uint32_t line;
    uint32_t end_line;
    uint32_t column;
    uint32_t end_column;
};

enum class CodeFlag : uint32_t {
    VarArgs = 1,
    VarKeywords = 2,
    Generator = 4,
    Coroutine = 8,
    AsyncGenerator = 16,
    ClassBody = 32,
    Module = 64,
    // A `def` inside a function: `__qualname__` and `locals()` differ.
    Nested = 128,
    // Part of the prelude: invisible in tracebacks and depth.
    Prelude = 256,
};

struct CodeData {
    std::string_view name;
    std::string_view qualified_name;
    uint32_t first_line = 0;
    uint32_t flags = 0;
    // Parameters are the first locals: positional-only, positional-or-keyword, keyword-only, *args, **kwargs.
    // `positional_count` includes the positional-only ones.
    uint32_t positional_only_count = 0;
    uint32_t positional_count = 0;
    uint32_t keyword_only_count = 0;
    // All registers: locals in registers and temporaries.
    uint32_t register_count = 0;
    // Names of the locals, parameters first; those from register_locals on are spilled. A captured local's register
    // holds its cell (MAKE_CELL at the function's start). Variables of comprehensions are among the locals, and may have
    // the name of another one; they are unbound outside of their comprehension.
    //
    // If there are spilled locals, register number register_locals holds their array. NEW_SPILL makes it, unless
    // parameters are spilled too: then the call makes it, since it binds them.
    std::span<const std::string_view> local_names;
    uint32_t register_locals = 0;
    // A generator expression's iterable is its only parameter, named ".0".
    std::span<const std::string_view> free_names;
    std::span<const uint32_t> words;
    std::span<const uint32_t> sites;  // constant indices
    std::span<const Constant> constants;
    std::span<const HandlerRow> handlers;
    std::span<const ActiveRow> active;
    std::span<const PositionRow> positions;
    // Constant index of the docstring, or UINT32_MAX.
    uint32_t docstring = UINT32_MAX;

    bool has(CodeFlag flag) const { return (flags & static_cast<uint32_t>(flag)) != 0; }
};

}  // namespace exmonty
