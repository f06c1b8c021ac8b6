// Invariant of the walk: the work stack holds a level for each tuple (or slice) that is being hashed, the outermost
// first: the tuple, the number of items done, and the accumulator of vm/base/hash.h as two ints of 32 bits.
#include "vm/objects/deep_hash.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/exception.h"
#include "vm/objects/hash.h"
#include "vm/objects/int.h"
#include "vm/objects/pacer.h"
#include "vm/objects/range.h"
#include "vm/objects/set.h"
#include "vm/objects/work_stack.h"

namespace exmonty {
namespace {

constexpr uint32_t width = 4;

bool push_level(Heap& heap, WorkStack* stack, Value container) {
    const uint64_t start = TupleHash{}.accumulator;
    for (const Value value : {container, Value::integer(0), Value::integer(static_cast<int64_t>(start & UINT32_MAX)),
                              Value::integer(static_cast<int64_t>(start >> 32))})
        if (!push(heap, stack, value)) return false;
    return true;
}

struct Level {
    Value& container;
    Value& position;
    Value& low;
    Value& high;

    explicit Level(WorkStack* stack)
        : container(stack->top(3)), position(stack->top(2)), low(stack->top(1)), high(stack->top()) {}

    uint32_t size() const { return is_kind(container, Kind::Slice) ? 3 : cast<Tuple>(container)->count; }
    uint32_t done() const { return static_cast<uint32_t>(position.as_int()); }
    Value item() const {
        if (const Slice* slice = as<Slice>(container))
            return done() == 0 ? slice->start : done() == 1 ? slice->stop : slice->step;
        return cast<Tuple>(container)->items[done()];
    }
    TupleHash hasher() const {
        return {static_cast<uint64_t>(low.as_int()) | static_cast<uint64_t>(high.as_int()) << 32};
    }
    uint64_t finish() const {
        if (is_kind(container, Kind::Slice)) return finish_slice_hash(hasher());
        return static_cast<uint64_t>(hasher().finish(size()));
    }
    void add(uint64_t hash) {
        TupleHash hasher = this->hasher();
        hasher.add(static_cast<int64_t>(hash));
        low = Value::integer(static_cast<int64_t>(hasher.accumulator & UINT32_MAX));
        high = Value::integer(static_cast<int64_t>(hasher.accumulator >> 32));
        position = Value::integer(position.as_int() + 1);
    }
};

}  // namespace

uint64_t hash_word(Value hash) {
    if (hash.is_int()) return static_cast<uint64_t>(hash.as_int());
    const BigInt* big = cast<BigInt>(hash);
    return big->is_negative() ? -big->limbs[0] : big->limbs[0];
}

bool hash_frozenset(Run& run, const Set* set, uint64_t& hash) {
    if (set->hash == 0) {
        FrozensetHash hasher;
        for (uint32_t i = set_next(set, 0); i < set->slots(); i = set_next(set, i + 1))
            hasher.add(static_cast<int64_t>(set->table[i].hash));
        set->hash = static_cast<uint64_t>(hasher.finish(set->used));
        if (set->slots() > 4096 && run.budget.poll(set->slots() / 256)) return true;
    }
    hash = set->hash;
    return false;
}

Value deep_hash(Run& run, Value self) {
    uint64_t hash;
    if (is_kind(self, Kind::FrozenSet))
        return hash_frozenset(run, cast<Set>(self), hash) ? RAISED : hash_value(run, hash);
    if (simple_hash(run, self, hash)) return hash_value(run, hash);
    WorkStack* stack = new_work_stack(run.heap);
    if (!push_level(run.heap, stack, self)) return run.refused();
    return run.push_step(StepId::deep_hash, {Value::cell(stack)});
}

// Slots: work stack, an item's hash. State: 0 walks, 1 waits for an item's hash.
Value step_deep_hash(Run& run, Frame& frame, Value in) {
    WorkStack* stack = cast<WorkStack>(frame.base[0]);
    Pacer pacer(run.budget);
    if (frame.state == 1) {
        if (in == RAISED) return in;
        if (!is_exact_int(in)) return run.raise(ExceptionType::SystemError, {"bad slot"});
        Level(stack).add(hash_word(in));
        frame.state = 0;
    }
    for (;;) {
        if (pacer.tick()) return RAISED;
        Level level(stack);
        uint64_t hash;
        if (level.done() == level.size()) {
            hash = level.finish();
            stack->drop(width);
            if (stack->size == 0) return hash_value(run, hash);
            Level(stack).add(hash);
            continue;
        }
        const Value item = level.item();
        if (is_kind(item, Kind::Tuple) || is_kind(item, Kind::Slice)) {
            const uint32_t size = stack->size;
            if (push_level(run.heap, stack, item)) continue;
            stack->size = size;
            return run.refused();
        }
        if (is_kind(item, Kind::FrozenSet)) {
            if (hash_frozenset(run, cast<Set>(item), hash)) return RAISED;
            level.add(hash);
            continue;
        }
        if (simple_hash(run, item, hash)) {
            level.add(hash);
            continue;
        }
        in = run.hash(item);
        if (in == COLLECT) return in;
        frame.state = 1;
        if (is_result(in)) return in;
        level.add(hash_word(in));
        frame.state = 0;
    }
}

Value unusable_key(Run& run, Value key, std::string_view role) {
    const Exception* exception = as<Exception>(run.pending);
    if (!exception || exception->type != exception_class(ExceptionType::TypeError)) return RAISED;
    const Tuple* args = as<Tuple>(exception->args);
    const Str* text = args && args->count == 1 ? as<Str>(args->items[0]) : nullptr;
    if (!text) return RAISED;
    run.take_pending(ExceptionType::TypeError);
    return run.type_error({"cannot use '", type_name(key), "' as a ", role, " (", text->view(), ")"});
}

}  // namespace exmonty
