// Making strs: inline cells, shared buffers, concatenation in place.
//
// Invariant of a StrBuffer: bytes [0, used) are complete code points that some Str shows; a Str that ends at `used` may
// be extended in place, because no other Str shows what comes after.
#include "vm/base/hash.h"
#include "vm/base/utf8.h"
#include "vm/heap/heap.h"
#include "vm/objects/str.h"
#include "vm/objects/text_cell.h"

#include <cstring>

namespace exmonty {
namespace {

StrBuffer* new_buffer(Heap& heap, size_t capacity) {
    if (capacity > Str::max_size) return nullptr;
    char* bytes = static_cast<char*>(heap.take_block(capacity));
    if (!bytes) return nullptr;
    StrBuffer* buffer = heap.allocate<StrBuffer>();
    buffer->bytes = bytes;
    buffer->used = 0;
    buffer->capacity = static_cast<uint32_t>(capacity);
    buffer->marks = nullptr;
    return buffer;
}

}  // namespace

Str* new_view(Heap& heap, StrBuffer* buffer, uint32_t offset, uint32_t size, uint32_t length) {
    Str* str = heap.allocate<Str>();
    str->flags = static_cast<uint8_t>(Str::shared | (length == size ? Str::ascii : 0));
    str->count = size;
    str->hash = 0;
    str->length = length;
    str->offset = offset;
    str->buffer = buffer;
    return str;
}

Str* new_str_uninitialised(Heap& heap, size_t size) {
    if (size > Str::inline_limit) {
        StrBuffer* buffer = new_buffer(heap, size);
        if (!buffer) return nullptr;
        buffer->used = static_cast<uint32_t>(size);
        return new_view(heap, buffer, 0, static_cast<uint32_t>(size), 0);
    }
    Str* str = heap.allocate<Str>(Str::cell_bytes(size));
    str->count = static_cast<uint32_t>(size);
    str->hash = 0;
    str->length = 0;
    str->offset = 0;
    return str;
}

char* writable(Str* str) { return str->is_shared() ? str->buffer->bytes + str->offset : str->inline_text.data(); }

void seal(Str* str, uint32_t length) {
    str->length = length;
    if (length == str->count) str->flags |= Str::ascii;
}

// memcpy without its call, for the short texts that most are.
static inline void copy_short(char* to, const char* from, size_t size) {
    if (size > 32) {
        memcpy(to, from, size);
    } else if (size >= 16) {
        char head[16];
        char tail[16];
        memcpy(head, from, 16);
        memcpy(tail, from + size - 16, 16);
        memcpy(to, head, 16);
        memcpy(to + size - 16, tail, 16);
    } else if (size >= 8) {
        uint64_t head;
        uint64_t tail;
        memcpy(&head, from, 8);
        memcpy(&tail, from + size - 8, 8);
        memcpy(to, &head, 8);
        memcpy(to + size - 8, &tail, 8);
    } else {
        // A cell has room for eight bytes.
        for (size_t i = 0; i < size; i++) to[i] = from[i];
    }
}

Str* new_str(Heap& heap, std::string_view bytes, uint32_t length) {
    if (bytes.size() <= 1) [[unlikely]]
        return bytes.empty() ? const_cast<Str*>(empty_str) : ascii_character(static_cast<unsigned char>(bytes[0]));
    if (bytes.size() > Str::inline_limit) {
        Str* large = new_str_uninitialised(heap, bytes.size());
        if (!large) return nullptr;
        memcpy(writable(large), bytes.data(), bytes.size());
        seal(large, length);
        return large;
    }
    Str* str = heap.allocate<Str>(Str::cell_bytes(bytes.size()));
    str->flags = length == bytes.size() ? Str::ascii : 0;
    str->count = static_cast<uint32_t>(bytes.size());
    str->hash = 0;
    str->length = length;
    str->offset = 0;
    // The bytes run over the end of the struct.
    copy_short(reinterpret_cast<char*>(str) + offsetof(Str, inline_text), bytes.data(), bytes.size());
    return str;
}

Str* new_str(Heap& heap, std::string_view bytes) {
    return new_str(heap, bytes, static_cast<uint32_t>(utf8::count_code_points(bytes)));
}

// A part keeps its whole buffer alive, so only a part of at least this fraction shares it: taking pieces off a text's
// front stays linear, and a small piece does not hold a large text.
static constexpr uint32_t shared_fraction = 8;

Str* substring(Heap& heap, const Str* text, size_t from, size_t size, uint32_t length) {
    if (size == text->count) return const_cast<Str*>(text);
    if (size <= Str::inline_limit || !text->is_shared() || size < text->buffer->capacity / shared_fraction)
        return new_str(heap, text->view().substr(from, size), length);
    return new_view(heap, text->buffer, text->offset + static_cast<uint32_t>(from), static_cast<uint32_t>(size), length);
}

Str* adopt_block(Heap& heap, char* block, size_t size, size_t capacity, uint32_t length) {
    StrBuffer* buffer = heap.allocate<StrBuffer>();
    buffer->bytes = block;
    buffer->used = static_cast<uint32_t>(size);
    buffer->capacity = static_cast<uint32_t>(capacity);
    buffer->marks = nullptr;
    return new_view(heap, buffer, 0, static_cast<uint32_t>(size), length);
}

Str* new_str_of(Heap& heap, char32_t code_point) {
    if (code_point < 128) return ascii_character(static_cast<unsigned char>(code_point));
    char bytes[utf8::max_length];
    return new_str(heap, {bytes, utf8::encode(code_point, bytes)}, 1);
}

Str* concatenate(Heap& heap, Str* a, Str* b) {
    if (a->count == 0) return b;
    if (b->count == 0) return a;
    uint64_t size = uint64_t{a->count} + b->count;
    uint32_t length = a->length + b->length;
    if (size > Str::max_size) return nullptr;
    if (size <= Str::inline_limit) {
        Str* str = heap.allocate<Str>(Str::cell_bytes(size));
        str->count = static_cast<uint32_t>(size);
        str->flags = a->flags & b->flags & Str::ascii;
        str->hash = 0;
        str->length = length;
        str->offset = 0;
        memcpy(str->inline_text.data(), a->data(), a->count);
        memcpy(str->inline_text.data() + a->count, b->data(), b->count);
        return str;
    }
    StrBuffer* buffer = a->is_shared() ? a->buffer : nullptr;
    if (buffer && a->offset + a->count == buffer->used && buffer->capacity - buffer->used >= b->count) {
        memcpy(buffer->bytes + buffer->used, b->data(), b->count);
        buffer->used += b->count;
        return new_view(heap, buffer, a->offset, static_cast<uint32_t>(size), length);
    }
    uint64_t roomy = size + size / 2;
    StrBuffer* fresh = new_buffer(heap, roomy > Str::max_size ? size : roomy);
    if (!fresh) fresh = new_buffer(heap, size);
    if (!fresh) return nullptr;
    memcpy(fresh->bytes, a->data(), a->count);
    memcpy(fresh->bytes + a->count, b->data(), b->count);
    fresh->used = static_cast<uint32_t>(size);
    return new_view(heap, fresh, 0, static_cast<uint32_t>(size), length);
}

uint64_t base_hash(const Str* str) {
    if (str->hash == 0) {
        uint64_t hash = hash_bytes(str->view());
        str->hash = hash ? hash : 1;
    }
    return str->hash;
}

}  // namespace exmonty
