#pragma once

#include <string>

#include "test/support/test_arena.h"
#include "vm/compiler/compiler.h"
#include "vm/syntax/parser.h"

namespace exmonty::test {

// A source text that has been parsed and compiled.
struct Compiled {
    explicit Compiled(std::string text, ast::ParseMode mode = ast::ParseMode::File, size_t limit = SIZE_MAX,
                      Poll poll = {})
        : source(std::move(text)), memory(limit) {
        const ParseResult parsed = parse(source, mode, memory.arena, poll);
        if (parsed.status != ParseStatus::Ok) {
            result.status = parsed.status == ParseStatus::Failed ? CompileStatus::Failed : CompileStatus::Stopped;
            result.error = parsed.error;
            return;
        }
        CompileOptions options;
        options.source = source;
        result = compile(*parsed.module, options, memory.arena, poll);
    }

    bool is_ok() const { return result.status == CompileStatus::Ok; }

    std::string source;
    TestArena memory;
    CompileResult result;
};

}  // namespace exmonty::test
