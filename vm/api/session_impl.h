// What a Session is inside.
#pragma once

#include "vm/api/export.h"
#include "vm/api/program_impl.h"
#include "vm/api/session.h"
#include "vm/objects/run.h"

namespace exmonty {

enum class SessionState : uint8_t { Fresh, Running, Paused, Ended, Broken };

struct SessionImpl final : Session {
    SessionImpl(const Environment& environment, const Limits& limits);
    ~SessionImpl() { run.~Run(); }
    SessionImpl(const SessionImpl&) = delete;
    SessionImpl& operator=(const SessionImpl&) = delete;
    // A fresh run in the place of the old one.
    void renew_run();

    Environment environment;
    SessionPurpose session_purpose{};
    Limits limits;
    PagePool own_pages;
    PagePool& pages;
    // What the latest progress refers to.
    Arena outcome;
    // Lives as long as the session.
    Arena kept;
    // What the latest dump consists of.
    Arena dumped;
    // A reload puts another run into the same place.
    alignas(Run) unsigned char run_room[sizeof(Run)];
    Run& run;
    // Programs whose templates the run may refer to, and modules of the prelude as programs without source.
    ArenaVector<Program*> programs{kept};
    SessionState state = SessionState::Fresh;
    Progress latest;
    Progress refusal;
    StressCounts counts;
    // Stops at which the reload stress could reload.
    uint64_t reload_points = 0;
    uint64_t pauses = 0;

    static SessionImpl* of(Session* session) { return static_cast<SessionImpl*>(session); }
    static const SessionImpl* of(const Session* session) { return static_cast<const SessionImpl*>(session); }
};

// The Error of an exception, without running Python code: texts that need it are left out. `message` is its str(), None if that
// raised, UNBOUND if it is not known.
const Error* new_run_error(SessionImpl& session, Value exception, Value message);
// The Error of an exception that left the program: may run Python code for the texts; nullptr when a limit ended that.
const Error* describe_error(SessionImpl& session, Value exception);
// The Error of a breach: where the program was.
const Error* new_breach_error(SessionImpl& session, ExceptionType type);
// The session refers to the program from now on, and its run is charged for it. False: that is more than it may have.
bool hold_program(SessionImpl& session, Program* program);
void apply_limits(SessionImpl& session);
void apply_environment(SessionImpl& session);
// Whether what the run has used stays within the limits.
bool is_within(const SessionImpl& session, const Limits& limits);
// Makes the progress of a run that waits for its host. False: an argument cannot cross (`status` says why).
bool show_pause(SessionImpl& session, ExportStatus& status);
void fill_usage(SessionImpl& session);
// Dumps the run and goes on with a fresh one that was made of the bytes.
LoadFault reload(SessionImpl& session);
// A name or module that the host has answered stays known.
void bind_lookup(SessionImpl& session, Value value);

}  // namespace exmonty
