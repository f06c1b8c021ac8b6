// Methods that change the case of a str.
#include "vm/base/unicode_types.h"
#include "vm/base/utf8.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/ascii_case.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

using unicode::Case;

constexpr char32_t sigma = 0x3A3;
constexpr char32_t final_sigma = 0x3C2;

// An ASCII text of the same size, made by `convert(out, text, size)`.
template <class Convert>
Value convert_ascii(Run& run, const Str* text, const Convert& convert) {
    if (text->count == 0) return Value::cell(empty_str);
    if (text->count == 1) {
        char character;
        convert(&character, text->data(), 1);
        return Value::cell(ascii_character(static_cast<unsigned char>(character)));
    }
    Str* result = new_str_uninitialised(run.heap, text->count);
    if (!result) return run.refused();
    convert(writable(result), text->data(), text->count);
    seal(result, text->count);
    if (poll_scan(run.budget, text->count)) return RAISED;
    return Value::cell(result);
}

// Characters are written where there is room for them already; what one becomes is at most this long.
constexpr size_t most_bytes = unicode::CaseMapping::most * utf8::max_length;

char* put_in_case(char* out, char32_t code_point, Case which) {
    if (code_point < 128) {
        char c = static_cast<char>(code_point);
        bool upper = which == Case::Upper || which == Case::Title;
        *out = upper ? in_ascii_case<AsciiCase::Upper>(c) : in_ascii_case<AsciiCase::Lower>(c);
        return out + 1;
    }
    unicode::CaseMapping mapping = unicode::in_case(code_point, which);
    out += utf8::encode(mapping.code_points[0], out);
    for (uint8_t i = 1; i < mapping.count; i++) out += utf8::encode(mapping.code_points[i], out);
    return out;
}

// A sigma is final when a cased letter precedes it and none follows; case-ignorable characters do not count. No other
// sigma is passed on the way, so all of a text's sigmas take time in proportion to its length.
bool is_final_sigma(std::string_view text, const char* sigma_at) {
    const char* at = sigma_at;
    bool follows_letter = false;
    while (at > text.data()) {
        uint16_t classes = unicode::classes_of(utf8::previous(at));
        if (classes & unicode::case_ignorable) continue;
        follows_letter = classes & unicode::cased;
        break;
    }
    if (!follows_letter) return false;
    at = sigma_at;
    utf8::next(at);
    while (at < text.data() + text.size()) {
        uint16_t classes = unicode::classes_of(utf8::next(at));
        if (classes & unicode::case_ignorable) continue;
        return !(classes & unicode::cased);
    }
    return true;
}

char* put_lower(char* out, std::string_view text, const char* at, char32_t code_point) {
    if (code_point == sigma && is_final_sigma(text, at)) return out + utf8::encode(final_sigma, out);
    return put_in_case(out, code_point, Case::Lower);
}

// `put(out, at, code point)` for each character; it returns where to go on.
template <class Put>
Value convert_each(Run& run, const Str* text, const Put& put) {
    constexpr size_t characters_at_once = 512;
    TextBuilder builder(run);
    builder.reserve(text->count + most_bytes * characters_at_once);
    const char* at = text->data();
    const char* end = at + text->count;
    while (at < end) {
        if (!builder.reserve(most_bytes * characters_at_once)) break;
        char* out = builder.data + builder.size;
        for (size_t i = 0; i < characters_at_once && at < end; i++) {
            const char* from = at;
            char32_t code_point = utf8::next(at);
            out = put(out, from, code_point);
        }
        builder.size = static_cast<size_t>(out - builder.data);
        if (run.budget.poll(8)) return RAISED;
    }
    return builder.str();
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.upper
Value str_upper(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Upper>);
    return convert_each(run, text, [](char* out, const char*, char32_t c) { return put_in_case(out, c, Case::Upper); });
}

// https://docs.python.org/3/library/stdtypes.html#str.lower
Value str_lower(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Lower>);
    std::string_view view = text->view();
    return convert_each(run, text, [view](char* out, const char* at, char32_t c) { return put_lower(out, view, at, c); });
}

// https://docs.python.org/3/library/stdtypes.html#str.casefold
Value str_casefold(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Lower>);
    return convert_each(run, text, [](char* out, const char*, char32_t c) { return put_in_case(out, c, Case::Folded); });
}

// https://docs.python.org/3/library/stdtypes.html#str.swapcase
Value str_swapcase(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Swapped>);
    std::string_view view = text->view();
    return convert_each(run, text, [view](char* out, const char* at, char32_t c) {
        uint16_t classes = unicode::classes_of(c);
        if (classes & unicode::upper) return put_lower(out, view, at, c);
        if (classes & unicode::lower) return put_in_case(out, c, Case::Upper);
        return out + utf8::encode(c, out);
    });
}

// https://docs.python.org/3/library/stdtypes.html#str.title
Value str_title(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_title);
    std::string_view view = text->view();
    bool in_word = false;
    return convert_each(run, text, [view, &in_word](char* out, const char* at, char32_t c) {
        out = in_word ? put_lower(out, view, at, c) : put_in_case(out, c, Case::Title);
        in_word = unicode::is_of(c, unicode::lower | unicode::upper | unicode::title);
        return out;
    });
}

// https://docs.python.org/3/library/stdtypes.html#str.capitalize
Value str_capitalize(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) {
        return convert_ascii(run, text, [](char* out, const char* from, size_t size) {
            convert_ascii_case<AsciiCase::Lower>(out, from, size);
            out[0] = in_ascii_case<AsciiCase::Upper>(from[0]);
        });
    }
    std::string_view view = text->view();
    return convert_each(run, text, [view](char* out, const char* at, char32_t c) {
        return at == view.data() ? put_in_case(out, c, Case::Title) : put_lower(out, view, at, c);
    });
}

}  // namespace exmonty
