// Fast paths of the item instructions. UNBOUND or false: not a fast case.
#pragma once

#include "vm/objects/dict.h"
#include "vm/objects/hash.h"
#include "vm/objects/list.h"
#include "vm/objects/tuple.h"

namespace exmonty {

[[gnu::always_inline]] inline Value fast_get_index(Value object, int64_t index) {
    if (!object.is_cell()) return UNBOUND;
    Cell* cell = object.as_cell();
    if (cell->kind == Kind::List) {
        List* list = static_cast<List*>(cell);
        if (index < 0) index += list->size;
        if (static_cast<uint64_t>(index) < list->size) return list->items[index];
    } else if (cell->kind == Kind::Tuple) {
        Tuple* tuple = static_cast<Tuple*>(cell);
        if (index < 0) index += tuple->count;
        if (static_cast<uint64_t>(index) < tuple->count) return tuple->items[index];
    }
    return UNBOUND;
}

[[gnu::always_inline]] inline Value fast_get_item(Run& run, Value object, Value key) {
    if (key.is_int()) return fast_get_index(object, key.as_int());
    if (is_kind(object, Kind::Dict) && is_kind(key, Kind::Str)) {
        Dict* dict = cast<Dict>(object);
        if (!dict->has(Dict::all_str)) return UNBOUND;
        int64_t entry = dict_find_str(dict, cast<Str>(key), str_hash(run, cast<Str>(key)));
        if (entry >= 0) return dict->entries[entry].value;
    }
    return UNBOUND;
}

[[gnu::always_inline]] inline bool fast_set_index(Value object, int64_t index, Value value) {
    List* list = as<List>(object);
    if (!list) return false;
    if (index < 0) index += list->size;
    if (static_cast<uint64_t>(index) >= list->size) return false;
    list->items[index] = value;
    return true;
}

[[gnu::always_inline]] inline bool fast_set_item(Run& run, Value object, Value key, Value value) {
    if (key.is_int()) return fast_set_index(object, key.as_int(), value);
    if (!is_kind(object, Kind::Dict) || !is_kind(key, Kind::Str)) return false;
    Dict* dict = cast<Dict>(object);
    if (!dict->has(Dict::all_str)) return false;
    int64_t entry = dict_find_str(dict, cast<Str>(key), str_hash(run, cast<Str>(key)));
    if (entry < 0) return false;
    dict->entries[entry].value = value;
    return true;
}

// The general ones, of the instruction `word`; UNBOUND registers raise UnboundLocalError.
Value get_item_of(Run& run, Frame* frame, uint32_t word);
Value set_item_of(Run& run, Frame* frame, uint32_t word);
Value delete_item(Run& run, Frame* frame, Value object, Value key);
Value new_slice(Run& run, const Value* bounds);
// bounds: start and stop.
Value load_slice(Run& run, Frame* frame, Value object, const Value* bounds);
Value store_slice(Run& run, Frame* frame, Value object, const Value* bounds, Value value);

}  // namespace exmonty
