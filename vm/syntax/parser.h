#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/syntax/ast.h"

namespace exmonty {

// What is asked per statement (and now and then in long ones) while a source text is compiled: true stops the work,
// because the time or the memory of the run is used up.
struct Poll {
    bool (*stop)(void* context) = nullptr;  // nullptr: never
    void* context = nullptr;

    bool operator()() const { return stop != nullptr && stop(context); }
};

enum class SyntaxErrorType : uint8_t { SyntaxError, IndentationError, TabError, MemoryError };

// What CPython's SyntaxError carries. Lines and columns count from 1, columns in characters; 0 or -1 where CPython
// says so. The texts live in the arena or in the source.
struct SyntaxError {
    SyntaxErrorType type = SyntaxErrorType::SyntaxError;
    std::string_view message;  // msg
    int64_t line = 0;          // lineno
    int64_t column = 0;        // offset
    int64_t end_line = 0;      // end_lineno
    int64_t end_column = 0;    // end_offset
    std::string_view text;     // the line, with its newline
    bool has_text = false;     // else CPython's text is None
};

enum class ParseStatus : uint8_t {
    Ok,
    Failed,   // `error` says why
    Stopped,  // the poll said so, or the arena was refused memory
};

struct ParseResult {
    ParseStatus status = ParseStatus::Ok;
    ast::Module* module = nullptr;  // set if Ok
    SyntaxError error;              // set if Failed
};

// Parses a source text. The tree lives in the arena; source and arena outlive it.
ParseResult parse(std::string_view source, ast::ParseMode mode, Arena& arena, Poll poll);

}  // namespace exmonty
