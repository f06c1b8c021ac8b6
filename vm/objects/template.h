// CodeTemplate: the immutable code of one function, class body or module, shared by all runs of a program. Its
// constants are immortal cells, complete when built (hashes and lengths included).
// CodeInstance: what one run adds on first call: its own copy of the instructions and the inline caches.
#pragma once

#include "vm/bytecode/code.h"
#include "vm/heap/cell.h"

namespace exmonty {

class Arena;
class Heap;
struct Class;
struct Dict;
struct Function;
struct Run;
struct Str;

struct CodeTemplate : Cell {
    static constexpr Kind cell_kind = Kind::Code;
    Str* name;
    Str* qualified_name;
    Str* file_name;
    uint32_t first_line;
    uint32_t code_flags;
    uint32_t positional_only_count;
    uint32_t positional_count;
    uint32_t keyword_only_count;
    uint32_t register_count;
    uint32_t register_locals;
    uint32_t docstring;  // constant, or UINT32_MAX
    std::span<Str* const> local_names;
    std::span<Str* const> free_names;
    std::span<const uint32_t> words;
    std::span<const uint32_t> sites;
    std::span<const Value> constants;  // nested code: cells of kind Code
    // Those that stand for frozensets: tuples here.
    std::span<const uint32_t> set_constants;
    std::span<const HandlerRow> handlers;
    std::span<const ActiveRow> active;
    std::span<const PositionRow> positions;
    // How many constants are code; each nested code's `count` is its number among them.
    uint32_t child_count;
    // The text that positions refer to, for tracebacks; empty in the prelude.
    std::string_view source;

    bool has(CodeFlag flag) const { return (code_flags & static_cast<uint32_t>(flag)) != 0; }
    uint32_t parameter_count() const {
        return positional_count + keyword_only_count + (has(CodeFlag::VarArgs) ? 1 : 0) + (has(CodeFlag::VarKeywords) ? 1 : 0);
    }
    // The position row that covers a word, or nullptr.
    const PositionRow* position_of(uint32_t pc) const;
};

// All cells and tables go to the arena, which outlives every run of the template. nullptr when the arena was refused.
CodeTemplate* build_template(Arena& arena, const CodeData& code, std::string_view file_name, std::string_view source);

// One site's inline cache. What the fields mean is the instruction's business (vm/runtime/op_attribute.h).
struct Cache {
    const Cell* guard;  // Shape or Class; a root while set
    uint32_t version;
    uint32_t index;
    Value value;
};
static_assert(sizeof(Cache) == 24);

struct CodeInstance : Cell {
    static constexpr Kind cell_kind = Kind::CodeInstance;
    CodeTemplate* code;
    uint32_t* words;
    // Both in the block that `words` starts: one cache a site, and the instances of nested code that were made.
    Cache* caches;
    CodeInstance** children;
    // Of the template, or, when some are frozensets, the instance's own behind `children`.
    const Value* constants;
    // Where LOAD_GLOBAL looks; its caches hold entry numbers of this stable dict.
    Dict* globals;
    uint32_t register_count;
    // Of a frame on the stack.
    uint32_t frame_bytes;

    uint32_t pc_of(const uint32_t* pc) const { return static_cast<uint32_t>(pc - words); }
};

// nullptr when refused. Links LOAD_GLOBAL sites to entries of `globals`.
CodeInstance* new_code_instance(Run& run, CodeTemplate* code, Dict* globals);
// A function of this code without closure, defaults and annotations. nullptr when refused.
Function* new_function(Run& run, CodeInstance* code);
// Sets Function::plain and the count that goes with it when the function's code allows.
void note_plain(Function* function);

}  // namespace exmonty
