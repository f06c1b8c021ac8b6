// What list and tuple have in common: keys, repetition, and searches that may have to ask `==` of Python objects.
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/list.h"

namespace exmonty {

// A key that is an int: where it points in a sequence of `size` items, or -1 when that is outside.
inline int64_t position_of(int64_t index, uint64_t size) {
    if (index < 0) index += static_cast<int64_t>(size);
    return index >= 0 && static_cast<uint64_t>(index) < size ? index : -1;
}

// What a key that is neither an int of the value word nor a slice means.
enum class KeyKind : uint8_t { Index, CallsIndex, Failed };
// Index: `index` is set. CallsIndex: only Python code can tell. Failed: an exception is pending; `type` is the
// sequence's name in it.
KeyKind sequence_key(Run& run, std::string_view type, Value key, int64_t& index);

// How many items `sequence * factor` has; false: a result is in `result` (an exception, a step or NOT_IMPLEMENTED).
bool repeat_count(Run& run, Value sequence, uint64_t size, Value factor, uint64_t& count, Value& result);
// Fills `count` times `size` items behind the first `size`. True: the run must stop.
bool repeat_items(Run& run, Value* items, uint64_t size, uint64_t count);

// The bounds that `index` methods take; they may be negative but not None. False: an exception is pending.
bool search_bounds(Run& run, Value start_argument, Value stop_argument, uint64_t size, int64_t& start, int64_t& stop);

// Whether the operand of a builtin sequence has a reflected method of its own, which is asked first.
bool has_reflected(Run& run, Value operand, Name name);

// Moving many items in a block is work that limits must see.
inline bool poll_move(Run& run, uint64_t items) { return items >= 1024 && run.budget.poll(items / 1024); }

// Looking for an item by `==` in items [start, stop) of a list or tuple.
enum class SequenceSearch : uint8_t { Contains, Index, Count, Remove };
Value search_sequence(Run& run, SequenceSearch what, Value sequence, Value item, int64_t start = 0,
                      int64_t stop = Value::max_int);

}  // namespace exmonty
