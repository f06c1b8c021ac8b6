// Sessions as bytes: limits and usage, the programs in use, the graph of the run (vm/snapshot/format.h).
#include "vm/api/session_impl.h"
#include "vm/api/snapshot_head.h"
#include "vm/base/arena_sink.h"
#include "vm/builtins/builtins.h"
#include "vm/heap/chunks.h"
#include "vm/snapshot/reader.h"
#include "vm/snapshot/writer.h"

#include <cstring>

namespace exmonty {
namespace {

constexpr std::string_view magic = "EXMS";

void write_limits(ByteWriter& writer, const Limits& limits) {
    const auto write = [&](auto value) {
        if constexpr (std::is_same_v<decltype(value), double>) writer.real(value);
        else writer.word(value);
    };
#define LIMIT(name, unit, initial, maximum, exception, meaning) write(limits.name);
#include "vm/schema/limits.def"
}

Limits read_limits(ByteReader& reader) {
    Limits limits;
    const auto read = [&](auto& value) {
        if constexpr (std::is_same_v<decltype(value), double&>) value = reader.real();
        else value = reader.word();
    };
#define LIMIT(name, unit, initial, maximum, exception, meaning) read(limits.name);
#include "vm/schema/limits.def"
    const double duration = limits.max_duration_secs;
    if (!(duration >= 0) || limits.max_recursion_depth > 20000) reader.fail();
    return limits;
}

// Numbers of the run that are no part of its graph.
void write_numbers(ByteWriter& writer, SessionImpl& session) {
    Run& run = session.run;
    const Budget& budget = run.budget;
    for (uint64_t number : {session.pauses, budget.steps_made(), budget.memory_peak, run.heap.allocations(), budget.output_used,
                            budget.time_used, run.safepoints, run.collections, uint64_t{run.next_identity}, run.next_call_id,
                            uint64_t{run.wanted_recursion_limit}})
        writer.number(number);
    writer.signed_number(run.wanted_int_digits);
    writer.word(session.environment.seed);
    writer.word(run.hash_key);
    writer.word(run.random_seed);
}

struct Numbers {
    uint64_t steps;
    uint64_t memory_peak;
    uint64_t allocations;
};

Numbers read_numbers(ByteReader& reader, SessionImpl& session) {
    Run& run = session.run;
    Numbers numbers;
    session.pauses = reader.number();
    numbers.steps = reader.number();
    numbers.memory_peak = reader.number();
    numbers.allocations = reader.number();
    run.budget.output_used = reader.number();
    run.budget.time_used = reader.number();
    if (run.budget.time_used > INT64_MAX) reader.fail();
    run.safepoints = reader.number();
    run.collections = reader.number();
    run.next_identity = reader.number32();
    run.next_call_id = reader.number();
    run.wanted_recursion_limit = reader.number32();
    const int64_t digits = reader.signed_number();
    if (digits < -1 || digits > INT32_MAX) reader.fail();
    run.wanted_int_digits = static_cast<int32_t>(digits);
    session.environment.seed = reader.word();
    run.hash_key = reader.word();
    run.random_seed = reader.word();
    return numbers;
}

// What reading the graph has used does not count, but what the run had used before.
void settle_usage(SessionImpl& session, const Numbers& numbers) {
    Budget& budget = session.run.budget;
    budget.allocations_made += numbers.allocations - session.run.heap.allocations();
    budget.steps_granted = numbers.steps;
    budget.fuel = 0;
    budget.fuel_aside = 0;
    if (budget.memory_peak < numbers.memory_peak) budget.memory_peak = numbers.memory_peak;
}

bool write_session(SessionImpl& session, ByteWriter& writer, SnapshotKind kind, Arena& scratch) {
    TemplateNumbers templates(scratch);
    for (Program* program : session.programs) templates.add(ProgramImpl::of(program)->plan);
    GraphWriter graph(session.run, templates, scratch);
    if (!graph.discover()) return false;
    write_head(writer, kind);
    writer.byte(static_cast<uint8_t>(session.session_purpose));
    write_limits(writer, session.limits);
    write_numbers(writer, session);
    ArenaVector<uint32_t> numbers(scratch);
    uint32_t used = 0;
    for (uint32_t i = 0; i < templates.roots(); i++) numbers.push(graph.uses(i) ? used++ : UINT32_MAX);
    writer.number(used);
    for (uint32_t i = 0; i < templates.roots() && !scratch.exhausted(); i++)
        if (graph.uses(i)) write_program(writer, *ProgramImpl::of(session.programs[i]));
    if (scratch.exhausted()) return false;
    graph.write(writer, numbers.data());
    return !writer.sink.failed;
}

// Programs and graph, into a session whose run is fresh. The session's own programs are in `programs` before.
LoadFault read_run(SessionImpl& session, ByteReader& reader, Arena& scratch) {
    const Numbers numbers = read_numbers(reader, session);
    TemplateNumbers templates(scratch);
    const uint64_t count = reader.count();
    for (uint64_t i = 0; i < count; i++) {
        LoadFault fault = LoadFault::none;
        ProgramImpl* program = read_program(reader, fault);
        if (!program) return fault;
        if (!hold_program(session, program)) return LoadFault::memory;
        templates.add(program->plan);
    }
    Run& run = session.run;
    Dict* builtins = new_dict(run.heap);
    if (!fill_builtins(run, builtins)) return LoadFault::memory;
    GraphReader graph(run, reader, templates, builtins, scratch);
    const GraphFault fault = graph.read();
    switch (fault) {
        case GraphFault::None: break;
        case GraphFault::Invalid: return LoadFault::invalid;
        case GraphFault::Memory: return LoadFault::memory;
        case GraphFault::Time: return LoadFault::limits;
    }
    if (reader.failed || reader.left() > 0) return LoadFault::invalid;
    settle_usage(session, numbers);
    return LoadFault::none;
}

// A sink that takes at most so many bytes.
struct BoundedText : ArenaSink {
    BoundedText(Arena& arena, uint64_t most) : ArenaSink(arena), most(most), grow_arena(grow) {
        grow = [](TextSink& sink, size_t capacity) {
            BoundedText& text = static_cast<BoundedText&>(sink);
            return capacity <= text.most && text.grow_arena(sink, capacity);
        };
    }

    uint64_t most;
    Grow grow_arena;
};

}  // namespace

void write_head(ByteWriter& writer, SnapshotKind kind) {
    writer.sink.append(magic);
    writer.number(snapshot_version);
    writer.byte(static_cast<uint8_t>(kind));
}

LoadFault read_head(ByteReader& reader, SnapshotKind kind, SnapshotKind other) {
    for (char expected : magic)
        if (reader.byte() != static_cast<uint8_t>(expected)) reader.fail();
    if (reader.failed) return LoadFault::invalid;
    const uint64_t version = reader.number();
    if (!reader.failed && (version == 0 || version > snapshot_version)) return LoadFault::version;
    const uint8_t found = reader.byte();
    if (found != static_cast<uint8_t>(kind) && found != static_cast<uint8_t>(other)) reader.fail();
    return reader.failed ? LoadFault::invalid : LoadFault::none;
}

SnapshotKind snapshot_kind(Bytes bytes) {
    for (SnapshotKind kind : {SnapshotKind::program, SnapshotKind::paused, SnapshotKind::session}) {
        ByteReader reader{{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
        if (read_head(reader, kind, kind) == LoadFault::none) return kind;
    }
    return SnapshotKind::none;
}

Bytes Session::dump(uint64_t most) {
    SessionImpl& session = *SessionImpl::of(this);
    const bool paused = session.state == SessionState::Paused;
    if (!paused && session.state != SessionState::Ended && session.state != SessionState::Fresh) return {};
    session.dumped.release();
    Arena scratch(system_chunks(nullptr));
    BoundedText text(session.dumped, most);
    ByteWriter writer{text};
    if (!write_session(session, writer, paused ? SnapshotKind::paused : SnapshotKind::session, scratch)) return {};
    if (text.size > most) return {};
    return {reinterpret_cast<const uint8_t*>(text.data), text.size};
}

Session* Session::load(Bytes bytes, const Environment& environment, const LimitChange& change, LoadFault* fault) {
    ByteReader reader{{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
    *fault = read_head(reader, SnapshotKind::paused, SnapshotKind::session);
    if (*fault != LoadFault::none) return nullptr;
    const uint8_t purpose = reader.byte();
    const Limits limits = change.apply_to(read_limits(reader));
    void* room = reader.failed || purpose > static_cast<uint8_t>(SessionPurpose::session) ? nullptr : take_system(sizeof(SessionImpl));
    if (!room) {
        *fault = LoadFault::invalid;
        return nullptr;
    }
    SessionImpl* session = new (room) SessionImpl(environment, limits);
    session->session_purpose = static_cast<SessionPurpose>(purpose);
    // Reading has the memory and the time that the run has left.
    apply_limits(*session);
    apply_environment(*session);
    session->run.budget.steps_limit = Budget::unlimited;
    session->run.budget.start_clock();
    Arena scratch(system_chunks(nullptr));
    *fault = read_run(*session, reader, scratch);
    const bool paused = session->run.host_call.kind != HostCallKind::None;
    if (*fault == LoadFault::none && !paused && session->run.frame) *fault = LoadFault::invalid;
    if (*fault == LoadFault::none && !is_within(*session, limits)) *fault = LoadFault::limits;
    if (*fault == LoadFault::none) {
        apply_limits(*session);
        apply_environment(*session);
        // It stands still until the run goes on, but from now.
        session->run.budget.start_clock();
        session->state = paused ? SessionState::Paused : SessionState::Ended;
        ExportStatus status = ExportStatus::done;
        if (!paused) fill_usage(*session);
        else if (!show_pause(*session, status)) *fault = LoadFault::invalid;
    }
    if (*fault == LoadFault::none) return session;
    session->destroy();
    return nullptr;
}

namespace {

// What the session has written takes the place of its run.
LoadFault read_again(SessionImpl& session, std::string_view bytes) {
    Arena scratch(system_chunks(nullptr));
    session.renew_run();
    for (Program* program : session.programs) program->release();
    session.programs.shrink(0);
    ByteReader reader{bytes};
    const LoadFault fault = read_head(reader, SnapshotKind::paused, SnapshotKind::paused);
    reader.byte();
    read_limits(reader);
    return fault == LoadFault::none ? read_run(session, reader, scratch) : fault;
}

}  // namespace

LoadFault reload(SessionImpl& session) {
    session.run.budget.stop_clock();
    const bool passed_safepoint = session.run.passed_safepoint;
    const Value step_input = session.run.step_input;
    Arena scratch(system_chunks(nullptr));
    Arena bytes(system_chunks(nullptr));
    ArenaSink text(bytes);
    ByteWriter writer{text};
    if (!write_session(session, writer, SnapshotKind::paused, scratch)) return LoadFault::memory;
    const Environment& environment = session.environment;
    const std::string_view original = environment.on_reload ? bytes.copy(text.view()) : "";
    LoadFault fault;
    bool changed = false;
    do {
        if (changed) memcpy(text.data, original.data(), original.size());
        changed = environment.on_reload && environment.on_reload(environment.context, text.data, text.size, changed);
        fault = read_again(session, text.view());
    } while (changed && fault != LoadFault::none);
    if (fault != LoadFault::none) return fault;
    apply_limits(session);
    apply_environment(session);
    session.run.passed_safepoint = passed_safepoint;
    if (!step_input.is_cell()) session.run.step_input = step_input;
    session.counts.reloads++;
    session.run.budget.start_clock();
    return LoadFault::none;
}

}  // namespace exmonty
