#pragma once

// Why a session came back to its host.

#include <cstdint>
#include <optional>
#include <string_view>

#include "vm/api/data.h"
#include "vm/api/error.h"
#include "vm/api/limits.h"

namespace exmonty {

enum class ProgressKind : uint8_t {
    complete,
    failed,
    function_call,
    method_call,
    os_call,
    name_lookup,
    resolve_futures,
    refused,  // the host's request could not be carried out; the session is as it was
};

enum class Refusal : uint8_t {
    none,
    input,    // the inputs do not fit the program's declaration
    outcome,  // the answer does not fit the pause
    value,    // a value cannot cross
    state,    // nothing is paused, or something is
};

enum class LookupKind : uint8_t { name, import };

struct Usage {
    uint64_t steps = 0;
    uint64_t peak_memory = 0;
    uint64_t allocations = 0;
    uint64_t duration_us = 0;
    uint64_t pauses = 0;
};

// Fields that a kind does not mention are empty. Everything lives in the session until it is started, resumed or
// destroyed.
struct Progress {
    ProgressKind kind = ProgressKind::complete;
    Usage usage;

    Data value;                    // complete
    const Error* error = nullptr;  // failed
    // The limit that ended the run, if one did. Not set for RecursionError, which Python code may raise and catch.
    std::optional<LimitName> limit;

    // function_call, method_call, os_call
    uint64_t call_id = 0;
    std::string_view name;  // also name_lookup: dotted for a module
    Span<const Data> args;  // method_call: the instance first
    Span<const NamedData> kwargs;
    bool is_awaited = false;

    LookupKind lookup = LookupKind::name;

    // resolve_futures: ids in the order of the calls
    Span<const uint64_t> pending;
    bool has_timer = false;
    uint64_t wake_in_ms = 0;

    // refused
    Refusal refusal = Refusal::none;
    std::string_view message;
};

constexpr bool is_pause(ProgressKind kind) {
    return kind >= ProgressKind::function_call && kind <= ProgressKind::resolve_futures;
}

}  // namespace exmonty
