// Calls: what a call's arguments are, the fast path for plain functions, and the general one.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/bytecode/opcode.h"
#include "vm/objects/function.h"
#include "vm/objects/native.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"

#include <bit>
#include <cstring>

namespace exmonty {

// The arguments of a call as the caller has them: self of a bound method apart (UNBOUND: none), then `count` values of
// which the last names->size() are keywords.
struct Arguments {
    Value self = UNBOUND;
    const Value* values = nullptr;
    uint32_t count = 0;
    Tuple* names = nullptr;

    uint32_t keyword_count() const { return names ? names->size() : 0; }
    uint32_t positional() const { return count - keyword_count() + (self != UNBOUND); }
    Value at(uint32_t i) const {
        if (self == UNBOUND) return values[i];
        return i == 0 ? self : values[i - 1];
    }
    Value keyword(uint32_t i) const { return values[count - keyword_count() + i]; }
};

// Any callable. A value at once, or one of the five results; a Python function is PUSHED with run.ret_kind.
Value call_with(Run& run, Value callee, const Arguments& arguments);
// A Python function: binds and pushes its frame, or makes its generator.
Value call_function(Run& run, Function* function, const Arguments& arguments);
Value call_native(Run& run, const NativeFunction* native, const Arguments& arguments);
// Cls(…).
Value call_class(Run& run, const Class* type, const Arguments& arguments);

// Operand B of an instruction word, in place: a count of arguments as a function's header holds it.
inline constexpr uint64_t count_field = 0xff0000;

// Whether a callee takes exactly `count` (in count_field) positional arguments without binding.
[[gnu::always_inline]] inline bool is_plain_call(Value callee, uint64_t count) {
    if (!callee.is_cell()) return false;
    // Kind, flag and count in one comparison of the header's first four bytes.
    uint32_t header;
    memcpy(&header, callee.as_cell(), sizeof header);
    constexpr uint32_t mask = 0xffff00ffu | Function::plain << 8;
    static_assert(std::endian::native == std::endian::little && offsetof(Cell, flags) == 1 && offsetof(Cell, small) == 2);
    return (header & mask) == (static_cast<uint32_t>(Kind::Function) | Function::plain << 8 | count);
}

// Of a function that `is_plain_call` accepted, for an instruction whose operand A is the register for the result; `caller` is
// run.frame. nullptr: RAISED.
Frame* push_plain_slow(Run& run, Function* function, const Value* args, uint32_t count, uint32_t target);

inline constexpr Value four_unbound[4] = {UNBOUND, UNBOUND, UNBOUND, UNBOUND};

[[gnu::always_inline]] inline Frame* push_plain(Run& run, Frame* caller, Function* function, const Value* args, uint64_t count,
                                                 uint64_t word) {
    CodeInstance* code = function->code;
    const size_t bytes = code->frame_bytes;
    if (static_cast<size_t>(run.stack_end - run.stack_next) < bytes || run.budget.depth >= run.budget.recursion_limit)
        [[unlikely]]
        return push_plain_slow(run, function, args, static_cast<uint32_t>(count), static_cast<uint32_t>(a_of(word)));
    Frame* frame = reinterpret_cast<Frame*>(run.stack_next);
    char* end = run.stack_next + bytes;
    run.stack_next = end;
    run.budget.depth++;
    Value* base = reinterpret_cast<Value*>(frame + 1);
    // The first one also when there is none: the window has a register there, and what it holds is wiped below.
    *base = *args;
    if (count > 1) [[unlikely]] for (uint64_t i = 1; i < count; i++) base[i] = args[i];
    // Four at a time: what runs over the registers falls into the slack behind them.
    static_assert(Run::frame_slack >= 4);
    Value* to = base + count;
    const Value* last = reinterpret_cast<Value*>(end) - Run::frame_slack;
    do {
        memcpy(to, four_unbound, sizeof four_unbound);
        to += 4;
    } while (to < last);
    frame->pc = code->words;
    frame->base = base;
    frame->code = code;
    frame->function = function;
    frame->previous = caller;
    frame->set_plain(word);
    run.frame = frame;
    return frame;
}

// Of a frame that is_plain().
[[gnu::always_inline]] inline void pop_plain(Run& run, Frame* frame) {
    run.frame = frame->previous;
    run.budget.depth--;
    run.stack_next = reinterpret_cast<char*>(frame);
}

// Any frame that returns `result`: pops it, says in run.ret_kind and run.ret_register what it was called for, and gives
// what the frame below receives (EXHAUSTED for a generator), or RAISED.
Value leave_frame(Run& run, Value result);
// The same for a frame that an exception leaves: pops it.
void abandon_frame(Run& run);

// The call instructions beyond the fast path.
Value call_window(Run& run, Value* window, Value* args, uint32_t count);
Value call_keywords(Run& run, Frame* frame, Value* window, Value* args, uint32_t count, uint32_t site);
Value call_unpacked(Run& run, Value* window, bool has_keywords);
Value make_function(Run& run, Frame* frame, Value* window, uint32_t flags, uint32_t constant);
// "f()", as messages about a call name it.
void append_call_name(Run& run, TextSink& sink, Value callee);
Value raise_init_returned(Run& run, Value result);

}  // namespace exmonty
