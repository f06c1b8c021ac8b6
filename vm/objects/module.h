// module: a name and its namespace, a stable dict (vm/objects/dict.h).
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

struct Dict;
struct Str;

struct Module : Cell {
    static constexpr Kind cell_kind = Kind::Module;
    Str* name;
    Dict* dict;
};

}  // namespace exmonty
