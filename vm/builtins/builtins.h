// The builtins module: every function and type that a name may mean without being defined.
// https://docs.python.org/3/library/functions.html
#pragma once

#include "vm/objects/native.h"

#include <span>

namespace exmonty {

struct Dict;

// Fills the builtins dict of a fresh run. False when memory is refused.
bool fill_builtins(Run& run, Dict* builtins);

// The tables of functions, by theme; each is the foot of its file.
std::span<const NativeFunction> attribute_functions();
std::span<const NativeFunction> class_check_functions();
std::span<const NativeFunction> extremum_functions();
std::span<const NativeFunction> iteration_functions();
std::span<const NativeFunction> number_functions();
std::span<const NativeFunction> printing_functions();
std::span<const NativeFunction> sum_functions();

// ascii(value).
Value ascii_of(Run& run, Value value);

}  // namespace exmonty
