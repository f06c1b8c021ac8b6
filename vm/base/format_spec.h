#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/bigint.h"
#include "vm/base/text_sink.h"

// https://docs.python.org/3/library/string.html#format-specification-mini-language, as plain data.

namespace exmonty {

enum class FormatSubject : uint8_t { integer, floating, complex, text };

enum class Grouping : uint8_t { none, comma, underscore };

struct FormatSpec {
    static constexpr int64_t unset = -1;

    char32_t fill = ' ';
    char align = '>';  // '<', '>', '^' or '='.
    char sign = 0;     // '+', '-', ' ' or 0.
    bool no_negative_zero = false;
    bool alternate = false;
    int64_t width = unset;
    Grouping grouping = Grouping::none;
    uint8_t grouping_digits = 3;
    int64_t precision = unset;
    Grouping fraction_grouping = Grouping::none;
    char32_t type = 0;  // 0 when there is none.
};

// What can be wrong with a specifier, or with a value for it. All are ValueErrors, except those that are marked.
enum class FormatFault : uint8_t {
    none,
    stopped,    // By the poll.
    no_memory,  // MemoryError.
    invalid_specifier,
    too_many_digits,
    missing_precision,
    two_separators,
    separator_with_type,
    unknown_type,
    integer_precision,
    integer_negative_zero,
    character_sign,
    character_alternate,
    character_range,      // OverflowError.
    character_too_large,  // OverflowError.
    int_too_large,        // OverflowError: an int that no float can hold.
    precision_too_big,
    text_sign,
    text_space,
    text_negative_zero,
    text_alternate,
    text_alignment,
    complex_zero_padding,
    complex_alignment,
};

constexpr FormatFault format_fault(bigint::Status status) {
    return status == bigint::Status::ok        ? FormatFault::none
           : status == bigint::Status::stopped ? FormatFault::stopped
                                               : FormatFault::no_memory;
}

struct FormatProblem {
    FormatFault fault = FormatFault::none;
    Grouping separator = Grouping::none;  // Of separator_with_type.
    char32_t type = 0;                    // Of separator_with_type and unknown_type.

    explicit operator bool() const { return fault != FormatFault::none; }
};

enum class FormatException : uint8_t { value_error, overflow_error, memory_error };

FormatException exception_of(FormatFault fault);

// CPython's message. `type_name` is the name of the value's type.
bool append_problem(TextSink& sink, const FormatProblem& problem, std::string_view specifier,
                    std::string_view type_name);

// Reads a specifier; the subject decides the defaults. Types are checked when a value is formatted.
FormatProblem parse_format_spec(FormatSpec& spec, std::string_view specifier, FormatSubject subject);

}  // namespace exmonty
