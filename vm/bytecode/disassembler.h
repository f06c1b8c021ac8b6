// Bytecode as text, for goldens and for people.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/bytecode/code.h"

namespace exmonty {

// The code object and all that are among its constants, each after the one that it is in.
void disassemble(const CodeData& code, TextSink& sink);

}  // namespace exmonty
