// Exceptions on their way, and the driving of steps.
//
// An exception belongs to the instruction before its frame's pc. Each Python frame that it reaches adds a record to its
// traceback, whether the frame handles it or not, except that RERAISE adds none in its own frame. `__context__` is found when
// an exception is raised, by walking the frames for one that is inside a handler (ActiveRow).
#include "vm/runtime/unwind.h"

#include "vm/base/text_sink.h"
#include "vm/base/utf8.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/generator.h"
#include "vm/objects/template.h"
#include "vm/runtime/attribute.h"
#include "vm/runtime/call.h"
#include "vm/runtime/generator.h"
#include "vm/runtime/name_suggestion.h"
#include "vm/runtime/run_loop.h"
#include "vm/runtime/safepoint.h"

namespace exmonty {
namespace {

template <class Row>
const Row* covering_row(std::span<const Row> rows, uint32_t pc) {
    for (const Row& row : rows)
        if (pc >= row.start && pc < row.end) return &row;
    return nullptr;
}

uint32_t raising_pc(const Frame* frame) { return frame->code->pc_of(frame->pc) - 1; }

void add_traceback_record(Run& run, const Frame* frame, Exception* exception) {
    if (frame->flags & Frame::invisible) return;
    if (!exception->traceback) note_frame(run, frame, exception);
    Traceback* record = run.heap.allocate<Traceback>();
    record->code = frame->code->code;
    record->pc = raising_pc(frame);
    record->next = exception->traceback;
    exception->traceback = record;
}

// A StopIteration that leaves a generator's frame is an error there.
// https://peps.python.org/pep-0479/
void convert_stop_iteration(Run& run) {
    Value stop = run.pending;
    run.pending = UNBOUND;
    run.raise(ExceptionType::RuntimeError, {"generator raised StopIteration"});
    Exception* error = as<Exception>(run.pending);
    if (!error) return;
    error->cause = stop;
    error->context = stop;
    error->flags |= Exception::suppress_context;
}

// The handler of the top frame for the pending exception; false: none.
bool enter_handler(Run& run, Frame* frame) {
    const HandlerRow* row = covering_row(frame->code->code->handlers, raising_pc(frame));
    if (!row) return false;
    frame->base[row->target] = run.pending;
    run.pending = UNBOUND;
    frame->pc = frame->code->words + row->handler;
    return true;
}

bool ends_iteration(const Run& run) {
    return (run.ret_kind == Return::Iterate || run.ret_kind == Return::Delegate) &&
           is_exception_of(run.pending, ExceptionType::StopIteration);
}

bool catches_exceptions(const Frame* frame) {
    return step_info(*frame).catches == Catches::All;
}

}  // namespace

Value unwind(Run& run) {
    bool first = true;
    while (run.frame) {
        Frame* frame = run.frame;
        if (run.budget.breach != Breach::None) return RAISED;
        Exception* exception = as<Exception>(run.pending);
        if (!exception) return RAISED;
        if (frame->is_step()) {
            if (catches_exceptions(frame)) {
                Value result = drive_steps(run, RAISED);
                if (result == PUSHED) return UNBOUND;
                if (result != RAISED) return result;
                first = true;
                continue;
            }
        } else {
            bool again = first && run.reraising;
            if (!again) add_traceback_record(run, frame, exception);
            run.reraising = false;
            if (enter_handler(run, frame)) return UNBOUND;
            if ((frame->flags & Frame::in_generator) && is_exception_of(run.pending, ExceptionType::StopIteration))
                convert_stop_iteration(run);
        }
        first = false;
        Frame* below = frame->previous;
        abandon_frame(run);
        if (below && ends_iteration(run)) {
            run.returned = stop_iteration_argument(run.pending);
            run.pending = UNBOUND;
            return EXHAUSTED;
        }
        if (run.ret_kind == Return::Exit) return RAISED;
    }
    return RAISED;
}

Value drive_steps(Run& run, Value input) {
    for (;;) {
        Frame* frame = run.frame;
        const StepInfo& info = step_info(*frame);
        run.stack_next = reinterpret_cast<char*>(frame->base + info.slots + Run::frame_slack);
        run.ret_kind = Return::Store;
        if (--run.budget.fuel < 0) {
            run.step_input = input;
            const Safepoint state = safepoint_inside(run);
            if (state == Safepoint::Breach) return RAISED;
            if (state == Safepoint::Reload) return SUSPEND;
            input = run.step_input;
        }
        Value result = info.function(run, *frame, input);
        if (result == COLLECT) {
            run.step_input = input;
            collect(run);
            continue;
        }
        run.refused_before = false;
        if (result == PUSHED) {
            if (!run.frame->is_step()) return PUSHED;
            input = UNBOUND;
            continue;
        }
        if (result == RAISED) {
            if (run.frame == frame && catches_exceptions(frame) && input == RAISED) abandon_frame(run);
            return RAISED;
        }
        if (result == SUSPEND) return SUSPEND;
        if (run.frame == frame) {
            run.ret_kind = frame->ret_kind;
            run.ret_register = frame->ret_register;
            run.pop_frame();
        }
        if (run.ret_kind == Return::Exit || !run.frame->is_step()) return result;
        // A step that asked for no item gets the end of an iterator as the exception that it is to everybody else.
        if (result == EXHAUSTED && run.ret_kind == Return::Store) return run.raise_exhausted();
        input = result;
    }
}

bool is_exception_of(Value exception, ExceptionType type) {
    Exception* cell = as<Exception>(exception);
    return cell && is_subclass(cell->type, exception_class(type));
}

bool Run::pending_is(ExceptionType type) const { return is_exception_of(pending, type); }

bool Run::take_pending(ExceptionType type) {
    if (budget.breach != Breach::None || !pending_is(type)) return false;
    taken = pending;
    pending = UNBOUND;
    return true;
}

Value stop_iteration_argument(Value exception) {
    Exception* cell = as<Exception>(exception);
    if (!cell) return NONE;
    const Tuple* known = cell->details ? cell->details : as<Tuple>(cell->args);
    return known && known->size() > 0 && known->items[0] != UNBOUND ? known->items[0] : NONE;
}

Value stop_iteration_value(Run& run) { return stop_iteration_argument(run.taken); }

// What one Python frame is handling where it stands, or UNBOUND.
static Value handled_in(const Frame* frame) {
    const ActiveRow* row = covering_row(frame->code->code->active, raising_pc(frame));
    return row && is_kind(frame->base[row->target], Kind::Exception) ? frame->base[row->target] : UNBOUND;
}

Value handled_exception(const Run& run) {
    for (const Frame* frame = run.frame; frame; frame = frame->previous) {
        if (frame->is_step() || (frame->flags & Frame::invisible)) continue;
        if (Value handled = handled_in(frame); handled != UNBOUND) return handled;
    }
    return UNBOUND;
}

// Sets the context of an exception that is being raised, and makes it pending. A cycle that this would close is cut, as
// CPython cuts it.
static void make_pending(Run& run, Exception* exception) {
    Value context = handled_exception(run);
    if (Exception* handled = as<Exception>(context); handled && handled != exception) {
        Exception* slow = handled;
        uint64_t turns = 0;
        for (Exception* at = handled; Exception* next = as<Exception>(at->context); at = next) {
            if (next == exception) {
                at->context = NONE;
                break;
            }
            // A cycle that was closed by hand does not contain the exception: stop when the slow pointer is met.
            if (++turns % 2 == 0) slow = as<Exception>(slow->context);
            if (next == slow) break;
        }
        exception->context = context;
    }
    run.pending = Value::cell(exception);
    run.reraising = false;
}

Value Run::raise(ExceptionType type, std::initializer_list<std::string_view> message) {
    // The message of an exception never collects: it is small, or it is cut.
    FixedText<2048> built;
    size_t total = 0;
    for (std::string_view piece : message) total += piece.size();
    Str* str = nullptr;
    if (total > Str::inline_limit && heap.reserve(total)) str = new_str_uninitialised(heap, total);
    if (str) {
        char* at = writable(str);
        for (std::string_view piece : message) {
            memcpy(at, piece.data(), piece.size());
            at += piece.size();
        }
        seal(str, static_cast<uint32_t>(utf8::count_code_points(str->view())));
    } else {
        for (std::string_view piece : message) built.append(piece.substr(0, 200));
        str = new_str(heap, built.view());
    }
    return raise_with(type, {Value::cell(str)});
}

Value Run::raise_with(ExceptionType type, std::initializer_list<Value> args) {
    Exception* exception = new_exception(*this, exception_class(type), {args.begin(), args.size()});
    make_pending(*this, exception);
    return RAISED;
}

Value Run::raise_value(Value object) { return raise_object(*this, object, UNBOUND); }

// Slots: cause. The class of the exception was called; its instance is raised.
Value step_raise_instance(Run& run, Frame& frame, Value in) {
    Value cause = frame.base[0];
    if (frame.state == 0) {
        frame.state = 1;
        Value result = run.call(frame.base[1], {});
        if (result == COLLECT) frame.state = 0;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1 && !is_kind(in, Kind::Exception))
        return run.type_error({"calling ", type_name(frame.base[1]), " should have returned an instance of BaseException, not ",
                               type_name(in)});
    if (frame.state == 2) {
        cause = in;
        in = frame.base[1];
    }
    return raise_object(run, in, cause);
}

static bool is_exception_class(Value value) {
    Class* type = as<Class>(value);
    return type && is_subclass(type, exception_class(ExceptionType::BaseException));
}

Value raise_object(Run& run, Value object, Value cause) {
    if (is_exception_class(object)) {
        const Class* type = cast<Class>(object);
        if (!type->is_builtin()) return run.push_step(StepId::raise_instance, {cause, object});
        object = type->operations->construct(run, type, nullptr, 0, nullptr);
        if (is_result(object)) return object;
    }
    Exception* exception = as<Exception>(object);
    if (!exception) return run.type_error({"exceptions must derive from BaseException"});
    if (cause != UNBOUND) {
        if (is_exception_class(cause)) {
            const Class* type = cast<Class>(cause);
            if (!type->is_builtin()) {
                Value pushed = run.push_step(StepId::raise_instance, {UNBOUND, object});
                if (pushed != PUSHED) return pushed;
                run.frame->state = 2;
                Value made = run.call(cause, {});
                return is_result(made) ? made : raise_object(run, object, made);
            }
            cause = type->operations->construct(run, type, nullptr, 0, nullptr);
            if (is_result(cause)) return cause;
        }
        if (cause != NONE && !is_kind(cause, Kind::Exception))
            return run.type_error({"exception causes must derive from BaseException"});
        exception->cause = cause;
        exception->flags |= Exception::suppress_context;
    }
    make_pending(run, exception);
    return RAISED;
}

Value reraise(Run& run, Value exception) {
    if (!is_kind(exception, Kind::Exception)) return run.raise(ExceptionType::SystemError, {"nothing to raise again"});
    run.pending = exception;
    run.reraising = true;
    return RAISED;
}

Value raise_active(Run& run) {
    // The prelude's own handlers are invisible to others, not to its own `raise`.
    Value active = handled_in(run.frame);
    if (active == UNBOUND) active = handled_exception(run);
    if (active == UNBOUND) return run.raise(ExceptionType::RuntimeError, {"No active exception to reraise"});
    return reraise(run, active);
}

Value exception_match(Run& run, Value exception, Value classes) {
    constexpr std::string_view refusal = "catching classes that do not inherit from BaseException is not allowed";
    Exception* cell = as<Exception>(exception);
    const Class* type = cell ? cell->type : class_of(exception);
    Tuple* tuple = as<Tuple>(classes);
    if (!tuple) {
        if (!is_exception_class(classes)) return run.type_error({refusal});
        return boolean(is_subclass(type, cast<Class>(classes)));
    }
    bool matches = false;
    for (Value one : tuple->view()) {
        if (!is_exception_class(one)) return run.type_error({refusal});
        matches = matches || is_subclass(type, cast<Class>(one));
    }
    return boolean(matches);
}

void exception_info(Value exception, Value* target) {
    Exception* cell = as<Exception>(exception);
    target[0] = cell ? Value::cell(cell->type) : NONE;
    target[1] = exception;
    target[2] = cell && cell->traceback ? Value::cell(cell->traceback) : NONE;
}

Value before_with(Run& run, Value manager, Value* target) {
    Value four[4];
    bool exits = load_special_method(run, manager, Name::__exit__, four);
    bool enters = exits && load_special_method(run, manager, Name::__enter__, four + 2);
    if (run.pending != UNBOUND) return RAISED;
    if (!exits)
        return run.type_error({"'", type_name(manager), "' object does not support the context manager protocol (missed __exit__ method)"});
    if (!enters)
        return run.type_error({"'", type_name(manager), "' object does not support the context manager protocol (missed __enter__ method)"});
    for (uint32_t i = 0; i < 4; i++) target[i] = four[i];
    return NONE;
}

}  // namespace exmonty
