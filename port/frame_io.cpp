#include "port/frame_io.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace exmonty::port {

namespace {

// A descriptor may have been made non-blocking by who shares it with us.
bool wait_until_ready(int descriptor, short events) {
    pollfd entry{descriptor, events, 0};
    return poll(&entry, 1, -1) >= 0 || errno == EINTR;
}

bool try_again(int descriptor, short events) {
    if (errno == EINTR) return true;
    return (errno == EAGAIN || errno == EWOULDBLOCK) && wait_until_ready(descriptor, events);
}

}  // namespace

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(descriptor, bytes.data(), bytes.size());
        if (count > 0)
            bytes.remove_prefix(static_cast<size_t>(count));
        else if (count == 0 || !try_again(descriptor, POLLOUT))
            return false;
    }
    return true;
}

size_t read_some(int descriptor, char* bytes, size_t count) {
    for (;;) {
        const ssize_t got = read(descriptor, bytes, count);
        if (got >= 0) return static_cast<size_t>(got);
        if (!try_again(descriptor, POLLIN)) return 0;
    }
}

// Reads until `wanted` bytes are in the buffer; false when the input ends before.
bool FrameInput::fill(size_t wanted) {
    if (start_ + wanted > buffer_size) {
        std::memmove(buffer_, buffer_ + start_, buffered());
        end_ -= start_;
        start_ = 0;
    }
    while (buffered() < wanted) {
        const size_t got = read_some(descriptor_, buffer_ + end_, buffer_size - end_);
        if (got == 0) return false;
        end_ += got;
    }
    return true;
}

FrameStatus FrameInput::next(codec::ByteBuffer& body) {
    constexpr size_t kept_room = 1024 * 1024;
    constexpr size_t piece = 1024 * 1024;
    body.clear(kept_room);
    body.set_most(max_frame_);
    if (!fill(codec::frame_header_size)) return buffered() == 0 ? FrameStatus::end : FrameStatus::cut;
    const uint32_t length = codec::read_frame_length(buffer_ + start_);
    if (!codec::is_frame_length(length, max_frame_)) {
        bad_length_ = length;
        return FrameStatus::bad_length;
    }
    start_ += codec::frame_header_size;
    // A long body grows by doubling, as it arrives, and ends with no more room than it needs.
    body.set_most(length);
    const size_t at_hand = std::min<size_t>(length, buffered());
    body.write(buffer_ + start_, at_hand);
    start_ += at_hand;
    if (start_ == end_) start_ = end_ = 0;
    while (body.size() < length) {
        const size_t old_size = body.size();
        const size_t wanted = std::min<size_t>(length - old_size, piece);
        char* room = body.claim(wanted);
        const size_t got = room == nullptr ? 0 : read_some(descriptor_, room, wanted);
        body.shrink(old_size + got);
        if (got == 0) return FrameStatus::cut;
    }
    return FrameStatus::frame;
}

}  // namespace exmonty::port
