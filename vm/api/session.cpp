// Session over one Run (vm/api/session.h says what it guarantees).
#include "vm/api/session_impl.h"

#include "vm/builtins/builtins.h"
#include "vm/heap/chunks.h"
#include "vm/bytecode/code_format.h"
#include "vm/objects/module.h"
#include "vm/prelude/prelude.h"
#include "vm/runtime/type_call.h"

namespace exmonty {

SessionImpl::SessionImpl(const Environment& environment, const Limits& limits)
    : environment(environment), limits(limits), pages(environment.pages ? *environment.pages : own_pages), outcome(system_chunks(nullptr)), kept(system_chunks(nullptr)), dumped(system_chunks(nullptr)),
      run(*new (run_room) Run(pages, RunHost{})) {}

void SessionImpl::renew_run() {
    run.~Run();
    new (run_room) Run(pages, RunHost{});
}

namespace {

// What is left of counted things, when some were used before.
uint64_t rest_of(uint64_t limit, uint64_t used) { return limit == Limits::unlimited ? Budget::unlimited : limit > used ? limit - used : 0; }

// A module of the prelude is kept like a program, so that snapshots need not tell them apart.
CodeTemplate* prelude_module(void* context, Run&, std::string_view name) {
    SessionImpl& session = *static_cast<SessionImpl*>(context);
    const std::string_view bytes = prelude_code(name);
    ProgramImpl* program = bytes.empty() ? nullptr : ProgramImpl::create();
    if (!program) return nullptr;
    program->script = program->arena.copy(name);
    if (!program->take_code(bytes)) {
        program->release();
        return nullptr;
    }
    // Modules are few and small; what they overdraw ends the run at its next poll.
    session.programs.push(program);
    session.run.budget.overdraw(program->bytes());
    return program->plan;
}

}  // namespace

bool hold_program(SessionImpl& session, Program* program) {
    session.programs.push(program);
    return session.run.budget.charge(program->bytes());
}

void apply_limits(SessionImpl& session) {
    Budget& budget = session.run.budget;
    const Limits& limits = session.limits;
    budget.memory_limit = limits.max_memory;
    budget.allocations_left = rest_of(limits.max_allocations, budget.allocations_made);
    budget.output_limit = limits.max_output;
    budget.steps_limit = limits.max_steps;
    budget.pauses_left = rest_of(limits.max_pauses, session.pauses);
    // 0 stands for no limit.
    session.run.host_int_digits = limits.max_int_digits > INT32_MAX ? 0 : static_cast<uint32_t>(limits.max_int_digits);
    session.run.host_recursion_limit = static_cast<uint32_t>(limits.max_recursion_depth);
    session.run.apply_wanted_limits();
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
    run.host.prelude_module = prelude_module;
    run.host.pauses = session.environment.host_calls == HostCalls::pause;
    run.budget.clock = session.environment.run_clock;
    run.budget.clock_context = session.environment.context;
    run.stress_collect = session.environment.stress == StressMode::collect;
    run.stress_reload = session.environment.stress == StressMode::reload;
    const bool refuses = session.environment.stress == StressMode::refuse;
    run.budget.slice = session.environment.stress == StressMode::none || refuses ? 4096 : 1;
    constexpr uint64_t refused_of = 61;
    if (refuses) run.budget.fail_after = run.budget.fail_every = refused_of;
}

bool is_within(const SessionImpl& session, const Limits& limits) {
    const Budget& used = session.run.budget;
    return used.memory_used <= limits.max_memory && used.output_used <= limits.max_output &&
           used.allocations_made <= limits.max_allocations && used.steps_made() <= limits.max_steps && session.pauses <= limits.max_pauses;
}

namespace {

bool prepare(Run& run, uint64_t seed) {
    run.hash_key = seed * 0x9E3779B97F4A7C15u + 0x2545F4914F6CDD1Du;
    run.random_seed = seed;
    run.builtins = new_dict(run.heap);
    run.builtins->flags |= Dict::stable;
    if (!fill_builtins(run, run.builtins)) return false;
    run.modules = new_dict(run.heap);
    Dict* globals = new_dict(run.heap);
    globals->flags |= Dict::stable;
    Module* builtins = run.heap.allocate<Module>();
    builtins->name = name(Name::builtins);
    builtins->dict = run.builtins;
    run.main = run.heap.allocate<Module>();
    run.main->name = name(Name::__main__);
    run.main->dict = globals;
    return dict_set(run, run.modules, name(Name::__main__), Value::cell(run.main)) &&
           dict_set(run, run.modules, name(Name::builtins), Value::cell(builtins)) &&
           dict_set(run, run.builtins, name(Name::__build_class__), build_class_function()) &&
           dict_set(run, globals, name(Name::__name__), name_value(Name::__main__)) &&
           dict_set(run, globals, name(Name::__builtins__), Value::cell(builtins));
}

}  // namespace

PagePool* new_page_pool() {
    void* room = take_system(sizeof(PagePool));
    return room ? new (room) PagePool() : nullptr;
}

void free_page_pool(PagePool* pages) {
    if (pages) pages->~PagePool();
    give_system(pages);
}

Session* Session::create(const Environment& environment, const Limits& limits, SessionPurpose purpose) {
    void* room = take_system(sizeof(SessionImpl));
    if (!room) return nullptr;
    SessionImpl* session = new (room) SessionImpl(environment, limits);
    session->session_purpose = purpose;
    apply_limits(*session);
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

void Session::set_environment(const Environment& environment) {
    SessionImpl* session = SessionImpl::of(this);
    uint64_t seed = session->environment.seed;
    session->environment = environment;
    session->environment.seed = seed;
    apply_environment(*session);
}

bool Session::set_limits(const LimitChange& change) {
    SessionImpl* session = SessionImpl::of(this);
    Limits limits = change.apply_to(session->limits);
    if (!is_within(*session, limits)) return false;
    session->limits = limits;
    apply_limits(*session);
    return true;
}

SessionPurpose Session::purpose() const { return SessionImpl::of(this)->session_purpose; }
const Progress& Session::progress() const { return SessionImpl::of(this)->latest; }
const StressCounts& Session::stress_counts() const { return SessionImpl::of(this)->counts; }

}  // namespace exmonty
