// The operations of sets with other sets and iterables. Which loop runs over which operand is CPython's choice, because
// the order of the result depends on it.
#include "vm/objects/await.h"
#include "vm/objects/class.h"
#include "vm/objects/dict.h"
#include "vm/objects/hash.h"
#include "vm/objects/set/methods.h"
#include "vm/objects/set/walk.h"

namespace exmonty {
namespace {

// A set, also when an instance of a subclass holds it; other operands as they are.
Value plain_operand(Value operand) {
    const Value held = payload(operand);
    return as_any_set(held) ? held : operand;
}

bool poll_copy(Run& run, const Set* set) { return set->used > 4096 && run.budget.poll(set->used / 256); }

}  // namespace

Value set_update(Run& run, Set* target, Value iterable, Value result) {
    const Value other = plain_operand(iterable);
    if (const Set* source = as_any_set(other)) {
        if (source == target || source->used == 0) return result;
        if (target->fill == 0) {
            if (!set_fill_from(run.heap, target, source)) return run.refused();
            return poll_copy(run, source) ? RAISED : result;
        }
        if (!set_make_room(run.heap, target, source->used)) return run.refused();
    } else if (const Dict* source = as<Dict>(other)) {
        if (!set_make_room(run.heap, target, source->live)) return run.refused();
    }
    return set_walk(run, {.action = SetAction::Add, .source = other, .target = target, .result = result});
}

Value set_add_key(Run& run, Set* set, Value key) {
    uint64_t hash;
    if (simple_hash(run, key, hash)) {
        const SetFind find = set_find(set, key, hash);
        if (find.outcome == SetFind::Outcome::Found) return NONE;
        if (find.outcome == SetFind::Outcome::Missing)
            return set_insert(run.heap, set, find.slot, key, hash) ? NONE : run.refused();
    }
    return set_walk(run, {.action = SetAction::Add, .target = set, .key = key});
}

Value set_contains(Run& run, Value set, Value key) {
    uint64_t hash;
    if (simple_hash(run, key, hash)) {
        const SetFind find = set_find(cast<Set>(set), key, hash);
        if (find.outcome != SetFind::Outcome::NeedEqual) return boolean(find.outcome == SetFind::Outcome::Found);
    }
    return set_walk(run, {.action = SetAction::Contains, .probe = set, .key = key});
}

Value set_copy(Run& run, const Set* set, Kind kind) {
    Set* copy = new_set(run.heap, kind);
    if (!set_fill_from(run.heap, copy, set)) return run.refused();
    return poll_copy(run, set) ? RAISED : Value::cell(copy);
}

Value set_intersection(Run& run, Set* set, Value operand) {
    Value source = plain_operand(operand);
    Value probe = Value::cell(set);
    if (source == probe) return set_copy(run, set, set->kind);
    if (const Set* other = as_any_set(source); other && other->used > set->used) std::swap(source, probe);
    Set* both = new_set(run.heap, set->kind);
    return set_walk(
        run,
        {.action = SetAction::Keep, .source = source, .target = both, .probe = probe, .result = Value::cell(both)});
}

Value set_difference_update(Run& run, Set* set, Value operand, Value result) {
    const Value other = plain_operand(operand);
    if (const Set* source = as_any_set(other)) {
        if (source == set) {
            set_clear(run.heap, set);
            return result;
        }
        if (source->used >> 3 > set->used)
            return set_walk(run, {.action = SetAction::DropIf,
                                  .source = Value::cell(set),
                                  .target = set,
                                  .probe = other,
                                  .result = result});
    }
    return set_walk(run, {.action = SetAction::Discard, .source = other, .target = set, .result = result});
}

Value set_difference(Run& run, Set* set, Value operand) {
    const Value other = plain_operand(operand);
    const Set* other_set = as_any_set(other);
    const Dict* other_dict = as<Dict>(other);
    const uint32_t size = other_set ? other_set->used : other_dict ? other_dict->live : 0;
    if ((!other_set && !other_dict) || set->used >> 2 > size) {
        const Value copy = set_copy(run, set, set->kind);
        return is_result(copy) ? copy : set_difference_update(run, cast<Set>(copy), other, copy);
    }
    Set* rest = new_set(run.heap, set->kind);
    return set_walk(run, {.action = SetAction::Reject,
                          .source = Value::cell(set),
                          .target = rest,
                          .probe = other,
                          .result = Value::cell(rest)});
}

// ---- Chains.

namespace {

Value symmetric_difference_update(Run& run, Set* set, Value other, Value result) {
    if (Value::cell(set) == other) {
        set_clear(run.heap, set);
        return result;
    }
    return set_walk(run, {.action = SetAction::Toggle, .source = other, .target = set, .result = result});
}

// One operand of a chain; `sum` is what the operands before it came to. Its result is the new sum.
Value chain_link(Run& run, SetChain operation, Value self, Value sum, Value operand) {
    Set* set = cast<Set>(self);
    switch (operation) {
        case SetChain::Update: return set_update(run, set, operand, self);
        case SetChain::Union: return set_update(run, cast<Set>(sum), operand, sum);
        case SetChain::Intersection:
        case SetChain::IntersectionUpdate:
        case SetChain::IsSubset: return set_intersection(run, cast<Set>(sum), operand);
        case SetChain::Difference:
            return sum == self ? set_difference(run, set, operand)
                               : set_difference_update(run, cast<Set>(sum), operand, sum);
        case SetChain::DifferenceUpdate: return set_difference_update(run, set, operand, self);
        default: break;
    }
    Set* other = new_set(run.heap, set->kind);
    return set_update(run, other, operand, Value::cell(other));
}

Value end_chain(Run& run, SetChain operation, Value self, Value sum, Value result) {
    Set* set = cast<Set>(self);
    switch (operation) {
        case SetChain::Union:
        case SetChain::Intersection:
        case SetChain::Difference: return sum;
        case SetChain::IntersectionUpdate:
            if (sum != self) set_swap(set, cast<Set>(sum));
            return result;
        case SetChain::IsSubset: return boolean(cast<Set>(sum)->used == set->used);
        case SetChain::SymmetricDifference: return symmetric_difference_update(run, cast<Set>(sum), self, sum);
        case SetChain::SymmetricDifferenceUpdate: return symmetric_difference_update(run, set, sum, result);
        default: return result;
    }
}

}  // namespace

// Operations with one operand that have one part only; UNBOUND: it is none.
static Value only_link(Run& run, SetChain operation, Value self, Value operand, Value result) {
    Set* set = cast<Set>(self);
    switch (operation) {
        case SetChain::Update: return set_update(run, set, operand, result);
        case SetChain::Union: {
            const Value copy = set_copy(run, set, set->kind);
            return is_result(copy) ? copy : set_update(run, cast<Set>(copy), operand, copy);
        }
        case SetChain::Intersection: return set_intersection(run, set, operand);
        case SetChain::Difference: return set_difference(run, set, operand);
        case SetChain::DifferenceUpdate: return set_difference_update(run, set, operand, result);
        default: return UNBOUND;
    }
}

Value set_chain(Run& run, SetChain operation, Value self, std::span<const Value> operands, Value result) {
    if (operands.size() == 1) {
        const Value only = only_link(run, operation, self, operands[0], result);
        if (only != UNBOUND) return only;
    }
    Value sum = self;
    if (operation == SetChain::Union || operands.empty()) {
        const bool makes_new =
            operation == SetChain::Union || operation == SetChain::Intersection || operation == SetChain::Difference;
        if (makes_new) sum = set_copy(run, cast<Set>(self), self.as_cell()->kind);
        if (is_result(sum) || operands.empty())
            return is_result(sum) ? sum : end_chain(run, operation, self, sum, result);
    }
    Tuple* rest = new_tuple(run.heap, operands);
    if (!rest) return run.refused();
    return run.push_step(StepId::set_chain, {Value::integer(static_cast<int64_t>(operation)), self, sum,
                                             Value::cell(rest), Value::integer(0), result});
}

// Slots: operation, set, sum, operands, number of the next operand, result.
// State: 0 does the next operand, 1 waits for its sum, 2 waits for the end.
Value step_set_chain(Run& run, Frame& frame, Value in) {
    const SetChain operation = static_cast<SetChain>(frame.base[0].as_int());
    const Value self = frame.base[1];
    const Tuple* operands = cast<Tuple>(frame.base[3]);
    if (frame.state == 2) return in;
    for (;;) {
        if (frame.state == 1) {
            frame.base[2] = in;
            frame.base[4] = Value::integer(frame.base[4].as_int() + 1);
            frame.state = 0;
        }
        const uint64_t number = static_cast<uint64_t>(frame.base[4].as_int());
        if (number >= operands->count) {
            in = end_chain(run, operation, self, frame.base[2], frame.base[5]);
            if (in != COLLECT) frame.state = 2;
            return in;
        }
        if (!arrived(frame, 1, in = chain_link(run, operation, self, frame.base[2], operands->items[number])))
            return in;
    }
}

}  // namespace exmonty
