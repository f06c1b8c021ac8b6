// What a Program is inside.
#pragma once

#include "vm/api/program.h"
#include "vm/heap/budget.h"
#include "vm/objects/template.h"

namespace exmonty {

struct ProgramImpl final : Program {
    ProgramImpl();

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

    static ProgramImpl* of(Program* program) { return static_cast<ProgramImpl*>(program); }
    static const ProgramImpl* of(const Program* program) { return static_cast<const ProgramImpl*>(program); }
};

}  // namespace exmonty
