// dict: insertion-ordered hash table in one block: index (1, 2 or 4 bytes an entry), then entries.
//
// Invariants
//  * entries[0, used) hold the pairs in insertion order; a deleted pair has value UNBOUND. `live` counts the others.
//  * index is a power of two, open addressing, at most 2/3 used; it holds entry numbers + 2, 0 empty, 1 deleted.
//  * `all_str`: every key is an exact str, so a lookup needs no Python call. `all_simple`: no key can call Python
//    (str, bytes, int, float, bool, None and tuples of those are simple).
//  * `keys_version` moves whenever a key is added or removed or the table moves; iterators and steps check it.
//  * A `stable` dict (a module's globals) never renumbers its entries: deleted pairs keep their key and place, so that
//    instructions can hold an entry's number.
// Lookup is split so that it never calls Python: find returns Found, Missing, or NeedEqual with the entry whose key has
// the same hash and must be compared by `==`; the caller compares (a step) and goes on from there, from the start if
// keys_version moved.
#pragma once

#include "vm/heap/cell.h"

#include <string_view>

namespace exmonty {

class Heap;
struct Run;
struct Str;

struct DictEntry {
    Value key;
    Value value;
    uint64_t hash;
};

struct Dict : Cell {
    static constexpr Kind cell_kind = Kind::Dict;
    static constexpr uint8_t all_str = 1;
    static constexpr uint8_t all_simple = 2;
    static constexpr uint8_t stable = 4;
    static constexpr uint64_t max_size = uint64_t{1} << 31;

    DictEntry* entries;
    void* index;  // start of the block
    uint32_t used;
    uint32_t live;
    uint32_t capacity;  // entries that fit before the table must grow
    uint32_t index_mask;
    uint32_t keys_version;

    bool has(uint8_t flag) const { return (flags & flag) != 0; }
};

struct DictFind {
    enum class Outcome : uint8_t { Found, Missing, NeedEqual } outcome;
    uint32_t entry;   // Found, NeedEqual: the entry's number
    uint32_t cursor;  // NeedEqual: where to go on
};

Dict* new_dict(Heap& heap);
// Hash of a key for the tables of this run: mixes the run's key into str and bytes hashes.
// (Value hash_of(Run&, Value) in vm/objects/hash.h tells whether a value can be hashed without calling Python.)
DictFind dict_find(const Dict* dict, Value key, uint64_t hash, uint32_t cursor = 0);
// For keys that cannot call Python (simple keys in an all_simple dict, or str): entry number, or -1.
int64_t dict_find_simple(const Dict* dict, Value key, uint64_t hash);
int64_t dict_find_str(const Dict* dict, const Str* key, uint64_t hash);
// Adds a pair whose key is known to be missing. False when memory is refused; then nothing changed.
bool dict_insert_new(Heap& heap, Dict* dict, Value key, uint64_t hash, Value value);
void dict_delete_entry(Dict* dict, uint32_t entry);
void dict_clear(Heap& heap, Dict* dict);
bool dict_reserve(Heap& heap, Dict* dict, uint64_t count);

// By str, for namespaces, keywords and attributes; `run` gives the hash key. UNBOUND when missing.
Value dict_get(Run& run, const Dict* dict, const Str* key);
bool dict_set(Run& run, Dict* dict, Str* key, Value value);
bool dict_remove(Run& run, Dict* dict, const Str* key);

enum class DictPart : uint8_t { Keys, Values, Items };

// A view; `small` holds the DictPart.
struct DictView : Cell {
    static constexpr Kind cell_kind = Kind::DictView;
    Dict* dict;
    // What `.mapping` gives and iteration goes over: the dict, or the instance of a subclass that holds it.
    Value owner;
    DictPart part() const { return static_cast<DictPart>(small); }
};

// `small` holds the DictPart; bit 1 of flags: reversed.
struct DictIterator : Cell {
    static constexpr Kind cell_kind = Kind::DictIterator;
    static constexpr uint8_t reversed = 1;
    Dict* dict;  // nullptr when exhausted
    uint32_t position;
    uint32_t expected_live;
    DictPart part() const { return static_cast<DictPart>(small); }
};

}  // namespace exmonty
