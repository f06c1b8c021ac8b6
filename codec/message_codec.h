#pragma once

// Messages ⇄ the bodies of frames.

#include <cstdint>
#include <string_view>

#include "codec/byte_buffer.h"
#include "codec/data_codec.h"
#include "codec/fault.h"
#include "codec/messages.h"

namespace exmonty::codec {

struct Decoded {
    uint64_t id = 0;  // 0 when not even that could be read
    Message message;
};

// False with a fault. What it says is complete: each field has its type, names are known, values are checked.
bool decode_message(std::string_view body, Arena& arena, Decoded& decoded, Fault& fault);

// Appends one whole frame. False with a fault when a value cannot be written or the body would be longer than
// `max_frame`; the buffer is then as long as before.
bool encode_message(uint64_t id, const Message& message, uint32_t max_frame, ByteBuffer& out, Arena& scratch,
                    Fault& fault);

}  // namespace exmonty::codec
