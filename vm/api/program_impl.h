// What a Program is inside.
#pragma once

#include "vm/api/program.h"
#include "vm/base/byte_stream.h"
#include "vm/heap/budget.h"
#include "vm/objects/template.h"

namespace exmonty {

struct ProgramImpl final : Program {
    ProgramImpl();

    // What its arena takes is charged here while it is compiled; a session charges its run for all of it.
    Budget* compilation = nullptr;
    // Source, names, code data and templates: everything goes with it.
    Arena arena;
    uint32_t users = 1;
    std::string_view source_text;
    std::string_view script;
    Span<const std::string_view> input_names;
    ProgramMode program_mode = ProgramMode::script;
    // The module's code in the form of vm/bytecode/code_format.h (for dumps and the disassembler), and as cells.
    std::string_view code;
    CodeTemplate* plan = nullptr;
    // What CPython prints to stderr while it compiles the source. Not in snapshots, as it is not in compiled files.
    std::string_view warnings;

    // An empty one; nullptr when the system has no memory.
    static ProgramImpl* create();
    // Code in the form of vm/bytecode/code_format.h becomes the program's. `bytes` live as long as the program.
    bool take_code(std::string_view bytes);

    static ProgramImpl* of(Program* program) { return static_cast<ProgramImpl*>(program); }
    static const ProgramImpl* of(const Program* program) { return static_cast<const ProgramImpl*>(program); }
};

// A program inside of a snapshot.
void write_program(ByteWriter& writer, const ProgramImpl& program);
// nullptr: `fault` says why.
ProgramImpl* read_program(ByteReader& reader, LoadFault& fault);

}  // namespace exmonty
