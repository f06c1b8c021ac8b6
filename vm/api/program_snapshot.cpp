// Programs as bytes, alone and inside of sessions.
#include "vm/api/program_impl.h"
#include "vm/api/snapshot_head.h"
#include "vm/base/arena_sink.h"
#include "vm/base/utf8.h"

namespace exmonty {

void write_program(ByteWriter& writer, const ProgramImpl& program) {
    writer.byte(static_cast<uint8_t>(program.program_mode));
    writer.text(program.source_text);
    writer.text(program.script);
    writer.number(program.input_names.size());
    for (std::string_view name : program.input_names) writer.text(name);
    writer.text(program.code);
}

ProgramImpl* read_program(ByteReader& reader, LoadFault& fault) {
    ProgramImpl* program = ProgramImpl::create();
    if (!program) {
        fault = LoadFault::memory;
        return nullptr;
    }
    const uint8_t mode = reader.byte();
    program->program_mode = static_cast<ProgramMode>(mode);
    program->source_text = program->arena.copy(reader.text());
    program->script = program->arena.copy(reader.text());
    const uint64_t count = reader.count();
    ArenaVector<std::string_view> names(program->arena);
    for (uint64_t i = 0; i < count && !reader.failed; i++) {
        const std::string_view name = reader.text();
        if (utf8::validate(name)) reader.fail();
        names.push(program->arena.copy(name));
    }
    program->input_names = {names.data(), names.size()};
    const std::string_view code = program->arena.copy(reader.text());
    const bool is_valid = mode <= static_cast<uint8_t>(ProgramMode::interactive) && !reader.failed &&
                          !utf8::validate(program->source_text) && !utf8::validate(program->script);
    if (is_valid && program->take_code(code) && !program->arena.exhausted()) return program;
    fault = program->arena.exhausted() ? LoadFault::memory : LoadFault::invalid;
    program->release();
    return nullptr;
}

Bytes Program::dump(Arena& arena) const {
    ArenaSink text(arena);
    ByteWriter writer{text};
    write_head(writer, SnapshotKind::program);
    write_program(writer, *ProgramImpl::of(this));
    if (text.failed) return {};
    return {reinterpret_cast<const uint8_t*>(text.data), text.size};
}

Program* Program::load(Bytes bytes, const LimitChange& change, LoadFault* fault) {
    *fault = LoadFault::none;
    ByteReader reader{{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
    *fault = read_head(reader, SnapshotKind::program, SnapshotKind::program);
    if (*fault != LoadFault::none) return nullptr;
    ProgramImpl* program = read_program(reader, *fault);
    if (!program) return nullptr;
    if (reader.left() > 0) *fault = LoadFault::invalid;
    else if (program->bytes() > change.apply_to(Limits{}).max_memory) *fault = LoadFault::limits;
    if (*fault == LoadFault::none) return program;
    program->release();
    return nullptr;
}

}  // namespace exmonty
