// What a Session is inside.
#pragma once

#include "vm/api/program_impl.h"
#include "vm/api/session.h"
#include "vm/objects/run.h"

namespace exmonty {

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
    Progress latest;
    StressCounts counts;
    uint64_t pauses = 0;

    static SessionImpl* of(Session* session) { return static_cast<SessionImpl*>(session); }
    static const SessionImpl* of(const Session* session) { return static_cast<const SessionImpl*>(session); }
};

// The Error of an exception that left the program.
const Error* new_run_error(SessionImpl& session, Value exception);

}  // namespace exmonty
