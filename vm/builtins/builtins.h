// The builtins module: every function and type that a name may mean without being defined.
// https://docs.python.org/3/library/functions.html
#pragma once

#include "vm/objects/names.h"
#include "vm/objects/native.h"

#include <span>

namespace exmonty {

struct Dict;

// Fills the builtins dict of a fresh run. False when memory is refused.
bool fill_builtins(Run& run, Dict* builtins);

struct BuiltinFunctions {
    std::span<const NativeFunction> functions;
    const Name* names;  // one for each
};

template <size_t N>
consteval std::array<Name, N> names_of(const NativeRow (&rows)[N]) {
    std::array<Name, N> names{};
    for (size_t i = 0; i < N; i++) names[i] = name_of(rows[i].name);
    return names;
}

// The tables of functions, by theme; each is the foot of its file.
BuiltinFunctions attribute_functions();
BuiltinFunctions class_check_functions();
BuiltinFunctions extremum_functions();
BuiltinFunctions iteration_functions();
BuiltinFunctions number_functions();
BuiltinFunctions printing_functions();
BuiltinFunctions sum_functions();

// ascii(value).
Value ascii_of(Run& run, Value value);

}  // namespace exmonty
