// property, classmethod, staticmethod and super: Records whose fields are these.
#pragma once

#include "vm/objects/record.h"

namespace exmonty {

struct Run;

namespace property_field {
enum : uint32_t { getter, setter, deleter, doc, name, count };
}
namespace method_field {  // classmethod, staticmethod
enum : uint32_t { function, dict, count };
}
namespace super_field {
enum : uint32_t { type, object, object_type, count };
}
namespace alias_field {  // types.GenericAlias: list[int]
enum : uint32_t { origin, args, starred, count };
}

// super(type, object); object UNBOUND: super(type).
Value new_super(Run& run, Value type, Value object);
// origin[key]
Value new_alias(Run& run, Value origin, Value key);
// a | b for types; NOT_IMPLEMENTED when one is none.
Value union_of(Run& run, Value a, Value b);
// `__class_getitem__` of the builtin types that have it.
Value builtin_class_getitem(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
