// Frame: one activation, of a Python function or of a step (vm/objects/step.h).
//
// Frames and their registers lie in linked segments that never move (StackSegment), or in a generator's
// cell. All registers are values from the first instruction on (UNBOUND at first), so collector and snapshot read the
// whole window, and no instruction can meet a stray word.
#pragma once

#include "vm/base/value.h"
#include "vm/heap/cell.h"

#include <bit>
#include <cstring>

namespace exmonty {

struct CodeInstance;
struct Function;
struct StepInfo;

// What the caller does with the result of the frame above it. A step below always receives it as its input.
enum class Return : uint8_t {
    Store,     // R[ret_register] = result
    Discard,
    Branch,    // the caller's instruction is a conditional jump: decide it by the result's truth
    Not,       // R[ret_register] = not result
    Iterate,   // the caller's instruction is FOR_ITER: the next item; StopIteration is the end
    Init,      // __init__: must be None; the instance is in R[ret_register] already
    Exit,      // the outermost frame: the run is complete
    Delegate,  // the caller's instruction is YIELD_FROM: yields it in turn; StopIteration ends the delegation
};

struct Frame {
    // Python frame: the instruction to run next, or, while something runs above it, the one that waits.
    // Step frame: unused.
    const uint32_t* pc;
    Value* base;
    // nullptr: a step frame.
    CodeInstance* code;
    union {
        Function* function;        // Python frame
        const StepInfo* step;      // step frame: which one
    };
    Frame* previous;
    Return ret_kind;
    uint8_t ret_register;
    uint8_t flags;
    uint8_t unused;
    // Step frame: where it stands. A generator's frame: the register that takes what is sent.
    uint32_t state;

    // In a generator's cell, not on the stack.
    static constexpr uint8_t in_generator = 1;
    // Counts in native_depth.
    static constexpr uint8_t counts_native = 2;
    // Part of the prelude: invisible in tracebacks and depth.
    static constexpr uint8_t invisible = 4;
    // In a generator's cell: a for statement made it and closes it.
    static constexpr uint8_t owned_by_loop = 8;
    // Leaving it needs more than going back: the frame below is a step or none, or it stands first in its stack segment.
    static constexpr uint8_t apart = 16;

    bool is_step() const { return code == nullptr; }

    // Return::Store to a register and no flags, in one write: what most calls are. The frame is on the stack, visible,
    // counted in depth, and above a Python frame of the same segment.
    // `word` is the instruction that calls: its operand A is where ret_register is.
    void set_plain(uint64_t word) {
        static_assert(static_cast<uint32_t>(Return::Store) == 0 && std::endian::native == std::endian::little);
        uint32_t how = word & 0xff00;
        memcpy(&ret_kind, &how, sizeof how);
    }
    bool is_plain() const {
        uint32_t how;
        memcpy(&how, &ret_kind, sizeof how);
        return (how & 0xff00ff) == 0;
    }
};
static_assert(sizeof(Frame) == 48);

}  // namespace exmonty
