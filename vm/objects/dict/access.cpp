// Reading and writing a dict by any key. A key whose hash or equality is Python's takes the step; all others are done
// at once.
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_hash.h"
#include "vm/objects/dict.h"
#include "vm/objects/int.h"
#include "vm/objects/run.h"

namespace exmonty {
namespace {

enum State : uint32_t { Hashes, WaitsForHash, Finds, WaitsForEqual, WaitsForResult };

// A KeyError has the key as its argument, also when it is a tuple.
Value missing_key(Run& run, Value key) { return run.raise_with(ExceptionType::KeyError, {key}); }

// The dict of an instance of a subclass: `__missing__` may know.
Value get_missing(Run& run, Dict* dict, Value key) {
    const Value receiver = run.receiver;
    if (is_kind(receiver, Kind::Instance) && payload(receiver) == Value::cell(dict)) {
        const Value result = run.call_special(receiver, Name::__missing__, {key});
        if (result != UNBOUND) return result;
    }
    return missing_key(run, key);
}

Value insert(Run& run, Dict* dict, Value key, uint64_t hash, Value value, Value result) {
    return dict_insert_new(run.heap, dict, key, hash, value) ? result : run.refused();
}

Value do_missing(Run& run, DictAccess what, Dict* dict, Value key, uint64_t hash, Value extra) {
    switch (what) {
        case DictAccess::GetItem: return get_missing(run, dict, key);
        case DictAccess::Get: return extra;
        case DictAccess::Contains:
        case DictAccess::Discard: return FALSE;
        case DictAccess::SetItem: return insert(run, dict, key, hash, extra, NONE);
        case DictAccess::SetDefault: return insert(run, dict, key, hash, extra, extra);
        case DictAccess::Pop: return extra == UNBOUND ? missing_key(run, key) : extra;
        case DictAccess::Delete: return missing_key(run, key);
        case DictAccess::Find: return NOT_IMPLEMENTED;
    }
    return RAISED;
}

Value do_found(DictAccess what, Dict* dict, uint32_t number, Value extra) {
    const Value value = dict->entries[number].value;
    switch (what) {
        case DictAccess::Contains: return TRUE;
        case DictAccess::SetItem: dict->entries[number].value = extra; return NONE;
        case DictAccess::Delete: dict_delete_entry(dict, number); return NONE;
        case DictAccess::Discard: dict_delete_entry(dict, number); return TRUE;
        case DictAccess::Pop: dict_delete_entry(dict, number); return value;
        case DictAccess::Find: return Value::integer(number);
        default: return value;
    }
}

Value push_access(Run& run, DictAccess what, Dict* dict, Value key, Value extra, State state, Value hash) {
    const Value pushed = run.push_step(
        StepId::dict_access, {Value::cell(dict), key, extra, Value::integer(static_cast<int64_t>(what)), hash});
    if (pushed == PUSHED) {
        run.frame->base[6] = run.receiver;
        run.frame->state = state;
    }
    return pushed;
}

Value finish(Run& run, DictAccess what, Dict* dict, Value key, uint64_t hash, Value extra, const DictFind& find) {
    if (find.outcome == DictFind::Outcome::Found) return do_found(what, dict, find.entry, extra);
    return do_missing(run, what, dict, key, hash, extra);
}

}  // namespace

DictFind dict_find_natively(Run& run, const Dict* dict, Value key, uint64_t hash, uint64_t cursor, bool& stopped) {
    stopped = false;
    for (;;) {
        DictFind find = dict_find(dict, key, hash, cursor);
        if (find.outcome != DictFind::Outcome::NeedEqual) return find;
        const Value equal = native_equals(run, dict->entries[find.entry].key, key);
        if (equal == TRUE) find.outcome = DictFind::Outcome::Found;
        stopped = is_result(equal);
        if (equal != FALSE) return find;
        cursor = find.cursor;
    }
}

Value dict_access_with_hash(Run& run, DictAccess what, Dict* dict, Value key, uint64_t hash, Value extra) {
    bool stopped;
    const DictFind find = dict_find_natively(run, dict, key, hash, 0, stopped);
    if (stopped) return RAISED;
    if (find.outcome == DictFind::Outcome::NeedEqual)
        return push_access(run, what, dict, key, extra, Finds, hash_value(run, hash));
    return finish(run, what, dict, key, hash, extra, find);
}

Value dict_access(Run& run, DictAccess what, Dict* dict, Value key, Value extra) {
    uint64_t hash;
    if (!simple_hash(run, key, hash)) return push_access(run, what, dict, key, extra, Hashes, UNBOUND);
    if (const Str* text = as<Str>(key); text && dict->has(Dict::all_str)) {
        const int64_t entry = dict_find_str(dict, text, hash);
        if (entry >= 0) return do_found(what, dict, static_cast<uint32_t>(entry), extra);
        return do_missing(run, what, dict, key, hash, extra);
    }
    return dict_access_with_hash(run, what, dict, key, hash, extra);
}

// Slots: dict, key, extra, what, hash, cursor, the instance that holds the dict, keys_version when the comparison
// began, the entry that is compared.
static Value dict_access_turns(Run& run, Frame& frame, Value in) {
    Dict* dict = cast<Dict>(frame.base[0]);
    const Value key = frame.base[1];
    Value& cursor = frame.base[5];
    if (frame.state == WaitsForResult) return in;
    if (frame.state == Hashes) {
        in = run.hash(key);
        if (in == COLLECT) return in;
        frame.state = WaitsForHash;
        if (is_result(in) && in != RAISED) return in;
    }
    if (frame.state == WaitsForHash) {
        if (in == RAISED) return unusable_key(run, key, dict_key_role);
        if (!is_exact_int(in)) return run.raise(ExceptionType::SystemError, {"bad slot"});
        frame.base[4] = in;
        frame.state = Finds;
        cursor = UNBOUND;
    }
    const uint64_t hash = hash_word(frame.base[4]);
    DictFind find{DictFind::Outcome::Missing, 0, 0};
    for (;;) {
        if (frame.state == WaitsForEqual) {
            if (in == RAISED) return in;
            const bool same_table = frame.base[7].as_int() == dict->keys_version;
            const uint32_t entry = static_cast<uint32_t>(frame.base[8].as_int());
            frame.state = Finds;
            if (!same_table) {
                cursor = UNBOUND;
            } else if (in == TRUE && entry < dict->used) {
                find = {DictFind::Outcome::Found, entry, 0};
                break;
            }
        }
        bool stopped;
        find = dict_find_natively(run, dict, key, hash, cursor == UNBOUND ? 0 : static_cast<uint64_t>(cursor.as_int()),
                                  stopped);
        if (stopped) return RAISED;
        if (find.outcome != DictFind::Outcome::NeedEqual) break;
        in = run.equals(dict->entries[find.entry].key, key);
        if (in == COLLECT) return in;
        cursor = Value::integer(static_cast<int64_t>(find.cursor));
        frame.base[7] = Value::integer(dict->keys_version);
        frame.base[8] = Value::integer(find.entry);
        frame.state = WaitsForEqual;
        if (is_result(in)) return in;
        if (run.budget.poll()) return RAISED;
    }
    // A refusal of memory comes back to the search, which is cheap: nothing was changed.
    const DictAccess what = static_cast<DictAccess>(frame.base[3].as_int());
    run.receiver = frame.base[6];
    in = finish(run, what, dict, key, hash, frame.base[2], find);
    if (in == COLLECT) cursor = UNBOUND;
    else frame.state = WaitsForResult;
    return in;
}

Value step_dict_access(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return dict_access_turns(run, frame, in); });
}

Value Run::dict_find(Dict* dict, Value key, uint64_t hash) {
    return dict_access_with_hash(*this, DictAccess::Find, dict, key, hash, UNBOUND);
}
Value Run::dict_get(Dict* dict, Value key) { return dict_access(*this, DictAccess::Get, dict, key); }
Value Run::dict_set(Dict* dict, Value key, Value value) {
    return dict_access(*this, DictAccess::SetItem, dict, key, value);
}
Value Run::dict_delete(Dict* dict, Value key) { return dict_access(*this, DictAccess::Discard, dict, key); }

}  // namespace exmonty
