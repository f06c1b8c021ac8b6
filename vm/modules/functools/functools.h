// What the module functools does natively.
#pragma once

#include "vm/objects/builtin_types.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"

namespace exmonty {

extern const Class partial_class;
extern const Class placeholder_class;
extern const Class lru_cache_wrapper_class;
extern const Class key_wrapper_class;

Value reduce(Run& run, Value* args, uint32_t count);
Value cmp_to_key(Run& run, Value* args, uint32_t count);

// ---- Records that keep attributes of their own in a dict: the field `dict` is NONE until there is one.

inline Value get_from_dict(Run& run, Value field, Str* name) {
    const Dict* dict = as<Dict>(field);
    return dict ? dict_get(run, dict, name) : UNBOUND;
}
inline Dict* dict_of_field(Run& run, Value& field) {
    if (!is_kind(field, Kind::Dict)) field = Value::cell(new_dict(run.heap));
    return cast<Dict>(field);
}
// value UNBOUND: delete.
inline Value set_in_dict(Run& run, Value& field, Str* name, Value value) {
    if (value == UNBOUND) return is_kind(field, Kind::Dict) && dict_remove(run, cast<Dict>(field), name) ? NONE : UNBOUND;
    return dict_set(run, dict_of_field(run, field), name, value) ? NONE : run.refused();
}

}  // namespace exmonty
