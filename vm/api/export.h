#pragma once

// A value of a run → Data.
//
// Exact values of builtin types cross by content; a function of the host, a class and an exception as what they are;
// every other object as its repr. A repr may need Python code, and an exception its traceback, so both come from the
// caller. A container inside itself is a cycle. What the caller gets is in its arena and refers to nothing of the heap.

#include <cstdint>
#include <string_view>

#include "vm/api/data.h"
#include "vm/base/value.h"

namespace exmonty {

struct Exception;
struct Run;

enum class ExportStatus : uint8_t {
    done,
    too_deep,         // more than max_data_depth levels
    too_large,        // more than max_exported values or max_exported_bytes, as a small graph of shared parts may have
    too_many_exceptions,  // more than max_exported_exceptions
    too_many_digits,  // an int of more than run.host_int_digits
    lone_surrogate,   // a str that is no UTF-8
    refused,          // with what the run holds it would pass max_memory, or the arena was refused
};

inline constexpr uint64_t max_exported = uint64_t{1} << 24;
inline constexpr uint64_t max_exported_bytes = uint64_t{1} << 28;
// Exceptions are described with their tracebacks and causes, which takes time.
inline constexpr uint64_t max_exported_exceptions = 1000;

// Where the parts come from that need more than the heap. Both may be left out: then an object is shown as
// `<C object>`, and an exception without traceback.
struct ExportSource {
    void* context = nullptr;
    // The repr of an object; nullptr data: unknown.
    std::string_view (*repr)(void* context, Value object) = nullptr;
    const Error* (*error)(void* context, Exception& exception) = nullptr;
};

// Does the object cross as its repr?
bool is_exported_as_repr(Value value);

ExportStatus export_value(const Run& run, Value value, const ExportSource& source, Arena& arena, Data& data);

// What to tell the program that made the value.
std::string_view export_fault(ExportStatus status);

}  // namespace exmonty
