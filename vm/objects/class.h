// Class: every Python type, builtin (static, immutable) or made by a class statement (in the run's heap).
//
// A builtin class has a table of rows (its methods), and TypeOperations: what instructions and builtins do with its
// instances without looking up a name. A class that Python code made has a namespace dict instead; its instances' native
// payload, if it derives from a builtin type, is handled by the operations of that type (`operations` is inherited).
// `version` moves, in the class and its subclasses, when an attribute is added, deleted or replaced and a function or
// descriptor is involved; instructions guard on it.
#pragma once

#include "vm/heap/cell.h"
#include "vm/objects/native.h"
#include "vm/objects/operators.h"

namespace exmonty {

struct Class;
struct Dict;
struct Shape;
struct Str;
struct Tuple;

// What a builtin type does. A null entry means that the type cannot (or that the general rule of object holds). Every
// function follows the conventions of natives; `self` is the exact builtin value.
struct TypeOperations {
    Value (*repr)(Run&, Value self) = nullptr;
    Value (*str)(Run&, Value self) = nullptr;  // null: repr
    Value (*format)(Run&, Value self, Str* spec) = nullptr;  // null: str(self), spec must be empty
    // For the table of a dict or set; null: by identity. UNHASHABLE types say so in `flags` of the class.
    Value (*hash)(Run&, Value self) = nullptr;
    // Rich comparison with any other value; NOT_IMPLEMENTED when it does not know the other. Null: identity.
    Value (*compare)(Run&, Comparison, Value self, Value other) = nullptr;
    Value (*truth)(Run&, Value self) = nullptr;   // null: by length, else true
    Value (*length)(Run&, Value self) = nullptr;
    Value (*get_item)(Run&, Value self, Value key) = nullptr;
    // value UNBOUND: del self[key]
    Value (*set_item)(Run&, Value self, Value key, Value value) = nullptr;
    Value (*contains)(Run&, Value self, Value item) = nullptr;  // null: by iteration
    Value (*iterate)(Run&, Value self) = nullptr;
    Value (*next)(Run&, Value self) = nullptr;
    // a op b where self is one of the two; NOT_IMPLEMENTED when it does not know the other.
    Value (*binary)(Run&, Operator, Value a, Value b) = nullptr;
    // a op= b, changing a; null or NOT_IMPLEMENTED: binary.
    Value (*in_place)(Run&, Operator, Value a, Value b) = nullptr;
    Value (*unary)(Run&, UnaryOperation, Value self) = nullptr;
    Value (*to_index)(Run&, Value self) = nullptr;   // __index__
    Value (*to_int)(Run&, Value self) = nullptr;     // __int__
    Value (*to_float)(Run&, Value self) = nullptr;   // __float__
    // Instances are callable. Arguments as for CALL_KW: the last names->size() are keywords.
    Value (*call)(Run&, Value self, const Value* args, uint32_t count, Tuple* names) = nullptr;
    // Attributes beyond those of the class (module, class, function, exception); UNBOUND: none of that name.
    Value (*get_attribute)(Run&, Value self, Str* name) = nullptr;
    // value UNBOUND: delete. UNBOUND result: the general rule (no such attribute / read-only).
    Value (*set_attribute)(Run&, Value self, Str* name, Value value) = nullptr;
    // The operators and comparisons that the type has as methods, for `dir` and look-up: names without underscores, in
    // blanks, such as " add mul rmul "; null: whatever `binary`, `in_place`, `unary` and `compare` suggest.
    const char* operators = nullptr;
    bool implies(std::string_view method) const;
    // Cls(…) for this class exactly, arguments as for `call`; null: cannot be instantiated.
    Value (*construct)(Run&, const Class* type, const Value* args, uint32_t count, Tuple* names) = nullptr;
    // The row that `construct` calls; needed where a step may hold it (with_indices), for snapshots name it by its class.
    const NativeFunction* constructor = nullptr;
};

struct Class : Cell {
    static constexpr Kind cell_kind = Kind::Class;
    static constexpr uint8_t builtin = 1;
    static constexpr uint8_t unhashable = 2;
    static constexpr uint8_t final_class = 4;        // cannot be subclassed (bool, range, slice, function …)
    static constexpr uint8_t exception = 8;
    static constexpr uint8_t has_payload = 16;       // made by Python, derives from a builtin type with a value of its own
    static constexpr uint8_t binds_as_method = 32;   // an instance that is an attribute of a class binds as a function does
    static constexpr uint8_t row_of_sources = 64;    // lazy iterators whose field 0 is a tuple of sources, even of one
    // `small`: the Kind of instances (of payloads, for has_payload).

    const char* name;                 // what messages call it; nullptr in classes made by Python, but for some of the prelude
    const char* module_name;          // builtin
    const Class* base;                // nullptr: object
    const Class* metaclass;           // nullptr: type
    const Class* const* mro;          // this class first, object last
    uint32_t mro_count;
    uint32_t version;
    const NativeFunction* rows;       // builtin: sorted by name
    uint32_t row_count;
    uint32_t instance_slots;          // inline capacity for new instances, learned; builtin: with_fields
    const TypeOperations* operations;
    const char* doc;                  // builtin

    // Classes made by Python; nullptr in builtin ones.
    Str* name_str;
    Str* qualified_name;
    Dict* dict;
    Tuple* bases;
    Shape* root_shape;
    Shape* dictionary_shape;
    // Class-level results of special method look-up (Run::special), valid while special_version == version.
    Value* specials;
    uint32_t special_version;
    uint32_t subclass_count;
    uint32_t subclass_capacity;
    Class** subclasses;

    bool is_builtin() const { return (flags & builtin) != 0; }
    Kind instance_kind() const { return static_cast<Kind>(small); }
};

// A static class. `mro` is an array of the class and its ancestors.
consteval Class builtin_class(const char* name, const char* module_name, const Class* base, const Class* const* mro,
                              uint32_t mro_count, Kind kind, uint8_t flags, const NativeFunction* rows, uint32_t row_count,
                              const TypeOperations* operations, const char* doc) {
    Class type{};
    type.kind = Kind::Class;
    type.flags = static_cast<uint8_t>(Cell::immortal | Class::builtin | flags);
    type.small = static_cast<uint16_t>(kind);
    type.name = name;
    type.module_name = module_name;
    type.base = base;
    type.mro = mro;
    type.mro_count = mro_count;
    type.rows = rows;
    type.row_count = row_count;
    type.operations = operations;
    type.doc = doc;
    return type;
}

// Of a class whose instances are Records: how many fields they have, which a snapshot is held to.
consteval Class with_fields(Class type, uint32_t count) {
    type.instance_slots = count;
    return type;
}

inline bool is_subclass(const Class* type, const Class* ancestor) {
    for (uint32_t i = 0; i < type->mro_count; i++)
        if (type->mro[i] == ancestor) return true;
    return false;
}

// The class of any value.
const Class* class_of(Value value);
// The value, or, for an instance of a subclass of a builtin type, the builtin value that it holds.
Value payload(Value value);
// Whether instances of `type` are those of a builtin class: no Python code decides what they do.
inline bool is_builtin_instance(Value value) { return class_of(value)->is_builtin(); }

// Attribute of a class by name along its mro: Python namespaces, rows, and wrappers of operations; UNBOUND when there is
// none.
Value class_lookup(Run& run, const Class* type, const Str* name);
// The same, starting behind `after` in the mro of `type` (super).
Value class_lookup_after(Run& run, const Class* type, const Class* after, const Str* name);
// The dunder method that a type's operations imply: `list.__len__`; nullptr: it has no such operation, or has it from its
// base. The second form gives the row that all types without a table of their own share.
const NativeFunction* operation_wrapper(const Class* type, std::string_view name);
const NativeFunction* operation_wrapper(const TypeOperations* operations, std::string_view name);
// `__getitem__` and `__contains__` of the types whose tables have them as methods of their own, as CPython's have.
Value own_get_item(Run& run, Value* args, uint32_t count);
Value own_contains(Run& run, Value* args, uint32_t count);
// The class whose dunder method this row is; nullptr: a row of another table, or one of those that are shared.
const Class* wrapper_owner(const NativeFunction* native);
// Whether the row stands in the table of the class or of one of its ancestors.
bool has_row(const Class* type, const NativeFunction* native);
size_t operation_wrapper_count();
std::string_view operation_wrapper_name(size_t number);
// An attribute was added, replaced or deleted: moves the versions of the class and its subclasses.
void class_changed(Class* type);
// "int", or the qualified name of a class made by Python. Types of modules that CPython writes in C have the module in
// front, "collections.deque": so messages name them.
std::string_view class_name(const Class* type);
// The same text for a class of the prelude that CPython writes in C, for Class::name; nullptr: there is none of that name.
const char* name_of_c_class(std::string_view text);
// What `__name__` of a builtin class says: "deque".
inline std::string_view short_name(const Class* type) {
    const std::string_view name = type->name;
    return name.substr(name.rfind('.') + 1);
}
// The row of a builtin class itself (not of its ancestors), or nullptr.
const NativeFunction* find_row(const Class* type, std::string_view name);

}  // namespace exmonty
