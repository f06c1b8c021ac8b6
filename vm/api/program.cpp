// Source text → Program. Parsing and compiling run under the same time and memory limits as the program itself.
#include "vm/api/compile_error.h"
#include "vm/api/program_impl.h"
#include "vm/api/source_lines.h"
#include "vm/api/traceback_text.h"
#include "vm/base/arena_sink.h"
#include "vm/bytecode/code_format.h"
#include "vm/bytecode/disassembler.h"
#include "vm/compiler/compiler.h"
#include "vm/heap/chunks.h"
#include "vm/objects/run.h"
#include "vm/syntax/keyword_suggestion.h"
#include "vm/syntax/parser.h"

namespace exmonty {

namespace {

void* take_chunk(void* program, size_t bytes) {
    Budget* budget = static_cast<ProgramImpl*>(program)->compilation;
    if (budget && !budget->charge(bytes)) return nullptr;
    void* chunk = take_system(bytes);
    if (!chunk && budget) budget->release(bytes);
    return chunk;
}

void give_chunk(void* program, void* chunk, size_t bytes) {
    if (Budget* budget = static_cast<ProgramImpl*>(program)->compilation) budget->release(bytes);
    give_system(chunk);
}

}  // namespace

ProgramImpl::ProgramImpl() : arena({this, take_chunk, give_chunk}) {}

ProgramImpl* ProgramImpl::create() {
    void* room = take_system(sizeof(ProgramImpl));
    return room ? new (room) ProgramImpl() : nullptr;
}

bool ProgramImpl::take_code(std::string_view bytes) {
    ByteReader reader{bytes};
    const CodeData* data = read_code(reader, arena);
    if (!data || reader.left() > 0) return false;
    code = bytes;
    plan = build_template(arena, *data, script, source_text);
    return plan != nullptr;
}

namespace {

// A budget for one compilation: its arena's chunks are charged to it, its polls look at the time.
struct Compilation {
    Budget budget;

    Compilation(const Limits& limits, uint64_t (*clock)(void*), void* clock_context) {
        budget.memory_limit = limits.max_memory;
        if (limits.max_duration_secs < 1e9) budget.time_limit = static_cast<uint64_t>(limits.max_duration_secs * 1e9);
        budget.clock = clock;
        budget.clock_context = clock_context;
        budget.start_clock();
    }
    Poll poll() {
        return {[](void* context) { return static_cast<Budget*>(context)->poll(); }, &budget};
    }
};

void append_warning(TextSink& sink, LineFinder& lines, const ProgramImpl& program, uint32_t line, std::string_view message) {
    sink.append(program.script);
    sink.append(':');
    sink.append(Digits(line).view());
    sink.append(": SyntaxWarning: ");
    sink.append(message);
    sink.append('\n');
    constexpr std::string_view blanks = " \t\f\r\n\v";
    std::string_view text = shown_part(lines.effort, lines.find(program.source_text, line));
    size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return;
    sink.append("  ");
    sink.append(text.substr(first, text.find_last_not_of(blanks) + 1 - first));
    sink.append('\n');
}

// For a program that was changed to see whether it is right then.
bool compiles(void* context, const ast::Module& module) {
    Compilation& compilation = *static_cast<Compilation*>(context);
    Arena arena(system_chunks(&compilation.budget));
    return exmonty::compile(module, CompileOptions{}, arena, compilation.poll()).status == CompileStatus::Ok;
}

// An error, behind the warnings that came before it.
const Error* failed(const ProgramImpl& program, const TextSink& warnings, const SyntaxError& error, Arena& errors) {
    // Read from a file, a block that is missing at the end has no column.
    SyntaxError shown = error;
    DescriptionEffort effort;
    bool is_last = LineFinder(effort).find(program.source_text, static_cast<uint32_t>(error.line) + 1).empty();
    if (error.end_column == -1 && error.message.starts_with("expected ") && is_last) shown.column = 0;
    Error* made = const_cast<Error*>(new_syntax_error(errors, shown, program.script));
    if (warnings.size == 0) return made;
    ArenaSink text(errors);
    text.append({warnings.data, warnings.size});
    text.append(made->formatted);
    made->formatted = text.view();
    return made;
}

const Error* compile_into(ProgramImpl& program, Compilation& compilation, Arena& errors) {
    Arena tree(system_chunks(&compilation.budget));
    auto limit_error = [&] { return new_limit_error(errors, compilation.budget.breach == Breach::Time ? ExceptionType::TimeoutError : ExceptionType::MemoryError); };
    ast::ParseMode mode = program.program_mode == ProgramMode::interactive ? ast::ParseMode::Single : ast::ParseMode::File;
    ParseResult parsed = parse(program.source_text, mode, tree, compilation.poll());
    if (parsed.status == ParseStatus::Stopped) return limit_error();
    ArenaSink warnings(program.arena);
    DescriptionEffort effort;
    LineFinder lines(effort);
    for (const ParseWarning& warning : parsed.warnings) append_warning(warnings, lines, program, warning.line, warning.message);
    if (parsed.status == ParseStatus::Failed) {
        CompileCheck check{compiles, &compilation};
        suggest_keyword(program.source_text, SourceOrigin::File, check, tree, compilation.poll(), parsed.error);
        return failed(program, warnings, parsed.error, errors);
    }
    const CompileOptions options{.filename = program.script, .source = program.source_text, .complex = ComplexLiterals::Refused};
    CompileResult compiled = compile(*parsed.module, options, tree, compilation.poll());
    if (compiled.status == CompileStatus::Stopped || tree.exhausted()) return limit_error();
    for (const CompileWarning& warning : compiled.warnings) append_warning(warnings, lines, program, warning.span.line, warning.message);
    if (compiled.status == CompileStatus::Failed) return failed(program, warnings, compiled.error, errors);
    program.warnings = warnings.view();
    ArenaSink bytes(program.arena);
    ByteWriter writer{bytes};
    write_code(writer, *compiled.code);
    program.code = bytes.view();
    program.plan = build_template(program.arena, *compiled.code, program.script, program.source_text);
    if (!program.plan || program.arena.exhausted()) return limit_error();
    return nullptr;
}

}  // namespace

Program* Program::compile(const ProgramText& text, const Limits& limits, uint64_t (*clock)(void*), void* clock_context, Arena& arena,
                          const Error** error) {
    ProgramImpl* program = ProgramImpl::create();
    Compilation compilation(limits, clock, clock_context);
    if (!program) {
        *error = new_limit_error(arena, ExceptionType::MemoryError);
        return nullptr;
    }
    program->compilation = &compilation.budget;
    program->source_text = program->arena.copy(text.source);
    program->script = program->arena.copy(text.script_name);
    std::string_view* names = static_cast<std::string_view*>(program->arena.allocate_bytes(sizeof(std::string_view) * (text.inputs.size() + 1)));
    for (size_t i = 0; names && i < text.inputs.size(); i++) new (&names[i]) std::string_view(program->arena.copy(text.inputs[i]));
    program->input_names = {names, names ? text.inputs.size() : 0};
    program->program_mode = text.mode;
    *error = program->arena.exhausted() ? new_limit_error(arena, ExceptionType::MemoryError) : compile_into(*program, compilation, arena);
    program->compilation = nullptr;
    // The tree is gone, but the run that comes could not tell that its memory is still held.
    constexpr uint64_t large_compilation = 4 << 20;
    if (compilation.budget.memory_peak > large_compilation) purge_system();
    if (!*error) return program;
    program->release();
    return nullptr;
}

void Program::retain() { ProgramImpl::of(this)->users++; }

void Program::release() {
    ProgramImpl* program = ProgramImpl::of(this);
    if (--program->users > 0) return;
    program->~ProgramImpl();
    give_system(program);
}

std::string_view Program::source() const { return ProgramImpl::of(this)->source_text; }
std::string_view Program::script_name() const { return ProgramImpl::of(this)->script; }
Span<const std::string_view> Program::inputs() const { return ProgramImpl::of(this)->input_names; }
ProgramMode Program::mode() const { return ProgramImpl::of(this)->program_mode; }
bool Program::disassemble(TextSink& sink) const {
    Arena arena(system_chunks(nullptr));
    ByteReader reader{ProgramImpl::of(this)->code};
    const CodeData* code = read_code(reader, arena);
    if (!code) return false;
    exmonty::disassemble(*code, sink);
    return !sink.failed;
}

size_t Program::bytes() const { return ProgramImpl::of(this)->arena.taken(); }

}  // namespace exmonty
