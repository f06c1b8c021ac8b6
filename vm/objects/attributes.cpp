// Shapes and the attributes of instances.
//
// A shape is a node of a tree: the root belongs to a class, each child adds one name. Instances with the same attributes
// added in the same order share a shape, so that an inline cache can hold a slot. Exceptions of builtin classes start without a
// shape and get one that belongs to their class when the first attribute is set; because builtin classes are static, that is
// always a dictionary shape made for the instance alone.
#include "vm/objects/attributes.h"

#include "vm/objects/class.h"
#include "vm/objects/hash.h"

namespace exmonty {

AttributeStore::AttributeStore(Value object) {
    if (Instance* instance = as<Instance>(object)) {
        cell = instance;
        shape = &instance->shape;
        overflow = &instance->overflow;
        inline_slots = instance->slots;
        inline_capacity = instance->small;
        owns_block = Instance::owns_block;
    } else if (Exception* exception = as<Exception>(object)) {
        cell = exception;
        shape = &exception->shape;
        overflow = &exception->overflow;
        owns_block = Exception::owns_block;
    }
}

static Shape* new_shape(Heap& heap, Class* type, Shape* parent, Str* name, uint32_t slots) {
    Shape* shape = heap.allocate<Shape>();
    shape->type = type;
    shape->parent = parent;
    shape->name = name;
    shape->slot_count = slots;
    shape->transition_count = 0;
    shape->transition_capacity = 0;
    shape->transitions = nullptr;
    shape->count = parent ? parent->count : type ? type->version : 0;
    return shape;
}

Shape* new_root_shape(Heap& heap, Class* type) {
    return new_shape(heap, type, nullptr, nullptr, type->flags & Class::has_payload ? 1 : 0);
}

int64_t shape_slot(const Shape* shape, const Str* name) {
    for (const Shape* at = shape; at && at->name; at = at->parent)
        if (at->name == name) return at->slot_count - 1;
    for (const Shape* at = shape; at && at->name; at = at->parent)
        if (equal(at->name, name)) return at->slot_count - 1;
    return -1;
}

// The child of a shape that adds a name; nullptr: refused, or the tree is full.
static Shape* shape_after(Heap& heap, Shape* shape, Str* name) {
    for (uint32_t i = 0; i < shape->transition_count; i++)
        if (equal(shape->transitions[i]->name, name)) return shape->transitions[i];
    if (shape->slot_count >= Shape::slot_limit || shape->transition_count >= Shape::transition_limit) return nullptr;
    if (shape->transition_count == shape->transition_capacity) {
        uint32_t capacity = shape->transition_capacity ? shape->transition_capacity * 2 : 2;
        void* block = heap.resize_block(shape->transitions, sizeof(Shape*) * capacity);
        if (!block) return nullptr;
        shape->transitions = static_cast<Shape**>(block);
        shape->transition_capacity = capacity;
    }
    Shape* child = new_shape(heap, shape->type, shape, name, shape->slot_count + 1);
    shape->transitions[shape->transition_count++] = child;
    return child;
}

Value own_attribute(Run& run, Value object, const Str* name) {
    AttributeStore store(object);
    if (!store || !*store.shape) return UNBOUND;
    if (store.in_dictionary_mode()) return dict_get(run, store.dict(), name);
    int64_t slot = shape_slot(*store.shape, name);
    return slot < 0 ? UNBOUND : store.slot(static_cast<uint32_t>(slot));
}

// Moves all attributes to a dict. False when refused.
static bool enter_dictionary_mode(Run& run, AttributeStore& store) {
    Shape* shape = *store.shape;
    Dict* dict = new_dict(run.heap);
    Shape* path[Shape::slot_limit];
    uint32_t count = 0;
    for (Shape* at = shape; at && at->name; at = at->parent) path[count++] = at;
    while (count > 0) {
        Shape* at = path[--count];
        Value value = store.slot(at->slot_count - 1);
        if (value != UNBOUND && !dict_set(run, dict, at->name, value)) return false;
    }
    Class* type = shape ? shape->type : nullptr;
    Shape* dictionary = type ? type->dictionary_shape : nullptr;
    if (!dictionary) {
        dictionary = new_shape(run.heap, type, nullptr, nullptr, 0);
        dictionary->flags |= Shape::dictionary;
        if (type) type->dictionary_shape = dictionary;
    }
    if (store.cell->flags & store.owns_block) run.heap.give_block(*store.overflow);
    store.cell->flags = static_cast<uint8_t>(store.cell->flags & ~store.owns_block);
    *store.shape = dictionary;
    store.dict() = dict;
    return true;
}

// Room for slot number `number` beyond the inline ones.
static bool reserve_slot(Run& run, AttributeStore& store, uint32_t number) {
    if (number < store.inline_capacity) return true;
    uint32_t index = number - store.inline_capacity;
    // Blocks grow at powers of two: 4, 8, 16 …
    if (index >= 4 && (index & (index - 1)) != 0) return true;
    if (index > 0 && index < 4) return true;
    void* old = store.cell->flags & store.owns_block ? *store.overflow : nullptr;
    uint32_t capacity = index < 4 ? 4 : index * 2;
    void* block = run.heap.resize_block(old, sizeof(Value) * capacity);
    if (!block) return false;
    *store.overflow = static_cast<Value*>(block);
    store.cell->flags |= store.owns_block;
    return true;
}

bool set_own_attribute(Run& run, Value object, Str* name, Value value) {
    AttributeStore store(object);
    if (!store) return false;
    Shape* shape = *store.shape;
    if (!shape) {
        if (!enter_dictionary_mode(run, store)) return false;
        shape = *store.shape;
    }
    if (!store.in_dictionary_mode()) {
        int64_t slot = shape_slot(shape, name);
        if (slot >= 0) {
            store.slot(static_cast<uint32_t>(slot)) = value;
            return true;
        }
        if (Shape* next = shape_after(run.heap, shape, name)) {
            uint32_t number = next->slot_count - 1;
            if (!reserve_slot(run, store, number)) return false;
            store.slot(number) = value;
            *store.shape = next;
            if (next->slot_count > shape->type->instance_slots) shape->type->instance_slots = next->slot_count;
            return true;
        }
        if (!enter_dictionary_mode(run, store)) return false;
    }
    return dict_set(run, store.dict(), name, value);
}

bool delete_own_attribute(Run& run, Value object, Str* name) {
    if (own_attribute(run, object, name) == UNBOUND) return false;
    AttributeStore store(object);
    if (!store.in_dictionary_mode() && !enter_dictionary_mode(run, store)) return false;
    return dict_remove(run, store.dict(), name);
}

Dict* own_dict(Run& run, Value object) {
    AttributeStore store(object);
    if (!store) return nullptr;
    if (!store.in_dictionary_mode() && !enter_dictionary_mode(run, store)) return nullptr;
    return store.dict();
}

bool set_own_dict(Run& run, Value object, Dict* dict) {
    if (!own_dict(run, object)) return false;
    AttributeStore(object).dict() = dict;
    return true;
}

Instance* new_instance(Run& run, Class* type) {
    uint32_t capacity = type->instance_slots ? type->instance_slots : 2;
    Instance* instance = run.heap.allocate<Instance>(Instance::cell_bytes(capacity));
    instance->small = static_cast<uint16_t>(capacity);
    instance->shape = type->root_shape;
    instance->overflow = nullptr;
    for (uint32_t i = 0; i < capacity; i++) instance->slots[i] = UNBOUND;
    return instance;
}

}  // namespace exmonty
