// The prelude: library modules, or parts of them, that are written in Python and compiled while building.
#pragma once

#include <cstddef>
#include <string_view>

namespace exmonty {

// A module's code in the form of vm/bytecode/code_format.h.
struct PreludeModule {
    const char* name;  // nullptr ends the table
    const unsigned char* bytes;
    size_t size;
};

// The table that the stage-0 compiler wrote.
const PreludeModule* prelude_modules();

// The code of a module; empty: the prelude has none of that name.
inline std::string_view prelude_code(std::string_view name) {
    for (const PreludeModule* module = prelude_modules(); module->name; module++)
        if (name == module->name) return {reinterpret_cast<const char*>(module->bytes), module->size};
    return {};
}

}  // namespace exmonty
