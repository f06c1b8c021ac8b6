#pragma once

// Snapshots to play with: made from source text, loaded from bytes that may be hostile.

#include <string>
#include <string_view>
#include <vector>

#include "vm/api/session.h"

namespace exmonty::test {

// The bytes of a program's first pause, of the session that it left, and of the program itself.
std::string paused_snapshot(std::string_view source);
std::string idle_snapshot(std::string_view source);
std::string program_snapshot(std::string_view source);

struct Played {
    LoadFault fault = LoadFault::none;  // none: it was loaded, and has come to an end
    ProgressKind end = ProgressKind::complete;
    std::string text;  // output, and then the error's text if there is one
};

// Loads and goes on to the end under tight limits, answering every call with its first argument; an idle session runs
// `source`. What is loaded can be dumped and loaded again, before and after.
Played play(std::string_view bytes, std::string_view source = "");
// Loads a program and runs it.
Played play_program(std::string_view bytes);

// Programs that pause in the middle of every kind of step.
const std::vector<std::string_view>& pausing_sources();

}  // namespace exmonty::test
