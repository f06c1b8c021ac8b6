// Methods that widen a str: center, ljust, rjust, zfill, expandtabs. The size is known before the result is made.
#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/search.h"

#include <climits>
#include <cstring>

namespace exmonty {
namespace {

char* fill(char* out, std::string_view character, uint64_t count) {
    if (character.size() == 1) {
        memset(out, character[0], count);
        return out + count;
    }
    for (uint64_t i = 0; i < count; i++, out += character.size()) memcpy(out, character.data(), character.size());
    return out;
}

// The text with this much padding on its sides.
Value padded(Run& run, Str* text, std::string_view character, uint64_t left, uint64_t right) {
    uint64_t padding = left + right;
    if (padding > Str::max_size) return run.refused();
    Str* result = new_str_uninitialised(run.heap, text->count + padding * character.size());
    if (!result) return run.refused();
    char* out = fill(writable(result), character, left);
    memcpy(out, text->data(), text->count);
    fill(out + text->count, character, right);
    seal(result, static_cast<uint32_t>(text->length + padding));
    return Value::cell(result);
}

enum class Alignment : uint8_t { Left, Center, Right };

Value justify(Run& run, Value* args, uint32_t count, std::string_view method, Alignment alignment) {
    if (calls_index(run, args[1])) return with_indices(run, &str_class, method, args, count, 0b10);
    Str* text = self_of(args);
    int64_t width = 0;
    if (!int_argument(run, args[1], width)) return RAISED;
    std::string_view character = " ";
    if (args[2] != UNBOUND) {
        Str* given = str_of(args[2]);
        if (!given) return run.type_error({"The fill character must be a unicode character, not ", type_name(args[2])});
        if (given->length != 1) return run.type_error({"The fill character must be exactly one character long"});
        character = given->view();
    }
    if (width <= text->length) return args[0];
    uint64_t padding = static_cast<uint64_t>(width) - text->length;
    switch (alignment) {
        case Alignment::Left: return padded(run, text, character, 0, padding);
        case Alignment::Right: return padded(run, text, character, padding, 0);
        case Alignment::Center: break;
    }
    // An odd space goes to the left when the width is odd, as in CPython.
    uint64_t left = padding / 2 + (padding & static_cast<uint64_t>(width) & 1);
    return padded(run, text, character, left, padding - left);
}

// Calls `use(from, size)` for each run of text without tabs, and `tab(spaces)` for each tab.
template <class UseText, class UseTab>
void each_part(const Str* text, int64_t tab_size, const UseText& use, const UseTab& tab) {
    std::string_view view = text->view();
    uint64_t column = 0;
    size_t from = 0;
    while (from < view.size()) {
        size_t at = from;
        uint64_t width = 0;
        while (at < view.size() && view[at] != '\t') {
            char c = view[at++];
            if (!utf8::is_continuation(c)) width++;
            if (c == '\n' || c == '\r') {
                column = 0;
                width = 0;
            }
        }
        column += width;
        if (!use(from, at - from)) return;
        if (at < view.size()) {
            uint64_t spaces = 0;
            if (tab_size > 0) spaces = static_cast<uint64_t>(tab_size) - column % static_cast<uint64_t>(tab_size);
            column += spaces;
            if (!tab(spaces)) return;
            at++;
        }
        from = at;
    }
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.center
Value str_center(Run& run, Value* args, uint32_t count) { return justify(run, args, count, "center", Alignment::Center); }

// https://docs.python.org/3/library/stdtypes.html#str.ljust
Value str_ljust(Run& run, Value* args, uint32_t count) { return justify(run, args, count, "ljust", Alignment::Left); }

// https://docs.python.org/3/library/stdtypes.html#str.rjust
Value str_rjust(Run& run, Value* args, uint32_t count) { return justify(run, args, count, "rjust", Alignment::Right); }

// https://docs.python.org/3/library/stdtypes.html#str.zfill
Value str_zfill(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &str_class, "zfill", args, count, 0b10);
    Str* text = self_of(args);
    int64_t width = 0;
    if (!int_argument(run, args[1], width)) return RAISED;
    if (width <= text->length) return args[0];
    uint64_t padding = static_cast<uint64_t>(width) - text->length;
    Value result = padded(run, text, "0", padding, 0);
    if (is_result(result) || text->count == 0) return result;
    // A sign goes before the zeros.
    char sign = text->data()[0];
    if (sign == '+' || sign == '-') {
        char* bytes = writable(cast<Str>(result));
        bytes[0] = sign;
        bytes[padding] = '0';
    }
    return result;
}

// https://docs.python.org/3/library/stdtypes.html#str.expandtabs
Value str_expandtabs(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &str_class, "expandtabs", args, count, 0b10);
    Str* text = self_of(args);
    int64_t tab_size = 8;
    if (!clamped_argument(run, args[1], tab_size)) return RAISED;
    if (tab_size < INT_MIN || tab_size > INT_MAX)
        return run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C int"});
    if (run.budget.poll(scan_steps(text->count) * 4)) return RAISED;
    uint64_t size = 0;
    uint64_t tabs = 0;
    auto count_text = [&](size_t, size_t bytes) {
        size += bytes;
        return true;
    };
    auto count_tab = [&](uint64_t spaces) {
        size += spaces;
        return ++tabs % poll_chunk != 0 || !run.budget.poll(1);
    };
    each_part(text, tab_size, count_text, count_tab);
    if (run.budget.breach != Breach::None) return RAISED;
    if (tabs == 0) return args[0];
    Str* result = new_str_uninitialised(run.heap, size);
    if (!result) return run.refused();
    char* out = writable(result);
    auto copy_text = [&](size_t from, size_t bytes) {
        memcpy(out, text->data() + from, bytes);
        out += bytes;
        return true;
    };
    auto copy_tab = [&](uint64_t spaces) {
        out = fill(out, " ", spaces);
        return true;
    };
    each_part(text, tab_size, copy_text, copy_tab);
    seal(result, static_cast<uint32_t>(utf8::count_code_points(result->view())));
    return Value::cell(result);
}

}  // namespace exmonty
