#include "vm/objects/set/walk.h"

#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/deep_hash.h"
#include "vm/objects/dict.h"
#include "vm/objects/int.h"
#include "vm/objects/iterator.h"
#include "vm/objects/pacer.h"

namespace exmonty {
namespace {

// A turn's result when the walk simply goes on. (A walk never ends with this value.)
constexpr Value GOES_ON = UNBOUND;
// Python code is needed: a walk that runs natively becomes a step, which makes the turn again.
constexpr Value NEEDS_STEP = COLLECT;

struct Candidate {
    enum class Outcome : uint8_t { Found, Missing, NeedEqual } outcome;
    uint32_t number;
    uint64_t cursor;
    Value key;
};

Candidate look(Value container, Value key, uint64_t hash, uint64_t cursor) {
    using Outcome = Candidate::Outcome;
    if (const Dict* dict = as<Dict>(container)) {
        const DictFind find = dict_find(dict, key, hash, cursor);
        if (find.outcome == DictFind::Outcome::Missing) return {Outcome::Missing, 0, 0, UNBOUND};
        const bool found = find.outcome == DictFind::Outcome::Found;
        return {found ? Outcome::Found : Outcome::NeedEqual, find.entry, find.cursor, dict->entries[find.entry].key};
    }
    const Set* set = cast<Set>(container);
    const SetFind find = set_find(set, key, hash, cursor);
    if (find.outcome == SetFind::Outcome::Missing) return {Outcome::Missing, find.slot, 0, UNBOUND};
    const bool found = find.outcome == SetFind::Outcome::Found;
    return {found ? Outcome::Found : Outcome::NeedEqual, find.slot, find.cursor, set->table[find.slot].key};
}

bool is_entry(Value container, uint32_t number) {
    const Dict* dict = as<Dict>(container);
    return dict ? number < dict->used : number < cast<Set>(container)->slots() && cast<Set>(container)->table[number].is_live();
}

uint32_t version_of(Value container) {
    const Dict* dict = as<Dict>(container);
    return dict ? dict->keys_version : cast<Set>(container)->version;
}

class SetWalk : SetPlan {
  public:
    explicit SetWalk(const SetPlan& plan) : SetPlan(plan) {
        if (source == UNBOUND) state = HasKey;
    }
    explicit SetWalk(const Frame& frame) { load(frame); }
    void save(Run& run, Frame& frame) const;
    Value walk(Run& run, Value in, bool in_step);

  private:
    enum State : uint32_t {
        Starts,
        WaitsForIterator,
        Draws,
        WaitsForItem,
        HasKey,
        WaitsForHash,
        Finds,
        WaitsForEqual,
        FindsInTarget,
        WaitsForTargetEqual
    };

    void load(const Frame& frame);
    Value turn(Run& run, Value& in, bool in_step);
    Value begin(Run& run, Value& in, bool in_step);
    Value add_simple_keys(Run& run);
    Value draw(Run& run, Value& in, bool in_step);
    Value hash_key(Run& run, Value& in, bool in_step);
    Value find(Run& run, Value container, State waits, Value& in, bool in_step);
    Value act(Run& run, bool found, uint32_t slot);
    Value insert(Run& run, uint32_t slot);
    Value finish(Run& run);
    bool next_of_table();

    State state = Starts;
    uint32_t position = 0;
    uint64_t hash = 0;
    bool hashed = false;
    // The search that goes on: where it stands, the version of its table, what is being compared.
    uint64_t cursor = 0;
    uint32_t version = 0;
    uint32_t candidate = 0;
};

void SetWalk::load(const Frame& frame) {
    const Value* slots = frame.base;
    action = static_cast<SetAction>(slots[0].as_int() & 0xff);
    hashed = (slots[0].as_int() & 0x100) != 0;
    source = slots[1];
    position = static_cast<uint32_t>(slots[2].as_int());
    target = slots[3] == UNBOUND ? nullptr : cast<Set>(slots[3]);
    probe = slots[4];
    result = slots[5];
    key = slots[6];
    hash = hashed ? hash_word(slots[7]) : 0;
    cursor = static_cast<uint64_t>(slots[8].as_int());
    version = static_cast<uint32_t>(slots[9].as_int());
    candidate = static_cast<uint32_t>(slots[10].as_int());
    state = static_cast<State>(frame.state);
}

void SetWalk::save(Run& run, Frame& frame) const {
    Value* slots = frame.base;
    slots[0] = Value::integer(static_cast<int64_t>(action) | (hashed ? 0x100 : 0));
    slots[1] = source;
    slots[2] = Value::integer(position);
    slots[3] = target ? Value::cell(target) : UNBOUND;
    slots[4] = probe;
    slots[5] = result;
    slots[6] = key;
    slots[7] = hashed ? hash_value(run, hash) : UNBOUND;
    slots[8] = Value::integer(static_cast<int64_t>(cursor));
    slots[9] = Value::integer(version);
    slots[10] = Value::integer(candidate);
    frame.state = state;
}

Value SetWalk::walk(Run& run, Value in, bool in_step) {
    Pacer pacer(run.budget);
    for (;;) {
        if (state == Draws && pacer.tick()) return RAISED;
        const Value result = turn(run, in, in_step);
        if (result != GOES_ON) return result;
    }
}

Value SetWalk::turn(Run& run, Value& in, bool in_step) {
    switch (state) {
        case Starts:
        case WaitsForIterator: return begin(run, in, in_step);
        case Draws:
        case WaitsForItem: return draw(run, in, in_step);
        case HasKey:
        case WaitsForHash: return hash_key(run, in, in_step);
        case Finds:
        case WaitsForEqual: {
            const bool in_target = action == SetAction::Add || action == SetAction::Discard ||
                                   action == SetAction::Toggle || action == SetAction::DiscardKey ||
                                   action == SetAction::Remove;
            return find(run, in_target ? Value::cell(target) : probe, WaitsForEqual, in, in_step);
        }
        case FindsInTarget:
        case WaitsForTargetEqual: return find(run, Value::cell(target), WaitsForTargetEqual, in, in_step);
    }
    return RAISED;
}

Value SetWalk::begin(Run& run, Value& in, bool in_step) {
    if (state == Starts) {
        if (as_any_set(source) || is_kind(source, Kind::Dict)) {
            state = Draws;
            return GOES_ON;
        }
        in = native_iterator(run, source);
        if (in == UNBOUND) {
            if (!in_step) return NEEDS_STEP;
            in = run.iterate(source);
            if (in == COLLECT) return in;
        }
        state = WaitsForIterator;
        if (is_result(in)) return in;
    }
    if (in == RAISED) return in;
    source = in;
    state = Draws;
    return GOES_ON;
}

// The next key of a set or dict, with its hash. False: there is none.
bool SetWalk::next_of_table() {
    if (const Dict* dict = as<Dict>(source)) {
        position = dict_next(dict, position);
        if (position >= dict->used) return false;
        key = dict->entries[position].key;
        hash = dict->entries[position].hash;
    } else {
        const Set* set = cast<Set>(source);
        position = set_next(set, position);
        if (position >= set->slots()) return false;
        key = set->table[position].key;
        hash = set->table[position].hash;
    }
    position++;
    return true;
}

// Adds keys of a native iterator as long as that is nothing but a look into the table. The next key waits in `key`.
Value SetWalk::add_simple_keys(Run& run) {
    Pacer pacer(run.budget);
    for (;;) {
        const Value next = native_next(run, source);
        if (is_result(next)) return next == EXHAUSTED ? finish(run) : next;
        key = next;
        if (pacer.tick()) return RAISED;
        if (!simple_hash(run, key, hash)) break;
        const SetFind found = set_find(target, key, hash);
        if (found.outcome == SetFind::Outcome::Found) continue;
        if (found.outcome == SetFind::Outcome::NeedEqual) break;
        if (!set_insert(run.heap, target, found.slot, key, hash)) break;
    }
    state = HasKey;
    return GOES_ON;
}

Value SetWalk::draw(Run& run, Value& in, bool in_step) {
    if (state == Draws && (as_any_set(source) || is_kind(source, Kind::Dict))) {
        if (!next_of_table()) return finish(run);
        hashed = true;
        cursor = 0;
        state = Finds;
        return GOES_ON;
    }
    if (state == Draws) {
        const bool native = is_native_iterator(source);
        if (native && action == SetAction::Add) return add_simple_keys(run);
        if (!native && !in_step) return NEEDS_STEP;
        in = native ? native_next(run, source) : run.next(source);
        if (in == COLLECT) return in;
        state = WaitsForItem;
        if (is_result(in) && in != EXHAUSTED && in != RAISED) return in;
    }
    if (in == EXHAUSTED || (in == RAISED && run.take_pending(ExceptionType::StopIteration))) return finish(run);
    if (in == RAISED) return in;
    key = in;
    state = HasKey;
    return GOES_ON;
}

Value SetWalk::hash_key(Run& run, Value& in, bool in_step) {
    if (state == HasKey) {
        hashed = simple_hash(run, key, hash);
        const bool one_key = source == UNBOUND;
        if (!hashed && one_key && action != SetAction::Add && is_kind(payload(key), Kind::Set)) {
            // A set cannot be a key, but asking for one asks for the equal frozenset.
            Set frozen = *cast<Set>(payload(key));
            frozen.hash = 0;
            if (hash_frozenset(run, &frozen, hash)) return RAISED;
            key = payload(key);
            hashed = true;
        }
        if (!hashed && is_kind(key, Kind::FrozenSet)) {
            if (hash_frozenset(run, cast<Set>(key), hash)) return RAISED;
            hashed = true;
        }
        if (!hashed) {
            if (!in_step) return NEEDS_STEP;
            in = run.hash(key);
            if (in == COLLECT) return in;
            state = WaitsForHash;
            if (is_result(in) && in != RAISED) return in;
        }
    }
    if (!hashed) {
        // CPython's intersection has no text of its own for this.
        if (in == RAISED) return action == SetAction::Keep ? in : unusable_key(run, key, set_element_role);
        if (!is_exact_int(in)) return run.raise(ExceptionType::SystemError, {"bad slot"});
        hash = hash_word(in);
        hashed = true;
    }
    cursor = 0;
    state = Finds;
    return GOES_ON;
}

Value SetWalk::find(Run& run, Value container, State waits, Value& in, bool in_step) {
    const State finds = waits == WaitsForEqual ? Finds : FindsInTarget;
    if (state == waits) {
        if (in == RAISED) return in;
        state = finds;
        if (version != version_of(container)) cursor = 0;
        else if (in == TRUE && is_entry(container, candidate)) return act(run, true, candidate);
    }
    for (;;) {
        const Candidate next = look(container, key, hash, cursor);
        if (next.outcome != Candidate::Outcome::NeedEqual) {
            const Value done = act(run, next.outcome == Candidate::Outcome::Found, next.number);
            if (done != COLLECT) return done;
            cursor = 0;
            return in_step ? run.refused() : NEEDS_STEP;
        }
        Value equal = native_equals(run, next.key, key);
        if (is_result(equal)) return equal;
        if (equal == UNBOUND) {
            if (!in_step) return NEEDS_STEP;
            equal = run.equals(next.key, key);
            if (equal == COLLECT) return equal;
            candidate = next.number;
            cursor = next.cursor;
            version = version_of(container);
            state = waits;
            in = equal;
            return is_result(equal) ? equal : GOES_ON;
        }
        if (equal == TRUE) return act(run, true, next.number);
        cursor = next.cursor;
    }
}

Value SetWalk::insert(Run& run, uint32_t slot) {
    return set_insert(run.heap, target, slot, key, hash) ? GOES_ON : COLLECT;
}

// The key was searched, in probe or in target. COLLECT: memory was refused and nothing changed.
Value SetWalk::act(Run& run, bool found, uint32_t slot) {
    const bool in_target = state == FindsInTarget || state == WaitsForTargetEqual;
    Value done = GOES_ON;
    switch (in_target ? SetAction::Add : action) {
        case SetAction::Add:
            if (!found) done = insert(run, slot);
            break;
        case SetAction::Discard:
            if (found) set_delete_slot(target, slot);
            break;
        case SetAction::DropIf:
            if (found && position > 0 && target->slots() >= position && target->table[position - 1].key == key)
                set_delete_slot(target, position - 1);
            break;
        case SetAction::Toggle:
            if (found) set_delete_slot(target, slot);
            else done = insert(run, slot);
            break;
        case SetAction::Keep:
        case SetAction::Reject:
            if (found == (action == SetAction::Reject)) break;
            cursor = 0;
            state = FindsInTarget;
            return GOES_ON;
        case SetAction::AllIn:
            if (!found) return FALSE;
            break;
        case SetAction::NoneIn:
            if (found) return FALSE;
            break;
        case SetAction::Contains: return boolean(found);
        case SetAction::DiscardKey:
            if (found) set_delete_slot(target, slot);
            return NONE;
        case SetAction::Remove:
            if (!found) return run.raise_with(ExceptionType::KeyError, {result});
            set_delete_slot(target, slot);
            return NONE;
    }
    if (done == COLLECT) return done;
    if (source == UNBOUND) return finish(run);
    state = Draws;
    return GOES_ON;
}

Value SetWalk::finish(Run& run) {
    switch (action) {
        case SetAction::AllIn:
        case SetAction::NoneIn: return TRUE;
        case SetAction::Discard:
        case SetAction::DropIf:
            // Refused, the dummies stay where they are.
            set_sweep(run.heap, target);
            return result;
        default: return result;
    }
}

}  // namespace

Value set_walk(Run& run, const SetPlan& plan) {
    SetWalk walk(plan);
    const Value result = walk.walk(run, UNBOUND, false);
    if (result != NEEDS_STEP) return result;
    const Value pushed = run.push_step(StepId::set_walk, {});
    if (pushed == PUSHED) walk.save(run, *run.frame);
    return pushed;
}

// Slots: what `save` writes.
static Value set_walk_turns(Run& run, Frame& frame, Value in) {
    SetWalk walk(frame);
    const Value result = walk.walk(run, in, true);
    if (is_result(result)) walk.save(run, frame);
    return result;
}

Value step_set_walk(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return set_walk_turns(run, frame, in); });
}

}  // namespace exmonty
