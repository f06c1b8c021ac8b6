#pragma once

// api::Data ⇄ msgpack, by the rules of PROTOCOL.md. A reader trusts nothing: see BodyReader in data_reader.cpp.

#include <string_view>
#include <vector>

#include "codec/byte_buffer.h"
#include "codec/fault.h"
#include "vm/api/data.h"

namespace exmonty::codec {

// The most values that one frame may hold: bounds what decoding takes to some 50 bytes each.
inline constexpr size_t max_frame_values = size_t{1} << 24;

// What a body holds. `heights` has the levels of each element of the outermost array: what lies around a message's
// values does not count as a level of them.
struct Tree {
    Data root;
    uint32_t height = 0;
    std::vector<uint32_t> heights;
};

// Texts and bytes of the tree are those of `body`, everything else is in the arena.
bool read_tree(std::string_view body, Arena& arena, Tree& tree, Fault& fault);

// One value of at most max_data_depth levels.
bool read_data(std::string_view body, Arena& arena, Data& data, Fault& fault);

// False with a fault when the value is too deep. An overflow of the buffer is the caller's to see.
bool write_data(const Data& data, ByteBuffer& out, Arena& scratch, Fault& fault);

}  // namespace exmonty::codec
