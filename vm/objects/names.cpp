#include "vm/objects/names.h"

#include <array>

namespace exmonty {
namespace {

// A Str whose bytes may run over the end of the struct into `rest`. Writable, because the hash is filled in when first
// asked for; it depends on nothing but the text.
template <size_t N>
struct StaticStr {
    Str str;
    char rest[N > 8 ? N - 8 : 1];
};

constexpr Str static_head(size_t size) {
    Str head{};
    head.kind = Kind::Str;
    head.flags = Cell::immortal | Str::ascii;
    head.count = static_cast<uint32_t>(size);
    head.length = static_cast<uint32_t>(size);
    return head;
}

template <size_t N>
consteval StaticStr<N - 1> make_static(const char (&text)[N]) {
    StaticStr<N - 1> result{};
    result.str = static_head(N - 1);
    char first[8] = {};
    for (size_t i = 0; i < N - 1; i++) (i < 8 ? first[i] : result.rest[i - 8]) = text[i];
    result.str.inline_text = std::bit_cast<std::array<char, 8>>(first);
    return result;
}

#define NAME_OF(identifier, text) constinit StaticStr<sizeof(text) - 1> static_##identifier = make_static(text);
#define NAME(identifier) NAME_OF(identifier, #identifier)
#include "vm/objects/names.def"

constexpr Str* names[name_count] = {
#define NAME(identifier) &static_##identifier.str,
#include "vm/objects/names.def"
};

consteval bool sorted() {
    for (size_t i = 1; i < name_count; i++)
        if (name_texts[i - 1] >= name_texts[i]) return false;
    return true;
}
static_assert(sorted());

consteval std::array<Str, 128> make_characters() {
    std::array<Str, 128> result{};
    for (size_t i = 0; i < 128; i++) {
        result[i] = static_head(1);
        result[i].inline_text = std::array<char, 8>{static_cast<char>(i)};
    }
    return result;
}

constinit std::array<Str, 128> characters = make_characters();
constinit Str empty = static_head(0);

}  // namespace

const Str* const empty_str = &empty;

Str* name(Name which) { return names[static_cast<size_t>(which)]; }

Str* ascii_character(unsigned char code) { return &characters[code]; }

Str* static_str(std::string_view text) {
    if (text.empty()) return &empty;
    if (text.size() == 1) return static_cast<unsigned char>(text[0]) < 128 ? &characters[static_cast<unsigned char>(text[0])] : nullptr;
    const size_t number = find_name(text);
    return number == name_count ? nullptr : names[number];
}

}  // namespace exmonty
