#include "port/run_output.h"

namespace exmonty::port {

void RunOutput::begin(codec::StderrMode mode, bool is_streaming) {
    mode_ = mode;
    is_streaming_ = is_streaming;
    end();
}

void RunOutput::end() {
    constexpr size_t kept_room = 64 * 1024;
    out_.clear(kept_room);
    error_.clear(kept_room);
}

bool RunOutput::write(OutputStream stream, std::string_view text) {
    if (stream == OutputStream::error && mode_ == codec::StderrMode::discard) return true;
    if (is_streaming_) return write_streaming(stream, text);
    const bool apart = stream == OutputStream::error && mode_ == codec::StderrMode::separate;
    codec::ByteBuffer& buffer = apart ? error_ : out_;
    buffer.write(text);
    return !buffer.overflowed();
}

bool RunOutput::write_streaming(OutputStream stream, std::string_view text) {
    if (stream != pending_stream_ && !flush()) return false;
    pending_stream_ = stream;
    out_.write(text);
    if (out_.overflowed()) return false;
    return out_.size() < longest_piece && text.find('\n') == text.npos ? true : flush();
}

bool RunOutput::flush() {
    if (!is_streaming_ || out_.size() == 0) return true;
    const bool sent = send_pieces(out_.view());
    out_.clear(longest_piece * 4);
    return sent;
}

bool RunOutput::send_pieces(std::string_view text) {
    while (!text.empty()) {
        size_t size = text.size() < longest_piece ? text.size() : longest_piece;
        // A code point is never cut.
        while (size < text.size() && size > 0 && utf8::is_continuation(text[size])) size--;
        if (!send_piece_(context_, pending_stream_, text.substr(0, size))) return false;
        text.remove_prefix(size);
    }
    return true;
}

}  // namespace exmonty::port
