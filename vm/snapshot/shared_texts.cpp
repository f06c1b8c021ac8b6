#include "vm/snapshot/shared_texts.h"

#include "vm/base/utf8.h"

#include <algorithm>

namespace exmonty {

SharedTexts::Counts SharedTexts::counts_of(const StrBuffer* buffer) {
    if (const Counts* known = buffers_.find(buffer)) return *known;
    uint32_t* counts = nullptr;
    const std::string_view bytes(buffer->bytes, buffer->used);
    if (!utf8::validate(bytes, utf8::Surrogates::allowed)) {
        const size_t number = bytes.size() / stride + 1;
        counts = static_cast<uint32_t*>(arena_.allocate_bytes(number * sizeof(uint32_t)));
        uint32_t sum = 0;
        for (size_t i = 0; counts && i < number; i++) {
            counts[i] = sum;
            sum += static_cast<uint32_t>(utf8::count_code_points(bytes.substr(i * stride, stride)));
        }
    }
    buffers_.insert(buffer, counts);
    return counts;
}

// The text is valid, so the code points of a part are its bytes that begin one, wherever the part is cut.
uint32_t SharedTexts::code_points_before(const StrBuffer* buffer, Counts counts, uint32_t end) const {
    const uint32_t start = end / stride * stride;
    const std::string_view rest(buffer->bytes + start, end - start);
    return counts[end / stride] + static_cast<uint32_t>(utf8::count_code_points(rest));
}

Str* SharedTexts::part(Heap& heap, StrBuffer* buffer, uint64_t offset, uint64_t size) {
    if (offset > buffer->used || size > buffer->used - offset) return nullptr;
    const Counts counts = counts_of(buffer);
    if (!counts) return nullptr;
    const uint32_t first = static_cast<uint32_t>(offset);
    const uint32_t end = static_cast<uint32_t>(offset + size);
    for (const uint32_t cut : {first, end})
        if (cut < buffer->used && utf8::is_continuation(buffer->bytes[cut])) return nullptr;
    const uint32_t length = code_points_before(buffer, counts, end) - code_points_before(buffer, counts, first);
    return new_view(heap, buffer, first, static_cast<uint32_t>(size), length);
}

}  // namespace exmonty
