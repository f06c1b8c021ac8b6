#include "vm/objects/sequence.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/deep_compare.h"
#include "vm/objects/hash.h"
#include "vm/objects/int.h"
#include "vm/objects/pacer.h"

#include <algorithm>
#include <cstring>

namespace exmonty {

KeyKind sequence_key(Run& run, std::string_view type, Value key, int64_t& index) {
    const Value number = int_of(key);
    if (number.is_int()) {
        index = number.as_int();
        return KeyKind::Index;
    }
    if (number != UNBOUND) {
        run.raise(ExceptionType::IndexError, {"cannot fit '", type_name(key), "' into an index-sized integer"});
        return KeyKind::Failed;
    }
    if (calls_index(run, key)) return KeyKind::CallsIndex;
    run.type_error({type, " indices must be integers or slices, not ", type_name(key)});
    return KeyKind::Failed;
}

static bool search_bound(Run& run, Value argument, uint64_t size, int64_t& bound) {
    if (argument == UNBOUND) return true;
    if (int_of(argument) == UNBOUND) {
        run.type_error({"slice indices must be integers or have an __index__ method"});
        return false;
    }
    clamped_argument(run, argument, bound);
    if (bound < 0) bound = std::max<int64_t>(0, bound + static_cast<int64_t>(size));
    return true;
}

bool search_bounds(Run& run, Value start_argument, Value stop_argument, uint64_t size, int64_t& start, int64_t& stop) {
    return search_bound(run, start_argument, size, start) && search_bound(run, stop_argument, size, stop);
}

bool has_reflected(Run& run, Value operand, Name name) {
    const Class* type = class_of(operand);
    return !type->is_builtin() && run.special(type, name) != UNBOUND;
}

bool repeat_count(Run& run, Value sequence, uint64_t size, Value factor, uint64_t& count, Value& result) {
    const Value number = int_of(factor);
    if (number == UNBOUND) {
        if (has_reflected(run, factor, Name::__rmul__)) result = NOT_IMPLEMENTED;
        else if (calls_index(run, factor)) result = repeat_with_index(run, sequence, factor);
        else result = run.type_error({"can't multiply sequence by non-int of type '", type_name(factor), "'"});
        return false;
    }
    int64_t wanted;
    if (!index_sized(number, wanted)) {
        result = run.raise(ExceptionType::OverflowError,
                           {"cannot fit '", type_name(factor), "' into an index-sized integer"});
        return false;
    }
    count = wanted > 0 ? static_cast<uint64_t>(wanted) : 0;
    if (size == 0) count = 0;
    if (size != 0 && count > List::max_size / size) {
        result = run.refused();
        return false;
    }
    return true;
}

bool repeat_items(Run& run, Value* items, uint64_t size, uint64_t count) {
    constexpr uint64_t chunk = 1 << 16;
    const uint64_t total = size * count;
    // Each move copies what is there already, so it doubles up to the chunk.
    for (uint64_t filled = size; filled < total;) {
        const uint64_t whole = filled <= chunk ? filled : chunk / size * size;
        const uint64_t part = std::min(std::max(whole, size), total - filled);
        memcpy(static_cast<void*>(items + filled), items, part * sizeof(Value));
        filled += part;
        if (poll_move(run, part)) return true;
    }
    return false;
}

// ---- Searches.

namespace {

std::span<const Value> items_of(Value sequence) {
    if (const List* list = as<List>(sequence)) return {list->items, list->size};
    return cast<Tuple>(sequence)->view();
}

Value not_found(Run& run, SequenceSearch what, Value sequence) {
    switch (what) {
        case SequenceSearch::Contains: return FALSE;
        case SequenceSearch::Remove: return run.value_error({"list.remove(x): x not in list"});
        default: break;
    }
    if (is_kind(sequence, Kind::List)) return run.value_error({"list.index(x): x not in list"});
    return run.value_error({"tuple.index(x): x not in tuple"});
}

void remove_at(List* list, uint64_t index) {
    // The comparison may have shortened the list.
    if (index >= list->size) return;
    memmove(static_cast<void*>(list->items + index), list->items + index + 1, (list->size - index - 1) * sizeof(Value));
    list->size--;
}

// The search has come to an item that is equal. UNBOUND: it goes on.
Value found(Run& run, SequenceSearch what, Value sequence, int64_t index, int64_t& count) {
    switch (what) {
        case SequenceSearch::Contains: return TRUE;
        case SequenceSearch::Index: return Value::integer(index);
        case SequenceSearch::Count: count++; return UNBOUND;
        case SequenceSearch::Remove:
            if (poll_move(run, items_of(sequence).size() - static_cast<uint64_t>(index))) return RAISED;
            remove_at(cast<List>(sequence), static_cast<uint64_t>(index));
            return NONE;
    }
    return UNBOUND;
}

}  // namespace

Value search_sequence(Run& run, SequenceSearch what, Value sequence, Value item, int64_t start, int64_t stop) {
    const std::span<const Value> items = items_of(sequence);
    Pacer pacer(run.budget);
    int64_t count = 0;
    const int64_t end = std::min(stop, static_cast<int64_t>(items.size()));
    for (int64_t i = start; i < end; i++) {
        if (pacer.tick()) return RAISED;
        const Value equal = native_equals(run, items[static_cast<size_t>(i)], item);
        if (equal == FALSE) continue;
        if (equal == UNBOUND)
            return run.push_step(StepId::search_sequence,
                                 {sequence, item, Value::integer(static_cast<int64_t>(what)), Value::integer(i),
                                  Value::integer(stop), Value::integer(count)});
        if (equal != TRUE) return equal;
        const Value result = found(run, what, sequence, i, count);
        if (result != UNBOUND) return result;
    }
    return what == SequenceSearch::Count ? Value::integer(count) : not_found(run, what, sequence);
}

// Slots: sequence, item, what, index, stop, count. State: 0 compares at index, 1 waits for the comparison.
Value step_search_sequence(Run& run, Frame& frame, Value in) {
    const Value sequence = frame.base[0];
    const SequenceSearch what = static_cast<SequenceSearch>(frame.base[2].as_int());
    int64_t index = frame.base[3].as_int();
    int64_t count = frame.base[5].as_int();
    const int64_t stop = frame.base[4].as_int();
    for (;;) {
        if (frame.state == 0) {
            // A list may have been shortened by the last comparison.
            const std::span<const Value> items = items_of(sequence);
            if (index >= stop || static_cast<uint64_t>(index) >= items.size())
                return what == SequenceSearch::Count ? Value::integer(count) : not_found(run, what, sequence);
            frame.base[3] = Value::integer(index);
            frame.base[5] = Value::integer(count);
            in = run.equals(items[static_cast<size_t>(index)], frame.base[1]);
            if (in == COLLECT) return in;
            frame.state = 1;
            if (is_result(in)) return in;
            if (run.budget.poll()) return RAISED;
        }
        frame.state = 0;
        if (in == TRUE) {
            const Value result = found(run, what, sequence, index, count);
            if (result != UNBOUND) return result;
        }
        index++;
    }
}

}  // namespace exmonty
