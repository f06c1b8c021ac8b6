#pragma once

// `exmonty port`: answers frames until its input ends. PROTOCOL.md says what each request does; one handle() per
// request.
//
// One request at a time. While a streaming run waits for credit, frames are read in its midst: credit is taken, the
// rest waits in a queue.

#include <deque>
#include <memory>

#include "codec/chunks.h"
#include "codec/message_codec.h"
#include "port/frame_io.h"
#include "port/handle_table.h"
#include "port/process.h"
#include "port/program_cache.h"
#include "port/run_clock.h"
#include "port/run_output.h"

namespace exmonty::port {

// Exit codes of `exmonty port`.
inline constexpr int exit_ended = 0;
inline constexpr int exit_host_gone = 1;
inline constexpr int exit_bad_frames = 65;  // EX_DATAERR

class Server {
  public:
    Server(int input, int output, const Ownership& ownership);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Until the input ends; the exit code.
    int serve();

  private:
    // server.cpp: frames in and out
    void answer_frame(std::string_view body);
    bool is_in_order(uint64_t id, const codec::Message& message, codec::Fault& fault);
    bool next_frame(codec::ByteBuffer& body);
    void stop(std::string_view reason);
    bool reply(const codec::Message& message);
    void reply_fault(const codec::Fault& fault);
    void flush();
    bool send_piece(OutputStream stream, std::string_view text);
    bool wait_for_credit();
    void take_frame_meanwhile();

    // handlers.cpp: one per request
    void handle(const codec::message::hello& request);
    void handle(const codec::message::compile& request);
    void handle(const codec::message::run& request);
    void handle(const codec::message::start& request);
    void handle(const codec::message::resume& request);
    void handle(const codec::message::resume_futures& request);
    void handle(const codec::message::dump& request);
    void handle(const codec::message::load& request);
    void handle(const codec::message::drop& request);
    void handle(const codec::message::feed& request);
    void handle(const codec::message::ping& request);
    void handle(const codec::message::check& request);
    template <typename Request>
    void handle_any(const Request& request);

    // runs.cpp: programs and sessions
    Program* find_program(const codec::ProgramRef& reference, const LimitChange& limits);
    Program* compile(const codec::ProgramRef& reference, const LimitChange& limits);
    Environment environment(const codec::Options& options, HostCalls host_calls);
    void start(const codec::ProgramRef& program, Span<const NamedData> inputs, const LimitChange& limits,
               const codec::Options& options, HostCalls host_calls);
    // A session that the request takes over; it goes back when the request is refused.
    struct Taken {
        Session* session = nullptr;
        uint64_t handle = 0;  // 0: loaded from bytes
        bool is_copy = false;
    };
    bool take_session(const codec::StateRef& reference, const LimitChange& limits, const codec::Options& options,
                      HostCalls host_calls, Taken& taken);
    void give_back(const Taken& taken);
    void fail_load(LoadFault fault);
    template <typename Go>
    void resume_session(const codec::StateRef& reference, const LimitChange& limits, const codec::Options& options,
                        Go go);
    void finish(const Taken& taken, const Progress& progress, const codec::Options& options);
    bool reply_progress(const Progress& progress, OptionalText state, bool is_session);

    bool fail(codec::ErrorCode code, std::string message);

    codec::ByteBuffer input_body_;
    FrameInput input_;
    int output_;
    Ownership ownership_;
    bool is_at_end_ = false;
    int exit_code_ = exit_ended;
    codec::ByteBuffer replies_;
    codec::ChunkedArena requests_;  // of the request that is being answered
    codec::ChunkedArena answers_;

    bool is_greeted_ = false;
    uint32_t host_max_frame_ = codec::default_max_frame;
    uint64_t last_id_ = 0;
    uint64_t id_ = 0;  // of the request that is being answered

    std::deque<codec::ByteBuffer> queue_;
    size_t queued_bytes_ = 0;
    int64_t credit_ = 0;

    // Of all sessions, so it goes after them.
    std::unique_ptr<PagePool, decltype(&free_page_pool)> pages_{new_page_pool(), free_page_pool};
    HandleTable handles_;
    ProgramCache cache_;
    RunClock clock_;
    RunOutput run_output_;
};

}  // namespace exmonty::port
