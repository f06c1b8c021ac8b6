// Inline caches of the attribute instructions.
//
// A cache's `guard` says what it was made for, `version` the guard's header count at that time, `index` what it holds:
//   guard an instance's Shape (its count moves when its class changes):
//     cache_slot        `index` is the attribute's slot
//     cache_value       `value` is what the class has: a function for LOAD_METHOD, a plain value for LOAD_ATTR
//     cache_transition  (STORE_ATTR) `value` is the shape after adding, the index the new slot
//     cache_getter      (LOAD_ATTR) `value` is the function of a property: is_plain_call with the instance alone
//   guard a builtin Class: `value` is the row that the class has (LOAD_METHOD)
// The kinds are told by the two high bits of `index`. A cache that was never filled has guard nullptr and matches nothing.
#pragma once

#include "vm/objects/builtin_types.h"
#include "vm/objects/instance.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"
#include "vm/runtime/attribute.h"

#include <array>

namespace exmonty {

constexpr uint32_t cache_slot = 0u << 30;
constexpr uint32_t cache_value = 1u << 30;
constexpr uint32_t cache_transition = 2u << 30;
constexpr uint32_t cache_getter = 3u << 30;
constexpr uint32_t cache_index_mask = (1u << 30) - 1;

// The instance that the cache was made for, by shape; else nullptr.
[[gnu::always_inline]] inline Instance* cached_instance(Value object, const Cache& cache) {
    if (!object.is_cell() || object.as_cell()->kind != Kind::Instance) return nullptr;
    Instance* instance = cast<Instance>(object);
    return instance->shape == cache.guard && instance->shape->count == cache.version ? instance : nullptr;
}

// Stores to a slot that the instance has, or by a transition to an inline one. False: not what the cache is for.
[[gnu::always_inline]] inline bool store_cached(Value object, const Cache& cache, Value value) {
    Instance* instance = cached_instance(object, cache);
    if (!instance) return false;
    if (cache.index < cache_value) {
        instance->slot(cache.index) = value;
        return true;
    }
    uint32_t slot = cache.index & cache_index_mask;
    if (slot >= instance->small) return false;
    instance->slots[slot] = value;
    instance->shape = cast<Shape>(cache.value);
    return true;
}

// The class of all cells of a kind; nullptr where cells of one kind have several, or methods are rare.
constexpr std::array<const Class*, kind_count> class_of_kind() {
    std::array<const Class*, kind_count> classes{};
    auto set = [&](Kind kind, const Class& type) { classes[static_cast<size_t>(kind)] = &type; };
    set(Kind::Str, str_class);
    set(Kind::Bytes, bytes_class);
    set(Kind::List, list_class);
    set(Kind::Tuple, tuple_class);
    set(Kind::Dict, dict_class);
    set(Kind::Set, set_class);
    set(Kind::FrozenSet, frozenset_class);
    set(Kind::Int, int_class);
    set(Kind::Float, float_class);
    set(Kind::Range, range_class);
    set(Kind::Deque, deque_class);
    set(Kind::Generator, generator_class);
    return classes;
}
inline constexpr std::array<const Class*, kind_count> simple_classes = class_of_kind();
[[gnu::always_inline]] inline const Class* simple_class(Kind kind) { return simple_classes[static_cast<size_t>(kind)]; }

// The instructions beyond their caches; they fill the caches in where they can.
Value load_attribute(Run& run, Frame* frame, uint32_t site, Value object);
Value store_attribute(Run& run, Frame* frame, uint32_t site, Value object, Value value);
Value delete_attribute(Run& run, Frame* frame, Value object, Str* name);
// Function and self, or value and UNBOUND, to window[0] and window[1]; NONE or one of the five results. PUSHED: the value comes
// to window[0].
Value load_method_cached(Run& run, Frame* frame, uint32_t site, Value object, Value* window);
// window: super's value, class, self.
Value load_super(Run& run, Value* window, Str* name, SuperUse use);
bool load_super_cached(const Cache& cache, Value* window);
Value load_super_method(Run& run, Cache& cache, Value* window, Str* name);

}  // namespace exmonty
