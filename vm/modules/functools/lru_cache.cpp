// The wrapper that lru_cache and cache make of a function.
// https://docs.python.org/3/library/functools.html#functools.lru_cache
//
// The results are kept in a dict, by key: its first pair is the one that was least recently used.
#include "vm/modules/functools/functools.h"
#include "vm/objects/await.h"
#include "vm/objects/function.h"
#include "vm/objects/hash.h"

namespace exmonty {
namespace {

namespace field {
enum : uint32_t { function, maxsize, typed, info, cache, hits, misses, dict, count };
}
// The arguments: a tuple; their keywords.
enum Slot : uint32_t { WrapperSlot, KeySlot, HashSlot, ArgumentsSlot, NamesSlot, ResultSlot };
enum State : uint32_t { Hashes, WaitsForHash, Looks, WaitsForEntry, Calls, WaitsForResult, LooksAgain, WaitsForEntryAgain };

Record* wrapper_of(Run& run, Value value) {
    Record* wrapper = as_record(value, &lru_cache_wrapper_class);
    if (!wrapper) run.type_error({"an lru_cache wrapper is required"});
    return wrapper;
}

void count(Record* wrapper, uint32_t which) { wrapper->fields[which] = Value::integer(wrapper->fields[which].as_int() + 1); }

bool is_bounded(const Record* wrapper) { return wrapper->fields[field::maxsize] != NONE; }

// A lone int or str is its own key; otherwise the arguments, a mark and the keywords, then all their types if the cache tells
// types apart. UNBOUND: refused.
Value make_key(Run& run, const Record* wrapper, const Value* args, uint32_t given, const Tuple* names) {
    const bool typed = wrapper->fields[field::typed] == TRUE;
    const uint32_t keywords = names ? names->size() : 0;
    const uint32_t positional = given - keywords;
    if (!typed && !names && positional == 1 && (args[0].is_int() || is_kind(args[0], Kind::Str) || is_kind(args[0], Kind::Int)))
        return args[0];
    const uint64_t size = uint64_t{positional} + (names ? 1 + 2 * uint64_t{keywords} : 0) + (typed ? given : 0);
    Tuple* key = new_tuple(run.heap, size);
    if (!key) return UNBOUND;
    uint32_t at = 0;
    for (uint32_t i = 0; i < positional; i++) key->items[at++] = args[i];
    // The wrapper's class cannot be an argument by accident.
    if (names) key->items[at++] = Value::cell(&lru_cache_wrapper_class);
    for (uint32_t i = 0; i < keywords; i++) {
        key->items[at++] = names->items[i];
        key->items[at++] = args[positional + i];
    }
    for (uint32_t i = 0; typed && i < given; i++) key->items[at++] = Value::cell(class_of(args[i]));
    return Value::cell(key);
}

// A result that was kept is wanted: in a bounded cache it becomes the newest.
Value hit(Run& run, Record* wrapper, Dict* cache, uint32_t entry) {
    const Value result = cache->entries[entry].value;
    count(wrapper, field::hits);
    if (!is_bounded(wrapper) || entry + 1 == cache->used) return result;
    const DictEntry pair = cache->entries[entry];
    dict_delete_entry(cache, entry);
    // Where memory is refused the result is known for the last time.
    dict_insert_new(run.heap, cache, pair.key, pair.hash, pair.value);
    return result;
}

// Keeps a result, and forgets the oldest where there would be too many. False: refused.
bool keep(Run& run, Record* wrapper, Dict* cache, Value key, uint64_t hash, Value result) {
    if (is_bounded(wrapper) && cache->live >= wrapper->fields[field::maxsize].as_int()) {
        const uint32_t oldest = dict_first(cache);
        if (oldest < cache->used) dict_delete_entry(cache, oldest);
    }
    return dict_insert_new(run.heap, cache, key, hash, result);
}

Value push_call(Run& run, Value self, Value key, uint64_t hash, const Value* args, uint32_t given, Tuple* names, State state) {
    Tuple* arguments = as<Tuple>(key);
    // The key may be the arguments already.
    if (!arguments || arguments->size() != given || names) arguments = new_tuple(run.heap, std::span<const Value>(args, given));
    if (!arguments) return run.refused();
    const Value pushed = run.push_step(StepId::cached_call, {self, key, hash_value(run, hash), Value::cell(arguments),
                                                             names ? Value::cell(names) : UNBOUND});
    if (pushed == PUSHED) run.frame->state = state;
    return pushed;
}

Value wrapper_call(Run& run, Value self, const Value* args, uint32_t given, Tuple* names) {
    Record* wrapper = cast<Record>(self);
    Dict* cache = as<Dict>(wrapper->fields[field::cache]);
    if (!cache) return run.raise(ExceptionType::SystemError, {"bad cache"});
    if (wrapper->fields[field::maxsize] == Value::integer(0)) {
        count(wrapper, field::misses);
        return run.call(wrapper->fields[field::function], args, given, names);
    }
    if (names && names->size() == 0) names = nullptr;
    const Value key = make_key(run, wrapper, args, given, names);
    if (key == UNBOUND) return run.refused();
    uint64_t hash = 0;
    if (!simple_hash(run, key, hash)) return push_call(run, self, key, 0, args, given, names, Hashes);
    bool stopped;
    const DictFind find = dict_find_natively(run, cache, key, hash, 0, stopped);
    if (stopped) return RAISED;
    if (find.outcome == DictFind::Outcome::NeedEqual) return push_call(run, self, key, hash, args, given, names, Looks);
    if (find.outcome == DictFind::Outcome::Found) return hit(run, wrapper, cache, find.entry);
    const Value pushed = push_call(run, self, key, hash, args, given, names, Calls);
    if (pushed == PUSHED) count(wrapper, field::misses);
    return pushed;
}

// ---- Attributes and methods.

Value wrapper_get_attribute(Run& run, Value self, Str* name) { return get_from_dict(run, cast<Record>(self)->fields[field::dict], name); }

Value wrapper_set_attribute(Run& run, Value self, Str* name, Value value) {
    if (name->view() == "__dict__") return UNBOUND;
    return set_in_dict(run, &lru_cache_wrapper_class, cast<Record>(self)->fields[field::dict], name, value);
}

Value wrapper_dict(Run& run, Value* args, uint32_t) {
    Record* wrapper = wrapper_of(run, args[0]);
    return wrapper ? Value::cell(dict_of_field(run, wrapper->fields[field::dict])) : RAISED;
}

// https://docs.python.org/3/library/functools.html#functools.lru_cache
Value cache_info(Run& run, Value* args, uint32_t) {
    const Record* wrapper = wrapper_of(run, args[0]);
    if (!wrapper) return RAISED;
    const Dict* cache = as<Dict>(wrapper->fields[field::cache]);
    return run.call(wrapper->fields[field::info], {wrapper->fields[field::hits], wrapper->fields[field::misses], wrapper->fields[field::maxsize],
                                                   Value::integer(cache ? cache->live : 0)});
}

Value cache_clear(Run& run, Value* args, uint32_t) {
    Record* wrapper = wrapper_of(run, args[0]);
    if (!wrapper) return RAISED;
    if (Dict* cache = as<Dict>(wrapper->fields[field::cache])) dict_clear(run.heap, cache);
    for (const uint32_t number : {field::hits, field::misses}) wrapper->fields[number] = Value::integer(0);
    return NONE;
}

Value wrapper_doc(Run& run, Value* args, uint32_t) {
    const Record* wrapper = wrapper_of(run, args[0]);
    return wrapper ? own_or_of_class(run, wrapper->fields[field::dict], "__doc__", lru_cache_wrapper_class.doc) : RAISED;
}

Value wrapper_module(Run& run, Value* args, uint32_t) {
    const Record* wrapper = wrapper_of(run, args[0]);
    return wrapper ? own_or_of_class(run, wrapper->fields[field::dict], "__module__", lru_cache_wrapper_class.module_name) : RAISED;
}

Value wrapper_copy(Run&, Value* args, uint32_t) { return args[0]; }

// args: user_function, maxsize, typed, cache_info_type.
Value wrapper_new(Run& run, Value* args, uint32_t) {
    if (!is_callable(run, args[0])) return run.type_error({"the first argument must be callable"});
    if (args[1] != NONE && !args[1].is_int()) return run.type_error({"maxsize should be integer or None"});
    const Value typed = run.truth(args[2]);
    if (is_result(typed)) return typed;
    Record* wrapper = new_record(run.heap, &lru_cache_wrapper_class, field::count);
    wrapper->fields[field::function] = args[0];
    wrapper->fields[field::maxsize] = args[1].is_int() && args[1].as_int() < 0 ? Value::integer(0) : args[1];
    wrapper->fields[field::typed] = typed;
    wrapper->fields[field::info] = args[3];
    wrapper->fields[field::cache] = Value::cell(new_dict(run.heap));
    for (const uint32_t number : {field::hits, field::misses}) wrapper->fields[number] = Value::integer(0);
    wrapper->fields[field::dict] = NONE;
    return Value::cell(wrapper);
}

constexpr NativeRow constructor_rows[] = {{"lru_cache", "user_function, maxsize, typed, cache_info_type", wrapper_new}};
constinit const auto constructor = function_table(constructor_rows);

Value wrapper_construct(Run& run, const Class*, const Value* args, uint32_t given, Tuple* names) {
    return run.call(Value::cell(&constructor[0]), args, given, names);
}

constexpr NativeRow rows[] = {
    {"__copy__", "self, /", wrapper_copy},
    {"__deepcopy__", "self, memo, /", wrapper_copy},
    {"__dict__", "self", wrapper_dict, Binding::Getter},
    {"__doc__", "self", wrapper_doc, Binding::Getter},
    {"__get__", "self, instance, owner=None, /", bound_as_method},
    {"__module__", "self", wrapper_module, Binding::Getter},
    {"cache_clear", "self, /", cache_clear},
    {"cache_info", "self, /", cache_info},
};
constinit const auto methods = native_table(Kind::Record, rows);
constexpr TypeOperations operations = {
    .call = wrapper_call,
    .get_attribute = wrapper_get_attribute,
    .set_attribute = wrapper_set_attribute,
    .construct = wrapper_construct,
};
constexpr const Class* mro[] = {&lru_cache_wrapper_class, &object_class};
constexpr const char* doc =
    "Create a cached callable that wraps another function.\n\n"
    "user_function:      the function being cached\n\n"
    "maxsize:  0         for no caching\n"
    "          None      for unlimited cache size\n"
    "          n         for a bounded cache\n\n"
    "typed:    False     cache f(3) and f(3.0) as identical calls\n"
    "          True      cache f(3) and f(3.0) as distinct calls\n\n"
    "cache_info_type:    namedtuple class with the fields:\n"
    "                        hits misses currsize maxsize\n";

}  // namespace

constinit const Class lru_cache_wrapper_class =
    with_fields(builtin_class("functools._lru_cache_wrapper", "functools", &object_class, mro, 2, Kind::Record, Class::binds_as_method,
                  methods.data(), methods.size(), &operations, doc), field::count);

// A call whose result is not kept yet, or whose key needs Python code to be found.
Value step_cached_call(Run& run, Frame& frame, Value in) {
    Record* wrapper = as_record(frame.base[WrapperSlot], &lru_cache_wrapper_class);
    Dict* cache = wrapper ? as<Dict>(wrapper->fields[field::cache]) : nullptr;
    const Tuple* arguments = as<Tuple>(frame.base[ArgumentsSlot]);
    if (!cache || !arguments) return run.raise(ExceptionType::SystemError, {"bad cache"});
    const Value key = frame.base[KeySlot];
    switch (frame.state) {
        case Hashes:
            if (!arrived(frame, WaitsForHash, in = run.hash(key))) return in;
            [[fallthrough]];
        case WaitsForHash:
            frame.base[HashSlot] = in;
            frame.state = Looks;
            [[fallthrough]];
        case Looks:
            if (!arrived(frame, WaitsForEntry, in = run.dict_find(cache, key, hash_word(frame.base[HashSlot])))) return in;
            [[fallthrough]];
        case WaitsForEntry:
            if (in.is_int() && in.as_int() < cache->used) return hit(run, wrapper, cache, static_cast<uint32_t>(in.as_int()));
            count(wrapper, field::misses);
            frame.state = Calls;
            [[fallthrough]];
        case Calls:
            in = run.call(wrapper->fields[field::function], arguments->items, arguments->size(), as<Tuple>(frame.base[NamesSlot]));
            if (!arrived(frame, WaitsForResult, in)) return in;
            [[fallthrough]];
        case WaitsForResult:
            frame.base[ResultSlot] = in;
            frame.state = LooksAgain;
            [[fallthrough]];
        case LooksAgain:
            if (!arrived(frame, WaitsForEntryAgain, in = run.dict_find(cache, key, hash_word(frame.base[HashSlot])))) return in;
            [[fallthrough]];
        default:
            // The function may have been called with the same arguments meanwhile.
            if (in.is_int()) return frame.base[ResultSlot];
            if (keep(run, wrapper, cache, key, hash_word(frame.base[HashSlot]), frame.base[ResultSlot])) return frame.base[ResultSlot];
            frame.state = LooksAgain;
            return run.refused();
    }
}

}  // namespace exmonty
