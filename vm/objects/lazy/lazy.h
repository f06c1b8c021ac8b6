// The lazy iterators of the builtins: map, filter, zip, enumerate, reversed and iter(callable, sentinel). Each is a Record.
//
// `next` of a lazy iterator answers at once when its sources are native iterators (vm/objects/iterator.h) and no function
// of Python is in between; otherwise it pushes a step that draws the items. A tower of lazy iterators is therefore a stack
// of steps, which native_depth bounds. A zip or enumerate over native iterators is a native iterator itself, up to a height
// that is fixed when it is made, so that drawing natively is bounded, too.
#pragma once

#include "vm/objects/class.h"
#include "vm/objects/record.h"
#include "vm/objects/run.h"

namespace exmonty {

extern const Class map_class;
extern const Class filter_class;
extern const Class zip_class;
extern const Class enumerate_class;
extern const Class reversed_class;
extern const Class callable_iterator_class;

namespace map_field {
enum : uint32_t { function, sources, strict, count };
}
namespace filter_field {
enum : uint32_t { function, source, count };
}
namespace zip_field {
enum : uint32_t { height, sources, strict, count };
}
namespace enumerate_field {
enum : uint32_t { height, source, counter, count };
}
namespace reversed_field {  // the index of the next item; the sequence is UNBOUND when exhausted
enum : uint32_t { sequence, index, count };
}
namespace callable_field {  // callable is UNBOUND when exhausted
enum : uint32_t { callable, sentinel, count };
}

// The end of an iterator that returns nothing.
inline Value ended(Run& run) {
    run.returned = NONE;
    return EXHAUSTED;
}

// A native reports the end by StopIteration where CPython's function raised it; to a `next` that is the end.
inline Value end_of_stop_iteration(Run& run, Value result) {
    return result == RAISED && run.take_pending(ExceptionType::StopIteration) ? ended(run) : result;
}

// ---- Making.

// Makes iterators of the iterables in the tuple, in place, then completes the record, which gets them. The record, or what
// a native returns.
Value take_sources(Run& run, Record* record, Tuple* iterables);
// Whether the record is a lazy iterator that `next` never needs Python code for.
bool is_native_lazy(const Record* record);
// Whether an iterator goes over a container, or gives what it has, and so leaves no garbage; UNBOUND is at its end.
bool is_flat_iterator(Value iterator);

// ---- Several sources.

// An item of each source, in order, to `row`. NONE; EXHAUSTED; RAISED. All sources are native iterators.
Value draw_row(Run& run, const Tuple* sources, bool strict, std::string_view name, Value* row);
// The same for any sources, as a turn of a step that has these slots and no state of its own below `row_states`.
// UNBOUND: the row is complete, a tuple in its slot; EXHAUSTED; or what the step returns.
namespace row_slot {
enum : uint32_t { iterator, row, drawn, count };
}
constexpr uint32_t row_states = 4;
Value draw_row(Run& run, Frame& frame, Value in, const Tuple* sources, bool strict, std::string_view name);

}  // namespace exmonty
