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
    if (text->count > poll_chunk && run.budget.poll(scan_steps(text->count))) return RAISED;
    return Value::cell(result);
}

void append_in_case(TextSink& sink, char32_t code_point, Case which) {
    unicode::CaseMapping mapping = unicode::in_case(code_point, which);
    for (uint8_t i = 0; i < mapping.count; i++) sink.append_code_point(mapping.code_points[i]);
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

void append_lower(TextSink& sink, std::string_view text, const char* at, char32_t code_point) {
    if (code_point == sigma && is_final_sigma(text, at)) sink.append_code_point(final_sigma);
    else append_in_case(sink, code_point, Case::Lower);
}

// `append(sink, at, code point)` for each character.
template <class Append>
Value convert_each(Run& run, const Str* text, const Append& append) {
    TextBuilder builder(run);
    builder.reserve(text->count);
    const char* at = text->data();
    const char* end = at + text->count;
    for (uint32_t i = 1; at < end; i++) {
        const char* from = at;
        append(builder, from, utf8::next(at));
        if (i % 4096 == 0 && (builder.failed || run.budget.poll(64))) break;
    }
    if (run.budget.breach != Breach::None) return RAISED;
    return builder.str();
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.upper
Value str_upper(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Upper>);
    return convert_each(run, text, [](TextSink& sink, const char*, char32_t c) { append_in_case(sink, c, Case::Upper); });
}

// https://docs.python.org/3/library/stdtypes.html#str.lower
Value str_lower(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Lower>);
    std::string_view view = text->view();
    return convert_each(run, text, [view](TextSink& sink, const char* at, char32_t c) { append_lower(sink, view, at, c); });
}

// https://docs.python.org/3/library/stdtypes.html#str.casefold
Value str_casefold(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Lower>);
    return convert_each(run, text, [](TextSink& sink, const char*, char32_t c) { append_in_case(sink, c, Case::Folded); });
}

// https://docs.python.org/3/library/stdtypes.html#str.swapcase
Value str_swapcase(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_case<AsciiCase::Swapped>);
    std::string_view view = text->view();
    return convert_each(run, text, [view](TextSink& sink, const char* at, char32_t c) {
        uint16_t classes = unicode::classes_of(c);
        if (classes & unicode::upper) append_lower(sink, view, at, c);
        else if (classes & unicode::lower) append_in_case(sink, c, Case::Upper);
        else sink.append_code_point(c);
    });
}

// https://docs.python.org/3/library/stdtypes.html#str.title
Value str_title(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->is_ascii()) return convert_ascii(run, text, convert_ascii_title);
    std::string_view view = text->view();
    bool in_word = false;
    return convert_each(run, text, [view, &in_word](TextSink& sink, const char* at, char32_t c) {
        if (in_word) append_lower(sink, view, at, c);
        else append_in_case(sink, c, Case::Title);
        in_word = unicode::is_of(c, unicode::cased | unicode::lower | unicode::upper | unicode::title);
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
    return convert_each(run, text, [view](TextSink& sink, const char* at, char32_t c) {
        if (at == view.data()) append_in_case(sink, c, Case::Title);
        else append_lower(sink, view, at, c);
    });
}

}  // namespace exmonty
