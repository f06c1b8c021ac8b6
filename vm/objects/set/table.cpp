// The table of a set: a port of CPython's (Objects/setobject.c), because its order is visible.
#include "vm/heap/heap.h"
#include "vm/objects/dict.h"
#include "vm/objects/hash.h"
#include "vm/objects/set.h"
#include "vm/objects/set/table.h"

#include <cstring>

namespace exmonty {
namespace {

constexpr uint64_t largest_table = uint64_t{1} << 31;
constexpr uint32_t quadruple_limit = 50000;

// How many slots after this one are looked at before the probe jumps.
uint32_t linear_run(uint32_t slot, uint32_t mask) {
    return uint64_t{slot} + Set::linear_probes <= mask ? Set::linear_probes : 0;
}

// A cursor is a probe's state: jumps made (4 bits), slots of the linear run that are done (4 bits), the slot it started
// at.
constexpr uint32_t steps_shift = 32;
constexpr uint32_t jumps_shift = 36;
constexpr uint32_t jumps_that_matter = 13;

void insert_clean(SetEntry* table, uint32_t mask, const SetEntry& entry) {
    for (Probe probe(entry.hash, mask);; probe.jump()) {
        const uint32_t last = probe.slot + linear_run(probe.slot, mask);
        for (uint32_t slot = probe.slot; slot <= last; slot++) {
            if (!table[slot].is_unused()) continue;
            table[slot] = entry;
            return;
        }
    }
}

SetEntry* new_table(Heap& heap, uint64_t slots) {
    SetEntry* table = static_cast<SetEntry*>(heap.take_block(slots * sizeof(SetEntry)));
    if (!table) return nullptr;
    for (uint64_t i = 0; i < slots; i++) table[i] = {UNBOUND, 0};
    return table;
}

// Where a key that is missing goes: the last dummy on its way, else the unused slot at its end.
uint32_t slot_for_new(const Set* set, uint64_t hash) {
    uint32_t dummy = UINT32_MAX;
    for (Probe probe(hash, set->mask);; probe.jump()) {
        const uint32_t last = probe.slot + linear_run(probe.slot, set->mask);
        for (uint32_t slot = probe.slot; slot <= last; slot++) {
            if (set->table[slot].is_unused()) return dummy == UINT32_MAX ? slot : dummy;
            if (set->table[slot].hash == SetEntry::dummy_hash) dummy = slot;
        }
    }
}

void note_key(Set* set, Value key) {
    if (set->has(Set::all_simple) && !is_simple_key(key)) set->flags &= static_cast<uint8_t>(~Set::all_simple);
}

void forget_keys(Set* set) {
    set->fill = 0;
    set->used = 0;
    set->mask = Set::smallest - 1;
    set->table = nullptr;
    set->flags |= Set::all_simple;
    set->version++;
}

}  // namespace

Set* new_set(Heap& heap, Kind kind) {
    Set* set = static_cast<Set*>(heap.allocate_cell(kind, sizeof(Set)));
    set->version = 0;
    set->flags = 0;
    forget_keys(set);
    set->finger = 0;
    set->version = 0;
    set->hash = 0;
    return set;
}

SetFind set_find(const Set* set, Value key, uint64_t hash, uint64_t cursor) {
    if (!set->table) return {SetFind::Outcome::Missing, 0, 0};
    Probe probe(hash, set->mask);
    uint32_t jumps = 0;
    uint32_t done = 0;
    if (cursor != 0) {
        jumps = static_cast<uint32_t>(cursor >> jumps_shift);
        done = static_cast<uint32_t>(cursor >> steps_shift) & 15;
        probe.perturb = jumps >= jumps_that_matter ? 0 : hash >> (Probe::shift * jumps);
        probe.slot = static_cast<uint32_t>(cursor) & set->mask;
    }
    for (;;) {
        const uint32_t run = linear_run(probe.slot, set->mask);
        for (; done <= run; done++) {
            const uint32_t slot = probe.slot + done;
            const SetEntry& entry = set->table[slot];
            if (entry.is_unused()) {
                const bool clean = set->fill == set->used;
                return {SetFind::Outcome::Missing, clean ? slot : slot_for_new(set, hash), 0};
            }
            if (entry.hash != hash) continue;
            const Equality equality = quick_equal(entry.key, key);
            if (equality == Equality::Equal) return {SetFind::Outcome::Found, slot, 0};
            if (equality == Equality::Unknown) {
                const uint64_t state = uint64_t{jumps} << jumps_shift | uint64_t{done + 1} << steps_shift | probe.slot;
                return {SetFind::Outcome::NeedEqual, slot, state};
            }
        }
        probe.jump();
        done = 0;
        if (jumps < jumps_that_matter) jumps++;
    }
}

bool set_reaches(const Set* set, uint32_t slot) {
    for (Probe probe(set->table[slot].hash, set->mask);; probe.jump()) {
        const uint32_t last = probe.slot + linear_run(probe.slot, set->mask);
        for (uint32_t at = probe.slot; at <= last; at++) {
            if (at == slot) return true;
            if (set->table[at].is_unused()) return false;
        }
    }
}

bool set_insert(Heap& heap, Set* set, uint32_t slot, Value key, uint64_t hash) {
    if (!set->table) {
        set->table = new_table(heap, Set::smallest);
        if (!set->table) return false;
        slot = Probe(hash, set->mask).slot;
    }
    const uint8_t flags = set->flags;
    const bool unused = set->table[slot].is_unused();
    note_key(set, key);
    set->table[slot] = {key, hash};
    set->used++;
    set->version++;
    if (!unused) return true;
    set->fill++;
    if (uint64_t{set->fill} * 5 < uint64_t{set->mask} * 3) return true;
    if (set_resize(heap, set, set->used > quadruple_limit ? uint64_t{set->used} * 2 : uint64_t{set->used} * 4))
        return true;
    set->table[slot] = {UNBOUND, 0};
    set->fill--;
    set->used--;
    set->flags = flags;
    return false;
}

SetAdd set_add_simple(Heap& heap, Set* set, Value key, uint64_t hash) {
    const SetFind find = set_find(set, key, hash);
    if (find.outcome == SetFind::Outcome::Found) return SetAdd::Present;
    return set_insert(heap, set, find.slot, key, hash) ? SetAdd::Added : SetAdd::Refused;
}

void set_delete_slot(Set* set, uint32_t slot) {
    set->table[slot] = {NOT_IMPLEMENTED, SetEntry::dummy_hash};
    set->used--;
    set->version++;
}

void set_clear(Heap& heap, Set* set) {
    heap.give_block(set->table);
    forget_keys(set);
}

bool set_resize(Heap& heap, Set* set, uint64_t least) {
    uint64_t slots = Set::smallest;
    while (slots <= least) slots *= 2;
    // The smallest table without dummies stays as it is.
    if (slots == Set::smallest && set->mask == Set::smallest - 1 && set->fill == set->used) return true;
    if (slots > largest_table) return false;
    SetEntry* table = new_table(heap, slots);
    if (!table) return false;
    const uint32_t mask = static_cast<uint32_t>(slots - 1);
    for (uint32_t i = set_next(set, 0); i < set->slots(); i = set_next(set, i + 1))
        insert_clean(table, mask, set->table[i]);
    heap.give_block(set->table);
    set->table = table;
    set->mask = mask;
    set->fill = set->used;
    set->version++;
    return true;
}

bool set_make_room(Heap& heap, Set* set, uint64_t count) {
    if ((set->fill + count) * 5 < uint64_t{set->mask} * 3) return true;
    return set_resize(heap, set, (set->used + count) * 2);
}

bool set_fill_from(Heap& heap, Set* set, const Set* other) {
    if (other->used == 0) return true;
    if (!set_make_room(heap, set, other->used)) return false;
    if (!set->table) {
        set->table = new_table(heap, uint64_t{set->mask} + 1);
        if (!set->table) return false;
    }
    if (set->mask == other->mask && other->fill == other->used) {
        memcpy(static_cast<void*>(set->table), other->table, (size_t{set->mask} + 1) * sizeof(SetEntry));
    } else {
        for (uint32_t i = set_next(other, 0); i < other->slots(); i = set_next(other, i + 1))
            insert_clean(set->table, set->mask, other->table[i]);
    }
    set->fill = set->used = other->used;
    set->flags = static_cast<uint8_t>((set->flags & ~Set::all_simple) | (other->flags & Set::all_simple));
    set->version++;
    return true;
}

bool set_sweep(Heap& heap, Set* set) {
    if (set->fill - set->used <= set->mask / 4) return true;
    return set_resize(heap, set, set->used > quadruple_limit ? uint64_t{set->used} * 2 : uint64_t{set->used} * 4);
}

Value set_pop(Set* set) {
    if (set->used == 0) return UNBOUND;
    uint32_t slot = set->finger & set->mask;
    while (!set->table[slot].is_live()) slot = slot == set->mask ? 0 : slot + 1;
    const Value key = set->table[slot].key;
    set_delete_slot(set, slot);
    set->finger = slot + 1;
    return key;
}

void set_swap(Set* a, Set* b) {
    const auto swap = [](auto& x, auto& y) {
        const auto kept = x;
        x = y;
        y = kept;
    };
    swap(a->table, b->table);
    swap(a->mask, b->mask);
    swap(a->fill, b->fill);
    swap(a->used, b->used);
    const uint8_t simple = a->flags & Set::all_simple;
    a->flags = static_cast<uint8_t>((a->flags & ~Set::all_simple) | (b->flags & Set::all_simple));
    b->flags = static_cast<uint8_t>((b->flags & ~Set::all_simple) | simple);
    a->version++;
    b->version++;
}

}  // namespace exmonty
