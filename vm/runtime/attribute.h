// Attribute access on any value.
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/run.h"

namespace exmonty {

// What an attribute found on a class becomes for `object` (UNBOUND: access through the class itself).
Value bind_attribute(Run& run, Value found, Value object, const Class* type);
bool is_data_descriptor(Run& run, Value found);
Value raise_attribute_error(Run& run, Value object, Str* name);
// The attribute by the general rules, without `__getattribute__` and `__getattr__`; UNBOUND: none.
Value generic_attribute(Run& run, Value object, Str* name);
// object.__setattr__ and object.__delattr__.
Value generic_set_attribute(Run& run, Value object, Str* name, Value value);
Value super_attribute(Run& run, Value super, Str* name);
// Sets an attribute in a class's namespace and moves its version when that can matter.
Value set_class_attribute(Run& run, Class* type, Str* name, Value value);

// A special method of `object` for CALL_METHOD: the function and self, or a bound value and UNBOUND, to window[0] and
// window[1]. False: its class has none.
bool load_special_method(Run& run, Value object, Name which, Value* window);

enum class SuperUse : uint8_t { Attribute, Method };

}  // namespace exmonty
