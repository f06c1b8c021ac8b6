// Intrinsics: at once where no Python code is needed, else by the function of the prelude module `_intrinsics`.
#include "vm/runtime/intrinsic.h"

#include "vm/objects/attributes.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/dict.h"
#include "vm/objects/function.h"
#include "vm/objects/tuple.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

// As CPython marks them: tp_flags, which the classes of collections.abc set by this name in their namespaces.
constexpr int64_t sequence_flag = 1 << 5;
constexpr int64_t mapping_flag = 1 << 6;

bool is_builtin_of_kind(const Class* type, MatchKind kind) {
    if (kind == MatchKind::Mapping) return type == &dict_class || type == &mapping_proxy_class;
    return type == &list_class || type == &tuple_class || type == &range_class || type == &deque_class;
}

// Builtin classes whose instances are what their one positional sub-pattern is matched with.
bool matches_itself(const Class* type) {
    constexpr const Class* classes[] = {&bool_class, &bytes_class, &dict_class, &float_class, &frozenset_class, &int_class,
                                        &list_class, &set_class, &str_class, &tuple_class};
    for (uint32_t i = 0; i < type->mro_count; i++)
        for (const Class* one : classes)
            if (type->mro[i] == one) return true;
    return false;
}

// UNBOUND: the prelude must do it. Only exact dicts and keys that are strs.
Value match_keys(Run& run, Value subject, Value wanted) {
    constexpr uint32_t most_keys = 16;
    Dict* dict = as<Dict>(subject);
    Tuple* keys = as<Tuple>(wanted);
    if (!dict || !keys || keys->count > most_keys) return UNBOUND;
    Tuple* found = new_tuple(run.heap, keys->count);
    for (uint32_t i = 0; i < keys->count; i++) {
        Str* key = as<Str>(keys->items[i]);
        if (!key) return UNBOUND;
        for (uint32_t j = 0; j < i; j++)
            if (equal(key, cast<Str>(keys->items[j]))) return UNBOUND;
        found->items[i] = dict_get(run, dict, key);
        if (found->items[i] == UNBOUND) return NONE;
    }
    return Value::cell(found);
}

// The attribute that lies in the instance and that nothing in its class comes before; UNBOUND: not that simple.
Value plain_attribute(Run& run, Value subject, Str* name) {
    const Class* type = class_of(subject);
    if (!is_kind(subject, Kind::Instance) || run.special(type, Name::__getattribute__) != UNBOUND) return UNBOUND;
    const Value in_class = class_lookup(run, type, name);
    if (in_class != UNBOUND && is_data_descriptor(run, in_class)) return UNBOUND;
    return own_attribute(run, subject, name);
}

// The names of a class's `__match_args__`; nullptr: it has none that is a tuple.
const Tuple* match_args(Run& run, const Class* type) {
    const Value found = class_lookup(run, type, name(Name::__match_args__));
    return found == UNBOUND ? nullptr : as<Tuple>(found);
}

// UNBOUND: the prelude must do it, which also knows what to say about bad patterns.
Value match_class(Run& run, Value subject, Value pattern, Value positional, Value keywords) {
    const Class* type = as<Class>(pattern);
    const Tuple* names = as<Tuple>(keywords);
    if (!type || !names || !positional.is_int() || !class_of(pattern)->is_builtin()) return UNBOUND;
    if (run.is_instance(subject, pattern) != TRUE) return is_builtin_instance(subject) ? NONE : UNBOUND;
    const auto count = static_cast<uint32_t>(positional.as_int());
    const Tuple* args = count == 0 ? nullptr : match_args(run, type);
    const bool is_itself = count == 1 && !args && matches_itself(type) && class_lookup(run, type, name(Name::__match_args__)) == UNBOUND;
    if (count > 0 && !is_itself && (!args || args->count < count)) return UNBOUND;
    Tuple* found = new_tuple(run.heap, count + names->count);
    for (uint32_t i = 0; i < found->count; i++) {
        if (is_itself && i == 0) {
            found->items[i] = subject;
            continue;
        }
        Str* name = as<Str>(i < count ? args->items[i] : names->items[i - count]);
        // A name twice is an error that the prelude tells.
        for (uint32_t j = 0; name && j < i && !(is_itself && j == 0); j++) {
            Str* other = as<Str>(j < count ? args->items[j] : names->items[j - count]);
            if (other && equal(name, other)) return UNBOUND;
        }
        found->items[i] = name ? plain_attribute(run, subject, name) : UNBOUND;
        if (found->items[i] == UNBOUND) return UNBOUND;
    }
    return Value::cell(found);
}

}  // namespace

bool is_of_match_kind(Run& run, const Class* type, MatchKind kind) {
    const int64_t wanted = kind == MatchKind::Sequence ? sequence_flag : mapping_flag;
    for (uint32_t i = 0; i < type->mro_count; i++) {
        const Class* at = type->mro[i];
        if (at->is_builtin()) {
            if (is_builtin_of_kind(at, kind)) return true;
            continue;
        }
        const Value flags = dict_get(run, at->dict, name(Name::__abc_tpflags__));
        if (flags.is_int() && (flags.as_int() & (sequence_flag | mapping_flag))) return (flags.as_int() & wanted) != 0;
    }
    return false;
}

Value call_intrinsic(Run& run, Intrinsic which, const Value* args, uint32_t count) {
    Value result = UNBOUND;
    if (which == Intrinsic::match_keys && count == 2) result = match_keys(run, args[0], args[1]);
    if (which == Intrinsic::match_class && count == 4) result = match_class(run, args[0], args[1], args[2], args[3]);
    if (result != UNBOUND) return result;
    Tuple* given = new_tuple(run.heap, count);
    for (uint32_t i = 0; i < count; i++) given->items[i] = args[i];
    Str* function = new_str(run.heap, intrinsic_names[static_cast<size_t>(which)]);
    return run.push_step(StepId::call_prelude, {name_value(Name::_intrinsics), Value::cell(function), Value::cell(given)});
}

}  // namespace exmonty
