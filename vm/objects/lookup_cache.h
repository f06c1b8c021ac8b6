// Answers of attribute look-ups that a run remembers, for sites that meet several classes and for builtins.
//
// Invariants
//  * An entry holds as long as its class or shape has the version that it was made at. What may change without moving the
//    version (is_unreported_data) is never kept.
//  * All entries go at each collection. Only a collection lets an address be used again, so an address is an identity here;
//    nothing in the cache keeps a cell alive.
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/template.h"

#include <array>

namespace exmonty {

struct Str;

// Replacing such a value in a class by another one moves no version.
inline bool is_unreported_data(Value value) {
    return !value.is_cell() || is_kind(value, Kind::Str) || is_kind(value, Kind::Int) || is_kind(value, Kind::List) ||
           is_kind(value, Kind::Dict);
}

// What an instruction does with the attribute; each fills its inline cache in its own way.
enum class SiteUse : uint8_t { Load, Store, Method };

class LookupCache {
public:
    struct ClassEntry {
        const Class* type;
        const Str* name;
        Value found;  // UNBOUND: the class has no such attribute
        uint32_t version;
    };
    struct SiteEntry {
        const Str* name;
        SiteUse use;
        Cache cache;
    };

    // What class_lookup found, or nullptr: not known.
    const Value* of_class(const Class* type, const Str* name) const {
        const ClassEntry& entry = classes_[place(type, name) % classes_.size()];
        return entry.type == type && entry.name == name && entry.version == type->version ? &entry.found : nullptr;
    }
    void keep(const Class* type, const Str* name, Value found) {
        if (found != UNBOUND && is_unreported_data(found)) return;
        classes_[place(type, name) % classes_.size()] = {type, name, found, type->version};
    }

    // An inline cache that an instruction filled for this guard and name; nullptr: none.
    const Cache* of_site(const Cell* guard, const Str* name, SiteUse use) const {
        const SiteEntry& entry = sites_[place(guard, name) % sites_.size()];
        bool same = entry.cache.guard == guard && entry.name == name && entry.use == use && entry.cache.version == guard->count;
        return same ? &entry.cache : nullptr;
    }
    void keep(const Cache& cache, const Str* name, SiteUse use) {
        sites_[place(cache.guard, name) % sites_.size()] = {name, use, cache};
    }

    void forget() { *this = LookupCache(); }

private:
    static size_t place(const void* a, const void* b) {
        // Cells lie 8 bytes apart or more, in pages of one size.
        uintptr_t mixed = reinterpret_cast<uintptr_t>(a) ^ (reinterpret_cast<uintptr_t>(b) >> 1);
        return (mixed >> 3) ^ (mixed >> 11);
    }

    std::array<ClassEntry, 256> classes_{};
    std::array<SiteEntry, 128> sites_{};
};

}  // namespace exmonty
