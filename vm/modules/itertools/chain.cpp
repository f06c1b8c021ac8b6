// https://docs.python.org/3/library/itertools.html#itertools.chain
#include "vm/modules/itertools/itertools.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/attributes.h"

#include <algorithm>

namespace exmonty {
namespace {

// `current` is the iterator of the iterable that is being gone through, UNBOUND between two; `iterables` an iterator too,
// UNBOUND at the end.
namespace field {
enum : uint32_t { current, iterables, count };
}
enum State : uint32_t { Starts, WaitsForIterable, WaitsForIterator, WaitsForItem };

Value finish(Run& run, Record* chain) {
    chain->fields[field::iterables] = UNBOUND;
    return exhaust(run, chain);
}

// One item, as long as all is native; PUSHED: the step goes on where this stopped.
Value chain_next(Run& run, Value self) {
    Record* chain = cast<Record>(self);
    Value& current = chain->fields[field::current];
    Value& iterables = chain->fields[field::iterables];
    Pacer pacer(run.budget);
    for (;;) {
        if (current == UNBOUND) {
            if (iterables == UNBOUND) return ended(run);
            if (!is_native_iterator(iterables)) break;
            const Value iterable = native_next(run, iterables);
            if (iterable == EXHAUSTED) return finish(run, chain);
            if (is_result(iterable)) return iterable;
            const Value iterator = native_iterator(run, iterable);
            if (iterator == RAISED) return iterator;
            if (iterator == UNBOUND) {
                const Value pushed = run.push_step(StepId::chain_next, {self, iterable});
                if (pushed == PUSHED) run.frame->state = WaitsForIterable;
                return pushed;
            }
            current = iterator;
        }
        if (!is_native_iterator(current)) break;
        const Value item = native_next(run, current);
        if (item != EXHAUSTED) return item;
        current = UNBOUND;
        if (pacer.tick()) return RAISED;
    }
    return run.push_step(StepId::chain_next, {self});
}

bool is_container(Value iterable) {
    if (!iterable.is_cell()) return false;
    switch (iterable.as_cell()->kind) {
        case Kind::List:
        case Kind::Tuple:
        case Kind::Range:
        case Kind::Str:
        case Kind::Dict:
        case Kind::Set:
        case Kind::FrozenSet:
        case Kind::Deque: return true;
        default: return false;
    }
}

Value chain_new(Run& run, Value* args, uint32_t count) {
    Record* chain = new_record(run.heap, &chain_class, field::count);
    Tuple* iterables = new_tuple(run.heap, std::span<const Value>(args, count));
    if (!iterables) return run.refused();
    chain->fields[field::iterables] = run.iterate(Value::cell(iterables));
    if (std::all_of(args, args + count, is_container)) chain->flags |= Record::native_iterator;
    return Value::cell(chain);
}

// A chain of this class, which may be a subclass that Python code made.
Value chain_over(Run& run, Value type, Value iterables) {
    Record* chain = new_record(run.heap, &chain_class, field::count);
    chain->fields[field::iterables] = iterables;
    if (type == Value::cell(&chain_class)) return Value::cell(chain);
    Instance* instance = new_instance(run, cast<Class>(type));
    instance->slots[0] = Value::cell(chain);
    return Value::cell(instance);
}

// https://docs.python.org/3/library/itertools.html#itertools.chain.from_iterable
Value chain_from_iterable(Run& run, Value* args, uint32_t) {
    const Value iterator = native_iterator(run, args[1]);
    if (iterator == RAISED) return RAISED;
    if (iterator == UNBOUND) return run.push_step(StepId::chain_from_iterable, {args[0], args[1]});
    return chain_over(run, args[0], iterator);
}

constexpr NativeRow rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"from_iterable", "type, iterable, /", chain_from_iterable, Binding::ClassMethod},
};
constinit const auto methods = native_table(Kind::Free, rows);
constexpr NativeRow constructor_rows[] = {{"chain", "*iterables", chain_new}};
constinit const auto constructor = function_table(constructor_rows);

Value chain_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({"chain() takes no keyword arguments"});
    return run.call(Value::cell(&constructor[0]), args, count);
}

constexpr TypeOperations operations = {.next = chain_next, .construct = chain_construct};
constexpr const Class* mro[] = {&chain_class, &object_class};

}  // namespace

constinit const Class chain_class =
    itertools_class("itertools.chain", field::count, mro, &operations,
                    "Return a chain object whose .__next__() method returns elements from the\n"
                    "first iterable until it is exhausted, then elements from the next\n"
                    "iterable, until all of the iterables are exhausted.",
                    methods.data(), methods.size());

// Slots: the class, the iterable of iterables.
Value step_chain_from_iterable(Run& run, Frame& frame, Value in) {
    if (!is_kind(frame.base[0], Kind::Class)) return bad_iterator(run);
    if (frame.state == 0 && !arrived(frame, 1, in = run.iterate(frame.base[1]))) return in;
    return chain_over(run, frame.base[0], in);
}

// Slots: the chain, an iterable.
Value step_chain_next(Run& run, Frame& frame, Value in) {
    Record* chain = as_record(frame.base[0], &chain_class);
    if (!chain) return bad_iterator(run);
    Value& current = chain->fields[field::current];
    for (;;) {
        switch (frame.state) {
            case Starts:
                if (run.budget.collect_wanted) return COLLECT;
                if (run.budget.poll()) return RAISED;
                if (current == UNBOUND) {
                    if (chain->fields[field::iterables] == UNBOUND) return ended(run);
                    if (!arrived_or_ended(frame, WaitsForIterable, in = run.next(chain->fields[field::iterables])) || in == RAISED) return in;
                    continue;
                }
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(current)) || in == RAISED) return in;
                continue;
            case WaitsForIterable:
                if (in == EXHAUSTED) return finish(run, chain);
                if (in != UNBOUND) frame.base[1] = in;
                in = run.iterate(frame.base[1]);
                // What cannot be iterated ends the chain.
                if (in == RAISED) finish(run, chain);
                if (!arrived(frame, WaitsForIterator, in)) return in;
                [[fallthrough]];
            case WaitsForIterator:
                current = in;
                frame.state = Starts;
                continue;
            default:
                if (in != EXHAUSTED) return in;
                current = UNBOUND;
                frame.state = Starts;
        }
    }
}

}  // namespace exmonty
