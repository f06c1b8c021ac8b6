// https://docs.python.org/3/library/itertools.html#itertools.starmap
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

namespace field {
enum : uint32_t { source, function, count };
}
enum State : uint32_t { Draws, WaitsForItem, HasItem, WaitsForArguments, HasArguments, WaitsForResult };

// The function's result is the item: its call takes the place of `next`.
Value starmap_next(Run& run, Value self) {
    const Record* starmap = cast<Record>(self);
    const Value source = starmap->fields[field::source];
    if (!is_native_iterator(source)) return run.push_step(StepId::starmap_next, {self});
    const Value item = native_next(run, source);
    if (is_result(item)) return item;
    const Return ret_kind = run.ret_kind;
    if (const Tuple* arguments = as<Tuple>(item)) {
        const Value result = run.call(starmap->fields[field::function], arguments->items, arguments->size());
        if (result != COLLECT) return end_of_stop_iteration(run, result);
        run.ret_kind = ret_kind;
    }
    const Value pushed = run.push_step(StepId::starmap_next, {self, item});
    if (pushed == PUSHED) run.frame->state = HasItem;
    return pushed;
}

Value starmap_new(Run& run, Value* args, uint32_t) {
    Record* starmap = new_record(run.heap, &starmap_class, field::count);
    starmap->fields[field::function] = args[0];
    return take_source(run, starmap, args[1]);
}

constexpr NativeRow constructor_rows[] = {{"starmap", "function, iterable, /", starmap_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = starmap_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&starmap_class, &object_class};

}  // namespace

constinit const Class starmap_class =
    itertools_class("itertools.starmap", field::count, mro, &operations,
                    "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given "
                    "sequence.");

// Slots: the starmap, the arguments: what was drawn, then a list or tuple of them.
Value step_starmap_next(Run& run, Frame& frame, Value in) {
    const Record* starmap = as_record(frame.base[0], &starmap_class);
    if (!starmap) return bad_iterator(run);
    Value& arguments = frame.base[1];
    switch (frame.state) {
        case Draws:
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, WaitsForItem, in = run.next(starmap->fields[field::source])) || in == RAISED) return in;
            [[fallthrough]];
        case WaitsForItem:
            if (in == EXHAUSTED) return ended(run);
            arguments = in;
            frame.state = HasItem;
            [[fallthrough]];
        case HasItem:
            if (is_kind(arguments, Kind::Tuple)) in = arguments;
            else if (!arrived(frame, WaitsForArguments, in = run.to_list(arguments))) return in;
            [[fallthrough]];
        case WaitsForArguments:
            arguments = in;
            frame.state = HasArguments;
            [[fallthrough]];
        case HasArguments: {
            const Tuple* tuple = as<Tuple>(arguments);
            const List* list = as<List>(arguments);
            if (!tuple && !list) return bad_iterator(run);
            run.ret_kind = Return::Iterate;
            arrived(frame, WaitsForResult, in = run.call(starmap->fields[field::function], tuple ? tuple->items : list->items,
                                                         tuple ? tuple->size() : list->size));
            return end_of_stop_iteration(run, in);
        }
        default: return in;
    }
}

}  // namespace exmonty
