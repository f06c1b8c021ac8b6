// Program and Session without an interpreter, for tests of codec and port: linked in their place. A program is lines of
//
//   print TEXT | eprint TEXT     a line of output
//   write TEXT                   output without newline
//   call NAME | method NAME | os NAME | lookup NAME | import NAME
//   futures N                    wait for calls 1 to N
//   value JSON                   the value so far
//   input NAME                   the same, of an input
//   keep                         what the session had as value before
//   raise TEXT | exit N          end
//   sleep MS                     through the environment
// and an empty program, or one that begins with "!", is a SyntaxError. The value of a program is the last one.

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "codec/chunks.h"
#include "codec/json.h"
#include "vm/api/session.h"

namespace exmonty {

namespace {

constexpr std::string_view magic = "FAKE";

struct FakeProgram final : Program {
    size_t references = 1;
    std::string source;
    std::string script_name;
    std::vector<std::string> names;
    std::vector<std::string_view> inputs;

    static FakeProgram* make(std::string_view source, std::string_view script_name,
                             Span<const std::string_view> inputs) {
        auto* program = new FakeProgram;
        program->source = source;
        program->script_name = script_name;
        for (std::string_view name : inputs) program->names.emplace_back(name);
        for (const std::string& name : program->names) program->inputs.push_back(name);
        return program;
    }
};

FakeProgram& fake(Program& program) { return static_cast<FakeProgram&>(program); }
const FakeProgram& fake(const Program& program) { return static_cast<const FakeProgram&>(program); }

std::string to_json(const Data& data) {
    codec::ChunkedArena scratch(SIZE_MAX);
    std::string text;
    codec::write_json(data, scratch.arena, text);
    return text;
}

struct FakeSession final : Session {
    Environment environment;
    Limits limits;
    SessionPurpose purpose = SessionPurpose::run;
    std::string source;
    size_t at = 0;
    std::string value = "null";
    bool is_paused = false;
    std::vector<std::pair<std::string, std::string>> inputs;
    Progress progress;
    Progress refused;
    uint64_t calls = 0;
    uint64_t expected = 0;
    std::string word;
    std::string rest;
    std::string bytes;
    codec::ChunkedArena memory{SIZE_MAX};
    StressCounts counts;

    Data json(std::string_view text) {
        Data data;
        codec::Fault fault;
        codec::read_json(memory.arena.copy(text), memory.arena, data, fault);
        return data;
    }

    const Progress& refuse(Refusal refusal, std::string_view message) {
        refused = Progress();
        refused.kind = ProgressKind::refused;
        refused.refusal = refusal;
        refused.message = message;
        return refused;
    }

    const Progress& fail(ExceptionType type, std::string_view message, const Data& code = Data()) {
        Error* error = memory.arena.create<Error>();
        error->type = type;
        error->class_name = exception_row(type).name;
        error->message = memory.arena.copy(message);
        error->formatted = memory.arena.copy(std::string(error->class_name) + ": " + std::string(message) + "\n");
        error->code = code;
        progress.kind = ProgressKind::failed;
        progress.error = error;
        return progress;
    }

    void next_line() {
        const size_t end = std::min(source.find('\n', at), source.size());
        const std::string line = source.substr(at, end - at);
        at = std::min(end + 1, source.size());
        const size_t space = std::min(line.find(' '), line.size());
        word = line.substr(0, space);
        rest = space < line.size() ? line.substr(space + 1) : "";
    }

    const Progress& go() {
        is_paused = false;
        progress = Progress();
        while (at < source.size()) {
            next_line();
            progress.usage.steps++;
            if (word == "print" || word == "eprint" || word == "write") {
                const auto stream = word == "eprint" ? OutputStream::error : OutputStream::out;
                if (!environment.write(environment.context, stream, word == "write" ? rest : rest + "\n"))
                    return fail(ExceptionType::OutputLimitError, "nobody reads");
            } else if (word == "value") {
                value = rest;
            } else if (word == "input") {
                for (const auto& [name, text] : inputs)
                    if (name == rest) value = text;
            } else if (word == "raise") {
                return fail(ExceptionType::ValueError, rest);
            } else if (word == "exit") {
                return fail(ExceptionType::SystemExit, rest, json(rest));
            } else if (word == "sleep") {
                environment.sleep(environment.context, std::stoull(rest) * 1'000'000);
            } else if (word != "keep") {
                return pause();
            }
        }
        progress.kind = ProgressKind::complete;
        progress.value = json(value);
        return progress;
    }

    const Progress& pause() {
        if (environment.host_calls == HostCalls::none)
            return fail(ExceptionType::NameError, "name '" + rest + "' is not defined");
        is_paused = true;
        progress.name = rest;
        if (word == "lookup" || word == "import") {
            progress.kind = ProgressKind::name_lookup;
            progress.lookup = word == "import" ? LookupKind::import : LookupKind::name;
            return progress;
        }
        if (word == "futures") {
            progress.kind = ProgressKind::resolve_futures;
            expected = std::stoull(rest);
            uint64_t* ids = static_cast<uint64_t*>(memory.arena.allocate(8 * expected));
            for (uint64_t i = 0; i < expected; i++) ids[i] = i + 1;
            progress.pending = {ids, expected};
            progress.has_timer = true;
            progress.wake_in_ms = 5;
            return progress;
        }
        progress.kind = word == "os"       ? ProgressKind::os_call
                        : word == "method" ? ProgressKind::method_call
                                           : ProgressKind::function_call;
        progress.call_id = ++calls;
        progress.args = json(R"([1,"a"])").elements();
        NamedData* named = memory.arena.create<NamedData>();
        named->name = "key";
        named->value = Data::from_int(2);
        progress.kwargs = {named, 1};
        return progress;
    }
};

FakeSession& fake(Session& session) { return static_cast<FakeSession&>(session); }
const FakeSession& fake(const Session& session) { return static_cast<const FakeSession&>(session); }

// "FAKE" kind purpose, then the texts, each ended by a zero byte.
std::string pack(char kind, char purpose, std::initializer_list<std::string> texts) {
    std::string bytes(magic);
    bytes += kind;
    bytes += purpose;
    for (const std::string& text : texts) bytes += text + '\0';
    return bytes;
}

bool unpack(Bytes bytes, char kind, std::vector<std::string>& texts) {
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (!rest.starts_with(magic) || rest.size() < 6 || rest[4] != kind) return false;
    for (rest.remove_prefix(6); !rest.empty();) {
        const size_t end = rest.find('\0');
        if (end == rest.npos) return false;
        texts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return true;
}

Bytes as_bytes(std::string_view text) { return {reinterpret_cast<const uint8_t*>(text.data()), text.size()}; }

}  // namespace

SnapshotKind snapshot_kind(Bytes bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (!text.starts_with(magic) || text.size() < 6) return SnapshotKind::none;
    return text[4] == 'P' ? SnapshotKind::program : text[4] == 'R' ? SnapshotKind::paused : SnapshotKind::session;
}

Program* Program::compile(const ProgramText& text, const Limits&, uint64_t (*)(void*), void*, Arena& arena,
                          const Error** error) {
    if (!text.source.empty() && text.source[0] != '!')
        return FakeProgram::make(text.source, text.script_name, text.inputs);
    Error* made = arena.create<Error>();
    made->type = ExceptionType::SyntaxError;
    made->class_name = "SyntaxError";
    made->message = "invalid syntax";
    made->formatted = "SyntaxError: invalid syntax\n";
    *error = made;
    return nullptr;
}

Program* Program::load(Bytes bytes, const LimitChange&, LoadFault* fault) {
    std::vector<std::string> texts;
    *fault = LoadFault::invalid;
    if (!unpack(bytes, 'P', texts) || texts.size() < 2) return nullptr;
    std::vector<std::string_view> inputs(texts.begin() + 2, texts.end());
    return FakeProgram::make(texts[0], texts[1], {inputs.data(), inputs.size()});
}

void Program::retain() { fake(*this).references++; }
void Program::release() {
    if (--fake(*this).references == 0) delete &fake(*this);
}
std::string_view Program::source() const { return fake(*this).source; }
std::string_view Program::script_name() const { return fake(*this).script_name; }
Span<const std::string_view> Program::inputs() const { return {fake(*this).inputs.data(), fake(*this).inputs.size()}; }
ProgramMode Program::mode() const { return ProgramMode::script; }
size_t Program::bytes() const { return fake(*this).source.size(); }
Bytes Program::dump(Arena& arena) const {
    std::string bytes = pack('P', '-', {fake(*this).source, fake(*this).script_name});
    for (const std::string& name : fake(*this).names) bytes += name + '\0';
    return as_bytes(arena.copy(std::string_view(bytes)));
}
bool Program::disassemble(TextSink& sink) const { return sink.append("fake code\n"); }

Session* Session::create(const Environment& environment, const Limits& limits, SessionPurpose purpose) {
    if (limits.max_memory < 1000) return nullptr;
    auto* session = new FakeSession;
    session->environment = environment;
    session->limits = limits;
    session->purpose = purpose;
    return session;
}

Session* Session::load(Bytes bytes, const Environment& environment, const LimitChange&, LoadFault* fault) {
    std::vector<std::string> texts;
    *fault = LoadFault::invalid;
    const SnapshotKind kind = snapshot_kind(bytes);
    if (!unpack(bytes, kind == SnapshotKind::paused ? 'R' : 'S', texts) || texts.size() != 5) return nullptr;
    auto* session = new FakeSession;
    session->environment = environment;
    session->purpose = bytes[5] == 's' ? SessionPurpose::session : SessionPurpose::run;
    session->source = texts[0];
    session->at = std::stoull(texts[1]);
    session->value = texts[2];
    session->calls = std::stoull(texts[3]);
    if (kind != SnapshotKind::paused) return session;
    const size_t after = session->at;
    session->environment.host_calls = HostCalls::pause;
    session->at = std::stoull(texts[4]);
    session->next_line();
    session->pause();
    session->at = after;
    session->calls = std::stoull(texts[3]);
    return session;
}

void Session::destroy() { delete &fake(*this); }
void Session::set_environment(const Environment& environment) { fake(*this).environment = environment; }
bool Session::set_limits(const LimitChange& limits) {
    fake(*this).limits = limits.apply_to(fake(*this).limits);
    return !(limits.has(LimitName::max_steps) && limits.values.max_steps == 0);
}

const Progress& Session::start(Program& program, Span<const NamedData> inputs) {
    FakeSession& session = fake(*this);
    if (inputs.size() != program.inputs().size()) return session.refuse(Refusal::input, "missing required inputs: x");
    session.inputs.clear();
    for (const NamedData& input : inputs) session.inputs.emplace_back(input.name, to_json(input.value));
    session.source = program.source();
    session.at = 0;
    if (!session.source.starts_with("keep")) session.value = "null";
    return session.go();
}

const Progress& Session::resume(const Outcome& outcome) {
    FakeSession& session = fake(*this);
    if (session.progress.kind == ProgressKind::resolve_futures)
        return session.refuse(Refusal::state, "the run waits for pending calls");
    if (outcome.kind == OutcomeKind::pending && session.progress.kind != ProgressKind::function_call)
        return session.refuse(Refusal::outcome, "only calls can be pending");
    if (outcome.kind == OutcomeKind::error) return session.fail(outcome.type, outcome.message);
    session.value = to_json(outcome.value);
    return session.go();
}

const Progress& Session::resume_futures(Span<const FutureOutcome> outcomes) {
    FakeSession& session = fake(*this);
    if (session.progress.kind != ProgressKind::resolve_futures)
        return session.refuse(Refusal::state, "the run does not wait for pending calls");
    for (const FutureOutcome& outcome : outcomes)
        if (outcome.call_id == 0 || outcome.call_id > session.expected)
            return session.refuse(Refusal::outcome, "unknown future call_id: 9");
    session.value = std::to_string(outcomes.size());
    return session.go();
}

SessionPurpose Session::purpose() const { return fake(*this).purpose; }
const Progress& Session::progress() const { return fake(*this).progress; }
const StressCounts& Session::stress_counts() const { return fake(*this).counts; }

Bytes Session::dump(uint64_t most) {
    FakeSession& session = fake(*this);
    const size_t line = session.at < 2 ? 0 : session.source.rfind('\n', session.at - 2) + 1;
    session.bytes = pack(session.is_paused ? 'R' : 'S', session.purpose == SessionPurpose::session ? 's' : 'r',
                         {session.source, std::to_string(session.at), session.value, std::to_string(session.calls),
                          std::to_string(line)});
    return session.bytes.size() > most ? Bytes() : as_bytes(session.bytes);
}

// Fake sessions take no memory from it.
PagePool* new_page_pool() { return nullptr; }
void free_page_pool(PagePool*) {}

}  // namespace exmonty
