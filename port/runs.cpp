// Programs and sessions behind the requests that run something.

#include "port/server.h"

namespace exmonty::port {

using codec::ErrorCode;
using codec::ProgramRef;

namespace {

bool same_program(const Program& program, const ProgramText& text) {
    if (program.source() != text.source || program.script_name() != text.script_name) return false;
    const Span<const std::string_view> inputs = program.inputs();
    if (inputs.size() != text.inputs.size()) return false;
    for (size_t i = 0; i < inputs.size(); i++)
        if (inputs[i] != text.inputs[i]) return false;
    return true;
}

// Limits of something new: the defaults, with what the host gave in their place.
Limits new_limits(LimitChange change) {
    change.may_raise = true;
    return change.apply_to(Limits());
}

ErrorCode error_code(Refusal refusal) {
    switch (refusal) {
        case Refusal::input: return ErrorCode::input;
        case Refusal::outcome: return ErrorCode::outcome;
        case Refusal::value: return ErrorCode::value;
        case Refusal::state:
        case Refusal::none: break;
    }
    return ErrorCode::wrong_kind;
}

OptionalText as_text(Bytes bytes) {
    if (bytes.empty()) return {};
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

// The caller gets a reference. nullptr: the request has been answered.
Program* Server::find_program(const ProgramRef& reference, const LimitChange& limits) {
    if (reference.form == ProgramRef::Form::handle) {
        const Held* held = handles_.find(reference.handle);
        if (held == nullptr) {
            fail(ErrorCode::unknown_program, "no program has the handle " + std::to_string(reference.handle));
            return nullptr;
        }
        if (held->program == nullptr) {
            fail(ErrorCode::wrong_kind, "the handle " + std::to_string(reference.handle) + " is no program");
            return nullptr;
        }
        held->program->retain();
        return held->program;
    }
    Program* cached = reference.key.data() == nullptr ? nullptr : cache_.find(reference.key);
    if (cached == nullptr) {
        if (reference.form == ProgramRef::Form::text) return compile(reference, limits);
        fail(ErrorCode::unknown_program, "no program has this key: send its source");
        return nullptr;
    }
    if (reference.form == ProgramRef::Form::text && !same_program(*cached, reference.text)) {
        fail(ErrorCode::protocol, "the key belongs to another program");
        return nullptr;
    }
    cached->retain();
    return cached;
}

Program* Server::compile(const ProgramRef& reference, const LimitChange& limits) {
    const Error* error = nullptr;
    const auto now = [](void* clock) { return static_cast<RunClock*>(clock)->now(); };
    Program* program = Program::compile(reference.text, new_limits(limits), now, &clock_, answers_.arena, &error);
    if (program == nullptr) {
        codec::message::failed failed;
        failed.exception = error;
        reply(failed);
        return nullptr;
    }
    if (reference.key.data() != nullptr) cache_.insert(reference.key, *program);
    return program;
}

Environment Server::environment(const codec::Options& options, HostCalls host_calls) {
    Environment environment;
    environment.context = this;
    environment.write = [](void* server, OutputStream stream, std::string_view text) {
        return static_cast<Server*>(server)->run_output_.write(stream, text);
    };
    environment.run_clock = [](void* server) { return static_cast<Server*>(server)->clock_.now(); };
    environment.wall_clock = [](void*) { return static_cast<int64_t>(clock_nanoseconds(CLOCK_REALTIME)); };
    environment.sleep = [](void* server, uint64_t nanoseconds) {
        static_cast<Server*>(server)->run_output_.flush();
        sleep_nanoseconds(nanoseconds);
    };
    environment.clock = options.clock.value_or(ClockKind::none);
    environment.fixed_nanoseconds = options.fixed_nanoseconds;
    environment.seed = options.seed ? *options.seed : draw_seed();
    environment.host_calls = host_calls;
    environment.pages = pages_.get();
    credit_ = static_cast<int64_t>(std::min<uint64_t>(options.stream, uint64_t{1} << 62));
    run_output_.begin(options.stderr_mode, options.stream > 0);
    return environment;
}

void Server::start(const ProgramRef& reference, Span<const NamedData> inputs, const LimitChange& limits,
                   const codec::Options& options, HostCalls host_calls) {
    Program* program = find_program(reference, limits);
    if (program == nullptr) return;
    Taken taken;
    taken.session = Session::create(environment(options, host_calls), new_limits(limits), SessionPurpose::run);
    if (taken.session == nullptr) {
        fail(ErrorCode::limit, "max_memory does not allow even an empty run");
    } else {
        finish(taken, taken.session->start(*program, inputs), options);
    }
    program->release();
}

void Server::handle(const codec::message::feed& request) {
    Program* program = find_program(request.program, request.limits);
    if (program == nullptr) return;
    const HostCalls host_calls = request.options.interactive ? HostCalls::pause : HostCalls::none;
    Taken taken;
    if (request.session) {
        LimitChange limits = request.limits;
        // Each program that a session is fed has limits of its own.
        codec::Options options = request.options;
        options.raise_limits = true;
        if (!take_session(*request.session, limits, options, host_calls, taken)) return program->release();
        if (is_pause(taken.session->progress().kind) || taken.session->purpose() != SessionPurpose::session) {
            fail(ErrorCode::wrong_kind, "only a session that is not paused can be fed");
            give_back(taken);
            return program->release();
        }
    } else {
        const Environment made = environment(request.options, host_calls);
        taken.session = Session::create(made, new_limits(request.limits), SessionPurpose::session);
    }
    if (taken.session == nullptr)
        fail(ErrorCode::limit, "max_memory does not allow even an empty session");
    else
        finish(taken, taken.session->start(*program, request.inputs), request.options);
    program->release();
}

void Server::fail_load(LoadFault fault) {
    switch (fault) {
        case LoadFault::version:
            fail(ErrorCode::snapshot_version, "the snapshot was written by a newer version of exmonty");
            return;
        case LoadFault::limits:
            fail(ErrorCode::snapshot_limits, "the run in the snapshot has used more than these limits allow");
            return;
        case LoadFault::memory:
            fail(ErrorCode::snapshot_limits, "the snapshot needs more memory than max_memory allows");
            return;
        case LoadFault::invalid:
        case LoadFault::none: fail(ErrorCode::snapshot_invalid, "these bytes are no snapshot, or damaged"); return;
    }
}

// False: the request has been answered.
bool Server::take_session(const codec::StateRef& reference, const LimitChange& change, const codec::Options& options,
                          HostCalls host_calls, Taken& taken) {
    LimitChange limits = change;
    limits.may_raise = options.raise_limits;
    if (!reference.handle) {
        const Bytes bytes(reinterpret_cast<const uint8_t*>(reference.bytes.data()), reference.bytes.size());
        LoadFault fault = LoadFault::none;
        taken.session = Session::load(bytes, environment(options, host_calls), limits, &fault);
        if (taken.session == nullptr) fail_load(fault);
        return taken.session != nullptr;
    }
    const Held* held = handles_.find(*reference.handle);
    if (held == nullptr)
        return fail(ErrorCode::unknown_handle, "nothing has the handle " + std::to_string(*reference.handle));
    if (held->session == nullptr)
        return fail(ErrorCode::wrong_kind, "the handle " + std::to_string(*reference.handle) + " is a program");
    if (!held->session->set_limits(limits))
        return fail(ErrorCode::snapshot_limits, "the run has used more than these limits allow");
    held->session->set_environment(environment(options, host_calls));
    const Held owned = handles_.take(*reference.handle);
    taken = {owned.session, *reference.handle, owned.is_copy};
    return true;
}

void Server::give_back(const Taken& taken) {
    if (taken.handle == 0)
        taken.session->destroy();
    else
        handles_.insert(taken.handle, {nullptr, taken.session, taken.is_copy});
}

template <typename Go>
void Server::resume_session(const codec::StateRef& reference, const LimitChange& limits, const codec::Options& options,
                            Go go) {
    Taken taken;
    if (!take_session(reference, limits, options, HostCalls::pause, taken)) return;
    if (is_pause(taken.session->progress().kind)) return finish(taken, go(*taken.session), options);
    fail(ErrorCode::wrong_kind, "this session is not paused");
    give_back(taken);
}

void Server::handle(const codec::message::resume& request) {
    resume_session(request.snapshot, request.limits, request.options,
                   [&](Session& session) -> const Progress& { return session.resume(request.result); });
}

void Server::handle(const codec::message::resume_futures& request) {
    resume_session(request.snapshot, request.limits, request.options,
                   [&](Session& session) -> const Progress& { return session.resume_futures(request.results); });
}

// Answers, and decides what becomes of the session.
void Server::finish(const Taken& taken, const Progress& progress, const codec::Options& options) {
    Session* session = taken.session;
    run_output_.flush();
    if (progress.kind == ProgressKind::refused) {
        fail(error_code(progress.refusal), std::string(progress.message));
        return give_back(taken);
    }
    const bool is_session = session->purpose() == SessionPurpose::session;
    const bool is_kept = is_pause(progress.kind) || is_session;
    const OptionalText state = is_kept && options.park > 0 ? as_text(session->dump(options.park)) : OptionalText();
    const bool is_answered = reply_progress(progress, state, is_session);
    run_output_.end();
    if (is_kept && is_answered)
        handles_.insert(id_, {nullptr, session, state.data() != nullptr});
    else
        session->destroy();
}

bool Server::reply_progress(const Progress& progress, OptionalText state, bool is_session) {
    const bool streamed = run_output_.is_streaming();
    const auto set_common = [&](auto& message) {
        message.output = streamed ? std::string_view() : run_output_.out();
        message.stderr = streamed ? std::string_view() : run_output_.error();
        message.usage = progress.usage;
        message.state = state;
    };
    const auto set_end = [&](auto& message) {
        set_common(message);
        if (is_session) message.session = id_;
    };
    const auto set_pause = [&](auto& message) {
        set_common(message);
        message.snapshot = id_;
    };
    const auto set_call = [&](auto& message) {
        set_pause(message);
        message.call_id = progress.call_id;
        message.args = progress.args;
        message.kwargs = progress.kwargs;
    };
    switch (progress.kind) {
        case ProgressKind::complete: {
            codec::message::complete message;
            set_end(message);
            message.value = progress.value;
            return reply(message);
        }
        case ProgressKind::failed: {
            codec::message::failed message;
            set_end(message);
            message.exception = progress.error;
            return reply(message);
        }
        case ProgressKind::function_call: {
            codec::message::function_call message;
            set_call(message);
            message.name = progress.name;
            message.async = progress.is_awaited;
            return reply(message);
        }
        case ProgressKind::method_call: {
            codec::message::method_call message;
            set_call(message);
            message.name = progress.name;
            message.async = progress.is_awaited;
            return reply(message);
        }
        case ProgressKind::os_call: {
            codec::message::os_call message;
            set_call(message);
            message.function = progress.name;
            return reply(message);
        }
        case ProgressKind::name_lookup: {
            codec::message::name_lookup message;
            set_pause(message);
            message.kind = progress.lookup == LookupKind::name ? "name" : "import";
            message.name = progress.name;
            return reply(message);
        }
        case ProgressKind::resolve_futures: {
            codec::message::resolve_futures message;
            set_pause(message);
            message.call_ids = progress.pending;
            if (progress.has_timer) message.wake_in_ms = progress.wake_in_ms;
            return reply(message);
        }
        case ProgressKind::refused: break;
    }
    return false;
}

}  // namespace exmonty::port
