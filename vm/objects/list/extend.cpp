// Drawing all items of an iterable into a list: list.extend, `+=`, and what every native that takes an iterable starts
// with.
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/dict.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list.h"
#include "vm/objects/pacer.h"
#include "vm/objects/range.h"
#include "vm/objects/run.h"
#include "vm/objects/set.h"

namespace exmonty {
namespace {

// Room for what a container is known to hold. False: refused.
bool reserve_for(Run& run, List* list, Value iterable) {
    uint64_t count = 0;
    switch (iterable.as_cell()->kind) {
        case Kind::Dict: count = cast<Dict>(iterable)->live; break;
        case Kind::DictView: count = cast<DictView>(iterable)->dict->live; break;
        case Kind::Set:
        case Kind::FrozenSet: count = cast<Set>(iterable)->used; break;
        case Kind::Str: count = cast<Str>(iterable)->length; break;
        case Kind::Range: {
            const Value length = cast<Range>(iterable)->length;
            if (!length.is_int()) return false;
            count = static_cast<uint64_t>(length.as_int());
            break;
        }
        default: return true;
    }
    return count == 0 || reserve(run.heap, list, list->size + count);
}

// Appends what the iterator gives. EXHAUSTED: all of it; RAISED; or `item` could not be appended: COLLECT.
Value drain(Run& run, List* list, Value iterator, Value& item) {
    Pacer pacer(run.budget);
    for (;;) {
        if (pacer.tick()) return RAISED;
        const Value next = native_next(run, iterator);
        if (is_result(next)) return next;
        if (append(run.heap, list, next)) continue;
        item = next;
        return COLLECT;
    }
}

enum State : uint32_t {
    Start,
    WaitsForIterator,
    HasIterator,
    WaitsForLength,
    WaitsForHint,
    Draws,
    WaitsForItem,
    HasItem
};

Value push_extend(Run& run, List* list, Value source, Value result, Value item, State state) {
    const Value pushed = run.push_step(StepId::list_extend, {source, Value::cell(list), result, item});
    if (pushed == PUSHED) run.frame->state = state;
    return pushed;
}

// What `__length_hint__` returned is only looked at for its faults.
bool check_hint(Run& run, Value hint) {
    if (hint == RAISED) return run.take_pending(ExceptionType::TypeError);
    if (hint == NOT_IMPLEMENTED) return true;
    const Value number = payload(hint);
    if (!number.is_int() && !is_bool(number) && !is_kind(number, Kind::Int)) {
        run.type_error({"__length_hint__ must be an integer, not ", type_name(hint)});
        return false;
    }
    if (number.is_int() && number.as_int() < 0) {
        run.value_error({"__length_hint__() should return >= 0"});
        return false;
    }
    return true;
}

// An object of a Python class is asked for its length as CPython does: its errors show, other than TypeError.
Value ask_length(Run& run, Frame& frame, Value original) {
    if (run.special(class_of(original), Name::__len__) != UNBOUND) {
        frame.state = WaitsForLength;
        return run.length(original);
    }
    frame.state = WaitsForHint;
    const Value hint = run.call_special(original, Name::__length_hint__, {});
    return hint == UNBOUND ? NOT_IMPLEMENTED : hint;
}

}  // namespace

Value list_extend(Run& run, List* list, Value iterable, Value result) {
    const bool is_list = is_kind(iterable, Kind::List);
    if (is_list || is_kind(iterable, Kind::Tuple)) {
        const std::span<const Value> items = is_list ? cast<List>(iterable)->view() : cast<Tuple>(iterable)->view();
        const uint64_t count = items.size();
        if (!append(run.heap, list, items)) return run.refused();
        return count > 4096 && run.budget.poll(count / 256) ? RAISED : result;
    }
    const Value iterator = native_iterator(run, iterable);
    if (iterator == UNBOUND) return push_extend(run, list, iterable, result, UNBOUND, Start);
    if (iterator == RAISED) return RAISED;
    if (!reserve_for(run, list, iterable)) return run.refused();
    Value item;
    const Value end = drain(run, list, iterator, item);
    if (end == EXHAUSTED) return result;
    if (end == COLLECT) return push_extend(run, list, iterator, result, item, HasItem);
    return end;
}

// Slots: the iterable, then its iterator; the list; the result; an item, or the iterable while it is asked for its
// length.
static Value list_extend_turns(Run& run, Frame& frame, Value in) {
    Value& source = frame.base[0];
    Value& item = frame.base[3];
    List* list = cast<List>(frame.base[1]);
    for (;;) {
        switch (frame.state) {
            case Start:
                in = run.iterate(source);
                if (in == COLLECT) return in;
                frame.state = WaitsForIterator;
                if (is_result(in)) return in;
                [[fallthrough]];
            case WaitsForIterator:
                if (in == RAISED) return in;
                item = source;
                source = in;
                frame.state = HasIterator;
                [[fallthrough]];
            case HasIterator:
                if (!is_builtin_instance(item)) {
                    in = ask_length(run, frame, item);
                    if (in == COLLECT) frame.state = HasIterator;
                    if (is_result(in) && in != RAISED) return in;
                    continue;
                }
                frame.state = Draws;
                break;
            case WaitsForLength:
                if (in == RAISED && !run.take_pending(ExceptionType::TypeError)) return in;
                frame.state = Draws;
                break;
            case WaitsForHint:
                if (!check_hint(run, in)) return RAISED;
                frame.state = Draws;
                break;
            case WaitsForItem:
                if (in == EXHAUSTED || (in == RAISED && run.take_pending(ExceptionType::StopIteration)))
                    return frame.base[2];
                if (in == RAISED) return in;
                item = in;
                frame.state = HasItem;
                [[fallthrough]];
            case HasItem:
                if (!append(run.heap, list, item)) return run.refused();
                frame.state = Draws;
                break;
            default: break;
        }
        if (is_native_iterator(source)) {
            in = drain(run, list, source, item);
            if (in == EXHAUSTED) return frame.base[2];
            if (in == RAISED) return in;
            frame.state = HasItem;
            continue;
        }
        if (run.budget.poll()) return RAISED;
        in = run.next(source);
        if (!arrived_or_ended(frame, WaitsForItem, in)) return in;
    }
}

Value step_list_extend(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return list_extend_turns(run, frame, in); });
}

Value Run::to_list(Value iterable) {
    if (is_kind(iterable, Kind::List) || is_kind(iterable, Kind::Tuple)) {
        const bool is_list = is_kind(iterable, Kind::List);
        List* copy = new_list(heap, is_list ? cast<List>(iterable)->view() : cast<Tuple>(iterable)->view());
        if (!copy) return refused();
        return copy->size > 4096 && budget.poll(copy->size / 256) ? RAISED : Value::cell(copy);
    }
    List* list = new_list(heap);
    return list_extend(*this, list, iterable, Value::cell(list));
}

}  // namespace exmonty
