// The table of a dict (vm/objects/dict.h).
#include "vm/heap/heap.h"
#include "vm/objects/dict/table.h"
#include "vm/objects/hash.h"

#include <cstring>

namespace exmonty {
namespace {

constexpr uint64_t smallest_index = 8;
constexpr uint64_t largest_index = uint64_t{1} << 31;

constexpr uint64_t capacity_of(uint64_t slots) { return slots * 2 / 3; }
constexpr uint64_t width_of(uint64_t slots) {
    return slots - 1 <= dict_narrow_mask ? 1 : slots - 1 <= dict_wide_mask ? 2 : 4;
}
// The largest entry number, plus 2, fits the width.
static_assert(capacity_of(256) + 2 <= 256 && capacity_of(65536) + 2 <= 65536 &&
              smallest_index % alignof(DictEntry) == 0);

uint64_t slots_for(uint64_t count) {
    uint64_t slots = smallest_index;
    while (capacity_of(slots) < count) slots *= 2;
    return slots;
}

void set_index(Dict* dict, uint32_t slot, uint32_t number) {
    if (dict->index_mask <= dict_narrow_mask) static_cast<uint8_t*>(dict->index)[slot] = static_cast<uint8_t>(number);
    else if (dict->index_mask <= dict_wide_mask)
        static_cast<uint16_t*>(dict->index)[slot] = static_cast<uint16_t>(number);
    else static_cast<uint32_t*>(dict->index)[slot] = number;
}

// Writes an entry's number into the first slot of its probe sequence that holds none.
void enter(Dict* dict, uint64_t hash, uint32_t entry) {
    Probe probe(hash, dict->index_mask);
    while (dict_index_at(dict, probe.slot) > 1) probe.jump();
    set_index(dict, probe.slot, entry + 2);
}

uint32_t slot_of(const Dict* dict, uint32_t entry) {
    Probe probe(dict->entries[entry].hash, dict->index_mask);
    while (dict_index_at(dict, probe.slot) != entry + 2) probe.jump();
    return probe.slot;
}

struct Block {
    void* index;
    DictEntry* entries;
};

Block take_block(Heap& heap, uint64_t slots) {
    const uint64_t index_bytes = slots * width_of(slots);
    char* block = static_cast<char*>(heap.take_block(index_bytes + capacity_of(slots) * sizeof(DictEntry)));
    if (!block) return {nullptr, nullptr};
    memset(block, 0, index_bytes);
    return {block, reinterpret_cast<DictEntry*>(block + index_bytes)};
}

// Moves the dict to a table of so many slots; deleted pairs are left behind unless the dict is stable.
bool rebuild(Heap& heap, Dict* dict, uint64_t slots) {
    if (slots > largest_index) return false;
    const Block block = take_block(heap, slots);
    if (!block.index) return false;
    uint32_t used = 0;
    const bool all = dict->has(Dict::stable);
    for (uint32_t i = 0; i < dict->used; i++)
        if (all || dict->entries[i].value != UNBOUND) block.entries[used++] = dict->entries[i];
    heap.give_block(dict->index);
    dict->index = block.index;
    dict->entries = block.entries;
    dict->index_mask = static_cast<uint32_t>(slots - 1);
    dict->capacity = static_cast<uint32_t>(capacity_of(slots));
    dict->used = used;
    for (uint32_t i = 0; i < used; i++) enter(dict, dict->entries[i].hash, i);
    dict->keys_version++;
    return true;
}

// In a stable dict, the place of a deleted pair with this key, or -1.
int64_t find_deleted(const Dict* dict, Value key, uint64_t hash) {
    if (dict->used == 0) return -1;
    for (Probe probe(hash, dict->index_mask);; probe.jump()) {
        const uint32_t number = dict_index_at(dict, probe.slot);
        if (number == 0) return -1;
        if (number == 1) continue;
        const DictEntry& entry = dict->entries[number - 2];
        if (entry.hash == hash && entry.value == UNBOUND && quick_equal(entry.key, key) == Equality::Equal)
            return number - 2;
    }
}

void note_key(Dict* dict, Value key) {
    if (is_kind(key, Kind::Str)) return;
    dict->flags &= static_cast<uint8_t>(~Dict::all_str);
    if (dict->has(Dict::all_simple) && !is_simple_key(key)) dict->flags &= static_cast<uint8_t>(~Dict::all_simple);
}

// A cursor is a probe's state: the number of jumps made (more than 13 are alike, nothing of the hash is left) and the
// slot.
constexpr uint32_t jumps_shift = 32;
constexpr uint32_t jumps_that_matter = 13;

Probe probe_at(uint64_t cursor, uint64_t hash, uint32_t mask) {
    Probe probe(hash, mask);
    if (cursor != 0) {
        const uint32_t jumps = static_cast<uint32_t>(cursor >> jumps_shift);
        probe.perturb = jumps >= jumps_that_matter ? 0 : hash >> (Probe::shift * jumps);
        probe.slot = static_cast<uint32_t>(cursor) & mask;
    }
    return probe;
}

}  // namespace

uint64_t dict_capacity(uint64_t slots) { return capacity_of(slots); }
void dict_set_index(Dict* dict, uint32_t slot, uint32_t number) { set_index(dict, slot, number); }

bool dict_index_is_full(const Dict* dict) {
    uint64_t standing = 0;
    for (uint64_t slot = 0; slot <= dict->index_mask; slot++) standing += dict_index_at(dict, static_cast<uint32_t>(slot)) > 1;
    return standing == dict->live;
}

bool dict_reaches(const Dict* dict, uint32_t entry) {
    // An index has free slots, so this ends.
    Probe probe(dict->entries[entry].hash, dict->index_mask);
    uint32_t number = dict_index_at(dict, probe.slot);
    for (; number != 0 && number != entry + 2; number = dict_index_at(dict, probe.slot)) probe.jump();
    return number != 0;
}

Dict* new_dict(Heap& heap) {
    Dict* dict = heap.allocate<Dict>();
    dict->flags = Dict::all_str | Dict::all_simple;
    dict->entries = nullptr;
    dict->index = nullptr;
    dict->used = 0;
    dict->live = 0;
    dict->capacity = 0;
    dict->index_mask = 0;
    dict->keys_version = 0;
    return dict;
}

DictFind dict_find(const Dict* dict, Value key, uint64_t hash, uint64_t cursor) {
    if (dict->live == 0) return {DictFind::Outcome::Missing, 0, 0};
    uint32_t jumps = static_cast<uint32_t>(cursor >> jumps_shift);
    Probe probe = probe_at(cursor, hash, dict->index_mask);
    for (;;) {
        const uint32_t number = dict_index_at(dict, probe.slot);
        if (number == 0) return {DictFind::Outcome::Missing, 0, 0};
        probe.jump();
        if (jumps < jumps_that_matter) jumps++;
        if (number == 1) continue;
        const DictEntry& entry = dict->entries[number - 2];
        if (entry.value == UNBOUND || entry.hash != hash) continue;
        const Equality equality = quick_equal(entry.key, key);
        if (equality == Equality::Different) continue;
        const auto outcome = equality == Equality::Equal ? DictFind::Outcome::Found : DictFind::Outcome::NeedEqual;
        return {outcome, number - 2, uint64_t{jumps} << jumps_shift | probe.slot};
    }
}

int64_t dict_find_simple(const Dict* dict, Value key, uint64_t hash) {
    if (dict->live == 0) return -1;
    for (Probe probe(hash, dict->index_mask);; probe.jump()) {
        const uint32_t number = dict_index_at(dict, probe.slot);
        if (number == 0) return -1;
        if (number == 1) continue;
        const DictEntry& entry = dict->entries[number - 2];
        if (entry.hash == hash && entry.value != UNBOUND && quick_equal(entry.key, key) == Equality::Equal)
            return number - 2;
    }
}

bool dict_insert_new(Heap& heap, Dict* dict, Value key, uint64_t hash, Value value) {
    if (dict->has(Dict::stable)) {
        if (const int64_t place = find_deleted(dict, key, hash); place >= 0) {
            dict->entries[place].value = value;
            dict->live++;
            dict->keys_version++;
            return true;
        }
    }
    if (dict->used == dict->capacity) {
        const uint64_t count = dict->has(Dict::stable) ? dict->used : dict->live;
        uint64_t slots = smallest_index;
        while (slots < count * 3) slots *= 2;
        if (!rebuild(heap, dict, slots) &&
            (slots <= slots_for(count + 1) || !rebuild(heap, dict, slots_for(count + 1))))
            return false;
    }
    note_key(dict, key);
    dict->entries[dict->used] = {key, value, hash};
    enter(dict, hash, dict->used);
    dict->used++;
    dict->live++;
    dict->keys_version++;
    return true;
}

void dict_delete_entry(Dict* dict, uint32_t number) {
    DictEntry& entry = dict->entries[number];
    entry.value = UNBOUND;
    dict->live--;
    dict->keys_version++;
    if (dict->has(Dict::stable)) return;
    set_index(dict, slot_of(dict, number), 1);
    entry.key = UNBOUND;
    entry.hash = 1;
}

DictEntry dict_pop_last(Dict* dict) {
    uint32_t number = dict->used - 1;
    while (dict->entries[number].value == UNBOUND) number--;
    const DictEntry entry = dict->entries[number];
    set_index(dict, slot_of(dict, number), 1);
    // The index keeps a slot for each deleted pair until the table is rebuilt, so the places do not come back.
    dict->capacity -= dict->used - number;
    dict->used = number;
    dict->live--;
    dict->keys_version++;
    return entry;
}

void dict_clear(Heap& heap, Dict* dict) {
    dict->keys_version++;
    dict->live = 0;
    if (dict->has(Dict::stable)) {
        for (uint32_t i = 0; i < dict->used; i++) dict->entries[i].value = UNBOUND;
        return;
    }
    heap.give_block(dict->index);
    dict->index = nullptr;
    dict->entries = nullptr;
    dict->used = 0;
    dict->capacity = 0;
    dict->index_mask = 0;
    dict->flags |= Dict::all_str | Dict::all_simple;
}

bool dict_reserve(Heap& heap, Dict* dict, uint64_t count) {
    const uint64_t gone = dict->has(Dict::stable) ? dict->used - dict->live : 0;
    if (count + gone <= dict->capacity && count >= dict->live && count - dict->live <= dict->capacity - dict->used)
        return true;
    if (count < dict->live) return true;
    return count <= Dict::max_size && rebuild(heap, dict, slots_for(count + gone));
}

Dict* dict_copy(Heap& heap, const Dict* dict) {
    Dict* copy = new_dict(heap);
    if (dict->live == 0) return copy;
    copy->flags = dict->flags & (Dict::all_str | Dict::all_simple);
    if (!rebuild(heap, copy, slots_for(dict->live))) return nullptr;
    for (uint32_t i = dict_next(dict, 0); i < dict->used; i = dict_next(dict, i + 1)) {
        copy->entries[copy->used] = dict->entries[i];
        enter(copy, dict->entries[i].hash, copy->used++);
    }
    copy->live = copy->used;
    return copy;
}

Value dict_get(Run& run, const Dict* dict, const Str* key) {
    const int64_t entry = dict_find_str(dict, key, str_hash(run, key));
    return entry < 0 ? UNBOUND : dict->entries[entry].value;
}

bool dict_set(Run& run, Dict* dict, Str* key, Value value) {
    const uint64_t hash = str_hash(run, key);
    const int64_t entry = dict_find_str(dict, key, hash);
    if (entry < 0) return dict_insert_new(run.heap, dict, Value::cell(key), hash, value);
    dict->entries[entry].value = value;
    return true;
}

bool dict_remove(Run& run, Dict* dict, const Str* key) {
    const int64_t entry = dict_find_str(dict, key, str_hash(run, key));
    if (entry < 0) return false;
    dict_delete_entry(dict, static_cast<uint32_t>(entry));
    return true;
}

int64_t dict_stable_entry(Run& run, Dict* dict, Str* name) {
    uint64_t hash = str_hash(run, name);
    int64_t entry = dict_find_str(dict, name, hash);
    if (entry >= 0) return entry;
    if (!dict_insert_new(run.heap, dict, Value::cell(name), hash, NONE)) return -1;
    entry = dict_find_str(dict, name, hash);
    dict->entries[entry].value = UNBOUND;
    dict->live--;
    return entry;
}

}  // namespace exmonty
