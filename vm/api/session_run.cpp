// Running: start, the loop, and what comes of it; pausing for the host, and its answers.
#include "vm/api/compile_error.h"
#include "vm/api/export.h"
#include "vm/api/import.h"
#include "vm/api/session_impl.h"
#include "vm/objects/await.h"
#include "vm/objects/exception_details.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/function.h"
#include "vm/objects/list.h"
#include "vm/objects/module.h"
#include "vm/objects/text_of.h"
#include "vm/runtime/run_loop.h"

namespace exmonty {
namespace {

struct BreachRow {
    ExceptionType type;
    LimitName limit;
};

BreachRow breach_row(Breach breach) {
    switch (breach) {
        case Breach::Time: return {ExceptionType::TimeoutError, LimitName::max_duration_secs};
        case Breach::Output: return {ExceptionType::OutputLimitError, LimitName::max_output};
        case Breach::Steps: return {ExceptionType::StepLimitError, LimitName::max_steps};
        case Breach::Pauses: return {ExceptionType::PauseLimitError, LimitName::max_pauses};
        case Breach::Allocations: return {ExceptionType::MemoryError, LimitName::max_allocations};
        default: return {ExceptionType::MemoryError, LimitName::max_memory};
    }
}

// ---- Exporting. The texts of objects that cross as their repr, and of exceptions, are made by a step, because they may need
// Python code: a first attempt lists the objects, the step makes their texts, a second attempt finds them.

struct Reprs {
    SessionImpl& session;
    List* objects;
    List* texts;
    // Both attempts walk the same way: the next object is the one that was listed next. What differs, because a repr has
    // changed the value, and what is beyond the list, crosses without a text.
    uint32_t next = 0;

    // UNBOUND: there is none yet; None: it raised.
    Value text_of(Value object) {
        const uint32_t number = next++;
        if (number < texts->size && objects->items[number] == object) return texts->items[number];
        if (number == objects->size && number < 10000) append(session.run.heap, objects, object);
        return UNBOUND;
    }

    static std::string_view repr(void* context, Value object) {
        Str* text = as<Str>(payload(static_cast<Reprs*>(context)->text_of(object)));
        return text ? text->view() : std::string_view{};
    }

    static const Error* describe(void* context, Exception& exception) {
        Reprs& reprs = *static_cast<Reprs*>(context);
        return new_run_error(reprs.session, Value::cell(&exception), reprs.text_of(Value::cell(&exception)));
    }
};

const Error* describe(void* context, Exception& exception) {
    return new_run_error(*static_cast<SessionImpl*>(context), Value::cell(&exception), UNBOUND);
}

// The ValueError of a value that cannot cross.
void raise_export_fault(Run& run, ExportStatus status) {
    const Digits digits(run.host_int_digits);
    if (status == ExportStatus::too_many_digits) run.value_error({export_fault(status), " (at most ", digits.view(), ")"});
    else run.value_error({export_fault(status)});
}


// Runs the step that makes the texts. False: a limit was hit.
bool make_texts(SessionImpl& session, Reprs& reprs, Value value) {
    Run& run = session.run;
    run.ret_kind = Return::Exit;
    if (run.push_step(StepId::export_reprs, {Value::cell(reprs.objects), Value::cell(reprs.texts), value}) != PUSHED) return false;
    // The program is over: nobody would answer.
    const bool pauses = run.host.pauses;
    run.host.pauses = false;
    Stop stop;
    do stop = run_loop(run, UNBOUND);
    while (stop == Stop::Safepoint);
    run.host.pauses = pauses;
    return stop == Stop::Complete;
}

// A value that leaves: to `data`, in the session's arena. The fault otherwise; `done` with a breach: a limit was hit.
ExportStatus export_result(SessionImpl& session, Value value, Data& data) {
    Run& run = session.run;
    Reprs reprs{session, new_list(run.heap), new_list(run.heap)};
    ExportSource source{&reprs, Reprs::repr, Reprs::describe};
    ExportStatus status = export_value(run, value, source, session.outcome, data);
    if (status != ExportStatus::done || reprs.objects->size == 0) return status;
    if (!make_texts(session, reprs, value)) return status;
    reprs.next = 0;
    return export_value(run, value, source, session.outcome, data);
}

ExportStatus export_argument(SessionImpl& session, Value value, Data& data) {
    return export_value(session.run, value, ExportSource{&session, nullptr, describe}, session.outcome, data);
}

const Progress& fail(SessionImpl& session, const Error* error) {
    session.latest = Progress{};
    session.latest.kind = ProgressKind::failed;
    session.latest.error = error;
    fill_usage(session);
    return session.latest;
}

const Progress& refuse(SessionImpl& session, Refusal refusal, std::string_view message) {
    session.refusal = Progress{};
    session.refusal.kind = ProgressKind::refused;
    session.refusal.refusal = refusal;
    session.refusal.message = message;
    return session.refusal;
}

const Progress& fail_by_breach(SessionImpl& session) {
    session.state = SessionState::Broken;
    BreachRow row = breach_row(session.run.budget.breach);
    fail(session, new_breach_error(session, row.type));
    session.latest.limit = row.limit;
    return session.latest;
}

const Progress& complete(SessionImpl& session) {
    Value value = session.run.returned;
    session.run.returned = NONE;
    Data data;
    ExportStatus status = export_result(session, value, data);
    if (session.run.budget.breach != Breach::None) return fail_by_breach(session);
    session.state = SessionState::Ended;
    if (status != ExportStatus::done) {
        raise_export_fault(session.run, status);
        Value error = session.run.pending;
        session.run.pending = UNBOUND;
        return fail(session, new_run_error(session, error, UNBOUND));
    }
    session.latest = Progress{};
    session.latest.kind = ProgressKind::complete;
    session.latest.value = data;
    fill_usage(session);
    return session.latest;
}

ProgressKind kind_of(HostCallKind kind) {
    switch (kind) {
        case HostCallKind::Function: return ProgressKind::function_call;
        case HostCallKind::Method: return ProgressKind::method_call;
        case HostCallKind::Os: return ProgressKind::os_call;
        default: return ProgressKind::name_lookup;
    }
}

// Arguments and keywords of a host call, exported. False: one of them cannot cross.
bool export_call(SessionImpl& session, Progress& progress, ExportStatus& status) {
    HostCall& call = session.run.host_call;
    uint32_t count = call.args ? call.args->size() : 0;
    ArenaVector<Data> args(session.outcome);
    for (uint32_t i = 0; i < count; i++) {
        Data data;
        status = export_argument(session, call.args->items[i], data);
        if (status != ExportStatus::done) return false;
        args.push(data);
    }
    ArenaVector<NamedData> keywords(session.outcome);
    for (uint32_t i = 0; call.keywords && i < call.keywords->used; i++) {
        const DictEntry& entry = call.keywords->entries[i];
        if (entry.value == UNBOUND) continue;
        NamedData named;
        named.name = session.outcome.copy(cast<Str>(entry.key)->view());
        status = export_argument(session, entry.value, named.value);
        if (status != ExportStatus::done) return false;
        keywords.push(named);
    }
    progress.args = {args.data(), args.size()};
    progress.kwargs = {keywords.data(), keywords.size()};
    return true;
}

const Progress& go_on(SessionImpl& session, Value input);

const Progress& pause(SessionImpl& session) {
    session.pauses++;
    ExportStatus status = ExportStatus::done;
    if (!show_pause(session, status)) {
        session.run.host_call = HostCall{};
        raise_export_fault(session.run, status);
        return go_on(session, RAISED);
    }
    session.state = SessionState::Paused;
    return session.latest;
}

// All of the first 2000, then ever fewer.
bool is_reload_due(const SessionImpl& session) {
    constexpr uint64_t all = 2000;
    const uint64_t number = session.reload_points;
    if (number <= all) return true;
    uint64_t distance = 1;
    while (distance * 16 < number) distance *= 2;
    return number % distance == 0;
}

void take_counts(SessionImpl& session) {
    const Run& run = session.run;
    session.counts.safepoints = run.stress_reload ? session.reload_points : run.safepoints;
    session.counts.collections = run.collections;
}

// Only under the stress: nothing of the run is left.
const Progress& fail_by_reload(SessionImpl& session, LoadFault fault) {
    take_counts(session);
    session.state = SessionState::Broken;
    Error* error = const_cast<Error*>(new_limit_error(session.outcome, ExceptionType::SystemError));
    error->message = fault == LoadFault::invalid ? "a reload failed: invalid" : "a reload failed: memory";
    error->formatted = error->message;
    return fail(session, error);
}

const Progress& go_on(SessionImpl& session, Value input) {
    Run& run = session.run;
    run.budget.start_clock();
    Stop stop = run_loop(run, input);
    while (stop == Stop::Safepoint) {
        session.reload_points++;
        if (is_reload_due(session)) {
            const LoadFault fault = reload(session);
            if (fault != LoadFault::none) return fail_by_reload(session, fault);
        }
        stop = run_loop(run, UNBOUND);
    }
    take_counts(session);
    if (stop == Stop::Suspended) {
        run.budget.stop_clock();
        return pause(session);
    }
    if (stop == Stop::Complete) {
        return complete(session);
    }
    run.budget.stop_clock();
    if (stop == Stop::Breach) return fail_by_breach(session);
    Value exception = run.pending;
    session.state = SessionState::Ended;
    const Error* error = describe_error(session, exception);
    if (!error) return fail_by_breach(session);
    const Progress& progress = fail(session, error);
    run.pending = UNBOUND;
    return progress;
}

// ---- The host's answers.

Value raise_answer(Run& run, ExceptionType type, std::string_view message) {
    if (message.empty()) return run.raise_with(type, {});
    return run.raise(type, {message});
}

// No handler: files are refused in the words of the seed; the rest has no one who could answer.
Value raise_no_handler(Run& run) {
    const HostCall& call = run.host_call;
    Str* path = call.args && call.args->size() > 0 ? as<Str>(payload(call.args->items[0])) : nullptr;
    bool is_file = path && call.name->view() != "getenv" && call.name->view() != "get_environ";
    if (is_file) return run.raise(ExceptionType::PermissionError, {"Permission denied: '", path->view(), "'"});
    return run.raise(ExceptionType::RuntimeError, {"no handler for ", call.name->view()});
}

Value raise_undefined(Run& run) {
    const HostCall& call = run.host_call;
    if (call.kind == HostCallKind::ImportLookup)
        return run.raise(ExceptionType::ModuleNotFoundError, {"No module named '", call.name->view(), "'"});
    Value raised = run.raise(ExceptionType::NameError, {"name '", call.name->view(), "' is not defined"});
    if (Exception* error = as<Exception>(run.pending)) set_details(run, error, DetailGroup::NameError, {Value::cell(call.name)});
    return raised;
}

bool is_lookup(HostCallKind kind) { return kind == HostCallKind::NameLookup || kind == HostCallKind::ImportLookup; }

}  // namespace

void fill_usage(SessionImpl& session) {
    Budget& budget = session.run.budget;
    budget.stop_clock();
    session.latest.usage = {budget.steps_made(), budget.memory_peak, session.run.heap.allocations(), budget.time_used / 1000, session.pauses};
}

bool show_pause(SessionImpl& session, ExportStatus& status) {
    const HostCall& call = session.run.host_call;
    Progress progress;
    progress.kind = kind_of(call.kind);
    progress.lookup = call.kind == HostCallKind::ImportLookup ? LookupKind::import : LookupKind::name;
    progress.name = session.outcome.copy(call.name->view());
    progress.call_id = call.id;
    progress.is_awaited = call.is_awaited;
    if (!export_call(session, progress, status)) return false;
    session.latest = progress;
    fill_usage(session);
    return true;
}

// Slots: objects, their texts, the value that they are in (a root while texts are made). An object whose repr
// (an exception: whose str) raises has no text.
Value step_export_reprs(Run& run, Frame& frame, Value in) {
    List* objects = cast<List>(frame.base[0]);
    List* texts = cast<List>(frame.base[1]);
    bool at_once = false;
    for (;;) {
        if (frame.state == 1) {
            if (in == RAISED) run.pending = UNBOUND;
            if (!append(run.heap, texts, in == RAISED ? NONE : in)) return made_of_input(frame, at_once, run.refused());
            frame.state = 0;
        }
        at_once = true;
        if (texts->size == objects->size) return NONE;
        Value object = objects->items[texts->size];
        Value text = is_kind(object, Kind::Exception) ? run.str(object) : run.repr(object);
        if (text == COLLECT) return text;
        frame.state = 1;
        if (is_result(text)) return text;
        in = text;
    }
}

const Progress& Session::start(Program& program, Span<const NamedData> inputs) {
    SessionImpl& session = *SessionImpl::of(this);
    if (session.state == SessionState::Paused) return refuse(session, Refusal::state, "the session is paused");
    if (session.state == SessionState::Broken) return refuse(session, Refusal::state, "a limit ended this session");
    Run& run = session.run;
    Span<const std::string_view> declared = program.inputs();
    if (inputs.size() != declared.size()) return refuse(session, Refusal::input, "the inputs do not match the program's");
    for (size_t i = 0; i < inputs.size(); i++) {
        bool known = false;
        for (std::string_view name : declared) known = known || name == inputs[i].name;
        if (!known) return refuse(session, Refusal::input, "the inputs do not match the program's");
    }
    for (const NamedData& input : inputs) {
        ImportFault fault;
        Value value = import_data(run, input.value, fault);
        Str* key = value == UNBOUND ? nullptr : new_str(run.heap, input.name);
        if (key && dict_set(run, run.main->dict, key, value)) continue;
        return refuse(session, fault.is_memory || fault.message.empty() ? Refusal::state : Refusal::value,
                      fault.message.empty() ? "the inputs do not fit the memory limit" : fault.message);
    }
    session.outcome.release();
    program.retain();
    const bool is_held = hold_program(session, &program);
    session.state = SessionState::Running;
    run.budget.depth = 0;
    run.budget.native_depth = 0;
    CodeInstance* code = is_held ? new_code_instance(run, ProgramImpl::of(&program)->plan, run.main->dict) : nullptr;
    run.ret_kind = Return::Exit;
    Frame* frame = code ? run.push_frame(code->register_count) : nullptr;
    if (!frame) {
        run.budget.set_breach(Breach::Memory);
        return fail_by_breach(session);
    }
    for (uint32_t i = 0; i < code->register_count; i++) frame->base[i] = UNBOUND;
    frame->pc = code->words;
    frame->code = code;
    frame->function = new_function(run, code);
    run.budget.depth++;
    std::string_view warnings = ProgramImpl::of(&program)->warnings;
    if (!warnings.empty() && !run.write(Stream::Error, warnings)) return fail_by_breach(session);
    return go_on(session, UNBOUND);
}

const Progress& Session::resume(const Outcome& outcome) {
    SessionImpl& session = *SessionImpl::of(this);
    Run& run = session.run;
    if (session.state != SessionState::Paused) return refuse(session, Refusal::state, "nothing is paused");
    HostCallKind kind = run.host_call.kind;
    if (outcome.kind == OutcomeKind::pending) return refuse(session, Refusal::outcome, "this pause cannot be answered later");
    if (outcome.kind == OutcomeKind::undefined && !is_lookup(kind)) return refuse(session, Refusal::outcome, "only a name can be undefined");
    if (outcome.kind == OutcomeKind::no_handler && kind != HostCallKind::Os)
        return refuse(session, Refusal::outcome, "only an operating system call can have no handler");
    Value input = RAISED;
    Return ret_kind = run.ret_kind;
    uint8_t ret_register = run.ret_register;
    switch (outcome.kind) {
        case OutcomeKind::ok: {
            ImportFault fault;
            input = import_data(run, outcome.value, fault);
            if (input == UNBOUND) return refuse(session, Refusal::value, fault.is_memory ? "the value does not fit the memory limit" : fault.message);
            break;
        }
        case OutcomeKind::error: raise_answer(run, outcome.type, outcome.message); break;
        case OutcomeKind::undefined: raise_undefined(run); break;
        case OutcomeKind::no_handler: raise_no_handler(run); break;
        case OutcomeKind::pending: break;
    }
    if (is_lookup(kind) && input != RAISED) bind_lookup(session, input);
    run.ret_kind = ret_kind;
    run.ret_register = ret_register;
    run.host_call = HostCall{};
    session.outcome.release();
    session.state = SessionState::Running;
    return go_on(session, input);
}

const Progress& Session::resume_futures(Span<const FutureOutcome>) {
    return refuse(*SessionImpl::of(this), Refusal::state, "no futures are pending");
}

// A name that the host answered is a global from then on, and a module is known by its name.
void bind_lookup(SessionImpl& session, Value value) {
    Run& run = session.run;
    const HostCall& call = run.host_call;
    dict_set(run, call.kind == HostCallKind::ImportLookup ? run.modules : run.main->dict, call.name, value);
}

}  // namespace exmonty
