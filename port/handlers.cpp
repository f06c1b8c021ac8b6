// One function for each request. Runs are in runs.cpp.

#include "port/server.h"

namespace exmonty::port {

using codec::ErrorCode;

namespace {

std::string_view kind_name(const Held& held) {
    if (held.program != nullptr) return "program";
    return is_pause(held.session->progress().kind) ? "paused" : "session";
}

}  // namespace

void Server::handle(const codec::message::hello& request) {
    if (request.version < 1) {
        codec::message::error error;
        const NamedData details[] = {{"newest", Data::from_int(codec::protocol_version)},
                                     {"oldest", Data::from_int(1)}};
        const std::string text = "this worker speaks version " + std::to_string(codec::protocol_version);
        error.code = codec::error_code_name(ErrorCode::version);
        error.message = text;
        error.details = {details, 2};
        reply(error);
        return;
    }
    is_greeted_ = true;
    host_max_frame_ = static_cast<uint32_t>(std::min<uint64_t>(request.max_frame, UINT32_MAX));
    codec::message::ready ready;
    ready.version = std::min(request.version, codec::protocol_version);
    ready.max_frame = codec::default_max_frame;
    ready.engine = "exmonty " EXMONTY_VERSION;
    ready.snapshot_version = snapshot_version;
    const NamedData sandbox[] = {
        {"parent_death_signal", Data::from_bool(ownership_.parent_death_signal)},
        {"hang_up_watchdog", Data::from_bool(ownership_.hang_up_watchdog)},
        {"closed_descriptors", Data::from_bool(ownership_.closed_descriptors)},
        {"silent_stderr", Data::from_bool(ownership_.silent_stderr)},
    };
    ready.sandbox = {sandbox, 4};
    reply(ready);
}

void Server::handle(const codec::message::compile& request) {
    if (request.program.form != codec::ProgramRef::Form::text) {
        fail(ErrorCode::wrong_kind, "compile takes a program with its source");
        return;
    }
    Program* program = find_program(request.program, request.limits);
    if (program == nullptr) return;
    handles_.insert(id_, {program, nullptr, false});
    codec::message::compiled compiled;
    compiled.program = id_;
    reply(compiled);
}

void Server::handle(const codec::message::run& request) {
    start(request.program, request.inputs, request.limits, request.options, HostCalls::none);
}

void Server::handle(const codec::message::start& request) {
    start(request.program, request.inputs, request.limits, request.options, HostCalls::pause);
}

void Server::handle(const codec::message::dump& request) {
    const Held* held = handles_.find(request.handle);
    if (held == nullptr) {
        fail(ErrorCode::unknown_handle, "nothing has the handle " + std::to_string(request.handle));
        return;
    }
    const Bytes bytes =
        held->program != nullptr ? held->program->dump(answers_.arena) : held->session->dump(host_max_frame_);
    if (bytes.empty()) {
        fail(ErrorCode::too_big, "the state is too large for a frame");
        return;
    }
    codec::message::dumped dumped;
    dumped.state = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    dumped.kind = kind_name(*held);
    reply(dumped);
}

void Server::handle(const codec::message::load& request) {
    const Bytes bytes(reinterpret_cast<const uint8_t*>(request.state.data()), request.state.size());
    Held held;
    if (snapshot_kind(bytes) == SnapshotKind::program) {
        LimitChange limits = request.limits;
        LoadFault fault = LoadFault::none;
        limits.may_raise = request.options.raise_limits;
        held.program = Program::load(bytes, limits, &fault);
        if (held.program == nullptr) return fail_load(fault);
    } else {
        Taken taken;
        codec::StateRef state;
        state.bytes = request.state;
        if (!take_session(state, request.limits, request.options, HostCalls::pause, taken)) return;
        held.session = taken.session;
    }
    handles_.insert(id_, held);
    codec::message::loaded loaded;
    loaded.handle = id_;
    loaded.kind = kind_name(held);
    reply(loaded);
}

void Server::handle(const codec::message::drop& request) {
    if (handles_.drop(request.handle))
        reply(codec::message::dropped{});
    else
        fail(ErrorCode::unknown_handle, "nothing has the handle " + std::to_string(request.handle));
}

void Server::handle(const codec::message::ping& request) {
    codec::message::pong pong;
    pong.payload = request.payload;
    reply(pong);
}

void Server::handle(const codec::message::check&) {
    fail(ErrorCode::unsupported, "this version cannot check programs; compile tells syntax errors");
}

}  // namespace exmonty::port
