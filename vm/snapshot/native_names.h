// Static cells by name: builtin classes, and the rows of their tables, of modules and of builtins.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/objects/class.h"
#include "vm/objects/dict.h"

namespace exmonty {

// "list", or "module.name" for a class of another module than builtins.
void append_class_name(TextSink& sink, const Class* type);
// Where a row stands: the class that has it, "module:name" of a module, "" for builtins, "=" for a method that follows
// from a type's operations.
void append_native_owner(TextSink& sink, const NativeFunction* native);

// Finds them again. `builtins` is a dict as fill_builtins makes it. nullptr: there is none of that name.
const Class* find_static_class(Run& run, const Dict* builtins, std::string_view name);
const NativeFunction* find_static_native(Run& run, const Dict* builtins, std::string_view owner, std::string_view name);

}  // namespace exmonty
