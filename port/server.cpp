#include "port/server.h"

#include <unistd.h>

namespace exmonty::port {

namespace {

constexpr size_t max_queued_frames = 64;

// Answers of this size leave at once, smaller ones when there is nothing left to answer.
constexpr size_t flush_size = 64 * 1024;

// What decoding one frame, and writing one answer, may hold besides the frame itself.
constexpr size_t max_arena = size_t{1} << 30;

}  // namespace

Server::Server(int input, int output, const Ownership& ownership)
    : input_(input, codec::default_max_frame),
      output_(output),
      ownership_(ownership),
      requests_(max_arena),
      answers_(max_arena),
      run_output_(this, [](void* context, OutputStream stream, std::string_view text) {
          return static_cast<Server*>(context)->send_piece(stream, text);
      }) {}

Server::~Server() = default;

int Server::serve() {
    while (next_frame(input_body_)) {
        answer_frame(input_body_.view());
        requests_.arena.release();
        answers_.arena.release();
        flush();
    }
    flush();
    return exit_code_;
}

bool Server::next_frame(codec::ByteBuffer& body) {
    if (!queue_.empty()) {
        body = std::move(queue_.front());
        queue_.pop_front();
        queued_bytes_ -= body.size();
        return true;
    }
    if (is_at_end_) return false;
    switch (input_.next(body)) {
        case FrameStatus::frame: return true;
        case FrameStatus::end: is_at_end_ = true; return false;
        case FrameStatus::cut: stop("the input ended inside a frame"); return false;
        case FrameStatus::bad_length:
            stop("a frame of " + std::to_string(input_.bad_length()) + " bytes; the length is from 1 to " +
                 std::to_string(codec::default_max_frame));
            return false;
    }
    return false;
}

// Nothing more can be read.
void Server::stop(std::string_view reason) {
    is_at_end_ = true;
    exit_code_ = exit_bad_frames;
    const uint64_t answered = id_;
    id_ = 0;
    fail(codec::ErrorCode::protocol, std::string(reason));
    id_ = answered;
}

void Server::answer_frame(std::string_view body) {
    codec::Decoded decoded;
    codec::Fault fault;
    const bool is_message = codec::decode_message(body, requests_.arena, decoded, fault);
    id_ = decoded.id;
    // Credit for a run that has ended comes too late to matter, and is not answered.
    if (is_message && std::holds_alternative<codec::message::credit>(decoded.message)) return;
    if (!is_message || !is_in_order(decoded.id, decoded.message, fault)) return reply_fault(fault);
    std::visit([this](const auto& request) { handle_any(request); }, decoded.message);
}

bool Server::is_in_order(uint64_t id, const codec::Message& message, codec::Fault& fault) {
    const bool is_hello = std::holds_alternative<codec::message::hello>(message);
    if (is_hello == is_greeted_)
        return fault.set(codec::ErrorCode::hello, is_hello ? "hello comes only once" : "hello comes first");
    if (id <= last_id_)
        return fault.set(codec::ErrorCode::id, "request ids increase; the last one was " + std::to_string(last_id_));
    last_id_ = id;
    return true;
}

template <typename Request>
void Server::handle_any(const Request& request) {
    if constexpr (requires { Request::direction; }) {
        if constexpr (Request::direction == codec::Direction::request) {
            handle(request);
        } else if constexpr (Request::direction != codec::Direction::notice) {
            fail(codec::ErrorCode::protocol, "this message goes from worker to host");
        }
    }
}

bool Server::reply(const codec::Message& message) {
    codec::Fault fault;
    if (!codec::encode_message(id_, message, host_max_frame_, replies_, answers_.arena, fault)) {
        reply_fault(fault);
        return false;
    }
    if (replies_.size() >= flush_size) flush();
    return true;
}

void Server::reply_fault(const codec::Fault& fault) {
    codec::message::error error;
    error.code = codec::error_code_name(fault.code);
    error.message = fault.message;
    codec::Fault unused;
    codec::encode_message(id_, error, codec::default_max_frame, replies_, answers_.arena, unused);
}

bool Server::fail(codec::ErrorCode code, std::string message) {
    codec::Fault fault;
    fault.set(code, std::move(message));
    reply_fault(fault);
    return false;
}

// A host that has gone is no error of ours, but there is nothing left to do.
void Server::flush() {
    constexpr size_t kept_room = 256 * 1024;
    if (replies_.size() > 0 && !write_all(output_, replies_.view())) {
        is_at_end_ = true;
        queue_.clear();
        exit_code_ = exit_host_gone;
    }
    replies_.clear(kept_room);
}

bool Server::send_piece(OutputStream stream, std::string_view text) {
    if (exit_code_ != exit_ended) return false;
    if (credit_ <= 0 && !wait_for_credit()) return false;
    codec::message::output output;
    output.stream = stream == OutputStream::out ? "stdout" : "stderr";
    output.text = text;
    const size_t before = replies_.size();
    codec::Fault fault;
    if (!codec::encode_message(id_, output, host_max_frame_, replies_, answers_.arena, fault)) return false;
    credit_ -= static_cast<int64_t>(replies_.size() - before);
    answers_.arena.release();
    flush();
    return exit_code_ == exit_ended;
}

// The run's clock stands still meanwhile. At the end of the input nobody counts any more, so everything may be sent.
bool Server::wait_for_credit() {
    clock_.stop();
    while (credit_ <= 0 && !is_at_end_) take_frame_meanwhile();
    clock_.go_on();
    if (is_at_end_) credit_ = INT64_MAX;
    return exit_code_ == exit_ended;
}

void Server::take_frame_meanwhile() {
    codec::ByteBuffer body;
    if (queue_.size() >= max_queued_frames || queued_bytes_ > codec::default_max_frame)
        return stop("too many frames were sent to a run that waits for credit");
    const FrameStatus status = input_.next(body);
    if (status == FrameStatus::end) is_at_end_ = true;
    if (status == FrameStatus::cut) return stop("the input ended inside a frame");
    if (status == FrameStatus::bad_length) return stop("a frame of impossible length");
    if (status != FrameStatus::frame) return;
    codec::Decoded decoded;
    codec::Fault fault;
    const auto arena = std::make_unique<codec::ChunkedArena>(max_arena);
    if (codec::decode_message(body.view(), arena->arena, decoded, fault)) {
        if (const auto* credit = std::get_if<codec::message::credit>(&decoded.message)) {
            constexpr uint64_t most = uint64_t{1} << 62;
            if (decoded.id == id_ && credit->bytes < most - static_cast<uint64_t>(credit_ > 0 ? credit_ : 0))
                credit_ += static_cast<int64_t>(credit->bytes);
            return;
        }
    }
    queued_bytes_ += body.size();
    queue_.push_back(std::move(body));
}

}  // namespace exmonty::port
