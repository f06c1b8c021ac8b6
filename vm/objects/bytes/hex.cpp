// bytes.hex and bytes.fromhex.
#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/text/byte_mask.h"
#include "vm/objects/text/search.h"

#include <climits>

namespace exmonty {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

constexpr int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// One character, or '\0' for none. False: an exception is pending.
bool read_separator(Run& run, Value value, char& separator) {
    separator = '\0';
    if (value == UNBOUND) return true;
    std::string_view view;
    size_t length;
    if (const Str* text = str_of(value)) {
        view = text->view();
        length = text->length;
    } else if (view_bytes(value, view)) {
        length = view.size();
    } else {
        const Class* type = class_of(value);
        if (type->operations && type->operations->length) {
            if (run.length(value) == Value::integer(1)) run.type_error({"sep must be str or bytes."});
            else run.value_error({"sep must be length 1."});
        }
        else run.type_error({"object of type '", type_name(value), "' has no len()"});
        return false;
    }
    if (length != 1) {
        run.value_error({"sep must be length 1."});
        return false;
    }
    if (static_cast<unsigned char>(view[0]) >= 0x80) {
        run.value_error({"sep must be ASCII."});
        return false;
    }
    separator = view[0];
    return true;
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#bytes.hex
Value bytes_hex(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[2])) return with_indices(run, &bytes_class, "hex", args, count, 0b100);
    std::string_view view = bytes_self(args)->view();
    int64_t group = 1;
    char separator;
    if (!clamped_argument(run, args[2], group)) return RAISED;
    if (group < INT_MIN || group > INT_MAX)
        return run.raise(ExceptionType::OverflowError, {"Python int too large to convert to C int"});
    if (!read_separator(run, args[1], separator)) return RAISED;
    uint64_t group_size = static_cast<uint64_t>(group < 0 ? -group : group);
    if (args[1] == UNBOUND || group_size == 0 || group_size >= view.size()) group_size = 0;
    uint64_t separators = group_size ? (view.size() - 1) / group_size : 0;
    if (view.size() > Str::max_size) return run.refused();
    Str* result = new_str_uninitialised(run.heap, view.size() * 2 + separators);
    if (!result) return run.refused();
    char* out = writable(result);
    // Groups are counted from the right when the number is positive.
    uint64_t before_separator = group_size;
    if (group_size && group > 0 && view.size() % group_size) before_separator = view.size() % group_size;
    for (size_t i = 0; i < view.size(); i++) {
        if (group_size && before_separator-- == 0) {
            *out++ = separator;
            before_separator = group_size - 1;
        }
        unsigned char byte = static_cast<unsigned char>(view[i]);
        *out++ = hex_digits[byte >> 4];
        *out++ = hex_digits[byte & 15];
        if (i % poll_chunk == poll_chunk - 1 && run.budget.poll(scan_steps(poll_chunk))) return RAISED;
    }
    seal(result, result->count);
    return Value::cell(result);
}

// https://docs.python.org/3/library/stdtypes.html#bytes.fromhex
Value bytes_fromhex(Run& run, Value* args, uint32_t) {
    std::string_view text;
    if (const Str* str = str_of(args[1])) text = str->view();
    else if (!view_bytes(args[1], text))
        return run.type_error({"fromhex() argument must be str or bytes-like, not ", type_name(args[1])});
    // At most half as many bytes as digits; spaces between bytes make it fewer.
    size_t bytes = 0;
    for (size_t at = 0; at < text.size();) {
        if (ByteSpace::contains(static_cast<unsigned char>(text[at]))) {
            at++;
            continue;
        }
        size_t wrong = hex_value(text[at]) < 0 ? at : at + 1;
        if (wrong == text.size()) return run.value_error({"fromhex() arg must contain an even number of hexadecimal digits"});
        if (hex_value(text[wrong]) < 0) {
            size_t position = str_of(args[1]) ? utf8::count_code_points(text.substr(0, wrong)) : wrong;
            return run.value_error({"non-hexadecimal number found in fromhex() arg at position ",
                                    Digits(static_cast<int64_t>(position)).view()});
        }
        at += 2;
        if (++bytes % poll_chunk == 0 && run.budget.poll(scan_steps(poll_chunk))) return RAISED;
    }
    ByteString* result = new_bytes_uninitialised(run.heap, bytes);
    if (!result) return run.refused();
    char* out = result->bytes;
    for (size_t at = 0; at < text.size();) {
        if (ByteSpace::contains(static_cast<unsigned char>(text[at]))) {
            at++;
            continue;
        }
        *out++ = static_cast<char>(hex_value(text[at]) << 4 | hex_value(text[at + 1]));
        at += 2;
    }
    // A subclass makes an instance of itself of the bytes.
    if (args[0] == Value::cell(&bytes_class)) return Value::cell(result);
    return run.call(args[0], {Value::cell(result)});
}

}  // namespace exmonty
