// Displays, their building, and text: the instructions that make containers and strs.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

Value build_list(Run& run, const Value* items, uint32_t count);
Value build_tuple(Run& run, const Value* items, uint32_t count);
Value build_set(Run& run, const Value* items, uint32_t count);
Value build_map(Run& run, const Value* pairs, uint32_t count);
Value build_string(Run& run, const Value* pieces, uint32_t count);
Value list_append(Run& run, Value list, Value item);
Value list_extend(Run& run, Value list, Value iterable);
Value list_to_tuple(Run& run, Value list);
Value set_add(Run& run, Value set, Value item);
Value set_update(Run& run, Value set, Value iterable);
Value map_update(Run& run, Value dict, Value mapping);
// For the keywords of a call of `function`: a key twice is an error.
Value map_merge(Run& run, Value dict, Value mapping, Value function);

// CONVERT: 1 str, 2 repr, 3 ascii.
Value convert(Run& run, Value value, uint32_t conversion);
Value format_plain(Run& run, Value value);
Value format_with(Run& run, Value value, Value spec);

}  // namespace exmonty
