// What a Session is inside.
#pragma once

#include "vm/api/program_impl.h"
#include "vm/api/session.h"
#include "vm/objects/run.h"

namespace exmonty {

enum class SessionState : uint8_t { Fresh, Running, Paused, Ended, Broken };

struct SessionImpl final : Session {
    SessionImpl(const Environment& environment, const Limits& limits);

    Environment environment;
    SessionPurpose session_purpose{};
    Limits limits;
    PagePool pages;
    // What the latest progress refers to.
    Arena outcome;
    // Lives as long as the session.
    Arena kept;
    Run run;
    // Programs whose templates the run may refer to.
    ArenaVector<Program*> programs{kept};
    SessionState state = SessionState::Fresh;
    Progress latest;
    Progress refusal;
    StressCounts counts;
    uint64_t pauses = 0;

    static SessionImpl* of(Session* session) { return static_cast<SessionImpl*>(session); }
    static const SessionImpl* of(const Session* session) { return static_cast<const SessionImpl*>(session); }
};

// The Error of an exception, without running Python code: texts that need it are left out.
const Error* new_run_error(SessionImpl& session, Value exception);
// The Error of an exception that left the program: may run Python code for the texts.
const Error* describe_error(SessionImpl& session, Value exception);
// The Error of a breach: where the program was.
const Error* new_breach_error(SessionImpl& session, ExceptionType type);
// A name or module that the host has answered stays known.
void bind_lookup(SessionImpl& session, Value value);

}  // namespace exmonty
