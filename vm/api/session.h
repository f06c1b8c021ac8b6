#pragma once

// A session runs programs, one after the other, over one set of globals, and pauses them where they need their host.
//
// What session.cpp guarantees
//  * One of four states: fresh, paused, ended (complete or failed, can be started again), broken (a limit or refused
//    memory ended it: starting it again is refused with Refusal::state).
//  * Nothing is read from outside but through Environment. No call throws, exits or recurses without bound.
//  * Values that come in were checked by whoever made them (vm/api/data.h); values that go out keep to the same rules.
//    A result that cannot cross (too deep, an integer of more than max_int_digits, a lone surrogate) is a failed
//    run with a ValueError that says so, or, as argument of a call to the host, such an error raised at that call.
//  * Output goes to Environment::write as it is printed, in order, in whole code points, after it was charged against
//    max_output and max_memory; the sink may be called with any number of bytes, also in the middle of a line.
//  * The duration counts Environment::run_clock between entering and leaving start or resume. That clock stands still
//    whenever the host makes the session wait, also inside `write`; it runs on inside `sleep`.
//  * `host_calls == HostCalls::none`: no progress is ever a pause. Unknown names are NameError, os calls end as with
//    no_handler, those of kind clock are answered from Environment::clock if there is one.
//  * A refused resume or start changes nothing: progress() is what it was.
//  * dump() changes nothing and is deterministic: equal state, equal bytes.
//  * destroy() frees every byte.

#include <cstdint>
#include <string_view>

#include "vm/api/data.h"
#include "vm/api/limits.h"
#include "vm/api/program.h"
#include "vm/api/progress.h"
#include "vm/api/snapshot.h"

namespace exmonty {

enum class OutputStream : uint8_t { out, error };

enum class HostCalls : uint8_t { none, pause };

// A run ends with its program; a session's globals wait for the next one. Kept in the snapshot.
enum class SessionPurpose : uint8_t { run, session };

enum class ClockKind : uint8_t { none, system, fixed };

enum class StressMode : uint8_t {
    none,
    collect,  // a full collection at every safepoint
    reload,   // at every safepoint: dump, load into a fresh run, go on there
    refuse,   // one in many requests for memory is refused: collected for, and made again
};

// Everything that a session gets from outside. Functions have the same context and may not call the session.
class PagePool;

struct Environment {
    void* context = nullptr;

    // Takes printed text; false: nobody will ever read it, stop the run (it ends as failed with OutputLimitError).
    bool (*write)(void* context, OutputStream stream, std::string_view text) = nullptr;

    // Nanoseconds that never go back: deadline, time.monotonic and time.perf_counter. Python sees whole milliseconds of
    // it and of the wall clock.
    uint64_t (*run_clock)(void* context) = nullptr;

    // Nanoseconds since 1970 in UTC: time.time, date.today, datetime.now when `clock` is system.
    int64_t (*wall_clock)(void* context) = nullptr;

    // Waits, for time.sleep; counts as duration. Called for at most what is left of it.
    void (*sleep)(void* context, uint64_t nanoseconds) = nullptr;

    ClockKind clock = ClockKind::none;
    int64_t fixed_nanoseconds = 0;  // since 1970, when `clock` is fixed
    uint64_t seed = 0;              // of hashes and of `random`; drawn by the caller when the host gave none
    HostCalls host_calls = HostCalls::none;
    StressMode stress = StressMode::none;
    // Under the reload stress, may be null: gets the bytes before they are read and may change them; true: it has. When they
    // are refused then, it gets the original ones `again`.
    bool (*on_reload)(void* context, char* bytes, size_t size, bool again) = nullptr;
    // Memory that sessions take turns with, so that the next finds it warm; it outlives them. nullptr: the session has its own.
    PagePool* pages = nullptr;
};

// For Environment::pages, in one thread; nullptr when the system has no memory.
PagePool* new_page_pool();
void free_page_pool(PagePool* pages);

enum class OutcomeKind : uint8_t { ok, error, pending, undefined, no_handler };

// What the host answers to a pause.
struct Outcome {
    OutcomeKind kind = OutcomeKind::ok;
    Data value;                                     // ok
    ExceptionType type = ExceptionType::Exception;  // error
    std::string_view message;                       // error
};

struct FutureOutcome {
    uint64_t call_id = 0;
    Outcome outcome;  // ok or error
};

struct StressCounts {
    uint64_t safepoints = 0;
    uint64_t collections = 0;
    uint64_t reloads = 0;
};

class Session {
  public:
    // nullptr when the memory limit does not allow even an empty session.
    static Session* create(const Environment& environment, const Limits& limits, SessionPurpose purpose);

    // Of kind paused or session. On failure nullptr and a fault; `limits` is applied to the limits in the bytes.
    static Session* load(Bytes bytes, const Environment& environment, const LimitChange& limits, LoadFault* fault);

    void destroy();

    // For what comes next: a resume, or a start after an end. The seed of a session that has run stays what it was.
    void set_environment(const Environment& environment);
    // False, and nothing changed, when the run has used more than the new limits allow.
    bool set_limits(const LimitChange& limits);

    // Runs `program`, whose globals are the session's. The session keeps a reference to it for as long as it needs it.
    // Inputs are copied. A start after an end begins with fresh usage.
    const Progress& start(Program& program, Span<const NamedData> inputs);
    const Progress& resume(const Outcome& outcome);
    const Progress& resume_futures(Span<const FutureOutcome> outcomes);

    SessionPurpose purpose() const;

    // The latest progress; after load of a paused run the pause in which it was dumped.
    const Progress& progress() const;

    // The bytes of a paused or ended session, in memory of the session that the next call frees. Empty when there would
    // be more than `most` (which is noticed early), or no memory for them.
    Bytes dump(uint64_t most);

    const StressCounts& stress_counts() const;

  protected:
    Session() = default;
    ~Session() = default;
};

}  // namespace exmonty
