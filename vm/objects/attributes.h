// The attributes that an instance keeps of its own: slots by shape, or a dict (vm/objects/instance.h).
#pragma once

#include "vm/objects/exception.h"
#include "vm/objects/instance.h"
#include "vm/objects/run.h"

namespace exmonty {

// Where an Instance or an Exception keeps them; `cell` nullptr: the value has none.
struct AttributeStore {
    explicit AttributeStore(Value object);
    explicit operator bool() const { return cell != nullptr; }

    Cell* cell = nullptr;
    Shape** shape = nullptr;
    Value** overflow = nullptr;
    Value* inline_slots = nullptr;
    uint32_t inline_capacity = 0;
    uint8_t owns_block = 0;

    Dict*& dict() { return *reinterpret_cast<Dict**>(overflow); }
    bool in_dictionary_mode() const { return *shape && ((*shape)->flags & Shape::dictionary); }
    Value& slot(uint32_t number) {
        return number < inline_capacity ? inline_slots[number] : (*overflow)[number - inline_capacity];
    }
};

// The root shape of a class's instances; one slot is taken for the payload where the class has one.
Shape* new_root_shape(Heap& heap, Class* type);
// The slot of a name in a shape, or -1.
int64_t shape_slot(const Shape* shape, const Str* name);

// UNBOUND: no such attribute.
Value own_attribute(Run& run, Value object, const Str* name);
// False when refused.
bool set_own_attribute(Run& run, Value object, Str* name, Value value);
// False when there is none.
bool delete_own_attribute(Run& run, Value object, Str* name);
// The dict that `__dict__` gives: from now on the attributes live in it. nullptr when refused.
Dict* own_dict(Run& run, Value object);
// Puts another dict in its place. False when refused.
bool set_own_dict(Run& run, Value object, Dict* dict);

// An instance without attributes; its class learns how many slots instances need.
Instance* new_instance(Run& run, Class* type);

}  // namespace exmonty
