// iter(callable, sentinel).
// https://docs.python.org/3/library/functions.html#iter
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/lazy/lazy.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { IteratorSlot, ResultSlot };
enum State : uint32_t { Calls, WaitsForResult, HasResult, WaitsForEquality };

Value callable_next(Run& run, Value self) {
    if (cast<Record>(self)->fields[callable_field::callable] == UNBOUND) return ended(run);
    return run.push_step(StepId::callable_next, {self});
}

Value exhausted(Run& run, Record* iterator) {
    iterator->fields[callable_field::callable] = UNBOUND;
    iterator->fields[callable_field::sentinel] = UNBOUND;
    return ended(run);
}

constexpr TypeOperations callable_operations = {.next = callable_next};
constexpr const Class* callable_mro[] = {&callable_iterator_class, &object_class};

}  // namespace

constinit const Class callable_iterator_class =
    builtin_class("callable_iterator", "builtins", &object_class, callable_mro, 2, Kind::Record, Class::final_class, nullptr, 0,
                  &callable_operations, nullptr);

Value step_callable_next(Run& run, Frame& frame, Value in) {
    Record* iterator = as_record(frame.base[IteratorSlot], &callable_iterator_class);
    if (!iterator) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    Value& result = frame.base[ResultSlot];
    switch (frame.state) {
        case Calls:
            run.ret_kind = Return::Iterate;
            if (!arrived(frame, WaitsForResult, in = run.call(iterator->fields[callable_field::callable], {}))) {
                if (in != RAISED || !run.take_pending(ExceptionType::StopIteration)) return in;
                return exhausted(run, iterator);
            }
            run.ret_kind = Return::Store;
            [[fallthrough]];
        case WaitsForResult:
            if (in == EXHAUSTED) return exhausted(run, iterator);
            result = in;
            frame.state = HasResult;
            [[fallthrough]];
        case HasResult:
            // The callable may have exhausted the iterator by way of itself.
            if (iterator->fields[callable_field::callable] == UNBOUND) return ended(run);
            if (!arrived(frame, WaitsForEquality, in = run.equals(iterator->fields[callable_field::sentinel], result))) return in;
            [[fallthrough]];
        default: return in == TRUE ? exhausted(run, iterator) : result;
    }
}

}  // namespace exmonty
