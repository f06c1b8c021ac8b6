#pragma once

// Why something could not be decoded, encoded or carried out: what an `error` reply says.

#include <cstdint>
#include <string>
#include <string_view>

namespace exmonty::codec {

enum class ErrorCode : uint8_t {
#define ERROR(code, meaning) code,
#include "codec/protocol.def"
};

constexpr std::string_view error_code_name(ErrorCode code) {
    constexpr std::string_view names[] = {
#define ERROR(code, meaning) #code,
#include "codec/protocol.def"
    };
    return names[static_cast<size_t>(code)];
}

struct Fault {
    ErrorCode code = ErrorCode::protocol;
    std::string message;

    // Sets the first fault only, and returns false for the caller to return.
    bool set(ErrorCode new_code, std::string text) {
        if (message.empty()) {
            code = new_code;
            message = std::move(text);
        }
        return false;
    }
    bool set(std::string text) { return set(ErrorCode::protocol, std::move(text)); }
};

}  // namespace exmonty::codec
