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

Str* name(Name which);
inline Value name_value(Name which) { return Value::cell(name(which)); }
// The static str with this text (a name of names.def, a single ASCII character, or the empty str), else nullptr. Templates use it so that
// names compare by address most of the time.
Str* static_str(std::string_view text);

}  // namespace exmonty
