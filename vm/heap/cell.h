// The header of every heap cell, and its kind.
#pragma once

#include "vm/base/value.h"

#include <cstddef>

namespace exmonty {

enum class Kind : uint8_t {
#define KIND(Name, Struct, owns, python_name) Name,
#include "vm/heap/kinds.def"
};

constexpr size_t kind_count = 0
#define KIND(Name, Struct, owns, python_name) +1
#include "vm/heap/kinds.def"
    ;

enum class Owns : uint8_t { Plain, Block };

constexpr Owns kind_owns[kind_count] = {
#define KIND(Name, Struct, owns, python_name) Owns::owns,
#include "vm/heap/kinds.def"
};

// Eight bytes. A cell never moves. `small` is free for the kind. `count` is the cell's identity: 0, or the number that
// the run gave it when Python first asked for its id or its default hash (vm/objects/hash.h); in Str, Tuple and Int,
// which have no identity of their own, it is the size.
struct Cell {
    Kind kind;
    uint8_t flags;
    uint16_t small;
    uint32_t count;

    // Set for cells outside every run's heap: static data and templates. Never marked, never written to a snapshot by
    // content when it has a name.
    static constexpr uint8_t immortal = 0x80;
    constexpr bool is_immortal() const { return (flags & immortal) != 0; }
};
static_assert(sizeof(Cell) == 8);

// The cell of a value when it is of the kind that T::kind names, else nullptr.
template <class T>
T* as(Value value) {
    if (!value.is_cell() || value.as_cell()->kind != T::cell_kind) return nullptr;
    return static_cast<T*>(value.as_cell());
}

// The same where the caller has already seen the kind.
template <class T>
T* cast(Value value) {
    return static_cast<T*>(value.as_cell());
}

inline bool is_kind(Value value, Kind kind) { return value.is_cell() && value.as_cell()->kind == kind; }

}  // namespace exmonty
