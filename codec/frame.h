#pragma once

// A frame is the length of its body (4 bytes, big-endian) and the body.

#include <cstddef>
#include <cstdint>

namespace exmonty::codec {

inline constexpr size_t frame_header_size = 4;

// 256 MiB of content and 64 KiB for what is around it.
inline constexpr uint32_t default_max_frame = 256 * 1024 * 1024 + 64 * 1024;

constexpr uint32_t read_frame_length(const char* header) {
    uint32_t length = 0;
    for (size_t i = 0; i < frame_header_size; i++) length = length << 8 | static_cast<uint8_t>(header[i]);
    return length;
}

constexpr void write_frame_length(char* header, uint32_t length) {
    for (size_t i = 0; i < frame_header_size; i++) header[i] = static_cast<char>(length >> (24 - 8 * i));
}

constexpr bool is_frame_length(uint32_t length, uint32_t max_frame) { return length > 0 && length <= max_frame; }

}  // namespace exmonty::codec
