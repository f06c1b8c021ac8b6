// property, classmethod, staticmethod and super: Records whose fields are these.
#pragma once

#include "vm/objects/record.h"

namespace exmonty {

struct Run;

namespace property_field {
enum : uint32_t { getter, setter, deleter, doc, name, count };
}
namespace method_field {  // classmethod, staticmethod
enum : uint32_t { function, count };
}
namespace super_field {
enum : uint32_t { type, object, object_type, count };
}
namespace alias_field {  // types.GenericAlias: list[int]
enum : uint32_t { origin, args, count };
}

}  // namespace exmonty
