// str[index], str[slice] and str * number.
#include "vm/base/utf8.h"
#include "vm/objects/int.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/copy.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

Value character_at(Run& run, const Str* text, uint32_t index) {
    if (text->is_ascii()) return Value::cell(ascii_character(static_cast<unsigned char>(text->data()[index])));
    size_t at = byte_offset(run.heap, text, index);
    return made(run, new_str(run.heap, {text->data() + at, utf8::sequence_length(text->data()[at])}, 1));
}

// Calls `use(offset)` with the place of each selected character of a non-ASCII text. False: the run must stop.
template <class Use>
bool each_selected(Run& run, const Str* text, const SliceBounds& bounds, const Use& use) {
    // Small steps walk, larger ones look the place up.
    constexpr int64_t longest_walk = 2 * mark_interval;
    int64_t index = bounds.start;
    size_t at = byte_offset(run.heap, text, static_cast<uint32_t>(index));
    for (uint64_t i = 0; i < bounds.count; i++) {
        use(at);
        if (i + 1 == bounds.count) break;
        index += bounds.step;
        if (bounds.step > longest_walk || bounds.step < -longest_walk)
            at = byte_offset(run.heap, text, static_cast<uint32_t>(index));
        else if (bounds.step > 0) at = utf8::advance(text->view(), at, static_cast<size_t>(bounds.step));
        else at = utf8::retreat(text->view(), at, static_cast<size_t>(-bounds.step));
        if (i % 4096 == 4095 && run.budget.poll(64)) return false;
    }
    return true;
}

Value pick_ascii(Run& run, const Str* text, const SliceBounds& bounds) {
    Str* result = new_str_uninitialised(run.heap, bounds.count);
    if (!result) return run.refused();
    const char* data = text->data();
    char* out = writable(result);
    int64_t at = bounds.start;
    for (uint64_t from = 0; from < bounds.count; from += poll_chunk) {
        uint64_t behind = std::min<uint64_t>(bounds.count, from + poll_chunk);
        for (uint64_t i = from; i < behind; i++, at += bounds.step) out[i] = data[at];
        if (run.budget.poll(scan_steps(poll_chunk))) return RAISED;
    }
    seal(result, static_cast<uint32_t>(bounds.count));
    return Value::cell(result);
}

Value pick(Run& run, const Str* text, const SliceBounds& bounds) {
    const char* data = text->data();
    size_t size = 0;
    if (!each_selected(run, text, bounds, [&](size_t at) { size += utf8::sequence_length(data[at]); })) return RAISED;
    Str* result = new_str_uninitialised(run.heap, size);
    if (!result) return run.refused();
    char* out = writable(result);
    bool finished = each_selected(run, text, bounds, [&](size_t at) {
        size_t length = utf8::sequence_length(data[at]);
        for (size_t i = 0; i < length; i++) *out++ = data[at + i];
    });
    if (!finished) return RAISED;
    seal(result, static_cast<uint32_t>(bounds.count));
    return Value::cell(result);
}

Value slice(Run& run, Str* text, const Slice* slice) {
    SliceBounds bounds;
    if (!slice_bounds(run, slice, text->length, bounds)) return RAISED;
    if (bounds.count == 0) return Value::cell(empty_str);
    if (bounds.count == 1) return character_at(run, text, static_cast<uint32_t>(bounds.start));
    if (bounds.step != 1) return text->is_ascii() ? pick_ascii(run, text, bounds) : pick(run, text, bounds);
    size_t from = byte_offset(run.heap, text, static_cast<uint32_t>(bounds.start));
    size_t to = byte_offset(run.heap, text, static_cast<uint32_t>(bounds.stop));
    return made(run, substring(run.heap, text, from, to - from, static_cast<uint32_t>(bounds.count)));
}

}  // namespace

Value str_get_item(Run& run, Value self, Value key) {
    Str* text = cast<Str>(self);
    if (!key.is_int()) [[unlikely]] {
        if (const Slice* wanted = as<Slice>(key))
            return slice_calls_index(run, wanted) ? item_with_index(run, self, key) : slice(run, text, wanted);
        Value number = int_of(key);
        if (number == UNBOUND) {
            if (calls_index(run, key)) return item_with_index(run, self, key);
            return run.type_error({"string indices must be integers, not '", type_name(key), "'"});
        }
        if (!number.is_int()) return run.raise(ExceptionType::IndexError, {"cannot fit 'int' into an index-sized integer"});
        key = number;
    }
    int64_t index = key.as_int();
    if (index < 0) index += text->length;
    if (index < 0 || index >= text->length) return run.raise(ExceptionType::IndexError, {"string index out of range"});
    return character_at(run, text, static_cast<uint32_t>(index));
}

// https://docs.python.org/3/library/stdtypes.html#common-sequence-operations
Value str_repeat(Run& run, Value self, Value factor) {
    Str* text = cast<Str>(self);
    uint64_t times = 0;
    Value refusal = repeat_count(run, self, factor, times);
    if (refusal != NONE) return refusal;
    if (times == 1) return self;
    if (times == 0 || text->count == 0) return Value::cell(empty_str);
    if (times > Str::max_size / text->count) return run.refused();
    uint64_t size = times * text->count;
    Str* result = new_str_uninitialised(run.heap, size);
    if (!result) return run.refused();
    if (!fill_repeated(run.budget, writable(result), text->view(), size)) return RAISED;
    seal(result, static_cast<uint32_t>(times * text->length));
    return Value::cell(result);
}

}  // namespace exmonty
