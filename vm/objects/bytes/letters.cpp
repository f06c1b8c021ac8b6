// Methods of bytes that know ASCII letters, digits and spaces.
#include "vm/objects/bytes/methods.h"
#include "vm/base/utf8.h"
#include "vm/objects/text/ascii_case.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

template <class Convert>
Value convert(Run& run, std::string_view view, const Convert& convert) {
    if (view.empty()) return Value::cell(empty_bytes);
    ByteString* result = new_bytes_uninitialised(run.heap, view.size());
    if (!result) return run.refused();
    convert(result->bytes, view.data(), view.size());
    if (poll_scan(run.budget, view.size())) return RAISED;
    return Value::cell(result);
}

constexpr bool is_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Calls `test` with byte after byte as long as it is true. NONE: it was for all; RAISED: the run must stop.
template <class Test>
Value each(Run& run, std::string_view view, const Test& test) {
    for (size_t at = 0; at < view.size();) {
        const size_t from = at;
        const size_t chunk = std::min(view.size(), from + poll_chunk);
        while (at < chunk && test(view[at])) at++;
        if (poll_scan(run.budget, at - from)) return RAISED;
        if (at < chunk) return FALSE;
    }
    return NONE;
}

template <class Test>
Value all(Run& run, std::string_view view, const Test& test) {
    const Value result = each(run, view, test);
    return result == NONE ? boolean(!view.empty()) : result;
}

// At least one byte of `wanted`, none of `refused`.
template <class Wanted, class Refused>
Value some(Run& run, std::string_view view, const Wanted& wanted, const Refused& refused) {
    bool any = false;
    const Value result = each(run, view, [&](char c) {
        any = any || wanted(c);
        return !refused(c);
    });
    return result == NONE ? boolean(any) : result;
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#bytes.upper
Value bytes_upper(Run& run, Value* args, uint32_t) {
    return convert(run, bytes_self(args)->view(), convert_ascii_case<AsciiCase::Upper>);
}

// https://docs.python.org/3/library/stdtypes.html#bytes.lower
Value bytes_lower(Run& run, Value* args, uint32_t) {
    return convert(run, bytes_self(args)->view(), convert_ascii_case<AsciiCase::Lower>);
}

// https://docs.python.org/3/library/stdtypes.html#bytes.swapcase
Value bytes_swapcase(Run& run, Value* args, uint32_t) {
    return convert(run, bytes_self(args)->view(), convert_ascii_case<AsciiCase::Swapped>);
}

// https://docs.python.org/3/library/stdtypes.html#bytes.title
Value bytes_title(Run& run, Value* args, uint32_t) { return convert(run, bytes_self(args)->view(), convert_ascii_title); }

// https://docs.python.org/3/library/stdtypes.html#bytes.capitalize
Value bytes_capitalize(Run& run, Value* args, uint32_t) {
    return convert(run, bytes_self(args)->view(), [](char* out, const char* from, size_t size) {
        convert_ascii_case<AsciiCase::Lower>(out, from, size);
        out[0] = in_ascii_case<AsciiCase::Upper>(from[0]);
    });
}

// https://docs.python.org/3/library/stdtypes.html#bytes.isalnum
Value bytes_isalnum(Run& run, Value* args, uint32_t) {
    return all(run, bytes_self(args)->view(), [](char c) { return is_letter(c) || is_digit(c); });
}

// https://docs.python.org/3/library/stdtypes.html#bytes.isalpha
Value bytes_isalpha(Run& run, Value* args, uint32_t) { return all(run, bytes_self(args)->view(), is_letter); }

// https://docs.python.org/3/library/stdtypes.html#bytes.isascii
Value bytes_isascii(Run& run, Value* args, uint32_t) {
    const std::string_view view = bytes_self(args)->view();
    return poll_scan(run.budget, view.size()) ? RAISED : boolean(utf8::is_ascii(view));
}

// https://docs.python.org/3/library/stdtypes.html#bytes.isdigit
Value bytes_isdigit(Run& run, Value* args, uint32_t) { return all(run, bytes_self(args)->view(), is_digit); }

// https://docs.python.org/3/library/stdtypes.html#bytes.islower
Value bytes_islower(Run& run, Value* args, uint32_t) { return some(run, bytes_self(args)->view(), is_ascii_lower, is_ascii_upper); }

// https://docs.python.org/3/library/stdtypes.html#bytes.isupper
Value bytes_isupper(Run& run, Value* args, uint32_t) { return some(run, bytes_self(args)->view(), is_ascii_upper, is_ascii_lower); }

// https://docs.python.org/3/library/stdtypes.html#bytes.isspace
Value bytes_isspace(Run& run, Value* args, uint32_t) {
    return all(run, bytes_self(args)->view(), [](char c) { return ByteSpace::contains(static_cast<unsigned char>(c)); });
}

// https://docs.python.org/3/library/stdtypes.html#bytes.istitle
Value bytes_istitle(Run& run, Value* args, uint32_t) {
    const std::string_view view = bytes_self(args)->view();
    return poll_scan(run.budget, view.size()) ? RAISED : boolean(is_ascii_title(view));
}

}  // namespace exmonty
