#include "vm/runtime/op_collection.h"

#include "vm/base/text_sink.h"
#include "vm/builtins/builtins.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/hash.h"
#include "vm/objects/list.h"
#include "vm/objects/range.h"
#include "vm/objects/set.h"
#include "vm/runtime/call.h"
#include "vm/runtime/op_iteration.h"
#include "vm/runtime/op_subscript.h"

#include <cstring>

namespace exmonty {

Value build_list(Run& run, const Value* items, uint32_t count) {
    List* list = new_list(run.heap, std::span<const Value>(items, count));
    return list ? Value::cell(list) : run.refused();
}

Value build_tuple(Run& run, const Value* items, uint32_t count) {
    if (count == 0) return Value::cell(empty_tuple);
    Tuple* tuple = new_tuple(run.heap, std::span<const Value>(items, count));
    return tuple ? Value::cell(tuple) : run.refused();
}

Value build_set(Run& run, const Value* items, uint32_t count) {
    Set* set = new_set(run.heap);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t hash;
        bool simple = is_simple_key(items[i]) && run.simple_hash(items[i], hash);
        if (!simple) {
            // Some item needs Python: all of them go by way of a list and set.update.
            Value list = build_list(run, items, count);
            if (is_result(list)) return list;
            return run.call(Value::cell(&set_class), {list});
        }
        if (set_add_simple(run.heap, set, items[i], hash) == SetAdd::Refused) return run.refused();
    }
    return Value::cell(set);
}

// Slots: dict, the pairs as a tuple, position.
Value step_build_map(Run& run, Frame& frame, Value in) {
    (void)in;
    Tuple* pairs = as<Tuple>(frame.base[1]);
    uint32_t position = static_cast<uint32_t>(frame.base[2].as_int());
    for (; pairs && position + 1 < pairs->count; position += 2) {
        Value result = run.dict_set(cast<Dict>(frame.base[0]), pairs->items[position], pairs->items[position + 1]);
        if (result == COLLECT) return result;
        frame.base[2] = Value::integer(position + 2);
        if (is_result(result)) return result;
    }
    return frame.base[0];
}

Value build_map(Run& run, const Value* pairs, uint32_t count) {
    Dict* dict = new_dict(run.heap);
    if (count > 5 && !dict_reserve(run.heap, dict, count)) return run.refused();
    for (uint32_t i = 0; i < count; i++) {
        Value key = pairs[i * 2];
        Value value = pairs[i * 2 + 1];
        if (Str* text = as<Str>(key)) {
            if (!dict_set(run, dict, text, value)) return run.refused();
            continue;
        }
        Value result = run.dict_set(dict, key, value);
        if (result == PUSHED || result == COLLECT) {
            if (result == PUSHED) run.pop_frame();
            Tuple* all = new_tuple(run.heap, std::span<const Value>(pairs, size_t{count} * 2));
            if (!all) return run.refused();
            return run.push_step(StepId::build_map, {Value::cell(new_dict(run.heap)), Value::cell(all), Value::integer(0)});
        }
        if (is_result(result)) return result;
    }
    return Value::cell(dict);
}

// An exact str, or what an instance of a subclass holds; nullptr: neither.
static const Str* text_in(Value piece) {
    const Str* text = as<Str>(piece);
    return text ? text : as<Str>(payload(piece));
}

Value build_string(Run& run, const Value* pieces, uint32_t count) {
    uint64_t size = 0;
    uint64_t length = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Str* piece = text_in(pieces[i]);
        if (!piece) return run.type_error({"can only join an iterable"});
        size += piece->count;
        length += piece->length;
    }
    if (size == 0) return Value::cell(empty_str);
    Str* str = new_str_uninitialised(run.heap, size);
    if (!str) return run.refused();
    char* at = writable(str);
    for (uint32_t i = 0; i < count; i++) {
        const Str* piece = text_in(pieces[i]);
        memcpy(at, piece->data(), piece->count);
        at += piece->count;
    }
    seal(str, static_cast<uint32_t>(length));
    return Value::cell(str);
}

Value list_append(Run& run, Value list, Value item) {
    List* target = as<List>(list);
    if (!target) return run.raise(ExceptionType::SystemError, {"bad list"});
    return append(run.heap, target, item) ? NONE : run.refused();
}

Value list_extend(Run& run, Value list, Value iterable) {
    if (!is_kind(list, Kind::List)) return run.raise(ExceptionType::SystemError, {"bad list"});
    const Class* type = class_of(iterable);
    bool iterates = type->operations && (type->operations->iterate || type->operations->next);
    if (!iterates && (type->is_builtin() || (run.special(type, Name::__iter__) == UNBOUND && run.special(type, Name::__getitem__) == UNBOUND)))
        return run.type_error({"Value after * must be an iterable, not ", class_name(type)});
    Value method = class_lookup(run, &list_class, name(Name::extend));
    return call_with(run, method, {list, &iterable, 1, nullptr});
}

Value list_to_tuple(Run& run, Value list) {
    List* source = as<List>(list);
    if (!source) return run.raise(ExceptionType::SystemError, {"bad list"});
    if (source->size == 0) return Value::cell(empty_tuple);
    if (!run.heap.reserve(sizeof(Value) * uint64_t{source->size})) return run.refused();
    Tuple* tuple = new_tuple(run.heap, source->view());
    return tuple ? Value::cell(tuple) : run.refused();
}

Value set_add(Run& run, Value set, Value item) {
    if (!is_kind(set, Kind::Set)) return run.raise(ExceptionType::SystemError, {"bad set"});
    Value method = class_lookup(run, &set_class, name(Name::add));
    return call_with(run, method, {set, &item, 1, nullptr});
}

Value set_update(Run& run, Value set, Value iterable) {
    if (!is_kind(set, Kind::Set)) return run.raise(ExceptionType::SystemError, {"bad set"});
    Value method = class_lookup(run, &set_class, name(Name::update));
    return call_with(run, method, {set, &iterable, 1, nullptr});
}

Value map_update(Run& run, Value dict, Value mapping) {
    if (!is_kind(dict, Kind::Dict)) return run.raise(ExceptionType::SystemError, {"bad dict"});
    bool is_mapping = is_kind(payload(mapping), Kind::Dict) || class_lookup(run, class_of(mapping), name(Name::keys)) != UNBOUND;
    if (!is_mapping) return run.type_error({"'", type_name(mapping), "' object is not a mapping"});
    Value method = class_lookup(run, &dict_class, name(Name::update));
    return call_with(run, method, {dict, &mapping, 1, nullptr});
}

Value map_merge(Run& run, Value dict, Value mapping, Value function) {
    Dict* target = as<Dict>(dict);
    if (!target) return run.raise(ExceptionType::SystemError, {"bad dict"});
    Dict* source = as<Dict>(payload(mapping));
    FixedText<512> shown;
    append_call_name(run, shown, function);
    if (!source) {
        if (class_lookup(run, class_of(mapping), name(Name::keys)) == UNBOUND)
            return run.type_error({shown.view(), " argument after ** must be a mapping, not ", type_name(mapping)});
        return run.push_step(StepId::merge_mapping, {dict, mapping, function});
    }
    for (uint32_t i = 0; i < source->used; i++) {
        const DictEntry& entry = source->entries[i];
        if (entry.value == UNBOUND) continue;
        Str* key = as<Str>(payload(entry.key));
        if (!key) return run.type_error({"keywords must be strings"});
        if (dict_find_str(target, key, str_hash(run, key)) >= 0)
            return run.type_error({shown.view(), " got multiple values for keyword argument '", key->view(), "'"});
        if (!dict_set(run, target, key, entry.value)) return run.refused();
    }
    return NONE;
}

// Slots: the call's dict, a mapping that is no dict, the function. The mapping becomes a dict, which is merged.
Value step_merge_mapping(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.call(Value::cell(&dict_class), {frame.base[1]});
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    return map_merge(run, frame.base[0], in, frame.base[2]);
}

Value convert(Run& run, Value value, uint32_t conversion) {
    if (conversion == 1) return run.str(value);
    if (conversion == 2) return run.repr(value);
    return ascii_of(run, value);
}

Value format_plain(Run& run, Value value) {
    if (is_kind(value, Kind::Str)) return value;
    return run.format(value, const_cast<Str*>(empty_str));
}

Value format_with(Run& run, Value value, Value spec) {
    Str* text = as<Str>(payload(spec));
    if (!text) return run.type_error({"format() argument 2 must be str, not ", type_name(spec)});
    return run.format(value, text);
}

// ---- Unpacking.

namespace {

Value too_few(Run& run, uint64_t wanted, uint64_t got, bool at_least) {
    return run.value_error({"not enough values to unpack (expected ", at_least ? "at least " : "", Digits(static_cast<int64_t>(wanted)).view(),
                            ", got ", Digits(static_cast<int64_t>(got)).view(), ")"});
}

Value too_many(Run& run, uint64_t wanted, int64_t got) {
    if (got < 0) return run.value_error({"too many values to unpack (expected ", Digits(static_cast<int64_t>(wanted)).view(), ")"});
    return run.value_error({"too many values to unpack (expected ", Digits(static_cast<int64_t>(wanted)).view(), ", got ", Digits(got).view(), ")"});
}

Value cannot_unpack(Run& run, Value iterable) {
    return run.type_error({"cannot unpack non-iterable ", type_name(iterable), " object"});
}

bool is_iterable(Run& run, Value value) {
    const Class* type = class_of(value);
    if (type->operations && (type->operations->iterate || type->operations->next)) return true;
    return !type->is_builtin() && (run.special(type, Name::__iter__) != UNBOUND || run.special(type, Name::__getitem__) != UNBOUND);
}

// The items of an exact list or tuple.
bool items_of(Value sequence, std::span<const Value>& items) {
    if (Tuple* tuple = as<Tuple>(sequence)) items = tuple->view();
    else if (List* list = as<List>(sequence)) items = list->view();
    else return false;
    return true;
}

Value spread_star(Run& run, std::span<const Value> items, Value* target, uint32_t before, uint32_t after) {
    if (items.size() < size_t{before} + after) return too_few(run, uint64_t{before} + after, items.size(), true);
    size_t middle = items.size() - before - after;
    List* list = new_list(run.heap, items.subspan(before, middle));
    if (!list) return run.refused();
    for (uint32_t i = 0; i < before; i++) target[i] = items[i];
    target[before] = Value::cell(list);
    for (uint32_t i = 0; i < after; i++) target[before + 1 + i] = items[before + middle + i];
    return NONE;
}

}  // namespace

Value unpack(Run& run, Frame* frame, Value iterable, uint32_t first, uint32_t count) {
    std::span<const Value> items;
    if (items_of(iterable, items)) {
        if (items.size() < count) return too_few(run, count, items.size(), false);
        if (items.size() > count) return too_many(run, count, static_cast<int64_t>(items.size()));
        for (uint32_t i = 0; i < count; i++) frame->base[first + i] = items[i];
        return NONE;
    }
    if (!is_iterable(run, iterable)) return cannot_unpack(run, iterable);
    Value pushed = run.push_step(StepId::unpack, {iterable, Value::integer(first), Value::integer(count), UNBOUND, Value::cell(new_list(run.heap))});
    return pushed;
}

// Slots: iterable, first register, count, iterator, items so far. Takes one item more than wanted, to see that there is none.
Value step_unpack(Run& run, Frame& frame, Value in) {
    uint32_t count = static_cast<uint32_t>(frame.base[2].as_int());
    List* items = cast<List>(frame.base[4]);
    if (frame.state == 0) {
        Value result = run.iterate(frame.base[0]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1) {
        frame.base[3] = in;
        frame.state = 3;
    }
    for (;;) {
        if (frame.state == 2) {
            if (in == EXHAUSTED) break;
            if (items->size == count) {
                Value known = is_kind(payload(frame.base[0]), Kind::Dict) ? run.length(frame.base[0]) : UNBOUND;
                return too_many(run, count, known.is_int() ? known.as_int() : -1);
            }
            if (!append(run.heap, items, in)) return run.refused();
        }
        Value item = run.next(frame.base[3]);
        if (item == COLLECT) {
            frame.state = 3;
            return item;
        }
        frame.state = 2;
        if (is_result(item) && item != EXHAUSTED) return item;
        in = item;
    }
    if (items->size < count) return too_few(run, count, items->size, false);
    uint32_t first = static_cast<uint32_t>(frame.base[1].as_int());
    Frame* target = frame.previous;
    if (target->is_step() || uint64_t{first} + count > target->code->register_count) return run.raise(ExceptionType::SystemError, {"bad unpack"});
    for (uint32_t i = 0; i < count; i++) target->base[first + i] = items->items[i];
    return NONE;
}

Value unpack_star(Run& run, Frame* frame, Value iterable, uint32_t first, uint32_t before, uint32_t after) {
    std::span<const Value> items;
    if (items_of(iterable, items)) return spread_star(run, items, frame->base + first, before, after);
    if (!is_iterable(run, iterable)) return cannot_unpack(run, iterable);
    return run.push_step(StepId::unpack_star, {iterable, Value::integer(first), Value::integer(before), Value::integer(after)});
}

// Slots: iterable, then its iterator (whose length hint counts, not the length of the iterable); first register, items before
// the starred one, items after it.
Value step_unpack_star(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.iterate(frame.base[0]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 2;
    }
    if (frame.state == 2) {
        Value result = run.to_list(frame.base[0]);
        if (result == COLLECT) return result;
        frame.state = 3;
        if (is_result(result)) return result;
        in = result;
    }
    List* list = as<List>(in);
    uint32_t first = static_cast<uint32_t>(frame.base[1].as_int());
    uint32_t before = static_cast<uint32_t>(frame.base[2].as_int());
    uint32_t after = static_cast<uint32_t>(frame.base[3].as_int());
    Frame* target = frame.previous;
    if (!list || target->is_step() || uint64_t{first} + before + after >= target->code->register_count)
        return run.raise(ExceptionType::SystemError, {"bad unpack"});
    return spread_star(run, list->view(), target->base + first, before, after);
}

// ---- CALL_EX.

void append_call_name(Run& run, TextSink& sink, Value callee) {
    (void)run;
    if (Method* method = as<Method>(callee)) callee = method->function;
    if (Function* function = as<Function>(callee)) {
        Str* module = as<Str>(function->module);
        if (module && module->view() != "builtins") {
            sink.append(module->view());
            sink.append('.');
        }
        sink.append(function->qualified_name->view());
    } else if (NativeFunction* native = as<NativeFunction>(callee)) {
        sink.append(native->name);
    } else if (Class* type = as<Class>(callee)) {
        sink.append(class_name(type));
    } else {
        sink.append(type_name(callee));
        sink.append(" object");
        return;
    }
    sink.append("()");
}

Value call_unpacked(Run& run, Value* window, bool has_keywords) {
    Value positional = window[1];
    std::span<const Value> items;
    if (!items_of(positional, items)) {
        if (!is_iterable(run, positional)) {
            FixedText<512> shown;
            append_call_name(run, shown, window[0]);
            return run.type_error({shown.view(), " argument after * must be an iterable, not ", type_name(positional)});
        }
        return run.push_step(StepId::call_unpacked, {window[0], positional, has_keywords ? window[2] : UNBOUND});
    }
    Dict* keywords = has_keywords ? as<Dict>(window[2]) : nullptr;
    if (!keywords || keywords->live == 0) return call_with(run, window[0], {UNBOUND, items.data(), static_cast<uint32_t>(items.size()), nullptr});
    uint64_t total = items.size() + keywords->live;
    if (!run.heap.reserve(sizeof(Value) * (total + keywords->live))) return run.refused();
    Tuple* values = new_tuple(run.heap, total);
    Tuple* names = new_tuple(run.heap, keywords->live);
    for (size_t i = 0; i < items.size(); i++) values->items[i] = items[i];
    uint32_t number = 0;
    for (uint32_t i = 0; i < keywords->used; i++) {
        const DictEntry& entry = keywords->entries[i];
        if (entry.value == UNBOUND) continue;
        if (!is_kind(entry.key, Kind::Str)) return run.type_error({"keywords must be strings"});
        names->items[number] = entry.key;
        values->items[items.size() + number++] = entry.value;
    }
    return call_with(run, window[0], {UNBOUND, values->items, static_cast<uint32_t>(total), names});
}

// Slots: callee, iterable of positional arguments, dict of keywords.
Value step_call_unpacked(Run& run, Frame& frame, Value in) {
    if (frame.state == 2) return in;
    if (frame.state == 0) {
        Value result = run.to_list(frame.base[1]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1 && in != UNBOUND) frame.base[1] = in;
    Value result = call_unpacked(run, frame.base, frame.base[2] != UNBOUND);
    if (result != COLLECT) frame.state = 2;
    return result;
}

// ---- Slices.

Value new_slice(Run& run, const Value* bounds) {
    Slice* slice = run.heap.allocate<Slice>();
    slice->start = bounds[0];
    slice->stop = bounds[1];
    slice->step = bounds[2];
    return Value::cell(slice);
}

static Value slice_of(Run& run, const Value* bounds) {
    Value three[3] = {bounds[0], bounds[1], NONE};
    return new_slice(run, three);
}

Value load_slice(Run& run, Frame*, Value object, const Value* bounds) { return run.get_item(object, slice_of(run, bounds)); }

Value store_slice(Run& run, Frame*, Value object, const Value* bounds, Value value) {
    return run.set_item(object, slice_of(run, bounds), value);
}

Value delete_item(Run& run, Frame*, Value object, Value key) { return run.set_item(object, key, UNBOUND); }

}  // namespace exmonty
