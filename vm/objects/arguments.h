// What natives do with arguments: ints, bounds of a range, slices, texts.
//
// An argument may be an object of a Python class with `__index__`, which only Python code can turn into an int. A
// native that takes ints asks `calls_index` of those arguments before it does anything, and if so returns
// `with_indices(…)`: a step converts them in place and calls the native again.
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/range.h"
#include "vm/objects/run.h"

namespace exmonty {

bool calls_index_slow(Run& run, Value value);
inline bool calls_index(Run& run, Value value) { return is_kind(value, Kind::Instance) && calls_index_slow(run, value); }

// Replaces args[i] for each bit i of `mask` by its index, then calls the row `name` of `type` with the arguments (at
// most 8). Returns what a native returns.
Value with_indices(Run& run, const Class* type, std::string_view name, Value* args, uint32_t count, uint32_t mask);
Value with_indices(Run& run, const NativeFunction* row, Value* args, uint32_t count, uint32_t mask);
// The same for arguments that are asked for their truth, which become True or False.
inline bool calls_truth(Run&, Value value) { return is_kind(value, Kind::Instance); }
Value with_truths(Run& run, const Class* type, std::string_view name, Value* args, uint32_t count, uint32_t mask);
// The same for arguments that are wanted as floats, and have `__float__` or `__index__` of their own.
bool calls_float_slow(Run& run, Value value);
inline bool calls_float(Run& run, Value value) { return is_kind(value, Kind::Instance) && calls_float_slow(run, value); }
Value with_floats(Run& run, const NativeFunction* row, Value* args, uint32_t count, uint32_t mask);
// object[key], where the key, or a part of it if it is a slice, calls `__index__`.
Value item_with_index(Run& run, Value object, Value key);
// sequence * factor, where the factor calls `__index__`.
Value repeat_with_index(Run& run, Value sequence, Value factor);

// The int of an int, a bool, or an instance of a subclass of int; UNBOUND: it is none.
Value int_of(Value value);
// An int that fits 62 bits, larger ones as the largest or smallest such number. UNBOUND arguments leave `number` alone.
// False: a TypeError is pending.
bool clamped_argument(Run& run, Value value, int64_t& number);
// The same, but a larger one is an OverflowError.
bool int_argument(Run& run, Value value, int64_t& number);
// Whether an exact int fits what CPython calls an index-sized integer (64 bits, wider than the value word).
bool index_sized(Value number, int64_t& index);
// A bound of a range, as in str.find(sub, start, end): UNBOUND and None leave `number` alone.
bool bound_argument(Run& run, Value value, int64_t& number);

// How often `sequence * factor` repeats the sequence: NONE and `times`, or what the operation returns instead.
Value repeat_count(Run& run, Value sequence, Value factor, uint64_t& times);

// For `__init__` with the signature (self, /, *args, **kwargs) that takes one argument or none. False: a TypeError is pending.
bool at_most_one(Run& run, std::string_view type, const Value* args, uint32_t count);

// Whether iter(value) would try at all: for natives that have a text of their own for what cannot be iterated.
bool is_iterable(Run& run, Value value);

// Bounds as Python counts them, brought into 0 … length; start may still lie behind end.
constexpr void adjust_bounds(int64_t& start, int64_t& end, int64_t length) {
    if (end > length) end = length;
    else if (end < 0) end = end + length < 0 ? 0 : end + length;
    if (start < 0) start = start + length < 0 ? 0 : start + length;
}

// What a slice means for a sequence of some length: `count` items, the first at `start`, each `step` further.
struct SliceBounds {
    int64_t start;
    int64_t stop;
    int64_t step;
    uint64_t count;
};
bool slice_calls_index(Run& run, const Slice* slice);
// False: an exception is pending.
bool slice_bounds(Run& run, const Slice* slice, uint64_t length, SliceBounds& bounds);

// The exact str of a str or of an instance of a subclass of it; nullptr: it is none.
inline Str* str_of(Value value) {
    if (Str* str = as<Str>(value)) [[likely]] return str;
    return as<Str>(payload(value));
}

// The type of an argument in messages of the form "find() argument 1 must be str, not None".
inline std::string_view argument_type_name(Value value) { return value == NONE ? "None" : type_name(value); }

// What a native returns for a cell that it made: nullptr means that memory was refused.
inline Value made(Run& run, const Cell* cell) { return cell ? Value::cell(cell) : run.refused(); }

}  // namespace exmonty
