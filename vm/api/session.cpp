// Session over one Run (vm/api/session.h says what it guarantees).
#include "vm/api/session_impl.h"

#include "vm/api/compile_error.h"
#include "vm/builtins/builtins.h"
#include "vm/heap/chunks.h"
#include "vm/bytecode/code_format.h"
#include "vm/objects/module.h"
#include "vm/prelude/prelude.h"
#include "vm/objects/function.h"
#include "vm/runtime/run_loop.h"

namespace exmonty {

SessionImpl::SessionImpl(const Environment& environment, const Limits& limits)
    : environment(environment), limits(limits), outcome(system_chunks(nullptr)), kept(system_chunks(nullptr)), run(pages, RunHost{}) {}

namespace {

ExceptionType breach_type(Breach breach) {
    switch (breach) {
        case Breach::Time: return ExceptionType::TimeoutError;
        case Breach::Output: return ExceptionType::OutputLimitError;
        case Breach::Steps: return ExceptionType::StepLimitError;
        case Breach::Pauses: return ExceptionType::PauseLimitError;
        default: return ExceptionType::MemoryError;
    }
}

void apply_limits(Budget& budget, const Limits& limits) {
    budget.memory_limit = limits.max_memory;
    budget.allocations_left = limits.max_allocations;
    budget.output_limit = limits.max_output;
    budget.steps_limit = limits.max_steps;
    budget.pauses_left = limits.max_pauses;
    budget.recursion_limit = static_cast<uint32_t>(limits.max_recursion_depth);
    budget.time_limit = limits.max_duration_secs < 1e9 ? static_cast<uint64_t>(limits.max_duration_secs * 1e9) : Budget::unlimited;
}

void apply_environment(SessionImpl& session) {
    Run& run = session.run;
    run.host.context = &session;
    run.host.write = [](void* context, Stream stream, std::string_view text) {
        const Environment& environment = static_cast<SessionImpl*>(context)->environment;
        OutputStream target = stream == Stream::Error ? OutputStream::error : OutputStream::out;
        return !environment.write || environment.write(environment.context, target, text);
    };
    run.host.wall_clock = [](void* context) {
        const Environment& environment = static_cast<SessionImpl*>(context)->environment;
        if (environment.clock == ClockKind::fixed) return environment.fixed_nanoseconds;
        if (environment.clock == ClockKind::system && environment.wall_clock) return environment.wall_clock(environment.context);
        return INT64_MIN;
    };
    run.host.sleep = [](void* context, uint64_t nanoseconds) {
        const Environment& environment = static_cast<SessionImpl*>(context)->environment;
        if (environment.sleep) environment.sleep(environment.context, nanoseconds);
    };
    run.host.prelude_module = [](void* context, Run&, std::string_view name) -> CodeTemplate* {
        Arena& arena = static_cast<SessionImpl*>(context)->kept;
        std::string_view bytes = prelude_code(name);
        if (bytes.empty()) return nullptr;
        ByteReader reader{bytes};
        const CodeData* code = read_code(reader, arena);
        return code ? build_template(arena, *code, name, {}) : nullptr;
    };
    run.host.pauses = session.environment.host_calls == HostCalls::pause;
    run.budget.clock = session.environment.run_clock;
    run.budget.clock_context = session.environment.context;
    run.stress_collect = session.environment.stress == StressMode::collect;
    run.stress_reload = session.environment.stress == StressMode::reload;
    run.budget.slice = session.environment.stress == StressMode::none ? 4096 : 1;
}

bool prepare(Run& run, uint64_t seed) {
    run.hash_key = seed * 0x9E3779B97F4A7C15u + 0x2545F4914F6CDD1Du;
    run.random_seed = seed;
    run.builtins = new_dict(run.heap);
    run.builtins->flags |= Dict::stable;
    if (!fill_builtins(run, run.builtins)) return false;
    run.modules = new_dict(run.heap);
    Dict* globals = new_dict(run.heap);
    globals->flags |= Dict::stable;
    run.main = run.heap.allocate<Module>();
    run.main->name = name(Name::__main__);
    run.main->dict = globals;
    return dict_set(run, run.modules, name(Name::__main__), Value::cell(run.main)) &&
           dict_set(run, globals, name(Name::__name__), name_value(Name::__main__));
}

void fill_usage(SessionImpl& session) {
    const Budget& budget = session.run.budget;
    session.latest.usage = {budget.steps_made(), budget.memory_peak, budget.allocations_made, budget.time_used / 1000, session.pauses};
}

const Progress& finish(SessionImpl& session, Stop stop) {
    Run& run = session.run;
    run.budget.stop_clock();
    session.counts = {run.safepoints, run.collections, 0};
    session.latest = Progress{};
    fill_usage(session);
    switch (stop) {
        case Stop::Complete: {
            session.latest.kind = ProgressKind::complete;
            break;
        }
        case Stop::Raised:
        case Stop::Breach:
            session.latest.kind = ProgressKind::failed;
            session.latest.error = stop == Stop::Breach ? new_limit_error(session.outcome, breach_type(run.budget.breach))
                                                        : new_run_error(session, run.pending);
            break;
        default: break;
    }
    return session.latest;
}

}  // namespace

Session* Session::create(const Environment& environment, const Limits& limits, SessionPurpose purpose) {
    void* room = take_system(sizeof(SessionImpl));
    if (!room) return nullptr;
    SessionImpl* session = new (room) SessionImpl(environment, limits);
    session->session_purpose = purpose;
    apply_limits(session->run.budget, limits);
    apply_environment(*session);
    if (prepare(session->run, environment.seed)) return session;
    session->destroy();
    return nullptr;
}

void Session::destroy() {
    SessionImpl* session = SessionImpl::of(this);
    for (Program* program : session->programs) program->release();
    session->~SessionImpl();
    give_system(session);
}

const Progress& Session::start(Program& program, Span<const NamedData> inputs) {
    SessionImpl& session = *SessionImpl::of(this);
    (void)inputs;
    session.outcome.release();
    program.retain();
    session.programs.push(&program);
    Run& run = session.run;
    run.budget.start_clock();
    CodeInstance* code = new_code_instance(run, ProgramImpl::of(&program)->plan, run.main->dict);
    Frame* frame = nullptr;
    if (code) {
        run.ret_kind = Return::Exit;
        frame = run.push_frame(code->register_count);
    }
    if (!frame) return finish(session, Stop::Breach);
    for (uint32_t i = 0; i < code->register_count; i++) frame->base[i] = UNBOUND;
    frame->pc = code->words;
    frame->code = code;
    frame->function = new_function(run, code);
    run.budget.depth++;
    Stop stop;
    do stop = run_loop(run, UNBOUND);
    while (stop == Stop::Safepoint);
    return finish(session, stop);
}

SessionPurpose Session::purpose() const { return SessionImpl::of(this)->session_purpose; }
const Progress& Session::progress() const { return SessionImpl::of(this)->latest; }
const StressCounts& Session::stress_counts() const { return SessionImpl::of(this)->counts; }

}  // namespace exmonty
