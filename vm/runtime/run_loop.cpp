// The interpreter loop.
//
// Invariants
//  * `frame`, `pc`, `base` and `code` mirror run.frame and its code, and are written back (`frame->pc = pc`) before anything that may
//    look at the run: a call, a push, an exception, a collection. Behind the fetch, pc is the following instruction.
//  * Every register of the window is a value. A native result (RAISED …) is never stored.
//  * Handlers trust no register: each tests the kind that it needs, so that code from a snapshot can do no harm.
//  * A backward jump and a call take one unit of fuel; a fused instruction takes what its parts would.
//  * Handlers are the fast paths of vm/runtime/op_*.h; what does not fit in a few lines is a function of run.h.
// The two macros at the top are the loop's only ones: C++ has no other way to write threaded dispatch.
#include "vm/runtime/run_loop.h"

#include "vm/objects/exception.h"
#include "vm/objects/float.h"
#include "vm/objects/generator.h"
#include "vm/objects/int.h"
#include "vm/objects/iterator.h"
#include "vm/objects/list.h"
#include "vm/objects/range.h"
#include "vm/objects/run.h"
#include "vm/runtime/call.h"
#include "vm/runtime/generator.h"
#include "vm/runtime/intrinsic.h"
#include "vm/runtime/op_arithmetic.h"
#include "vm/runtime/op_attribute.h"
#include "vm/runtime/op_collection.h"
#include "vm/runtime/op_import.h"
#include "vm/runtime/op_iteration.h"
#include "vm/runtime/op_name.h"
#include "vm/runtime/op_operator.h"
#include "vm/runtime/op_subscript.h"
#include "vm/runtime/safepoint.h"
#include "vm/runtime/type_call.h"
#include "vm/runtime/unwind.h"

namespace exmonty {

#define TARGET(NAME) op_##NAME:
#define NEXT()                  \
    do {                        \
        word = *pc;             \
        pc++;                   \
        goto* labels[word & 0xff]; \
    } while (0)

// `next`, which is `current` when a function calls itself: the branch is foretold, so that what follows need not wait for the
// loads that `next` comes from.
[[gnu::always_inline]] static inline CodeInstance* same_code(CodeInstance* next, CodeInstance* current) {
    // The compiler must not see that they are equal: it would take the one that it has to wait for.
    if (next == current) [[likely]] {
        asm volatile("" : "=r"(next) : "0"(current));
    }
    return next;
}

Stop run_loop(Run& run, Value input) {
    static const void* const labels[] = {
#define OP(NAME, a, b, c, extra) &&op_##NAME,
#include "vm/bytecode/opcodes.def"
    };
    Frame* frame;
    const uint32_t* pc;
    Value* base;
    CodeInstance* code;
    Frame* callee;
    // Wide, so that its fields are indices without another instruction.
    uint64_t word = 0;
    Value result = UNBOUND;

    if (input != UNBOUND) {
        result = input;
        frame = run.frame;
        pc = frame->pc;
        base = frame->base;
        code = frame->code;
        if (frame->is_step()) goto drive;
        goto delivered;
    }
    if (run.passed_safepoint && run.frame->is_step()) {
        result = run.step_input;
        goto drive;
    }
    goto enter;

// ---- Results of what ran above or beside the loop.
store:
    // `result` of an instruction whose target is A.
    if (!is_result(result)) [[likely]] {
        base[a_of(word)] = result;
        NEXT();
    }
special:
    if (result == PUSHED) goto enter;
    if (result == RAISED) goto raised;
    if (result == COLLECT) {
        pc -= info(op_of(word)).width();
        frame->pc = pc;
        collect(run);
        NEXT();
    }
    if (result == SUSPEND) return Stop::Suspended;
    // EXHAUSTED where no end was asked for: a StopIteration.
    run.raise_exhausted();
    goto raised;

enter:
    // Goes on with whatever frame is on top.
    frame = run.frame;
    if (frame->is_step()) {
        result = UNBOUND;
        goto drive;
    }
load:
    pc = frame->pc;
    base = frame->base;
    code = frame->code;
    NEXT();

drive:
    // The top frame is a step and `result` its input.
    result = drive_steps(run, result);
    frame = run.frame;
    if (result == PUSHED) goto load;
    if (result == RAISED) goto raised_here;
    if (result == SUSPEND) goto suspended;
    goto returned;

suspended:
    return run.passed_safepoint ? Stop::Safepoint : Stop::Suspended;

returned:
    // A frame was popped with `result`; run.ret_kind and run.ret_register are what it was called for.
    frame = run.frame;
    if (run.ret_kind == Return::Exit) {
        run.returned = result;
        return Stop::Complete;
    }
    if (frame->is_step()) goto drive;
    pc = frame->pc;
    base = frame->base;
    code = frame->code;
delivered:
    switch (run.ret_kind) {
        case Return::Store:
            if (is_result(result)) [[unlikely]] goto not_a_value;
            base[run.ret_register] = result;
            NEXT();
        case Return::Discard:
            if (is_result(result)) [[unlikely]] goto not_a_value;
            NEXT();
        case Return::Init:
            if (result == NONE) [[likely]] NEXT();
            if (is_result(result)) goto not_a_value;
            raise_init_returned(run, result);
            goto raised;
        case Return::Iterate:
            if (result == EXHAUSTED) {
                base[a_of(pc[-2])] = UNBOUND;
                NEXT();
            }
            if (is_result(result)) goto not_a_value;
            base[b_of(pc[-2])] = result;
            goto jump;
        case Return::Branch:
        case Return::Not:
            if (result != TRUE && result != FALSE) {
                if (is_result(result)) goto not_a_value;
                result = run.truth(result);
                if (is_result(result)) goto not_a_value;
            }
            if (run.ret_kind == Return::Not) {
                base[run.ret_register] = boolean(result == FALSE);
            } else if ((result == TRUE) == branch_polarity(pc[-2])) {
                goto jump;
            }
            NEXT();
        case Return::Delegate:
            // The generator that delegates: what its delegate yields it yields in turn, standing at the same instruction.
            word = pc[-1];
            if (result == EXHAUSTED) {
                base[b_of(word)] = run.returned;
                run.returned = NONE;
                NEXT();
            }
            if (is_result(result)) goto not_a_value;
            frame->pc = pc - 1;
            suspend_generator(run, b_of(word));
            goto returned_from_generator;
        case Return::Exit: break;
    }
    __builtin_unreachable();
not_a_value:
    if (result == PUSHED) goto enter;
    if (result == SUSPEND) return Stop::Suspended;
    if (result == EXHAUSTED) run.raise_exhausted();
    goto raised;

raised:
    // An exception (or a breach) at the instruction before pc.
    frame->pc = pc;
raised_here:
    result = unwind(run);
    frame = run.frame;
    if (result == UNBOUND) goto load;            // a handler
    if (result == RAISED) {
        if (run.budget.breach != Breach::None) return Stop::Breach;
        return Stop::Raised;
    }
    if (result == SUSPEND) goto suspended;       // a step that caught the exception asks the host
    goto returned;                               // a step or FOR_ITER takes it as its input

branch:
    // `result` decides the conditional jump that was just fetched, whose distance is pc[-1].
    if (result == TRUE || result == FALSE) {
        if ((result == TRUE) == branch_polarity(word)) goto jump;
        NEXT();
    }
    if (!is_result(result)) {
        result = run.truth(result);
        if (!is_result(result)) goto branch;
    }
    goto special;
jump: {
    int32_t distance = static_cast<int32_t>(pc[-1]);
    pc += distance;
    if (distance < 0 && --run.budget.fuel < 0) [[unlikely]] goto safepoint;
    NEXT();
}

safepoint:
    // Fuel ran out; the state is that before the instruction at pc.
    frame->pc = pc;
    switch (at_safepoint(run)) {
        case Safepoint::Continue: NEXT();
        case Safepoint::Reload: return Stop::Safepoint;
        case Safepoint::Breach: goto raised_here;
    }

// ---- Moves.
TARGET(NOP) NEXT();
TARGET(MOVE) {
    base[a_of(word)] = base[b_of(word)];
    NEXT();
}
TARGET(LOAD_CONST) {
    base[a_of(word)] = code->constants[bc_of(word)];
    NEXT();
}
TARGET(LOAD_CONST_WIDE) {
    base[a_of(word)] = code->constants[*pc++];
    NEXT();
}
TARGET(LOAD_INT) {
    base[a_of(word)] = Value::integer(signed_bc_of(word));
    NEXT();
}
TARGET(CHECK_LOCAL) {
    if (base[a_of(word)] == UNBOUND) [[unlikely]] goto unbound_local;
    NEXT();
}
TARGET(DELETE_LOCAL) {
    if (base[a_of(word)] == UNBOUND) [[unlikely]] goto unbound_local;
    base[a_of(word)] = UNBOUND;
    NEXT();
}
unbound_local:
    result = raise_unbound_local(run, code->code, a_of(word));
    goto special;
TARGET(CLEAR) {
    base[a_of(word)] = UNBOUND;
    NEXT();
}
TARGET(LOAD_SPILL_CELL) {
    frame->pc = ++pc;
    result = load_spill_cell(run, code->code, base[b_of(word)], pc[-1]);
    goto store;
}
TARGET(DELETE_SPILL_CELL) {
    frame->pc = ++pc;
    result = delete_spill_cell(run, code->code, base[b_of(word)], pc[-1]);
    goto discard;
}
TARGET(NEW_SPILL) {
    frame->pc = ++pc;
    result = new_spill(run, pc[-1]);
    goto store;
}
TARGET(LOAD_SPILL) {
    frame->pc = ++pc;
    result = load_spill(run, code->code, base[b_of(word)], pc[-1]);
    goto store;
}
TARGET(STORE_SPILL) {
    frame->pc = ++pc;
    result = store_spill(run, base[b_of(word)], pc[-1], base[a_of(word)]);
    goto discard;
}
TARGET(DELETE_SPILL) {
    frame->pc = ++pc;
    result = load_spill(run, code->code, base[b_of(word)], pc[-1]);
    if (!is_result(result)) result = store_spill(run, base[b_of(word)], pc[-1], UNBOUND);
    goto discard;
}

// ---- Closures.
TARGET(MAKE_CELL) {
    ClosureCell* cell = run.heap.allocate<ClosureCell>();
    cell->value = base[a_of(word)];
    base[a_of(word)] = Value::cell(cell);
    NEXT();
}
TARGET(LOAD_CELL) {
    ClosureCell* cell = as<ClosureCell>(base[b_of(word)]);
    if (!cell || cell->value == UNBOUND) [[unlikely]] {
        result = raise_unbound_local(run, code->code, b_of(word));
        goto special;
    }
    base[a_of(word)] = cell->value;
    NEXT();
}
TARGET(STORE_CELL) {
    if (ClosureCell* cell = as<ClosureCell>(base[a_of(word)])) [[likely]] cell->value = base[b_of(word)];
    NEXT();
}
TARGET(DELETE_CELL) {
    ClosureCell* cell = as<ClosureCell>(base[a_of(word)]);
    if (!cell || cell->value == UNBOUND) [[unlikely]] goto unbound_local;
    cell->value = UNBOUND;
    NEXT();
}
TARGET(LOAD_FREE) {
    ClosureCell* cell = free_cell(frame, bc_of(word));
    if (!cell || cell->value == UNBOUND) [[unlikely]] goto unbound_free;
    base[a_of(word)] = cell->value;
    NEXT();
}
TARGET(STORE_FREE) {
    if (ClosureCell* cell = free_cell(frame, bc_of(word))) [[likely]] cell->value = base[a_of(word)];
    NEXT();
}
TARGET(DELETE_FREE) {
    ClosureCell* cell = free_cell(frame, bc_of(word));
    if (!cell || cell->value == UNBOUND) [[unlikely]] goto unbound_free;
    cell->value = UNBOUND;
    NEXT();
}
unbound_free:
    result = raise_unbound_free(run, code->code, bc_of(word));
    goto special;
TARGET(LOAD_CLOSURE) {
    ClosureCell* cell = free_cell(frame, bc_of(word));
    base[a_of(word)] = cell ? Value::cell(cell) : UNBOUND;
    NEXT();
}
TARGET(LOAD_FREE_OR_NAME) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_free_or_name(run, frame, base[b_of(word)], c_of(word), site_name(frame, pc[-1]));
    goto store;
}

// ---- Names.
TARGET(LOAD_GLOBAL) {
    Cache& cache = code->caches[*pc++];
    result = cached_global(code->globals, cache.index);
    if (result == UNBOUND) {
        result = cached_builtin(run.builtins, cache.version);
        if (result == UNBOUND) [[unlikely]] goto load_global_slow;
    }
    base[a_of(word)] = result;
    NEXT();
}
load_global_slow:
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_global(run, frame, pc[-1]);
    goto store;
TARGET(STORE_GLOBAL) {
    store_global(code->globals, code->caches[*pc++].index, base[a_of(word)]);
    NEXT();
}
TARGET(DELETE_GLOBAL) {
    frame->pc = ++pc;
    result = delete_global(run, frame, pc[-1]);
    goto discard;
}
TARGET(LOAD_NAME) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_name(run, frame, base[b_of(word)], site_name(frame, pc[-1]));
    goto store;
}
TARGET(STORE_NAME) {
    frame->pc = ++pc;
    run.ret_kind = Return::Discard;
    result = run.set_item(base[a_of(word)], Value::cell(site_name(frame, pc[-1])), base[b_of(word)]);
    goto discard;
}
TARGET(DELETE_NAME) {
    frame->pc = ++pc;
    run.ret_kind = Return::Discard;
    result = delete_name(run, base[b_of(word)], site_name(frame, pc[-1]));
    goto discard;
}
discard:
    if (!is_result(result)) [[likely]] NEXT();
    goto special;

// ---- Attributes.
TARGET(LOAD_ATTR) {
    Cache& cache = code->caches[*pc++];
    if (Instance* instance = cached_instance(base[b_of(word)], cache)) [[likely]] {
        if (cache.index < cache_value) {
            base[a_of(word)] = instance->slot(cache.index);
            NEXT();
        }
        if (cache.index < cache_getter) {
            base[a_of(word)] = cache.value;
            NEXT();
        }
        frame->pc = pc;
        callee = push_plain(run, frame, cast<Function>(cache.value), &base[b_of(word)], 1, word);
        goto called;
    }
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_attribute(run, frame, pc[-1], base[b_of(word)]);
    goto store;
}
TARGET(STORE_ATTR) {
    Cache& cache = code->caches[*pc++];
    if (store_cached(base[a_of(word)], cache, base[b_of(word)])) [[likely]] NEXT();
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = store_attribute(run, frame, pc[-1], base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(DELETE_ATTR) {
    frame->pc = ++pc;
    run.ret_kind = Return::Discard;
    result = delete_attribute(run, frame, base[a_of(word)], site_name(frame, pc[-1]));
    goto discard;
}
TARGET(LOAD_METHOD) {
    Cache& cache = code->caches[*pc++];
    Value object = base[b_of(word)];
    Value* window = base + a_of(word);
    if (object.is_cell()) [[likely]] {
        Cell* cell = object.as_cell();
        const Cell* guard = cell->kind == Kind::Instance ? static_cast<Instance*>(cell)->shape
                                                         : static_cast<const Cell*>(simple_class(cell->kind));
        if (guard && guard == cache.guard && guard->count == cache.version) {
            window[0] = cache.value;
            window[1] = object;
            NEXT();
        }
    }
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_method_cached(run, frame, pc[-1], object, window);
    goto discard;
}
TARGET(LOAD_SUPER_ATTR) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_super(run, base + a_of(word), site_name(frame, pc[-1]), SuperUse::Attribute);
    goto discard;
}
TARGET(LOAD_SUPER_METHOD) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    Value* window = base + a_of(word);
    Cache& cache = code->caches[pc[-1]];
    if (load_super_cached(cache, window)) NEXT();
    result = load_super_method(run, cache, window, site_name(frame, pc[-1]));
    goto discard;
}

// ---- Items.
TARGET(LOAD_ITEM) {
    Value key = base[c_of(word)];
    result = fast_get_item(run, base[b_of(word)], key);
    if (result != UNBOUND) [[likely]] {
        base[a_of(word)] = result;
        NEXT();
    }
    goto get_item_slow;
}
TARGET(LOAD_ITEM_K) {
    result = fast_get_item(run, base[b_of(word)], code->constants[c_of(word)]);
    if (result == UNBOUND) goto get_item_slow;
    base[a_of(word)] = result;
    NEXT();
}
TARGET(LOAD_ITEM_I) {
    result = fast_get_index(base[b_of(word)], signed_c_of(word));
    if (result == UNBOUND) goto get_item_slow;
    base[a_of(word)] = result;
    NEXT();
}
get_item_slow:
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = get_item_of(run, frame, word);
    goto store;
TARGET(STORE_ITEM) {
    if (fast_set_item(run, base[a_of(word)], base[b_of(word)], base[c_of(word)])) [[likely]] NEXT();
    goto set_item_slow;
}
TARGET(STORE_ITEM_K) {
    if (fast_set_item(run, base[a_of(word)], code->constants[b_of(word)], base[c_of(word)])) [[likely]] NEXT();
    goto set_item_slow;
}
TARGET(STORE_ITEM_I) {
    if (fast_set_index(base[a_of(word)], signed_b_of(word), base[c_of(word)])) [[likely]] NEXT();
    goto set_item_slow;
}
set_item_slow:
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = set_item_of(run, frame, word);
    goto discard;
TARGET(DELETE_ITEM) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = delete_item(run, frame, base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(BUILD_SLICE) {
    frame->pc = pc;
    base[a_of(word)] = new_slice(run, base + b_of(word));
    NEXT();
}
TARGET(LOAD_SLICE) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = load_slice(run, frame, base[b_of(word)], base + c_of(word));
    goto store;
}
TARGET(STORE_SLICE) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = store_slice(run, frame, base[a_of(word)], base + c_of(word), base[b_of(word)]);
    goto discard;
}

// ---- Operators. The order of the four groups is that of opcodes.def.
#define BINARY(NAME, OPERATOR)                                                                       \
    TARGET(NAME) {                                                                                   \
        if (fast_binary<Operator::OPERATOR>(base[b_of(word)], base[c_of(word)], result)) [[likely]] { \
            base[a_of(word)] = result;                                                               \
            NEXT();                                                                                  \
        }                                                                                            \
        goto binary_slow;                                                                            \
    }                                                                                                \
    TARGET(NAME##_K) {                                                                               \
        if (fast_binary<Operator::OPERATOR>(base[b_of(word)], code->constants[c_of(word)], result)) [[likely]] { \
            base[a_of(word)] = result;                                                               \
            NEXT();                                                                                  \
        }                                                                                            \
        goto binary_slow;                                                                            \
    }                                                                                                \
    TARGET(I##NAME) {                                                                                \
        if (fast_binary<Operator::OPERATOR>(base[b_of(word)], base[c_of(word)], result)) [[likely]] { \
            base[a_of(word)] = result;                                                               \
            NEXT();                                                                                  \
        }                                                                                            \
        goto binary_slow;                                                                            \
    }                                                                                                \
    TARGET(I##NAME##_K) {                                                                            \
        if (fast_binary<Operator::OPERATOR>(base[b_of(word)], code->constants[c_of(word)], result)) [[likely]] { \
            base[a_of(word)] = result;                                                               \
            NEXT();                                                                                  \
        }                                                                                            \
        goto binary_slow;                                                                            \
    }
    BINARY(ADD, Add)
    BINARY(SUB, Sub)
    BINARY(MUL, Mul)
    BINARY(TRUE_DIV, TrueDiv)
    BINARY(FLOOR_DIV, FloorDiv)
    BINARY(MOD, Mod)
    BINARY(POW, Pow)
    BINARY(LSHIFT, LShift)
    BINARY(RSHIFT, RShift)
    BINARY(AND, And)
    BINARY(OR, Or)
    BINARY(XOR, Xor)
    BINARY(MATMUL, MatMul)
#undef BINARY
#define BINARY_IMMEDIATE(NAME, OPERATOR)                                                                                \
    TARGET(NAME) {                                                                                                      \
        if (fast_binary<Operator::OPERATOR>(base[b_of(word)], Value::integer(signed_c_of(word)), result)) [[likely]] {  \
            base[a_of(word)] = result;                                                                                  \
            NEXT();                                                                                                     \
        }                                                                                                               \
        goto binary_slow;                                                                                               \
    }
    BINARY_IMMEDIATE(ADD_I, Add)
    BINARY_IMMEDIATE(SUB_I, Sub)
    BINARY_IMMEDIATE(IADD_I, Add)
    BINARY_IMMEDIATE(ISUB_I, Sub)
#undef BINARY_IMMEDIATE
binary_slow:
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = binary_of(run, frame, word);
    goto store;
TARGET(NEGATIVE) {
    Value operand = base[b_of(word)];
    if (operand.is_int() && operand.as_int() != Value::min_int) {
        base[a_of(word)] = Value::integer(-operand.as_int());
        NEXT();
    }
    goto unary_slow;
}
TARGET(POSITIVE) goto unary_slow;
TARGET(INVERT) goto unary_slow;
unary_slow:
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = unary_of(run, frame, word);
    goto store;
TARGET(NOT) {
    Value truth = fast_truth(base[b_of(word)]);
    if (truth == UNBOUND) {
        frame->pc = pc;
        run.ret_kind = Return::Not;
        run.ret_register = static_cast<uint8_t>(a_of(word));
        truth = truth_of(run, frame, b_of(word));
        if (is_result(truth)) {
            result = truth;
            goto special;
        }
    }
    base[a_of(word)] = boolean(truth == FALSE);
    NEXT();
}

// ---- Comparisons.
#define JUMP_COMPARE(NAME, COMPARISON, RIGHT)                                                                        \
    TARGET(JUMP_##NAME) {                                                                                            \
        const Value left = base[a_of(word)];                                                                         \
        const Value right = RIGHT;                                                                                   \
        pc++;                                                                                                        \
        if (both_int(left, right)) [[likely]] {                                                                      \
            if (holds(Comparison::COMPARISON, order_of(left), order_of(right)) == (c_of(word) != 0)) goto jump;      \
            NEXT();                                                                                                  \
        }                                                                                                            \
        int truth = fast_compare<Comparison::COMPARISON>(left, right);                                               \
        if (truth == static_cast<int>(c_of(word))) goto jump;                                                        \
        if (truth >= 0) [[likely]] NEXT();                                                                           \
        goto compare_jump_slow;                                                                                      \
    }
#define COMPARE(NAME, COMPARISON)                                                                                    \
    TARGET(NAME) {                                                                                                   \
        int truth = fast_compare<Comparison::COMPARISON>(base[b_of(word)], base[c_of(word)]);                        \
        if (truth >= 0) [[likely]] {                                                                                 \
            base[a_of(word)] = boolean(truth);                                                                       \
            NEXT();                                                                                                  \
        }                                                                                                            \
        goto compare_slow;                                                                                           \
    }                                                                                                                \
    JUMP_COMPARE(NAME, COMPARISON, base[b_of(word)])                                                                 \
    JUMP_COMPARE(NAME##_K, COMPARISON, code->constants[b_of(word)])                                                  \
    JUMP_COMPARE(NAME##_I, COMPARISON, Value::integer(signed_b_of(word)))
    COMPARE(LT, Lt)
    COMPARE(LE, Le)
    COMPARE(EQ, Eq)
    COMPARE(NE, Ne)
    COMPARE(GT, Gt)
    COMPARE(GE, Ge)
#undef COMPARE
#undef JUMP_COMPARE
compare_slow:
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = compare_of(run, frame, word);
    goto store;
compare_jump_slow:
    frame->pc = pc;
    run.ret_kind = Return::Branch;
    result = compare_jump_of(run, frame, word);
    goto branch;
TARGET(IS) {
    base[a_of(word)] = boolean(is_same(base[b_of(word)], base[c_of(word)]));
    NEXT();
}
TARGET(IS_NOT) {
    base[a_of(word)] = boolean(!is_same(base[b_of(word)], base[c_of(word)]));
    NEXT();
}
TARGET(IN) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = contains_of(run, frame, c_of(word), b_of(word));
    goto store;
}
TARGET(NOT_IN) {
    frame->pc = pc;
    run.ret_kind = Return::Not;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = contains_of(run, frame, c_of(word), b_of(word));
    if (result == TRUE || result == FALSE) result = boolean(result == FALSE);
    goto store;
}

// ---- Jumps.
TARGET(JUMP) {
    pc++;
    goto jump;
}
TARGET(JUMP_IF) {
    pc++;
    result = fast_truth(base[a_of(word)]);
    if (result == UNBOUND) [[unlikely]] {
        frame->pc = pc;
        run.ret_kind = Return::Branch;
        result = truth_of(run, frame, a_of(word));
        if (is_result(result)) goto special;
    }
    if ((result == TRUE) == (b_of(word) != 0)) goto jump;
    NEXT();
}
TARGET(JUMP_IF_NONE) {
    pc++;
    if ((base[a_of(word)] == NONE) == (b_of(word) != 0)) goto jump;
    NEXT();
}
TARGET(JUMP_IS) {
    pc++;
    if (is_same(base[a_of(word)], base[b_of(word)]) == (c_of(word) != 0)) goto jump;
    NEXT();
}
TARGET(JUMP_IN) {
    frame->pc = ++pc;
    run.ret_kind = Return::Branch;
    result = contains_of(run, frame, b_of(word), a_of(word));
    goto branch;
}

// ---- Iteration.
TARGET(GET_ITER) {
    frame->pc = pc;
    if (c_of(word)) own_generator(frame, pc - 1, base[b_of(word)]);
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = iterate_of(run, frame, b_of(word));
    goto store;
}
TARGET(CLOSE_ITER) {
    frame->pc = pc;
    result = base[a_of(word)];
    base[a_of(word)] = UNBOUND;
    if (!is_owned_by_loop(result)) NEXT();
    run.ret_kind = Return::Discard;
    result = close_generator(run, result);
    goto special;
}
TARGET(FOR_ITER) {
    pc++;
    Value iterator = base[a_of(word)];
    if (iterator.is_cell()) [[likely]] {
        Cell* cell = iterator.as_cell();
        if (cell->kind == Kind::RangeIterator) {
            RangeIterator* range = static_cast<RangeIterator*>(cell);
            if (range->left == 0) goto for_end;
            range->left--;
            base[b_of(word)] = Value::integer(range->next);
            range->next += range->step;
            goto jump;
        }
        if (cell->kind == Kind::Generator && can_resume(static_cast<Generator*>(cell))) {
            frame->pc = pc;
            run.ret_kind = Return::Iterate;
            frame = resume_generator(run, static_cast<Generator*>(cell), NONE);
            goto resumed;
        }
        result = fast_next(cell);
        if (!is_result(result)) [[likely]] {
            base[b_of(word)] = result;
            goto jump;
        }
        if (result == EXHAUSTED) goto for_end;
    }
    frame->pc = pc;
    run.ret_kind = Return::Iterate;
    result = run.next(iterator);
    if (!is_result(result)) {
        base[b_of(word)] = result;
        goto jump;
    }
    if (result != EXHAUSTED) goto special;
for_end:
    base[a_of(word)] = UNBOUND;
    NEXT();
}
TARGET(UNPACK) {
    if (Tuple* tuple = as<Tuple>(base[a_of(word)]); tuple && tuple->count == c_of(word)) [[likely]] {
        Value* to = base + b_of(word);
        for (uint32_t i = 0; i < tuple->count; i++) to[i] = tuple->items[i];
        NEXT();
    }
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = unpack(run, frame, base[a_of(word)], b_of(word), c_of(word));
    goto discard;
}
TARGET(UNPACK_STAR) {
    frame->pc = ++pc;
    run.ret_kind = Return::Discard;
    result = unpack_star(run, frame, base[a_of(word)], b_of(word), c_of(word), pc[-1]);
    goto discard;
}

// ---- Displays.
TARGET(BUILD_LIST) {
    frame->pc = pc;
    result = build_list(run, base + b_of(word), c_of(word));
    goto store;
}
TARGET(BUILD_TUPLE) {
    frame->pc = pc;
    result = build_tuple(run, base + b_of(word), c_of(word));
    goto store;
}
TARGET(BUILD_SET) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = build_set(run, base + b_of(word), c_of(word));
    goto store;
}
TARGET(BUILD_MAP) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = build_map(run, base + b_of(word), c_of(word));
    goto store;
}
TARGET(BUILD_STRING) {
    frame->pc = pc;
    result = build_string(run, base + b_of(word), c_of(word));
    goto store;
}
TARGET(LIST_APPEND) {
    List* list = as<List>(base[a_of(word)]);
    if (list && list->size < list->capacity) [[likely]] {
        list->items[list->size++] = base[b_of(word)];
        NEXT();
    }
    frame->pc = pc;
    result = list_append(run, base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(LIST_EXTEND) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = list_extend(run, base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(LIST_TO_TUPLE) {
    frame->pc = pc;
    result = list_to_tuple(run, base[b_of(word)]);
    goto store;
}
TARGET(SET_ADD) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = set_add(run, base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(SET_UPDATE) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = set_update(run, base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(MAP_SET) {
    if (fast_set_item(run, base[a_of(word)], base[b_of(word)], base[c_of(word)])) [[likely]] NEXT();
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = run.set_item(base[a_of(word)], base[b_of(word)], base[c_of(word)]);
    goto discard;
}
TARGET(MAP_UPDATE) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = map_update(run, base[a_of(word)], base[b_of(word)]);
    goto discard;
}
TARGET(MAP_MERGE) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = map_merge(run, base[a_of(word)], base[b_of(word)], base[c_of(word)]);
    goto discard;
}

// ---- Calls.
TARGET(CALL) {
    Value* window = base + a_of(word);
    Value* args = window + 1;
    uint64_t count = word & count_field;
call_plain:
    if (is_plain_call(window[0], count)) [[likely]] {
        frame->pc = pc;
        callee = push_plain(run, frame, cast<Function>(window[0]), args, count >> 16, word);
        goto called;
    }
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    if (--run.budget.fuel < 0) [[unlikely]] {
        const Safepoint state = safepoint_inside(run);
        if (state == Safepoint::Breach) goto raised_here;
        if (state == Safepoint::Reload) {
            frame->pc = pc - 1;
            return Stop::Safepoint;
        }
    }
    result = call_window(run, window, args, static_cast<uint32_t>(count >> 16));
    goto store;
TARGET(CALL_METHOD)
    window = base + a_of(word);
    count = word & count_field;
    args = window + 2;
    if (window[1] != UNBOUND) {
        args--;
        count += 1 << 16;
    }
    goto call_plain;
}
called:
    // `callee` is the new top frame, whose result goes to A.
    if (!callee) [[unlikely]] {
        frame = run.frame;
        goto raised_here;
    }
    frame = callee;
    base = callee->base;
    code = same_code(callee->code, code);
    pc = code->words;
    if (--run.budget.fuel < 0) [[unlikely]] goto safepoint;
    NEXT();
TARGET(CALL_KW) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = call_keywords(run, frame, base + a_of(word), base + a_of(word) + 1, b_of(word), pc[-1]);
    goto store;
}
TARGET(CALL_METHOD_KW) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    Value* window = base + a_of(word);
    uint32_t has_self = window[1] != UNBOUND;
    result = call_keywords(run, frame, window, window + 2 - has_self, b_of(word) + has_self, pc[-1]);
    goto store;
}
TARGET(CALL_EX) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = call_unpacked(run, base + a_of(word), b_of(word) != 0);
    goto store;
}
TARGET(RETURN) {
    result = base[a_of(word)];
return_value:
    if (frame->is_plain()) [[likely]] {
        const uint32_t target = frame->ret_register;
        pop_plain(run, frame);
        frame = run.frame;
        pc = frame->pc;
        base = frame->base;
        code = same_code(frame->code, code);
        base[target] = result;
        NEXT();
    }
    result = leave_frame(run, result);
    if (result == RAISED) {
        frame = run.frame;
        goto raised_here;
    }
    goto returned;
}
TARGET(RETURN_NONE) {
    result = NONE;
    goto return_value;
}
TARGET(MAKE_FUNCTION) {
    frame->pc = ++pc;
    result = make_function(run, frame, base + a_of(word), b_of(word), pc[-1]);
    goto store;
}
TARGET(LOAD_BUILD_CLASS) {
    base[a_of(word)] = build_class_function();
    NEXT();
}
TARGET(LOAD_ASSERTION_ERROR) {
    base[a_of(word)] = Value::cell(exception_class(ExceptionType::AssertionError));
    NEXT();
}

// ---- Generators.
TARGET(YIELD) {
    frame->pc = pc;
    result = base[b_of(word)];
    if (!(frame->flags & Frame::in_generator)) [[unlikely]] goto not_a_generator;
    suspend_generator(run, a_of(word));
    goto returned_from_generator;
}
resumed:
    // `frame` is a generator's, on top; nullptr: RAISED.
    if (!frame) [[unlikely]] {
        frame = run.frame;
        goto raised_here;
    }
    pc = frame->pc;
    base = frame->base;
    code = frame->code;
    if (--run.budget.fuel < 0) [[unlikely]] goto safepoint;
    NEXT();
returned_from_generator:
    frame = run.frame;
    if (run.ret_kind == Return::Iterate && !frame->is_step()) [[likely]] {
        pc = frame->pc;
        base = frame->base;
        code = frame->code;
        base[b_of(pc[-2])] = result;
        pc += static_cast<int32_t>(pc[-1]);
        NEXT();
    }
    goto returned;
not_a_generator:
    run.raise(ExceptionType::SystemError, {"yield outside a generator"});
    goto raised;
TARGET(GET_YIELD_FROM_ITER) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = is_kind(base[b_of(word)], Kind::Generator) ? base[b_of(word)] : iterate_of(run, frame, b_of(word));
    goto store;
}
TARGET(YIELD_FROM) {
    frame->pc = pc;
    if (!(frame->flags & Frame::in_generator)) [[unlikely]] goto not_a_generator;
    if (Generator* delegate = as<Generator>(base[a_of(word)]); delegate && delegate->state() == GeneratorState::Suspended) {
        run.ret_kind = Return::Delegate;
        run.ret_register = 0;
        frame = resume_generator(run, delegate, base[b_of(word)]);
        goto resumed;
    }
    result = yield_from(run, base[a_of(word)], base[b_of(word)]);
    if (result == PUSHED) goto enter;
    if (result == EXHAUSTED) {
        base[b_of(word)] = run.returned;
        run.returned = NONE;
        NEXT();
    }
    if (is_result(result)) goto special;
    frame->pc = pc - 1;
    suspend_generator(run, b_of(word));
    goto returned_from_generator;
}

// ---- Exceptions.
TARGET(RAISE) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = raise_object(run, base[a_of(word)], UNBOUND);
    goto special;
}
TARGET(RAISE_FROM) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = raise_object(run, base[a_of(word)], base[b_of(word)]);
    goto special;
}
TARGET(RERAISE) {
    frame->pc = pc;
    result = reraise(run, base[a_of(word)]);
    goto special;
}
TARGET(RAISE_ACTIVE) {
    frame->pc = pc;
    result = raise_active(run);
    goto special;
}
TARGET(EXCEPTION_MATCH) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = exception_match(run, base[b_of(word)], base[c_of(word)]);
    goto store;
}
TARGET(END_FINALLY) {
    if (base[a_of(word)] != Value::integer(1)) NEXT();
    frame->pc = pc;
    result = reraise(run, base[a_of(word) + 1]);
    goto special;
}
TARGET(EXCEPTION_INFO) {
    exception_info(base[b_of(word)], base + a_of(word));
    NEXT();
}
TARGET(BEFORE_WITH) {
    frame->pc = pc;
    result = before_with(run, base[b_of(word)], base + a_of(word));
    goto discard;
}

// ---- Strings.
TARGET(CONVERT) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = convert(run, base[b_of(word)], c_of(word));
    goto store;
}
TARGET(FORMAT) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = format_plain(run, base[b_of(word)]);
    goto store;
}
TARGET(FORMAT_SPEC) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = format_with(run, base[b_of(word)], base[c_of(word)]);
    goto store;
}

// ---- Patterns and intrinsics.
TARGET(MATCH_KIND) {
    const Value subject = base[b_of(word)];
    const MatchKind kind = static_cast<MatchKind>(c_of(word));
    if (is_kind(subject, Kind::Tuple) || is_kind(subject, Kind::List)) base[a_of(word)] = boolean(kind == MatchKind::Sequence);
    else base[a_of(word)] = boolean(is_of_match_kind(run, class_of(subject), kind));
    NEXT();
}
TARGET(LENGTH) {
    if (Tuple* tuple = as<Tuple>(base[b_of(word)])) {
        base[a_of(word)] = Value::integer(tuple->count);
        NEXT();
    }
    if (List* list = as<List>(base[b_of(word)])) {
        base[a_of(word)] = Value::integer(list->size);
        NEXT();
    }
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = run.length(base[b_of(word)]);
    goto store;
}
TARGET(CALL_INTRINSIC) {
    frame->pc = pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = call_intrinsic(run, static_cast<Intrinsic>(c_of(word)), base + a_of(word), b_of(word));
    goto store;
}

// ---- Imports.
TARGET(IMPORT_NAME) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = import_name(run, frame, site_name(frame, pc[-1]), base[b_of(word)], c_of(word));
    goto store;
}
TARGET(IMPORT_FROM) {
    frame->pc = ++pc;
    run.ret_kind = Return::Store;
    run.ret_register = static_cast<uint8_t>(a_of(word));
    result = import_from(run, base[b_of(word)], site_name(frame, pc[-1]));
    goto store;
}
TARGET(IMPORT_STAR) {
    frame->pc = pc;
    run.ret_kind = Return::Discard;
    result = import_star(run, frame, base[a_of(word)]);
    goto discard;
}
}

#undef TARGET
#undef NEXT

}  // namespace exmonty
