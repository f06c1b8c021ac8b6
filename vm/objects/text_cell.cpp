#include "vm/objects/text_cell.h"

#include <algorithm>

namespace exmonty {

StrBuffer* new_text_cell(Heap& heap, std::string_view bytes) {
    constexpr size_t smallest = 256;
    return new_text_cell(heap, bytes, std::max(smallest, bytes.size() * 2));
}

StrBuffer* new_text_cell(Heap& heap, std::string_view bytes, size_t capacity) {
    char* block = static_cast<char*>(heap.take_block(capacity));
    if (!block) return nullptr;
    StrBuffer* cell = heap.allocate<StrBuffer>();
    cell->bytes = block;
    cell->used = static_cast<uint32_t>(bytes.size());
    cell->capacity = static_cast<uint32_t>(capacity);
    cell->marks = nullptr;
    if (!bytes.empty()) memcpy(block, bytes.data(), bytes.size());
    return cell;
}

CellText::CellText(Run& run, StrBuffer* cell) : run_(run), cell_(cell) {
    data = cell->bytes;
    size = cell->used;
    capacity = cell->capacity;
    TextSink::grow = CellText::grow;
}

void CellText::close() {
    cell_->bytes = data;
    cell_->used = static_cast<uint32_t>(size);
    cell_->capacity = static_cast<uint32_t>(capacity);
}

bool CellText::grow(TextSink& sink, size_t capacity) {
    CellText& text = static_cast<CellText&>(sink);
    if (capacity > Str::max_size) return false;
    const size_t roomy = std::min<size_t>(capacity + capacity / 2, Str::max_size);
    char* larger = static_cast<char*>(text.run_.heap.resize_block(text.data, roomy));
    if (!larger) return false;
    text.data = larger;
    text.capacity = roomy;
    text.close();
    return true;
}

Value CellText::str() {
    const uint32_t length = static_cast<uint32_t>(utf8::count_code_points(view()));
    Value result;
    if (size <= Str::inline_limit) {
        Str* text = new_str(run_.heap, view(), length);
        if (!text) return run_.refused();
        result = Value::cell(text);
        run_.heap.give_block(data);
    } else {
        result = Value::cell(adopt_block(run_.heap, data, size, capacity, length));
    }
    data = nullptr;
    size = 0;
    capacity = 0;
    close();
    return result;
}

}  // namespace exmonty
