// Generators: running a frame in its cell.
#pragma once

#include "vm/objects/generator.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"

namespace exmonty {

Generator* new_generator(Run& run, Function* function);
// Drops what a generator that is done refers to.
void finish_generator(Generator* generator);

// A for statement owns the generator that the call before its GET_ITER has made: nobody else can have seen it. Until it
// runs, a generator's frame has no use for `previous` and `state`: they say who made it, and where.
inline void note_maker(Generator* generator, Frame* maker) {
    if (maker->is_step()) return;
    generator->frame.previous = maker;
    generator->frame.state = static_cast<uint32_t>(maker->pc - maker->code->words);
}
inline void own_generator(Frame* frame, const uint32_t* get_iter, Value iterable) {
    Generator* generator = as<Generator>(iterable);
    if (!generator || generator->state() != GeneratorState::New || generator->frame.previous != frame) return;
    if (generator->frame.state == static_cast<uint32_t>(get_iter - frame->code->words))
        generator->frame.flags |= Frame::owned_by_loop;
}
inline bool is_owned_by_loop(Value value) {
    Generator* generator = as<Generator>(value);
    return generator && (generator->frame.flags & Frame::owned_by_loop);
}

// Whether `next` can just go on: suspended or new, and depth left.
inline bool can_resume(const Generator* generator) {
    return generator->state() == GeneratorState::Suspended || generator->state() == GeneratorState::New;
}

// RecursionError.
Frame* refuse_resumption(Run& run);

// Puts the generator's frame on top, with run.ret_kind; `sent` goes to the register that waits for it. nullptr: RAISED.
[[gnu::always_inline]] inline Frame* resume_generator(Run& run, Generator* generator, Value sent) {
    if (run.budget.depth >= run.budget.recursion_limit) [[unlikely]] return refuse_resumption(run);
    Frame* frame = &generator->frame;
    if (generator->state() == GeneratorState::Suspended) frame->base[frame->state] = sent;
    generator->set_state(GeneratorState::Running);
    frame->previous = run.frame;
    frame->ret_kind = run.ret_kind;
    frame->ret_register = run.ret_register;
    run.frame = frame;
    run.budget.depth++;
    return frame;
}

// Takes the running generator's frame off; what is sent when it goes on will come to `target`. run.ret_kind and
// run.ret_register are then what it was resumed for.
inline void suspend_generator(Run& run, uint32_t target) {
    Frame* frame = run.frame;
    frame->state = target;
    Generator::of(frame)->set_state(GeneratorState::Suspended);
    run.ret_kind = frame->ret_kind;
    run.ret_register = frame->ret_register;
    run.frame = frame->previous;
    run.budget.depth--;
}

// One turn of YIELD_FROM: a value to yield on, EXHAUSTED with run.returned, or another result.
Value yield_from(Run& run, Value delegate, Value sent);

// close(); the result is of no use.
Value close_generator(Run& run, Value generator);

// next(), send() and so on of a generator, from outside the loop's fast path.
Value generator_next(Run& run, Value self);

}  // namespace exmonty
