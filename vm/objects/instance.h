// Instances of classes that Python code defines.
//
// A Shape says which attribute lies in which slot. The root shape belongs to the class, so a shape guard is a class
// guard. The first `inline_capacity` slots follow the header, the rest are in a block. `__dict__` taken, an attribute
// deleted, or more than 64 attributes: dictionary mode (`shape` is the class's dictionary shape, `dict` counts).
// An instance of a subclass of a builtin type keeps the exact builtin value in slot 0, which has no name.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

struct Class;
struct Dict;
struct Str;

struct Shape : Cell {
    static constexpr Kind cell_kind = Kind::Shape;
    static constexpr uint8_t dictionary = 1;
    static constexpr uint32_t slot_limit = 64;
    static constexpr uint32_t transition_limit = 128;

    Class* type;
    Shape* parent;  // nullptr: root
    Str* name;      // of slot `slot_count - 1`
    uint32_t slot_count;
    uint32_t transition_count;
    uint32_t transition_capacity;
    Shape** transitions;  // block
};

// `small` of the header is the inline capacity.
struct Instance : Cell {
    static constexpr Kind cell_kind = Kind::Instance;
    static constexpr uint8_t owns_block = 1;  // `overflow` is a block
    Shape* shape;
    union {
        Value* overflow;  // block: slots from the inline capacity on
        Dict* dict;       // dictionary mode
    };
    Value slots[1];

    static size_t cell_bytes(uint32_t capacity) { return offsetof(Instance, slots) + sizeof(Value) * (capacity ? capacity : 1); }
    bool in_dictionary_mode() const { return (shape->flags & Shape::dictionary) != 0; }
    Value& slot(uint32_t number) { return number < small ? slots[number] : overflow[number - small]; }
};

}  // namespace exmonty
