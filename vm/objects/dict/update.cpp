// dict.update and what is built on it: dict(…), `|=`, `{**other}`.
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/dict.h"
#include "vm/objects/hash.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list.h"
#include "vm/objects/pacer.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

// What the step does next, or what its input is.
enum State : uint32_t {
    Start, WaitsForKeysMethod, HasKeysMethod, WaitsForKeys, HasKeys, WaitsForKeyIterator, DrawsKey, WaitsForKey, HasKey,
    WaitsForValue, StoresValue,
    StartsPairs, WaitsForPairIterator, DrawsPair, WaitsForPair, HasPair, WaitsForPairItems, StoresPair,
    MergesDict,
    WaitsForStore, WaitsForPairStore, WaitsForMergeStore,
    Ends,
};

struct Slots {
    Value& target;
    Value& source;    // a mapping, its keys, an iterator of pairs, or the dict that is merged
    Value& iterator;  // of keys
    Value& key;
    Value& value;
    Value& position;  // number of the pair, or of the entry of the dict that is merged
    Value& version;   // keys_version of that dict
    Value& more;
    Value& result;

    explicit Slots(Frame& frame)
        : target(frame.base[0]),
          source(frame.base[1]),
          iterator(frame.base[2]),
          key(frame.base[3]),
          value(frame.base[4]),
          position(frame.base[5]),
          version(frame.base[6]),
          more(frame.base[7]),
          result(frame.base[8]) {}
};

Value optional(Dict* dict) { return dict ? Value::cell(dict) : UNBOUND; }

Value push_update(Run& run, State state, Dict* target, Value source, Value item, int64_t position, Dict* more,
                  Value result) {
    const Value pushed =
        run.push_step(StepId::dict_update, {Value::cell(target), source, UNBOUND, item, UNBOUND,
                                            Value::integer(position), UNBOUND, optional(more), result});
    if (pushed == PUSHED) run.frame->state = state;
    return pushed;
}

Value wrong_length(Run& run, int64_t position, uint64_t size) {
    return run.value_error({"dictionary update sequence element #", Digits(position).view(), " has length ",
                            Digits(static_cast<int64_t>(size)).view(), "; 2 is required"});
}

// The two items of an exact tuple or list; otherwise `is_sequence` is false, or the size is not 2.
struct Pair {
    bool is_sequence = false;
    uint64_t size = 0;
    const Value* items = nullptr;

    explicit Pair(Value value) {
        if (const Tuple* tuple = as<Tuple>(value)) {
            is_sequence = true;
            size = tuple->count;
            items = tuple->items;
        } else if (const List* list = as<List>(value)) {
            is_sequence = true;
            size = list->size;
            items = list->items;
        }
    }
};

enum class Stored : uint8_t { Yes, NeedsPython, Refused, Stopped };

Stored store_natively(Run& run, Dict* target, Value key, uint64_t hash, Value value) {
    bool stopped;
    const DictFind find = dict_find_natively(run, target, key, hash, 0, stopped);
    if (stopped) return Stored::Stopped;
    if (find.outcome == DictFind::Outcome::NeedEqual) return Stored::NeedsPython;
    if (find.outcome == DictFind::Outcome::Missing)
        return dict_insert_new(run.heap, target, key, hash, value) ? Stored::Yes : Stored::Refused;
    target->entries[find.entry].value = value;
    return Stored::Yes;
}

// Merges entries from `position` on. NONE: all of them; UNBOUND: Python code or memory is needed for that at
// `position`.
Value merge_natively(Run& run, Dict* target, const Dict* source, uint32_t& position) {
    Pacer pacer(run.budget);
    const bool fresh = target->used == 0 && !target->has(Dict::stable) && dict_reserve(run.heap, target, source->live);
    for (; (position = dict_next(source, position)) < source->used; position++) {
        if (pacer.tick()) return RAISED;
        const DictEntry& entry = source->entries[position];
        Stored stored = Stored::Yes;
        if (fresh)
            stored =
                dict_insert_new(run.heap, target, entry.key, entry.hash, entry.value) ? Stored::Yes : Stored::Refused;
        else stored = store_natively(run, target, entry.key, entry.hash, entry.value);
        if (stored == Stored::Stopped) return RAISED;
        if (stored != Stored::Yes) return UNBOUND;
    }
    return NONE;
}

Value merge(Run& run, Dict* target, Dict* source, Dict* more, Value result) {
    while (source) {
        uint32_t position = 0;
        const Value end = target == source ? NONE : merge_natively(run, target, source, position);
        if (end == RAISED) return end;
        if (end == UNBOUND)
            return push_update(run, MergesDict, target, Value::cell(source), UNBOUND, position, more, result);
        source = more;
        more = nullptr;
    }
    return result;
}

// Pairs that a native iterator gives, as long as they are exact tuples or lists with keys that need no Python code.
Value update_from_pairs(Run& run, Dict* target, Value iterator, Dict* more, Value result) {
    Pacer pacer(run.budget);
    for (int64_t position = 0;; position++) {
        if (pacer.tick()) return RAISED;
        const Value item = native_next(run, iterator);
        if (item == EXHAUSTED) return more ? merge(run, target, more, nullptr, result) : result;
        if (item == RAISED) return item;
        const Pair pair(item);
        if (pair.is_sequence && pair.size != 2) return wrong_length(run, position, pair.size);
        uint64_t hash;
        Stored stored = Stored::NeedsPython;
        if (pair.is_sequence && simple_hash(run, pair.items[0], hash))
            stored = store_natively(run, target, pair.items[0], hash, pair.items[1]);
        if (stored == Stored::Stopped) return RAISED;
        if (stored != Stored::Yes) return push_update(run, HasPair, target, iterator, item, position, more, result);
    }
}

// A dict whose keys and items are its own, whatever class it is of.
Dict* plain_dict(Run& run, Value other) {
    if (Dict* dict = as<Dict>(other)) return dict;
    Dict* held = as<Dict>(payload(other));
    if (!held || is_builtin_instance(other)) return nullptr;
    const Value iterate = run.special(class_of(other), Name::__iter__);
    return is_kind(iterate, Kind::NativeFunction) ? held : nullptr;
}

// Goes on behind the source: the pairs of `more`, if there are any. False: this was the end.
bool start_more(Frame& frame, Slots& slots) {
    if (slots.more == UNBOUND) return false;
    slots.source = slots.more;
    slots.more = UNBOUND;
    slots.position = Value::integer(0);
    slots.version = UNBOUND;
    frame.state = MergesDict;
    return true;
}

bool is_end(Run& run, Value in) {
    return in == EXHAUSTED || (in == RAISED && run.take_pending(ExceptionType::StopIteration));
}

// ---- The parts of the step. Each makes a turn; false: the step returns `in`.

// Python code is needed to tell whether it is a mapping, or it is one: keys(), then an item for each.
bool mapping_turn(Run& run, Frame& frame, Slots& slots, Value& in) {
    switch (frame.state) {
        case Start:
            if (plain_dict(run, slots.source)) {
                slots.source = payload(slots.source);
                frame.state = MergesDict;
                return true;
            }
            in = run.find_attribute(slots.source, name(Name::keys));
            if (in == UNBOUND) {
                frame.state = StartsPairs;
                return true;
            }
            return arrived_or_ended(frame, WaitsForKeysMethod, in);
        case WaitsForKeysMethod:
            if (in == RAISED && !run.take_pending(ExceptionType::AttributeError)) return false;
            slots.key = in;
            frame.state = in == RAISED ? StartsPairs : HasKeysMethod;
            return true;
        case HasKeysMethod: return arrived(frame, WaitsForKeys, in = run.call(slots.key, {}));
        case WaitsForKeys:
            if (in == RAISED) return false;
            slots.key = in;
            frame.state = HasKeys;
            return true;
        case HasKeys: return arrived(frame, WaitsForKeyIterator, in = run.iterate(slots.key));
        case WaitsForKeyIterator:
            if (in == RAISED) return false;
            slots.iterator = in;
            frame.state = DrawsKey;
            return true;
        case DrawsKey:
            if (run.budget.poll()) in = RAISED;
            else return arrived_or_ended(frame, WaitsForKey, in = run.next(slots.iterator));
            return false;
        case WaitsForKey:
            if (is_end(run, in)) frame.state = Ends;
            else if (in == RAISED) return false;
            else frame.state = HasKey;
            slots.key = in;
            return true;
        case HasKey: return arrived(frame, WaitsForValue, in = run.get_item(slots.source, slots.key));
        case WaitsForValue:
            if (in == RAISED) return false;
            slots.value = in;
            frame.state = StoresValue;
            return true;
        default:
            return arrived(frame, WaitsForStore, in = run.dict_set(cast<Dict>(slots.target), slots.key, slots.value));
    }
}

// An iterable of pairs.
bool pairs_turn(Run& run, Frame& frame, Slots& slots, Value& in) {
    switch (frame.state) {
        case StartsPairs: return arrived(frame, WaitsForPairIterator, in = run.iterate(slots.source));
        case WaitsForPairIterator:
            if (in == RAISED) return false;
            slots.source = in;
            frame.state = DrawsPair;
            return true;
        case DrawsPair:
            if (run.budget.poll()) in = RAISED;
            else return arrived_or_ended(frame, WaitsForPair, in = run.next(slots.source));
            return false;
        case WaitsForPair:
            if (is_end(run, in)) frame.state = Ends;
            else if (in == RAISED) return false;
            else frame.state = HasPair;
            slots.key = in;
            return true;
        case HasPair: {
            const Pair pair(slots.key);
            if (!pair.is_sequence) return arrived_or_ended(frame, WaitsForPairItems, in = run.to_list(slots.key));
            if (pair.size != 2) {
                in = wrong_length(run, slots.position.as_int(), pair.size);
                return false;
            }
            slots.value = pair.items[1];
            slots.key = pair.items[0];
            slots.position = Value::integer(slots.position.as_int() + 1);
            frame.state = StoresPair;
            return true;
        }
        case WaitsForPairItems:
            if (in == RAISED) {
                if (run.take_pending(ExceptionType::TypeError)) in = run.type_error({"object is not iterable"});
                return false;
            }
            slots.key = in;
            frame.state = HasPair;
            return true;
        default:
            return arrived(frame, WaitsForPairStore,
                           in = run.dict_set(cast<Dict>(slots.target), slots.key, slots.value));
    }
}

// A dict: its hashes are known.
bool merge_turn(Run& run, Frame& frame, Slots& slots, Value& in) {
    Dict* target = cast<Dict>(slots.target);
    const Dict* source = as<Dict>(slots.source);
    if (!source) {
        in = run.raise(ExceptionType::SystemError, {"bad slot"});
        return false;
    }
    if (target == source) {
        frame.state = Ends;
        return true;
    }
    if (slots.version == UNBOUND) slots.version = Value::integer(source->keys_version);
    if (slots.version != Value::integer(source->keys_version)) {
        in = run.raise(ExceptionType::RuntimeError, {"dict mutated during update"});
        return false;
    }
    uint32_t position = static_cast<uint32_t>(slots.position.as_int());
    in = merge_natively(run, target, source, position);
    slots.position = Value::integer(position);
    if (in == RAISED) return false;
    if (in == NONE) {
        frame.state = Ends;
        return true;
    }
    const DictEntry& entry = source->entries[position];
    in = dict_access_with_hash(run, DictAccess::SetItem, target, entry.key, entry.hash, entry.value);
    if (in != COLLECT) slots.position = Value::integer(int64_t{position} + 1);
    return arrived(frame, WaitsForMergeStore, in);
}

}  // namespace

Value dict_update(Run& run, Dict* target, Value other, Dict* more, Value result) {
    if (other == UNBOUND) return merge(run, target, more, nullptr, result);
    if (Dict* source = as<Dict>(other)) return merge(run, target, source, more, result);
    if (is_kind(other, Kind::List) || is_kind(other, Kind::Tuple) || is_native_iterator(other)) {
        const Value iterator = native_iterator(run, other);
        return update_from_pairs(run, target, iterator, more, result);
    }
    return push_update(run, Start, target, other, UNBOUND, 0, more, result);
}

static Value dict_update_turns(Run& run, Frame& frame, Value in) {
    Slots slots(frame);
    for (;;) {
        bool goes_on = true;
        switch (static_cast<State>(frame.state)) {
            case WaitsForStore:
            case WaitsForPairStore:
            case WaitsForMergeStore:
                if (in == RAISED) return in;
                frame.state = frame.state == WaitsForStore       ? DrawsKey
                              : frame.state == WaitsForPairStore ? DrawsPair
                                                                 : MergesDict;
                break;
            case MergesDict: goes_on = merge_turn(run, frame, slots, in); break;
            case Ends:
                if (!start_more(frame, slots)) return slots.result;
                break;
            default:
                goes_on =
                    frame.state < StartsPairs ? mapping_turn(run, frame, slots, in) : pairs_turn(run, frame, slots, in);
        }
        if (!goes_on) return in;
    }
}

Value step_dict_update(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return dict_update_turns(run, frame, in); });
}

}  // namespace exmonty
