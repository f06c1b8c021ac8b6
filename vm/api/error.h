#pragma once

// A Python exception as the host sees it: plain data in an arena.

#include <cstdint>
#include <string_view>

#include "vm/api/data.h"
#include "vm/base/exception_type.h"

namespace exmonty {

// Lines and columns count from 1, columns in code points.
struct TracebackFrame {
    std::string_view filename;
    uint32_t line = 0;
    uint32_t column = 0;
    uint32_t end_line = 0;
    uint32_t end_column = 0;
    OptionalText name;         // of the function; None at module level
    OptionalText source_line;  // without indentation; None when there is no source
};

struct Error {
    ExceptionType type = ExceptionType::Exception;  // the nearest class that the table has
    std::string_view class_name;                    // __qualname__ of the class itself
    std::string_view message;                       // str() of the exception
    Data args;                                      // a list
    Span<const TracebackFrame> traceback;           // outermost first
    const Error* cause = nullptr;
    const Error* context = nullptr;
    bool suppress_context = false;
    bool is_group = false;
    Span<const std::string_view> notes;
    Span<const Error* const> exceptions;  // of a group
    Data code;                            // of a SystemExit
    std::string_view formatted;           // what CPython prints, with a newline at the end
};

// cause, context, exceptions, args and code together are at most this deep: whoever makes an Error cuts longer chains.
inline constexpr size_t max_error_depth = 100;

bool same_error(const Error& left, const Error& right);

}  // namespace exmonty
