#include "vm/objects/text/builder.h"

#include "vm/base/utf8.h"
#include "vm/objects/bytes.h"

#include <algorithm>

namespace exmonty {

TextBuilder::TextBuilder(Run& run) : run_(run) {
    data = small_;
    capacity = sizeof small_;
    TextSink::grow = TextBuilder::grow;
}

TextBuilder::~TextBuilder() {
    if (data != small_) run_.heap.give_block(data);
}

bool TextBuilder::grow(TextSink& sink, size_t capacity) {
    TextBuilder& builder = static_cast<TextBuilder&>(sink);
    if (capacity > Str::max_size) return false;
    size_t roomy = std::min<size_t>(capacity + capacity / 2, Str::max_size);
    bool is_small = builder.data == builder.small_;
    char* block = is_small ? nullptr : builder.data;
    char* larger = static_cast<char*>(builder.run_.heap.resize_block(block, roomy));
    if (!larger && roomy > capacity) {
        roomy = capacity;
        larger = static_cast<char*>(builder.run_.heap.resize_block(block, roomy));
    }
    if (!larger) return false;
    if (is_small) memcpy(larger, builder.small_, builder.size);
    builder.data = larger;
    builder.capacity = roomy;
    return true;
}

Value TextBuilder::str() {
    if (failed) return run_.refused();
    return str(static_cast<uint32_t>(utf8::count_code_points(view())));
}

Value TextBuilder::str(uint32_t length) {
    if (failed) return run_.refused();
    if (data == small_ || size <= Str::inline_limit) {
        Str* result = new_str(run_.heap, view(), length);
        return result ? Value::cell(result) : run_.refused();
    }
    // What is much too large goes back; a refusal cannot happen when a block shrinks, but would do no harm.
    if (capacity - size > size / 4) {
        if (char* smaller = static_cast<char*>(run_.heap.resize_block(data, size))) {
            data = smaller;
            capacity = size;
        }
    }
    Str* result = adopt_block(run_.heap, data, size, capacity, length);
    data = small_;
    return Value::cell(result);
}

Value TextBuilder::bytes() {
    if (failed) return run_.refused();
    ByteString* result = new_bytes(run_.heap, view());
    return result ? Value::cell(result) : run_.refused();
}

}  // namespace exmonty
