#pragma once

// A compiled program: immutable, shared by sessions and caches, counted by its users. One thread.
//
// What program.cpp guarantees
//  * compile() and load() return nullptr only with `fault` (and for compile `error`) set; a limit that compiling
//    breaks is an Error like a SyntaxError.
//  * All memory of a program is one source of chunks that release() of the last user gives back.
//  * bytes() is what those chunks hold; caches are bounded by it.
//  * The source text, script name and input names are kept as they were given.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vm/api/error.h"
#include "vm/api/limits.h"
#include "vm/api/progress.h"
#include "vm/api/snapshot.h"
#include "vm/base/text_sink.h"

namespace exmonty {

enum class ProgramMode : uint8_t {
    script,
    // As typed at a prompt: each expression statement at top level prints its repr unless it is None, and binds `_`.
    interactive,
};

struct ProgramText {
    std::string_view source;  // any bytes: invalid UTF-8 is a SyntaxError
    std::string_view script_name = "main.py";
    Span<const std::string_view> inputs;
    ProgramMode mode = ProgramMode::script;
};

class Program {
  public:
    // The clock is that of Environment::run_clock. On failure nullptr, and the error in `arena`.
    static Program* compile(const ProgramText& text, const Limits& limits, uint64_t (*clock)(void*),
                            void* clock_context, Arena& arena, const Error** error);
    static Program* load(Bytes bytes, const LimitChange& limits, LoadFault* fault);

    void retain();
    void release();

    std::string_view source() const;
    std::string_view script_name() const;
    Span<const std::string_view> inputs() const;
    ProgramMode mode() const;
    size_t bytes() const;

    // The snapshot of the program, in `arena`; empty when the arena is exhausted.
    Bytes dump(Arena& arena) const;

    // The text form of the code of every function, as in test/golden/bytecode.
    bool disassemble(TextSink& sink) const;

  protected:
    Program() = default;
    ~Program() = default;
};

}  // namespace exmonty
