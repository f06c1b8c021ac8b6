// Generators: making, resuming, throwing, closing.
//
// A suspended generator's frame holds the pc of what runs next; after a `yield` its `state` names the register for what is
// sent. While it delegates (`yield from`), the pc is at the YIELD_FROM instruction, so that resuming runs it again with
// the sent value in its second register.
// https://docs.python.org/3/reference/expressions.html#generator-iterator-methods
#include "vm/runtime/generator.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/exception.h"
#include "vm/objects/function.h"
#include "vm/runtime/protocol.h"
#include "vm/runtime/unwind.h"

namespace exmonty {

Generator* new_generator(Run& run, Function* function) {
    CodeInstance* code = function->code;
    // Natives are called with their arguments in place, and what is not given goes behind the last register.
    Generator* generator = run.heap.allocate<Generator>(Generator::cell_bytes(code->register_count + Run::frame_slack));
    generator->set_state(GeneratorState::New);
    generator->name = function->name;
    generator->qualified_name = function->qualified_name;
    generator->frame = Frame{};
    generator->frame.pc = code->words;
    generator->frame.base = generator->registers;
    generator->frame.code = code;
    generator->frame.function = function;
    generator->frame.flags = Frame::in_generator;
    if (code->code->has(CodeFlag::Prelude)) generator->frame.flags |= Frame::invisible;
    for (uint32_t i = 0; i < code->register_count; i++) generator->registers[i] = UNBOUND;
    return generator;
}

void finish_generator(Generator* generator) {
    generator->set_state(GeneratorState::Done);
    for (uint32_t i = 0; i < generator->frame.code->register_count; i++) generator->registers[i] = UNBOUND;
}

Frame* refuse_resumption(Run& run) {
    run.raise(ExceptionType::RecursionError, {"maximum recursion depth exceeded"});
    return nullptr;
}

namespace {

// What happens when a generator that cannot go on is asked for its next item.
Value refuse(Run& run, Generator* generator) {
    if (generator->state() == GeneratorState::Running) return run.value_error({"generator already executing"});
    run.returned = NONE;
    return EXHAUSTED;
}

Value resume(Run& run, Generator* generator, Value sent) {
    if (!can_resume(generator)) return refuse(run, generator);
    if (generator->state() == GeneratorState::New && sent != NONE)
        return run.type_error({"can't send non-None value to a just-started generator"});
    return resume_generator(run, generator, sent) ? PUSHED : RAISED;
}

// The delegate of a generator that stands in `yield from`, or UNBOUND.
Value delegate_of(Generator* generator) {
    if (generator->state() != GeneratorState::Suspended) return UNBOUND;
    uint32_t word = *generator->frame.pc;
    return op_of(word) == Op::YIELD_FROM ? generator->registers[a_of(word)] : UNBOUND;
}

// Raises the pending exception inside the generator, where it stands.
Value raise_inside(Run& run, Generator* generator) {
    // An exception counts as raised by the instruction before pc: the first one of a generator that has not run, and the
    // YIELD_FROM at pc of one that delegates.
    if (delegate_of(generator) != UNBOUND) generator->frame.pc++;
    resume_generator(run, generator, NONE);
    return RAISED;
}

}  // namespace

Value generator_next(Run& run, Value self) {
    Generator* generator = cast<Generator>(self);
    return resume(run, generator, NONE);
}

Value yield_from(Run& run, Value delegate, Value sent) {
    run.ret_kind = Return::Delegate;
    run.ret_register = 0;
    if (Generator* generator = as<Generator>(delegate)) return resume(run, generator, sent);
    if (sent == NONE) return run.next(delegate);
    Value method = run.get_attribute(delegate, name(Name::send));
    if (is_result(method)) return method == PUSHED ? run.raise(ExceptionType::SystemError, {"send is computed"}) : method;
    return run.call(method, {sent});
}

// https://docs.python.org/3/reference/expressions.html#generator.send
Value generator_send(Run& run, Value* args, uint32_t) {
    Value result = resume(run, cast<Generator>(args[0]), args[1]);
    if (result != EXHAUSTED) return result;
    return run.raise_with(ExceptionType::StopIteration, {});
}

// The generator takes the place of the step on top, so that its next value is the step's result.
static void replace_step_by_resumption(Run& run, Generator* generator, Value sent) {
    run.ret_kind = run.frame->ret_kind;
    run.ret_register = run.frame->ret_register;
    run.pop_frame();
    resume_generator(run, generator, sent);
}

enum ThrowState : uint32_t { ThrowStarts, WaitsForClose, WaitsForDelegate, NeedsInstance, WaitsForInstance, RaisesInside };

static bool is_exception_class(Value value) {
    const Class* type = as<Class>(value);
    return type && is_subclass(type, exception_class(ExceptionType::BaseException));
}

static bool is_generator_exit(Value given) {
    const Class* type = as<Class>(given);
    return type ? is_subclass(type, exception_class(ExceptionType::GeneratorExit))
                : is_exception_of(given, ExceptionType::GeneratorExit);
}

// Tells the delegate first: GeneratorExit closes it, anything else is thrown into it as it was given. UNBOUND: there is
// nobody to tell.
static Value tell_delegate(Run& run, Frame& frame, Value delegate) {
    if (delegate == UNBOUND) return UNBOUND;
    const bool closes = is_generator_exit(frame.base[1]);
    Value told;
    if (is_kind(delegate, Kind::Generator)) {
        told = closes ? run.push_step(StepId::generator_close, {delegate})
                      : run.push_step(StepId::generator_throw, {delegate, frame.base[1], frame.base[2]});
    } else {
        Value method = run.find_attribute(delegate, new_str(run.heap, closes ? "close" : "throw"));
        if (method == UNBOUND || is_result(method)) return method;
        if (closes) told = run.call(method, {});
        else told = run.call(method, frame.base + 1, frame.base[2] == UNBOUND ? 1 : 2);
    }
    if (told != COLLECT) frame.state = closes ? WaitsForClose : WaitsForDelegate;
    return told;
}

// Makes an exception of what throw() was given, in its slot. UNBOUND: it is there; or what the step returns.
static Value make_instance(Run& run, Frame& frame, Value in) {
    Value given = frame.base[1];
    Value value = frame.base[2] == UNBOUND ? NONE : frame.base[2];
    if (frame.state == NeedsInstance) {
        in = given;
        if (is_exception_class(given)) {
            Exception* made = as<Exception>(value);
            Tuple* args = as<Tuple>(value);
            if (made && is_subclass(made->type, cast<Class>(given))) in = value;
            else in = args ? run.call(given, args->items, args->size()) : run.call(given, &value, value == NONE ? 0 : 1);
            if (in == COLLECT) return in;
            frame.state = WaitsForInstance;
            if (is_result(in)) return in;
        } else if (!is_kind(given, Kind::Exception)) {
            return run.type_error({"exceptions must be classes or instances deriving from BaseException, not ", type_name(given)});
        } else if (value != NONE) {
            return run.type_error({"instance exception may not have a separate value"});
        }
    }
    if (in == RAISED) return in;
    if (!is_kind(in, Kind::Exception))
        return run.type_error({"calling ", type_name(given), " should have returned an instance of BaseException, not ", type_name(in)});
    run.raise_value(in);
    frame.base[1] = run.pending;
    run.pending = UNBOUND;
    frame.state = RaisesInside;
    return UNBOUND;
}

// Slots: generator, what is thrown, and the value that came with it.
Value step_generator_throw(Run& run, Frame& frame, Value in) {
    Generator* generator = as<Generator>(frame.base[0]);
    if (!generator) return run.raise(ExceptionType::SystemError, {"bad generator"});
    if (frame.state == ThrowStarts) {
        in = tell_delegate(run, frame, delegate_of(generator));
        if (is_result(in) && in != RAISED && in != EXHAUSTED) return in;
        if (in == UNBOUND) frame.state = NeedsInstance;
    }
    if (frame.state == WaitsForDelegate) {
        if (in != RAISED && in != EXHAUSTED) {
            // The delegate yielded: so does the generator, still delegating.
            return in;
        }
        if (in == EXHAUSTED || run.take_pending(ExceptionType::StopIteration)) {
            // The delegate ended: `yield from` has its value.
            if (delegate_of(generator) == UNBOUND) return run.raise(ExceptionType::SystemError, {"bad generator"});
            const uint32_t* at = generator->frame.pc;
            generator->registers[b_of(*at)] = in == EXHAUSTED ? run.returned : stop_iteration_value(run);
            generator->frame.pc = at + 1;
            generator->frame.state = b_of(*at);
            Value sent = generator->registers[b_of(*at)];
            replace_step_by_resumption(run, generator, sent);
            return PUSHED;
        }
    }
    if (frame.state == WaitsForClose && in != RAISED) frame.state = NeedsInstance;
    if (frame.state == NeedsInstance || frame.state == WaitsForInstance) {
        Value made = make_instance(run, frame, in);
        if (made != UNBOUND) return made;
    } else {
        // What went wrong in the delegate is raised where the generator waits for it.
        frame.base[1] = run.pending;
    }
    Value exception = frame.base[1];
    if (!is_kind(exception, Kind::Exception)) return run.raise(ExceptionType::SystemError, {"bad slot"});
    // The generator takes this step's place: what it yields or returns is the result of throw().
    run.ret_kind = frame.ret_kind;
    run.ret_register = frame.ret_register;
    if (generator->state() == GeneratorState::Running) {
        run.pop_frame();
        return run.value_error({"generator already executing"});
    }
    run.pop_frame();
    run.pending = exception;
    if (generator->state() == GeneratorState::Done) return RAISED;
    if (generator->state() == GeneratorState::New) {
        // Nothing has run: the exception comes out of its first line, past every handler, and it is done.
        Traceback* record = run.heap.allocate<Traceback>();
        record->code = generator->frame.code->code;
        record->pc = 0;
        record->next = cast<Exception>(exception)->traceback;
        cast<Exception>(exception)->traceback = record;
        finish_generator(generator);
        return RAISED;
    }
    return raise_inside(run, generator);
}

// Slots: generator. States: 0 start, 1 the generator was thrown GeneratorExit.
Value step_generator_close(Run& run, Frame& frame, Value in) {
    Generator* generator = as<Generator>(frame.base[0]);
    if (!generator) return run.raise(ExceptionType::SystemError, {"bad generator"});
    if (frame.state == 0) {
        if (generator->state() == GeneratorState::Running) return run.value_error({"generator already executing"});
        if (generator->state() == GeneratorState::New) finish_generator(generator);
        if (generator->state() == GeneratorState::Done) return NONE;
        frame.state = 1;
        run.raise_with(ExceptionType::GeneratorExit, {});
        Value exception = run.pending;
        run.pending = UNBOUND;
        run.ret_kind = Return::Iterate;
        return run.push_step(StepId::generator_throw, {Value::cell(generator), exception});
    }
    if (in == EXHAUSTED) return run.returned;
    if (in == RAISED) {
        if (run.take_pending(ExceptionType::GeneratorExit)) return NONE;
        if (run.pending_is(ExceptionType::StopIteration)) {
            run.take_pending(ExceptionType::StopIteration);
            return stop_iteration_value(run);
        }
        return RAISED;
    }
    return run.raise(ExceptionType::RuntimeError, {"generator ignored GeneratorExit"});
}

// https://docs.python.org/3/reference/expressions.html#generator.throw
Value generator_throw(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::generator_throw, {args[0], args[1], args[2] == NONE ? UNBOUND : args[2]});
}

// https://docs.python.org/3/reference/expressions.html#generator.close
Value generator_close(Run& run, Value* args, uint32_t) { return close_generator(run, args[0]); }

Value close_generator(Run& run, Value generator) { return run.push_step(StepId::generator_close, {generator}); }

namespace {

Value generator_iterate(Run&, Value self) { return self; }

Value generator_repr(Run& run, Value self) {
    return text_with_address(run, {"generator object ", cast<Generator>(self)->qualified_name->view()}, self);
}

Value generator_name(Run&, Value* args, uint32_t) { return Value::cell(cast<Generator>(args[0])->name); }
Value generator_qualified_name(Run&, Value* args, uint32_t) { return Value::cell(cast<Generator>(args[0])->qualified_name); }
Value generator_running(Run&, Value* args, uint32_t) {
    return boolean(cast<Generator>(args[0])->state() == GeneratorState::Running);
}
Value generator_suspended(Run&, Value* args, uint32_t) {
    return boolean(cast<Generator>(args[0])->state() == GeneratorState::Suspended);
}
Value generator_delegate(Run&, Value* args, uint32_t) {
    Value delegate = delegate_of(cast<Generator>(args[0]));
    return delegate == UNBOUND ? NONE : delegate;
}

constexpr NativeRow generator_rows[] = {
    {"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod},
    {"__del__", "self, /", generator_close},
    {"__name__", "self", generator_name, Binding::Getter},
    {"__qualname__", "self", generator_qualified_name, Binding::Getter},
    {"close", "self, /", generator_close},
    {"gi_running", "self", generator_running, Binding::Getter},
    {"gi_suspended", "self", generator_suspended, Binding::Getter},
    {"gi_yieldfrom", "self", generator_delegate, Binding::Getter},
    {"send", "self, object, /", generator_send},
    {"throw", "self, type, value=None, traceback=None, /", generator_throw},
};
constinit const auto generator_methods = native_table(Kind::Generator, generator_rows);
constexpr TypeOperations generator_operations = {
    .repr = generator_repr,
    .iterate = generator_iterate,
    .next = generator_next,
};
constexpr const Class* generator_mro[] = {&generator_class, &object_class};

}  // namespace

constinit const Class generator_class =
    builtin_class("generator", "builtins", &object_class, generator_mro, 2, Kind::Generator, Class::final_class,
                  generator_methods.data(), generator_methods.size(), &generator_operations, nullptr);

}  // namespace exmonty
