// Text that shows an object by its identity.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/objects/class.h"
#include "vm/objects/run.h"

namespace exmonty {

// What id() gives: looks like an address and says nothing about one.
uint64_t address_of(Run& run, Value value);
// "<pieces at 0x7f…>": the number is the object's identity, not its address. At most five pieces.
Value text_with_address(Run& run, std::initializer_list<std::string_view> pieces, Value value);
// "<__main__.C object at 0x7f…>"
Value default_repr(Run& run, Value value);
// "__main__.C", or "int" for a class of the builtins.
void append_qualified_name(Run& run, TextSink& sink, const Class* type);
std::string_view class_module(Run& run, const Class* type);
// The hash of an object that is compared by identity.
uint64_t identity_hash(Run& run, Value value);

// The builtin class whose method table holds this row; nullptr: a function of a module. Slow: for messages and texts.
const Class* class_with_row(const NativeFunction* native);
// All builtin classes that are known by name in the `builtins` module or elsewhere (vm/objects/builtin_classes.cpp).
std::span<const Class* const> builtin_classes();

}  // namespace exmonty
