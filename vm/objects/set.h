// set and frozenset: CPython's own table (layout, probing, growth, hashes), so that sets of numbers come out in
// CPython's order. Only str and bytes hashes are keyed by the run.
//
// Invariants
//  * The table has mask + 1 slots, a power of two, at least 8; it is nullptr as long as nothing was added (mask is 7).
//  * A slot is unused (key UNBOUND, hash 0), a dummy that was deleted (hash -1, which no key has), or live.
//  * fill * 5 < mask * 3 between operations: a probe always ends at an unused slot.
// Lookup is split as in dict.h, so that it never calls Python.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

class Heap;
struct Run;

struct SetEntry {
    Value key;
    uint64_t hash;

    static constexpr uint64_t dummy_hash = ~uint64_t{0};
    bool is_unused() const { return key == UNBOUND; }
    bool is_live() const { return key != UNBOUND && hash != dummy_hash; }
};

struct Set : Cell {
    static constexpr Kind cell_kind = Kind::Set;
    static constexpr uint8_t all_simple = 2;
    static constexpr uint32_t linear_probes = 9;
    static constexpr uint32_t smallest = 8;

    SetEntry* table;
    uint32_t mask;
    uint32_t fill;  // live and dummy entries
    uint32_t used;  // live entries
    uint32_t finger;
    uint32_t version;  // moves whenever a key is added or removed or the table moves
    mutable uint64_t hash;  // frozenset: cached, 0 when not computed

    bool has(uint8_t flag) const { return (flags & flag) != 0; }
    uint32_t slots() const { return table ? mask + 1 : 0; }
};

// set or frozenset.
inline Set* as_any_set(Value value) {
    return is_kind(value, Kind::Set) || is_kind(value, Kind::FrozenSet) ? cast<Set>(value) : nullptr;
}

struct SetFind {
    // Missing: `slot` is the one where the key would go, unused or a dummy.
    enum class Outcome : uint8_t { Found, Missing, NeedEqual } outcome;
    uint32_t slot;
    uint64_t cursor;  // NeedEqual: where to go on; fits an int of the value word
};

Set* new_set(Heap& heap, Kind kind = Kind::Set);
SetFind set_find(const Set* set, Value key, uint64_t hash, uint64_t cursor = 0);
// Adds a key that is missing, at the slot that set_find gave. False when memory is refused; then nothing changed.
bool set_insert(Heap& heap, Set* set, uint32_t slot, Value key, uint64_t hash);
// Adds a simple key to a set of simple keys, or finds it there.
enum class SetAdd : uint8_t { Added, Present, Refused };
SetAdd set_add_simple(Heap& heap, Set* set, Value key, uint64_t hash);
void set_delete_slot(Set* set, uint32_t slot);
void set_clear(Heap& heap, Set* set);
// Moves the set to a table for more than `least` keys, without dummies. False when refused.
bool set_resize(Heap& heap, Set* set, uint64_t least);
// What CPython does before it adds all of a set or dict of `count` keys.
bool set_make_room(Heap& heap, Set* set, uint64_t count);
// Adds all keys of `other` to a set that has neither keys nor dummies: the start of every copy.
bool set_fill_from(Heap& heap, Set* set, const Set* other);
// Gives dummies back after many keys were removed.
bool set_sweep(Heap& heap, Set* set);
// Some key, which is taken away; UNBOUND when there is none.
Value set_pop(Set* set);
// Exchanges the keys of two sets.
void set_swap(Set* a, Set* b);
// The number of the first live slot from `position` on; slots() when there is none.
inline uint32_t set_next(const Set* set, uint32_t position) {
    const uint32_t slots = set->slots();
    while (position < slots && !set->table[position].is_live()) position++;
    return position;
}

}  // namespace exmonty
