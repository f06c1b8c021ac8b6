// https://docs.python.org/3/library/functions.html#map
//
// The function's result is the item, so over native iterators the call of the function is the whole of `next`: its frame
// takes the place that the item is for. A StopIteration of the function ends the map, as in CPython.
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

constexpr uint32_t most_in_place = 8;
enum State : uint32_t { HasRow = row_states, WaitsForResult };

bool is_strict(const Record* map) { return map->fields[map_field::strict] == TRUE; }

bool all_native(const Tuple* sources) {
    for (const Value source : sources->view())
        if (!is_native_iterator(source)) return false;
    return true;
}

Value map_next(Run& run, Value self) {
    const Record* map = cast<Record>(self);
    const Tuple* sources = as<Tuple>(map->fields[map_field::sources]);
    if (!sources || sources->size() == 0) return ended(run);
    const uint32_t count = sources->size();
    if (count > most_in_place || !all_native(sources)) return run.push_step(StepId::map_next, {self});
    Value row[most_in_place];
    const Value drawn = draw_row(run, sources, is_strict(map), "map", row);
    if (is_result(drawn)) return drawn;
    const Return ret_kind = run.ret_kind;
    const Value result = run.call(map->fields[map_field::function], row, count);
    if (result != COLLECT) return end_of_stop_iteration(run, result);
    // The items are drawn: the step keeps them for the call that comes after the collection.
    run.ret_kind = ret_kind;
    const Value pushed = run.push_step(StepId::map_next, {self, Value::cell(new_tuple(run.heap, std::span<const Value>(row, count)))});
    if (pushed == PUSHED) run.frame->state = HasRow;
    return pushed;
}

// args: strict, function, iterables.
Value map_new(Run& run, Value* args, uint32_t count) {
    if (count < 3) return run.type_error({"map() must have at least two arguments."});
    Tuple* sources = new_tuple(run.heap, std::span<const Value>(args + 2, count - 2));
    if (!sources) return run.refused();
    const Value strict = args[0] == UNBOUND ? FALSE : run.truth(args[0]);
    if (is_result(strict)) return strict;
    Record* map = new_record(run.heap, &map_class, map_field::count);
    map->fields[map_field::function] = args[1];
    map->fields[map_field::strict] = strict;
    return take_sources(run, map, sources);
}

constexpr NativeRow constructor_rows[] = {{"map", "*args, strict=False", map_new}};
constinit const auto constructor = function_table(constructor_rows);

Value map_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr TypeOperations map_operations = {.next = map_next, .construct = map_construct};
constexpr const Class* map_mro[] = {&map_class, &object_class};
constexpr const char* map_doc =
    "Make an iterator that computes the function using arguments from\n"
    "each of the iterables.  Stops when the shortest iterable is exhausted.\n\n"
    "If strict is true and one of the arguments is exhausted before the others,\n"
    "raise a ValueError.";

}  // namespace

constinit const Class map_class =
    builtin_class("map", "builtins", &object_class, map_mro, 2, Kind::Record, 0, nullptr, 0, &map_operations, map_doc);

Value step_map_next(Run& run, Frame& frame, Value in) {
    if (frame.state == WaitsForResult) return in;
    const Record* map = as_record(frame.base[row_slot::iterator], &map_class);
    const Tuple* sources = map ? as<Tuple>(map->fields[map_field::sources]) : nullptr;
    if (!sources) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    if (frame.state != HasRow) {
        const Value drawn = draw_row(run, frame, in, sources, is_strict(map), "map");
        if (drawn != UNBOUND) return drawn;
        frame.state = HasRow;
    }
    const Tuple* row = as<Tuple>(frame.base[row_slot::row]);
    if (!row) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    run.ret_kind = Return::Iterate;
    arrived(frame, WaitsForResult, in = run.call(map->fields[map_field::function], row->items, row->size()));
    return end_of_stop_iteration(run, in);
}

}  // namespace exmonty
