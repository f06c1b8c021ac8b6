#pragma once

// Frames on file descriptors, blocking.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "codec/byte_buffer.h"
#include "codec/frame.h"

namespace exmonty::port {

// Writes everything, or returns false: the reader has gone (or the disk is full).
bool write_all(int descriptor, std::string_view bytes);

// At most `count` bytes; 0 at the end of the input or when it cannot be read.
size_t read_some(int descriptor, char* bytes, size_t count);

enum class FrameStatus : uint8_t {
    frame,
    end,         // between two frames
    cut,         // inside a frame
    bad_length,  // refused without reading on: where the next frame begins is unknown
};

class FrameInput {
  public:
    FrameInput(int descriptor, uint32_t max_frame) : descriptor_(descriptor), max_frame_(max_frame) {}

    // Replaces `body`. Its room grows with what arrives, not with what the header promises.
    FrameStatus next(codec::ByteBuffer& body);

    uint32_t bad_length() const { return bad_length_; }

  private:
    bool fill(size_t wanted);
    size_t buffered() const { return end_ - start_; }

    static constexpr size_t buffer_size = 64 * 1024;

    int descriptor_;
    uint32_t max_frame_;
    uint32_t bad_length_ = 0;
    size_t start_ = 0;
    size_t end_ = 0;
    char buffer_[buffer_size];
};

}  // namespace exmonty::port
