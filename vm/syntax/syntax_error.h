#pragma once

#include <cstdint>
#include <string_view>

namespace exmonty {

enum class SyntaxErrorType : uint8_t { SyntaxError, IndentationError, TabError, MemoryError };

// What CPython's SyntaxError carries. Lines and columns count from 1, columns in characters; 0 or -1 where CPython
// has them. The texts live in the arena.
struct SyntaxError {
    SyntaxErrorType type = SyntaxErrorType::SyntaxError;
    bool has_location = false;  // else lineno and all that follows are None
    bool has_text = false;      // else text is None
    std::string_view message;   // msg
    int64_t line = 0;           // lineno
    int64_t column = 0;         // offset
    int64_t end_line = 0;       // end_lineno
    int64_t end_column = 0;     // end_offset
    std::string_view text;      // the line
    // Where the last compound statement that was whole starts, functions apart; 0 if there is none. It is where the
    // search for mistyped keywords starts (keyword_suggestion.h).
    int64_t statement_line = 0;
};

}  // namespace exmonty
