#pragma once

// What one request prints: collected for the answer, or sent in frames while the run goes on.

#include <cstdint>
#include <string_view>

#include "codec/byte_buffer.h"
#include "codec/messages.h"
#include "vm/api/session.h"

namespace exmonty::port {

class RunOutput {
  public:
    static constexpr size_t longest_piece = 16 * 1024;

    // Sends a piece of at most longest_piece bytes, when there is credit for it; false when nobody reads any more.
    using SendPiece = bool (*)(void* context, OutputStream stream, std::string_view text);

    RunOutput(void* context, SendPiece send_piece) : context_(context), send_piece_(send_piece) {}

    void begin(codec::StderrMode mode, bool is_streaming);
    bool write(OutputStream stream, std::string_view text);
    // Sends what a streaming run has not sent yet.
    bool flush();

    bool is_streaming() const { return is_streaming_; }
    std::string_view out() const { return out_.view(); }
    std::string_view error() const { return error_.view(); }

    // The answer has been sent.
    void end();

  private:
    bool write_streaming(OutputStream stream, std::string_view text);
    bool send_pieces(std::string_view text);

    void* context_;
    SendPiece send_piece_;
    codec::StderrMode mode_ = codec::StderrMode::merge;
    bool is_streaming_ = false;
    OutputStream pending_stream_ = OutputStream::out;
    codec::ByteBuffer out_;  // when streaming: what has not been sent yet, of pending_stream_
    codec::ByteBuffer error_;
};

}  // namespace exmonty::port
