// The counting loop of Counter.
#include "vm/modules/collections/collections.h"
#include "vm/objects/await.h"
#include "vm/objects/class.h"
#include "vm/objects/hash.h"
#include "vm/objects/iterator.h"
#include "vm/objects/pacer.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { DictSlot, SourceSlot, ItemSlot, HashSlot, NumberSlot };
enum State : uint32_t { Starts, WaitsForIterator, Draws, WaitsForItem, HasItem, WaitsForHash, HasHash, WaitsForOld, HasOld, WaitsForSum, HasSum, WaitsForSet };

// Counts an item when no Python code is needed for it. False: the step must.
bool count_at_once(Run& run, Dict* dict, Value item) {
    uint64_t hash;
    if (!simple_hash(run, item, hash)) return false;
    int64_t entry = -1;
    const Str* text = as<Str>(item);
    if (text && dict->has(Dict::all_str)) entry = dict_find_str(dict, text, hash);
    else if (is_simple_key(item) && (dict->has(Dict::all_simple) || dict->live == 0)) entry = dict_find_simple(dict, item, hash);
    else return false;
    if (entry < 0) return dict_insert_new(run.heap, dict, item, hash, Value::integer(1));
    Value& number = dict->entries[entry].value;
    if (!number.is_int() || number.as_int() >= Value::max_int) return false;
    number = Value::integer(number.as_int() + 1);
    return true;
}

// Counts what the native iterator gives. EXHAUSTED; RAISED; or `item` is for the step.
Value drain(Run& run, Dict* dict, Value iterator, Value& item) {
    Pacer pacer(run.budget);
    for (;;) {
        item = native_next(run, iterator);
        if (is_result(item)) return item;
        if (!count_at_once(run, dict, item)) return NONE;
        if (run.budget.collect_wanted) return COLLECT;
        if (pacer.tick()) return RAISED;
    }
}

Value unusable(Run& run) { return run.raise(ExceptionType::SystemError, {"bad counter"}); }

}  // namespace

Value count_elements(Run& run, Value* args, uint32_t) {
    Dict* dict = as<Dict>(payload(args[0]));
    if (!dict) return run.type_error({"a dict is required"});
    return run.push_step(StepId::count_elements, {Value::cell(dict), args[1]});
}

Value step_count_elements(Run& run, Frame& frame, Value in) {
    Dict* dict = as<Dict>(frame.base[DictSlot]);
    if (!dict) return unusable(run);
    Value& source = frame.base[SourceSlot];
    Value& item = frame.base[ItemSlot];
    Value& hash = frame.base[HashSlot];
    Value& number = frame.base[NumberSlot];
    for (;;) {
        switch (frame.state) {
            case Starts:
                if (!arrived(frame, WaitsForIterator, in = run.iterate(source))) return in;
                [[fallthrough]];
            case WaitsForIterator:
                source = in;
                frame.state = Draws;
                [[fallthrough]];
            case Draws:
                if (run.budget.collect_wanted) return COLLECT;
                if (is_native_iterator(source)) {
                    in = drain(run, dict, source, item);
                    if (in == EXHAUSTED) return NONE;
                    if (in != NONE) return in;
                    frame.state = HasItem;
                    continue;
                }
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(source)) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) return NONE;
                item = in;
                frame.state = count_at_once(run, dict, item) ? Draws : HasItem;
                if (frame.state == Draws) continue;
                [[fallthrough]];
            case HasItem:
                if (!arrived(frame, WaitsForHash, in = run.hash(item))) return in;
                [[fallthrough]];
            case WaitsForHash:
                hash = in;
                frame.state = HasHash;
                [[fallthrough]];
            case HasHash:
                if (!arrived(frame, WaitsForOld, in = dict_access_with_hash(run, DictAccess::Get, dict, item, hash_word(hash), Value::integer(0))))
                    return in;
                [[fallthrough]];
            case WaitsForOld:
                number = in;
                frame.state = HasOld;
                [[fallthrough]];
            case HasOld:
                if (!arrived(frame, WaitsForSum, in = run.binary(Operator::Add, number, Value::integer(1)))) return in;
                [[fallthrough]];
            case WaitsForSum:
                number = in;
                frame.state = HasSum;
                [[fallthrough]];
            case HasSum:
                if (!arrived(frame, WaitsForSet, in = dict_access_with_hash(run, DictAccess::SetItem, dict, item, hash_word(hash), number)))
                    return in;
                [[fallthrough]];
            default: frame.state = Draws;
        }
    }
}

}  // namespace exmonty
