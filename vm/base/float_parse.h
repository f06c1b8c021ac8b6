#pragma once

#include <cstdint>
#include <string_view>

namespace exmonty {

// Text as https://docs.python.org/3/library/functions.html#float takes it: white space and decimal digits of any
// script, underscores between digits, "inf", "infinity" and "nan" in any case. Correctly rounded, in time linear in the
// text and with a constant amount of memory. Too large a number is infinity. False when the text is not a number.
bool parse_float(std::string_view text, double& value);

// Likewise for bytes, which know ASCII only.
bool parse_float_ascii(std::string_view bytes, double& value);

enum class HexFloatError : uint8_t { none, invalid, too_large };

// https://docs.python.org/3/library/stdtypes.html#float.fromhex
HexFloatError parse_float_hex(std::string_view text, double& value);

// "invalid hexadecimal floating-point string" (ValueError) or
// "hexadecimal value too large to represent as a float" (OverflowError).
std::string_view hex_float_error_text(HexFloatError error);

}  // namespace exmonty
