// Strs that share a buffer. A snapshot has the bytes of a buffer once, and of each str where in it it lies; a str of a few
// bytes of the snapshot may be any part of a long text, so what must hold of the text is found out once a buffer.
#pragma once

#include "vm/base/arena_map.h"
#include "vm/objects/str.h"
#include "vm/objects/text_cell.h"

namespace exmonty {

class SharedTexts {
  public:
    explicit SharedTexts(Arena& arena) : arena_(arena), buffers_(arena) {}

    // Bytes [offset, offset + size) of the buffer as a str; nullptr: they are no text.
    Str* part(Heap& heap, StrBuffer* buffer, uint64_t offset, uint64_t size);

  private:
    // Code points before every so many bytes.
    static constexpr uint32_t stride = 1024;
    // nullptr: the buffer as a whole is no text.
    using Counts = const uint32_t*;

    Counts counts_of(const StrBuffer* buffer);
    uint32_t code_points_before(const StrBuffer* buffer, Counts counts, uint32_t end) const;

    Arena& arena_;
    ArenaMap<const void*, Counts, AddressKey> buffers_;
};

}  // namespace exmonty
