#pragma once

#include <span>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/poll.h"
#include "vm/syntax/ast.h"
#include "vm/syntax/syntax_error.h"

namespace exmonty {

enum class ParseStatus : uint8_t {
    Ok,
    Failed,   // `error` says why
    Stopped,  // the poll said so, or the arena was refused memory
};

// A SyntaxWarning that CPython gives while it parses; `line` counts from 1.
struct ParseWarning {
    std::string_view message;
    uint32_t line;
};

struct ParseResult {
    ParseStatus status = ParseStatus::Ok;
    ast::Module* module = nullptr;  // set if Ok
    SyntaxError error;              // set if Failed
    std::span<const ParseWarning> warnings;
};

// Parses a source text; the tree and the texts of the error live in the arena, and so does what they need of the source.
// The poll is asked once per statement and now and then within long ones.
ParseResult parse(std::string_view source, ast::ParseMode mode, Arena& arena, Poll poll);

}  // namespace exmonty
