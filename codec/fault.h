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

// What the peer has sent, for a message about it: escaped, and no more of it than a reader wants to see.
inline std::string shown(std::string_view text) {
    constexpr size_t most = 120;
    constexpr char digits[] = "0123456789abcdef";
    std::string result;
    size_t at = 0;
    for (; at < text.size() && result.size() < most; at++) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= ' ' && byte < 0x7f && byte != '\\') result += text[at];
        else result.append("\\x").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    if (at < text.size()) result += "...";
    return result;
}

struct Fault {
    // Longer messages are cut. What they quote goes through `shown` before.
    static constexpr size_t longest_message = 1000;

    ErrorCode code = ErrorCode::protocol;
    std::string message;

    // Sets the first fault only, and returns false for the caller to return.
    bool set(ErrorCode new_code, std::string text) {
        if (message.empty()) {
            code = new_code;
            message = std::move(text);
            if (message.size() > longest_message) message = shown(message);
        }
        return false;
    }
    bool set(std::string text) { return set(ErrorCode::protocol, std::move(text)); }
};

}  // namespace exmonty::codec
