// CodeData as bytes: what the prelude is kept in, and the code part of program and run snapshots.
//
//   code      = name qualified-name first-line flags positional-only positional keyword-only registers register-locals
//               docstring+1 names(locals) names(free) words sites constants rows(handlers) rows(active) rows(positions)
//   names     = count text…          words = count number…          sites = count number…
//   constants = count constant…      constant = kind field…, by kind; code is nested
//   rows      = count number…, positions as differences to the row before
// Numbers are LEB128 (vm/base/byte_stream.h). Version history: 1, the first.
#pragma once

#include "vm/base/arena.h"
#include "vm/base/byte_stream.h"
#include "vm/bytecode/code.h"

namespace exmonty {

void write_code(ByteWriter& writer, const CodeData& code);

// nullptr when the bytes are no code, or code that the verifier refuses, or the arena was refused. Texts refer to the bytes.
const CodeData* read_code(ByteReader& reader, Arena& arena);

}  // namespace exmonty
