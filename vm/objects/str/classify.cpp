// Methods that ask what a str is made of.
#include "vm/base/unicode.h"
#include "vm/base/unicode_identifier.h"
#include "vm/base/unicode_types.h"
#include "vm/base/utf8.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/search.h"

#include <algorithm>
#include <array>

namespace exmonty {
namespace {

constexpr uint16_t ascii_classes(unsigned char c) {
    if (c >= 'a' && c <= 'z') return unicode::alphabetic | unicode::lower | unicode::cased;
    if (c >= 'A' && c <= 'Z') return unicode::alphabetic | unicode::upper | unicode::cased;
    if (c >= '0' && c <= '9') return unicode::decimal | unicode::digit | unicode::numeric;
    return 0;
}

constexpr std::array<uint16_t, 128> ascii_table = [] {
    std::array<uint16_t, 128> result{};
    for (unsigned char c = 0; c < 128; c++) result[c] = ascii_classes(c);
    return result;
}();

uint16_t classes_of(char32_t c) { return c < 128 ? ascii_table[c] : unicode::classes_of(c); }

// Whether `test` holds for all characters; RAISED when the run must stop.
template <class Test>
Value all(Run& run, const Str* text, const Test& test) {
    const char* at = text->data();
    const char* end = at + text->count;
    while (at < end) {
        const char* from = at;
        const char* chunk = from + std::min(static_cast<size_t>(end - from), poll_chunk);
        bool holds = true;
        while (holds && at < chunk) holds = test(utf8::next(at));
        if (poll_scan(run.budget, static_cast<size_t>(at - from) * 4)) return RAISED;
        if (!holds) return FALSE;
    }
    return TRUE;
}

Value all_of_class(Run& run, const Str* text, uint16_t classes) {
    if (text->count == 0) return FALSE;
    return all(run, text, [classes](char32_t c) { return (classes_of(c) & classes) != 0; });
}

// At least one character of `wanted`, none of `refused`.
Value some_of_class(Run& run, const Str* text, uint16_t wanted, uint16_t refused) {
    bool any = false;
    Value result = all(run, text, [&](char32_t c) {
        uint16_t classes = classes_of(c);
        any = any || classes & wanted;
        return !(classes & refused);
    });
    return result == TRUE ? boolean(any) : result;
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#str.isalnum
Value str_isalnum(Run& run, Value* args, uint32_t) { return all_of_class(run, self_of(args), unicode::alphanumeric); }

// https://docs.python.org/3/library/stdtypes.html#str.isalpha
Value str_isalpha(Run& run, Value* args, uint32_t) { return all_of_class(run, self_of(args), unicode::alphabetic); }

// https://docs.python.org/3/library/stdtypes.html#str.isascii
Value str_isascii(Run&, Value* args, uint32_t) { return boolean(self_of(args)->is_ascii()); }

// https://docs.python.org/3/library/stdtypes.html#str.isdecimal
Value str_isdecimal(Run& run, Value* args, uint32_t) { return all_of_class(run, self_of(args), unicode::decimal); }

// https://docs.python.org/3/library/stdtypes.html#str.isdigit
Value str_isdigit(Run& run, Value* args, uint32_t) { return all_of_class(run, self_of(args), unicode::digit); }

// https://docs.python.org/3/library/stdtypes.html#str.isnumeric
Value str_isnumeric(Run& run, Value* args, uint32_t) { return all_of_class(run, self_of(args), unicode::numeric); }

// https://docs.python.org/3/library/stdtypes.html#str.isidentifier
Value str_isidentifier(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->count == 0) return FALSE;
    bool first = true;
    return all(run, text, [&first](char32_t c) {
        bool fits = first ? unicode::is_identifier_start(c) : unicode::is_identifier_continue(c);
        first = false;
        return fits;
    });
}

// https://docs.python.org/3/library/stdtypes.html#str.islower
Value str_islower(Run& run, Value* args, uint32_t) {
    return some_of_class(run, self_of(args), unicode::lower, unicode::upper | unicode::title);
}

// https://docs.python.org/3/library/stdtypes.html#str.isupper
Value str_isupper(Run& run, Value* args, uint32_t) {
    return some_of_class(run, self_of(args), unicode::upper, unicode::lower | unicode::title);
}

// https://docs.python.org/3/library/stdtypes.html#str.isprintable
Value str_isprintable(Run& run, Value* args, uint32_t) {
    return all(run, self_of(args), [](char32_t c) { return c < 128 ? c >= ' ' && c < 127 : unicode::is_printable(c); });
}

// https://docs.python.org/3/library/stdtypes.html#str.isspace
Value str_isspace(Run& run, Value* args, uint32_t) {
    const Str* text = self_of(args);
    if (text->count == 0) return FALSE;
    return all(run, text, [](char32_t c) { return unicode::is_space(c); });
}

// https://docs.python.org/3/library/stdtypes.html#str.istitle
Value str_istitle(Run& run, Value* args, uint32_t) {
    bool in_word = false;
    bool any = false;
    Value result = all(run, self_of(args), [&](char32_t c) {
        uint16_t classes = classes_of(c);
        if (classes & (unicode::upper | unicode::title)) {
            if (in_word) return false;
            in_word = any = true;
        } else if (classes & unicode::lower) {
            if (!in_word) return false;
            any = true;
        } else {
            in_word = false;
        }
        return true;
    });
    return result == TRUE ? boolean(any) : result;
}

}  // namespace exmonty
