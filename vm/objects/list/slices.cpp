#include "vm/objects/await.h"
#include "vm/objects/list/slices.h"

#include "vm/objects/sequence.h"

#include <algorithm>
#include <cstring>

namespace exmonty {
namespace {

void move_items(Value* to, const Value* from, uint64_t count) {
    if (count) memmove(static_cast<void*>(to), from, count * sizeof(Value));
}

// Items [start, stop) become `items`, which are not the list's own.
Value replace(Run& run, List* list, int64_t start, int64_t stop, std::span<const Value> items) {
    // s[5:2] = … inserts before 5.
    if (stop < start) stop = start;
    const uint64_t removed = static_cast<uint64_t>(stop - start);
    const uint64_t size = list->size - removed + items.size();
    if (size > list->capacity && !grow(run.heap, list, size)) return run.refused();
    const uint64_t behind = list->size - static_cast<uint64_t>(stop);
    move_items(list->items + start + items.size(), list->items + stop, behind);
    move_items(list->items + start, items.data(), items.size());
    list->size = static_cast<uint32_t>(size);
    if (removed > items.size()) shrink(run.heap, list);
    return poll_move(run, behind + items.size()) ? RAISED : NONE;
}

Value delete_slice(Run& run, List* list, const SliceBounds& bounds) {
    if (bounds.count == 0) return NONE;
    if (bounds.step == 1) return replace(run, list, bounds.start, bounds.stop, {});
    // From the lowest on, what lies between two deleted items moves down.
    const int64_t step = bounds.step < 0 ? -bounds.step : bounds.step;
    const int64_t last = bounds.start + static_cast<int64_t>(bounds.count - 1) * bounds.step;
    const int64_t first = std::min(bounds.start, last);
    Value* to = list->items + first;
    for (uint64_t i = 0; i < bounds.count; i++) {
        const int64_t gap = first + static_cast<int64_t>(i) * step + 1;
        const int64_t end = i + 1 < bounds.count ? gap + step - 1 : list->size;
        move_items(to, list->items + gap, static_cast<uint64_t>(end - gap));
        to += end - gap;
    }
    const uint64_t behind = list->size - static_cast<uint64_t>(first);
    list->size = static_cast<uint32_t>(to - list->items);
    shrink(run.heap, list);
    return poll_move(run, behind) ? RAISED : NONE;
}

Value assign(Run& run, List* list, const Slice* slice, std::span<const Value> items) {
    SliceBounds bounds;
    if (!slice_bounds(run, slice, list->size, bounds)) return RAISED;
    if (bounds.step == 1) return replace(run, list, bounds.start, bounds.stop, items);
    if (items.size() != bounds.count)
        return run.value_error({"attempt to assign sequence of size ",
                                Digits(static_cast<int64_t>(items.size())).view(), " to extended slice of size ",
                                Digits(static_cast<int64_t>(bounds.count)).view()});
    for (uint64_t i = 0; i < bounds.count; i++)
        list->items[bounds.start + static_cast<int64_t>(i) * bounds.step] = items[i];
    return poll_move(run, bounds.count) ? RAISED : NONE;
}

}  // namespace

Value list_slice(Run& run, Value self, const Slice* slice) {
    if (slice_calls_index(run, slice)) return item_with_index(run, self, Value::cell(slice));
    const List* list = cast<List>(self);
    SliceBounds bounds;
    if (!slice_bounds(run, slice, list->size, bounds)) return RAISED;
    List* result = new_list(run.heap);
    if (!reserve(run.heap, result, bounds.count)) return run.refused();
    if (bounds.step == 1) {
        move_items(result->items, list->items + bounds.start, bounds.count);
    } else {
        for (uint64_t i = 0; i < bounds.count; i++)
            result->items[i] = list->items[bounds.start + static_cast<int64_t>(i) * bounds.step];
    }
    result->size = static_cast<uint32_t>(bounds.count);
    return poll_move(run, bounds.count) ? RAISED : Value::cell(result);
}

Value list_set_slice(Run& run, Value self, const Slice* slice, Value value) {
    if (slice_calls_index(run, slice))
        return run.push_step(StepId::store_with_index, {self, Value::cell(slice), value});
    List* list = cast<List>(self);
    if (value == UNBOUND) {
        SliceBounds bounds;
        return slice_bounds(run, slice, list->size, bounds) ? delete_slice(run, list, bounds) : RAISED;
    }
    if (value == self || payload(value) == self) {
        List* copy = new_list(run.heap, list->view());
        return copy ? assign(run, list, slice, {copy->items, copy->size}) : run.refused();
    }
    if (const List* other = as<List>(value)) return assign(run, list, slice, {other->items, other->size});
    if (const Tuple* other = as<Tuple>(value)) return assign(run, list, slice, other->view());
    SliceBounds bounds;
    if (!slice_bounds(run, slice, list->size, bounds)) return RAISED;
    return run.push_step(StepId::assign_slice, {self, Value::cell(slice), value});
}

// Slots: list, slice, value, then its iterator, then the list of its items.
// State: 0 start, 1 waits for the iterator, 2 has it, 3 waits for the items, 4 has them.
static Value assign_slice_turns(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        in = run.iterate(frame.base[2]);
        if (in == COLLECT) return in;
        frame.state = 1;
        if (is_result(in) && in != RAISED) return in;
    }
    if (frame.state == 1) {
        if (in == RAISED) {
            if (!run.take_pending(ExceptionType::TypeError)) return RAISED;
            return run.type_error({"must assign iterable to extended slice"});
        }
        frame.base[2] = in;
        frame.state = 2;
    }
    if (frame.state == 2) {
        in = run.to_list(frame.base[2]);
        if (in == COLLECT) return in;
        frame.state = 3;
        if (is_result(in)) return in;
    }
    if (frame.state == 3) {
        if (in == RAISED) return in;
        frame.base[2] = in;
        frame.state = 4;
    }
    const List* items = as<List>(frame.base[2]);
    if (!items) return run.raise(ExceptionType::SystemError, {"bad slot"});
    return assign(run, cast<List>(frame.base[0]), cast<Slice>(frame.base[1]), {items->items, items->size});
}

Value step_assign_slice(Run& run, Frame& frame, Value in) {
    return ends_with_exception(frame, in, [&] { return assign_slice_turns(run, frame, in); });
}

// Turns a key, or a part of a slice, into an int. True: go on; state `number` waits for it.
static bool convert_part(Run& run, Frame& frame, Value& part, uint32_t number, Value& in) {
    if (frame.state == number) {
        part = in;
        frame.state = 0;
        return true;
    }
    if (frame.state != 0 || !calls_index(run, part)) return true;
    in = run.index(part);
    if (in == COLLECT) return false;
    if (is_result(in)) {
        frame.state = number;
        return false;
    }
    part = in;
    return true;
}

// object[key] = value where the key has to be asked for its `__index__` first.
// Slots: object, key, value. State: 0 nothing is awaited, 1 … 3 a part of the slice, 4 the key, 5 the end.
Value step_store_with_index(Run& run, Frame& frame, Value in) {
    constexpr uint32_t waits_for_end = 5;
    if (frame.state == waits_for_end) return in;
    if (const Slice* original = as<Slice>(frame.base[1]); original && frame.state == 0) {
        // The step's own copy: slices are immutable.
        Slice* copy = run.heap.allocate<Slice>();
        copy->start = original->start;
        copy->stop = original->stop;
        copy->step = original->step;
        frame.base[1] = Value::cell(copy);
    }
    if (Slice* slice = as<Slice>(frame.base[1])) {
        Value* parts[] = {&slice->start, &slice->stop, &slice->step};
        for (uint32_t i = 0; i < 3; i++)
            if (!convert_part(run, frame, *parts[i], i + 1, in)) return in;
    } else if (!convert_part(run, frame, frame.base[1], 4, in)) {
        return in;
    }
    const Value result = run.set_item(frame.base[0], frame.base[1], frame.base[2]);
    if (result != COLLECT) frame.state = waits_for_end;
    return result;
}

}  // namespace exmonty
