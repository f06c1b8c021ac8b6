// dict: insertion-ordered hash table in one block: index (1, 2 or 4 bytes an entry), then entries.
//
// Invariants
//  * entries[0, used) hold the pairs in insertion order; a deleted pair has value UNBOUND. `live` counts the others.
//  * index has a power of two of slots, probed as CPython's; it holds entry numbers + 2, 0 empty, 1 deleted.
//  * a deleted pair has no key; its hash says how many pairs from there on are deleted for sure, so that nobody walks over
//    long rows of them twice.
//  * at most 2/3 of the index is in use: `capacity` entries, deleted ones included.
//  * `all_str`: every key is an exact str, so a lookup needs no Python call. `all_simple`: no key can call Python
//    (str, bytes, int, float, bool, None and tuples of those are simple).
//  * `keys_version` moves whenever a key is added or removed or the table moves; iterators and steps check it.
//  * A `stable` dict (a module's globals) never renumbers its entries: deleted pairs keep their key and place, so that
//    instructions can hold an entry's number.
// Lookup is split so that it never calls Python: find returns Found, Missing, or NeedEqual with the entry whose key has
// the same hash and must be compared by `==`; the caller compares (a step) and goes on from there, from the start if
// keys_version moved.
#pragma once

#include "vm/objects/str.h"

namespace exmonty {

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
    uint64_t cursor;  // NeedEqual: where to go on; fits an int of the value word
};

// The probe sequence of dict and set: CPython's, so that every bit of the hash has a say.
struct Probe {
    static constexpr uint32_t shift = 5;
    uint64_t perturb;
    uint32_t slot;
    uint32_t mask;

    Probe(uint64_t hash, uint32_t mask) : perturb(hash), slot(static_cast<uint32_t>(hash) & mask), mask(mask) {}
    void jump() {
        perturb >>= shift;
        slot = (slot * 5 + static_cast<uint32_t>(perturb) + 1) & mask;
    }
};

// Slots of an index by width.
constexpr uint32_t dict_narrow_mask = 0xff;
constexpr uint32_t dict_wide_mask = 0xffff;
inline uint32_t dict_index_at(const Dict* dict, uint32_t slot) {
    if (dict->index_mask <= dict_narrow_mask) return static_cast<const uint8_t*>(dict->index)[slot];
    if (dict->index_mask <= dict_wide_mask) return static_cast<const uint16_t*>(dict->index)[slot];
    return static_cast<const uint32_t*>(dict->index)[slot];
}

Dict* new_dict(Heap& heap);
// `hash` is that of vm/objects/hash.h, or what Python's __hash__ returned.
DictFind dict_find(const Dict* dict, Value key, uint64_t hash, uint64_t cursor = 0);
// For keys that cannot call Python (simple keys in an all_simple dict): entry number, or -1.
int64_t dict_find_simple(const Dict* dict, Value key, uint64_t hash);
// For a str; other kinds of keys in the dict are passed over.
inline int64_t dict_find_str(const Dict* dict, const Str* key, uint64_t hash) {
    if (dict->live == 0) return -1;
    for (Probe probe(hash, dict->index_mask);; probe.jump()) {
        const uint32_t number = dict_index_at(dict, probe.slot);
        if (number == 0) return -1;
        if (number == 1) continue;
        const DictEntry& entry = dict->entries[number - 2];
        if (entry.hash != hash) continue;
        if (entry.key == Value::cell(key) || (is_kind(entry.key, Kind::Str) && equal(cast<Str>(entry.key), key)))
            return entry.value == UNBOUND ? -1 : static_cast<int64_t>(number - 2);
    }
}
// Adds a pair whose key is known to be missing. False when memory is refused; then nothing changed.
bool dict_insert_new(Heap& heap, Dict* dict, Value key, uint64_t hash, Value value);
void dict_delete_entry(Dict* dict, uint32_t entry);
// Takes the newest pair away so that its place is free again, and returns it as it was. Not for an empty or stable
// dict.
DictEntry dict_pop_last(Dict* dict);
// A stable dict keeps its entries, all without a value.
void dict_clear(Heap& heap, Dict* dict);
// Room for `count` pairs in all.
bool dict_reserve(Heap& heap, Dict* dict, uint64_t count);
// A dict with the same pairs in the same order; nullptr when refused. The copy is never stable.
Dict* dict_copy(Heap& heap, const Dict* dict);
// The number of the first entry from `position` on that has a value; `used` when there is none.
inline uint32_t dict_next(const Dict* dict, uint32_t position) {
    while (position < dict->used && dict->entries[position].value == UNBOUND) {
        const DictEntry& entry = dict->entries[position];
        position += entry.key == UNBOUND ? static_cast<uint32_t>(entry.hash) : 1;
    }
    return position;
}
// The number of the first pair; `used` when there is none. The way to it is short the next time.
inline uint32_t dict_first(Dict* dict) {
    const uint32_t first = dict_next(dict, 0);
    if (first > 0 && dict->entries[0].key == UNBOUND) dict->entries[0].hash = first;
    return first;
}

// By str, for namespaces, keywords and attributes; `run` gives the hash key. UNBOUND when missing.
Value dict_get(Run& run, const Dict* dict, const Str* key);
bool dict_set(Run& run, Dict* dict, Str* key, Value value);
bool dict_remove(Run& run, Dict* dict, const Str* key);
// The number of a name's entry in a stable dict, made (unbound) when it is missing; -1: refused.
int64_t dict_stable_entry(Run& run, Dict* dict, Str* name);

// ---- With any key, in steps where Python code is needed.

// What is done with a key, and the results: GetItem the value, or KeyError or what `__missing__` gives; Get the value
// or `extra`; Contains TRUE or FALSE; SetItem NONE; Delete NONE or KeyError; Pop the value, `extra` or KeyError;
// SetDefault the value that is there then; Discard TRUE or FALSE; Find the entry's number or NOT_IMPLEMENTED.
enum class DictAccess : uint8_t { GetItem, Get, Contains, SetItem, Delete, Pop, SetDefault, Discard, Find };
Value dict_access(Run& run, DictAccess what, Dict* dict, Value key, Value extra = UNBOUND);
Value dict_access_with_hash(Run& run, DictAccess what, Dict* dict, Value key, uint64_t hash, Value extra);
// As dict_find, but compares keys as long as that needs no Python code. `stopped`: an exception is pending.
DictFind dict_find_natively(Run& run, const Dict* dict, Value key, uint64_t hash, uint64_t cursor, bool& stopped);
// dict.update(other, **more): another mapping or an iterable of pairs (UNBOUND: none), then the pairs of a dict. Gives
// `result`, or what a native returns.
Value dict_update(Run& run, Dict* dict, Value other, Dict* more = nullptr, Value result = NONE);

enum class DictPart : uint8_t { Keys, Values, Items };

// A view; `small` holds the DictPart.
struct DictView : Cell {
    static constexpr Kind cell_kind = Kind::DictView;
    Dict* dict;
    // What `.mapping` gives and iteration goes over: the dict, or the instance of a subclass that holds it.
    Value owner;
    DictPart part() const { return static_cast<DictPart>(small); }
};

// Of a dict, or of an instance of a subclass that holds one.
Value new_dict_view(Heap& heap, Value owner, DictPart part);

// `small` holds the DictPart; bit 1 of flags: reversed.
struct DictIterator : Cell {
    static constexpr Kind cell_kind = Kind::DictIterator;
    static constexpr uint8_t reversed = 1;
    Dict* dict;  // nullptr when exhausted
    uint32_t position;  // of the next entry; reversed: one more than its number
    uint32_t expected_live;
    uint32_t left;      // how many pairs are still to come
    DictPart part() const { return static_cast<DictPart>(small); }
};

enum class Direction : uint8_t { Forwards, Backwards };
Value new_dict_iterator(Heap& heap, Dict* dict, DictPart part, Direction direction = Direction::Forwards);

}  // namespace exmonty
