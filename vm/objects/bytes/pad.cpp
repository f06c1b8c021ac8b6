// Methods that widen bytes: center, ljust, rjust, zfill, expandtabs.
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/text/search.h"

#include <climits>
#include <cstring>

namespace exmonty {
namespace {

Value padded(Run& run, std::string_view view, char fill, uint64_t left, uint64_t right) {
    if (left + right > ByteString::max_size) return run.refused();
    ByteString* result = new_bytes_uninitialised(run.heap, view.size() + left + right);
    if (!result) return run.refused();
    memset(result->bytes, fill, left);
    memcpy(result->bytes + left, view.data(), view.size());
    memset(result->bytes + left + view.size(), fill, right);
    return Value::cell(result);
}

enum class Alignment : uint8_t { Left, Center, Right };

Value justify(Run& run, Value* args, uint32_t count, std::string_view method, Alignment alignment) {
    if (calls_index(run, args[1])) return with_indices(run, &bytes_class, method, args, count, 0b10);
    std::string_view view = bytes_self(args)->view();
    int64_t width = 0;
    if (!int_argument(run, args[1], width)) return RAISED;
    char fill = ' ';
    if (args[2] != UNBOUND) {
        std::string_view given;
        if (!view_bytes(args[2], given))
            return run.type_error({method, "() argument 2 must be a byte string of length 1, not ", argument_type_name(args[2])});
        if (given.size() != 1) {
            return run.type_error({method, "(): argument 2 must be a byte string of length 1, not a bytes object of length ",
                                   Digits(static_cast<int64_t>(given.size())).view()});
        }
        fill = given[0];
    }
    if (width <= static_cast<int64_t>(view.size())) return args[0];
    uint64_t padding = static_cast<uint64_t>(width) - view.size();
    switch (alignment) {
        case Alignment::Left: return padded(run, view, fill, 0, padding);
        case Alignment::Right: return padded(run, view, fill, padding, 0);
        case Alignment::Center: break;
    }
    uint64_t left = padding / 2 + (padding & static_cast<uint64_t>(width) & 1);
    return padded(run, view, fill, left, padding - left);
}

// Calls `use(from, size)` for each run of bytes without tabs, and `tab(spaces)` for each tab.
template <class UseBytes, class UseTab>
void each_part(std::string_view view, int64_t tab_size, const UseBytes& use, const UseTab& tab) {
    uint64_t column = 0;
    size_t from = 0;
    for (size_t at = 0; at < view.size(); at++) {
        if (view[at] == '\n' || view[at] == '\r') column = 0;
        else if (view[at] != '\t') column++;
        if (view[at] != '\t') continue;
        use(from, at - from);
        uint64_t spaces = tab_size > 0 ? static_cast<uint64_t>(tab_size) - column % static_cast<uint64_t>(tab_size) : 0;
        column += spaces;
        tab(spaces);
        from = at + 1;
    }
    use(from, view.size() - from);
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#bytes.center
Value bytes_center(Run& run, Value* args, uint32_t count) { return justify(run, args, count, "center", Alignment::Center); }

// https://docs.python.org/3/library/stdtypes.html#bytes.ljust
Value bytes_ljust(Run& run, Value* args, uint32_t count) { return justify(run, args, count, "ljust", Alignment::Left); }

// https://docs.python.org/3/library/stdtypes.html#bytes.rjust
Value bytes_rjust(Run& run, Value* args, uint32_t count) { return justify(run, args, count, "rjust", Alignment::Right); }

// https://docs.python.org/3/library/stdtypes.html#bytes.zfill
Value bytes_zfill(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &bytes_class, "zfill", args, count, 0b10);
    std::string_view view = bytes_self(args)->view();
    int64_t width = 0;
    if (!int_argument(run, args[1], width)) return RAISED;
    if (width <= static_cast<int64_t>(view.size())) return args[0];
    uint64_t padding = static_cast<uint64_t>(width) - view.size();
    Value result = padded(run, view, '0', padding, 0);
    if (is_result(result) || view.empty()) return result;
    // A sign goes before the zeros.
    if (view[0] == '+' || view[0] == '-') {
        char* bytes = cast<ByteString>(result)->bytes;
        bytes[0] = view[0];
        bytes[padding] = '0';
    }
    return result;
}

// https://docs.python.org/3/library/stdtypes.html#bytes.expandtabs
Value bytes_expandtabs(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &bytes_class, "expandtabs", args, count, 0b10);
    std::string_view view = bytes_self(args)->view();
    int64_t tab_size = 8;
    if (!clamped_argument(run, args[1], tab_size)) return RAISED;
    if (tab_size < INT_MIN || tab_size > INT_MAX)
        return run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C int"});
    if (run.budget.poll(scan_steps(view.size()) * 4)) return RAISED;
    // Sizes below 2^64: at most 2^31 for each byte of a text that fits the memory.
    uint64_t size = 0;
    each_part(view, tab_size, [&](size_t, size_t bytes) { size += bytes; }, [&](uint64_t spaces) { size += spaces; });
    ByteString* result = new_bytes_uninitialised(run.heap, size);
    if (!result) return run.refused();
    char* out = result->bytes;
    auto copy = [&](size_t from, size_t bytes) {
        memcpy(out, view.data() + from, bytes);
        out += bytes;
    };
    auto fill = [&](uint64_t spaces) {
        memset(out, ' ', spaces);
        out += spaces;
    };
    each_part(view, tab_size, copy, fill);
    return Value::cell(result);
}

}  // namespace exmonty
