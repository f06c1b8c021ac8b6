// https://docs.python.org/3/library/functools.html#functools.reduce
#include "vm/modules/functools/functools.h"
#include "vm/objects/arguments.h"
#include "vm/objects/await.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { FunctionSlot, SourceSlot, TotalSlot, ItemSlot };
enum State : uint32_t { Starts, WaitsForIterator, Draws, WaitsForItem, HasItem, WaitsForTotal };

}  // namespace

Value reduce(Run& run, Value* args, uint32_t) {
    if (!is_iterable(run, args[1])) return run.type_error({"reduce() arg 2 must support iteration"});
    return run.push_step(StepId::reduce, {args[0], args[1], args[2]});
}

Value step_reduce(Run& run, Frame& frame, Value in) {
    Value& total = frame.base[TotalSlot];
    Value& item = frame.base[ItemSlot];
    for (;;) {
        switch (frame.state) {
            case Starts:
                if (!arrived(frame, WaitsForIterator, in = run.iterate(frame.base[SourceSlot]))) return in;
                [[fallthrough]];
            case WaitsForIterator:
                frame.base[SourceSlot] = in;
                frame.state = Draws;
                [[fallthrough]];
            case Draws:
                if (run.budget.collect_wanted) return COLLECT;
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(frame.base[SourceSlot])) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) {
                    if (total != UNBOUND) return total;
                    return run.type_error({"reduce() of empty iterable with no initial value"});
                }
                if (total == UNBOUND) {
                    total = in;
                    frame.state = Draws;
                    continue;
                }
                item = in;
                frame.state = HasItem;
                [[fallthrough]];
            case HasItem:
                if (!arrived(frame, WaitsForTotal, in = run.call(frame.base[FunctionSlot], {total, item}))) return in;
                [[fallthrough]];
            default:
                total = in;
                frame.state = Draws;
        }
    }
}

}  // namespace exmonty
