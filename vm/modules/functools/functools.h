// What the module functools does natively.
#pragma once

#include "vm/objects/builtin_types.h"
#include "vm/objects/function.h"
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
// `__get__` of a callable that binds as a function does: read from an instance it is a method.
inline Value bound_as_method(Run& run, Value* args, uint32_t) {
    if (args[1] == NONE) return args[2] == UNBOUND || args[2] == NONE ? run.type_error({"__get__(None, None) is invalid"}) : args[0];
    Method* method = run.heap.allocate<Method>();
    method->function = args[0];
    method->self = args[1];
    return Value::cell(method);
}
// value UNBOUND: delete.
inline Value set_in_dict(Run& run, const Class* type, Value& field, Str* name, Value value) {
    if (value == UNBOUND) {
        if (is_kind(field, Kind::Dict) && dict_remove(run, cast<Dict>(field), name)) return NONE;
        return run.raise(ExceptionType::AttributeError, {"'", class_name(type), "' object has no attribute '", name->view(), "'"});
    }
    return dict_set(run, dict_of_field(run, field), name, value) ? NONE : run.refused();
}
// `__doc__` and `__module__`, which are the class's until they are set.
inline Value own_or_of_class(Run& run, Value field, std::string_view name, const char* text) {
    Str* key = static_str(name);
    const Value own = get_from_dict(run, field, key ? key : new_str(run.heap, name));
    if (own != UNBOUND) return own;
    return text ? run.text(text) : NONE;
}

}  // namespace exmonty
