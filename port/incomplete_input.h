#pragma once

#include <string_view>

namespace exmonty::port {

// Is more needed before these lines, typed at a prompt, can be run? An open bracket, an open triple-quoted string, a
// backslash at the end of the line, or a compound statement that no empty line has ended yet.
bool is_incomplete(std::string_view lines);

}  // namespace exmonty::port
