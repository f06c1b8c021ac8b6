// The static strs of names.def: `name(Name::__len__)`.
#pragma once

#include "vm/objects/str.h"

namespace exmonty {

enum class Name : uint16_t {
#define NAME(identifier) identifier,
#include "vm/objects/names.def"
};

constexpr size_t name_count = 0
#define NAME(identifier) +1
#include "vm/objects/names.def"
    ;

// Those of special methods (Run::special) stand together.
constexpr size_t first_special = static_cast<size_t>(Name::__abs__);
constexpr size_t special_count = static_cast<size_t>(Name::__xor__) + 1 - first_special;

inline constexpr std::string_view name_texts[name_count] = {
#define NAME(identifier) #identifier,
#define NAME_OF(identifier, text) text,
#include "vm/objects/names.def"
};

// The number of a text among the names; name_count: it is none.
constexpr size_t find_name(std::string_view text) {
    size_t low = 0;
    size_t high = name_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (name_texts[middle] < text) low = middle + 1;
        else high = middle;
    }
    return low < name_count && name_texts[low] == text ? low : name_count;
}

// Not constant, so that asking for a name that is missing fails the build.
void name_is_missing();
consteval Name name_of(std::string_view text) {
    size_t number = find_name(text);
    if (number == name_count) name_is_missing();
    return static_cast<Name>(number);
}

Str* name(Name which);
inline Value name_value(Name which) { return Value::cell(name(which)); }
// The static str with this text (a name of names.def, a single ASCII character, or the empty str), else nullptr. Templates use it so that
// names compare by address most of the time.
Str* static_str(std::string_view text);

}  // namespace exmonty
