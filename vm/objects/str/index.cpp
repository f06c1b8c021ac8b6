// Random access into non-ASCII text: marks at every 64th code point (vm/objects/str.h), then a short scan.
//
// The marks of a shared buffer count from the buffer's start, so all strs that share it use the same; a str that starts
// further in finds its own start among them first.
#include "vm/base/utf8.h"
#include "vm/heap/heap.h"
#include "vm/objects/str.h"
#include "vm/objects/text/search.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace exmonty {
namespace {

constexpr uint32_t first_marks = 16;

// Capacity of the block of marks: it doubles.
uint32_t mark_capacity(uint32_t count) { return std::max(first_marks, std::bit_ceil(count)); }

uint32_t mark_at(const StrBuffer* buffer, uint32_t number) { return number ? buffer->marks[number] : 0; }

// Marks for bytes [0, used). False when memory is refused.
bool extend_marks(Heap& heap, StrBuffer* buffer) {
    std::string_view text(buffer->bytes, buffer->used);
    if (!buffer->marks) {
        buffer->marks = static_cast<uint32_t*>(heap.take_block(first_marks * sizeof(uint32_t)));
        if (!buffer->marks) return false;
        buffer->marks[0] = 0;
        buffer->count = 1;
    }
    for (;;) {
        size_t next = utf8::advance(text, mark_at(buffer, buffer->count - 1), mark_interval);
        if (next >= text.size()) break;
        if (buffer->count == mark_capacity(buffer->count)) {
            void* larger = heap.resize_block(buffer->marks, size_t{buffer->count} * 2 * sizeof(uint32_t));
            if (!larger) return false;
            buffer->marks = static_cast<uint32_t*>(larger);
            // Making a table is a long loop once the text is long; who polls next sees the time it took.
            heap.budget.poll(scan_steps(size_t{buffer->count} * mark_interval));
        }
        buffer->marks[buffer->count++] = static_cast<uint32_t>(next);
    }
    buffer->marks[0] = buffer->used;
    return true;
}

// The number of the code point at byte `offset` of the buffer.
uint32_t rank(const StrBuffer* buffer, uint32_t offset) {
    if (offset == 0) return 0;
    const uint32_t* behind = std::upper_bound(buffer->marks + 1, buffer->marks + buffer->count, offset);
    uint32_t number = static_cast<uint32_t>(behind - buffer->marks) - 1;
    uint32_t mark = mark_at(buffer, number);
    return number * mark_interval +
           static_cast<uint32_t>(utf8::count_code_points({buffer->bytes + mark, offset - mark}));
}

size_t scan(const Str* text, uint32_t index) {
    if (index <= text->length / 2) return utf8::advance(text->view(), 0, index);
    return utf8::retreat(text->view(), text->count, text->length - index);
}

}  // namespace

size_t byte_offset_slow(Heap& heap, const Str* text, uint32_t index) {
    if (index == 0) return 0;
    if (index == text->length) return text->count;
    if (text->flags & Str::marked)
        return utf8::advance(text->view(), text->inline_marks()[index / mark_interval], index % mark_interval);
    if (!text->is_shared()) return scan(text, index);
    StrBuffer* buffer = text->buffer;
    bool covered = buffer->marks && text->offset + text->count <= buffer->marks[0];
    if (!covered && !extend_marks(heap, buffer)) {
        heap.budget.poll(scan_steps(text->count));
        return scan(text, index);
    }
    uint32_t number = rank(buffer, text->offset) + index;
    std::string_view all(buffer->bytes, buffer->used);
    return utf8::advance(all, mark_at(buffer, number / mark_interval), number % mark_interval) - text->offset;
}

size_t placed_bytes(std::string_view bytes, uint32_t length) {
    size_t plain = Str::cell_bytes(bytes.size());
    if (bytes.size() <= Str::inline_limit || length == bytes.size()) return plain;
    return (plain + 3) / 4 * 4 + sizeof(uint32_t) * (length / mark_interval + 1);
}

Str* place_str(void* memory, std::string_view bytes, uint32_t length) {
    Str* str = static_cast<Str*>(memory);
    str->kind = Kind::Str;
    str->flags = length == bytes.size() ? Str::ascii : 0;
    str->small = 0;
    str->count = static_cast<uint32_t>(bytes.size());
    str->hash = 0;
    str->length = length;
    str->offset = 0;
    memcpy(str->inline_text.data(), bytes.data(), bytes.size());
    if (bytes.size() > Str::inline_limit && length != bytes.size()) {
        str->flags |= Str::marked;
        uint32_t* marks = const_cast<uint32_t*>(str->inline_marks());
        size_t offset = 0;
        for (uint32_t i = 0; i <= length / mark_interval; i++) {
            marks[i] = static_cast<uint32_t>(offset);
            offset = utf8::advance(bytes, offset, mark_interval);
        }
    }
    return str;
}

}  // namespace exmonty
