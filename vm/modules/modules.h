// The importable modules that have a native part. A module may be native, Python of the prelude, or both: the native part is
// filled in first, then the prelude's code runs in the same namespace.
#pragma once

#include "vm/objects/module.h"
#include "vm/objects/native.h"

#include <span>
#include <string_view>

namespace exmonty {

struct Class;

struct NativeModule {
    const char* name;
    std::span<const NativeFunction> functions;
    // What is not a function: constants. May be nullptr. False when memory is refused.
    bool (*fill)(Run& run, Module* module);
    // Its types; those of another module's name, or whose name starts with an underscore, are not in the namespace.
    std::span<const Class* const> classes = {};
    // Rows that `fill` binds to something, beside `functions`.
    std::span<const NativeFunction> bound = {};
};

std::span<const NativeModule* const> native_modules();
// The module with this row in `functions` or `bound`, and its row of a name; or nullptr.
const NativeModule* module_with_any_row(const NativeFunction* native);
const NativeFunction* find_any_row(const NativeModule* module, std::string_view name);

// nullptr: no native part.
const NativeModule* find_native_module(std::string_view name);

// The class of a module whose table holds this row; nullptr: none.
const Class* module_class_with_row(const NativeFunction* native);

// The module whose table holds this row; nullptr: a builtin function or a method.
const NativeModule* module_with_row(const NativeFunction* native);

// Adds a name to a module's namespace; for `fill` functions.
bool add_to_module(Run& run, Module* module, std::string_view name, Value value);

}  // namespace exmonty
