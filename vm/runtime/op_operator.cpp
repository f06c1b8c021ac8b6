#include "vm/runtime/op_operator.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/template.h"
#include "vm/runtime/op_iteration.h"
#include "vm/runtime/op_name.h"
#include "vm/runtime/op_subscript.h"
#include "vm/runtime/warning.h"

namespace exmonty {
namespace {

// The value of a register that must be bound; false: raised.
bool bound(Run& run, Frame* frame, uint32_t number, Value& value) {
    value = frame->base[number];
    if (value != UNBOUND) return true;
    raise_unbound_local(run, frame->code->code, number);
    return false;
}

// An instruction's number within a family of `op_count` instructions that starts at `first`, and its form.
uint32_t offset_in(uint32_t word, Op first) { return (word & 0xff) - static_cast<uint32_t>(first); }

constexpr uint32_t binary_count = static_cast<uint32_t>(Op::ADD_K) - static_cast<uint32_t>(Op::ADD);
static_assert(static_cast<uint32_t>(Op::IADD_K) - static_cast<uint32_t>(Op::IADD) == binary_count);
static_assert(binary_count == static_cast<uint32_t>(Operator::MatMul) + 1);
constexpr uint32_t compare_count = 6;
static_assert(static_cast<uint32_t>(Op::JUMP_LT_K) - static_cast<uint32_t>(Op::JUMP_LT) == compare_count);
static_assert(static_cast<uint32_t>(Op::ADD_I) - static_cast<uint32_t>(Op::JUMP_LT_I) == compare_count);

}  // namespace

Value binary_of(Run& run, Frame* frame, uint32_t word) {
    uint32_t offset = offset_in(word, Op::ADD);
    uint32_t form = offset / binary_count;
    Operator op = static_cast<Operator>(offset % binary_count);
    Value a;
    Value b;
    if (!bound(run, frame, b_of(word), a)) return RAISED;
    if (op_of(word) >= Op::ADD_I) {
        op = op_of(word) == Op::ADD_I || op_of(word) == Op::IADD_I ? Operator::Add : Operator::Sub;
        b = Value::integer(signed_c_of(word));
        return op_of(word) >= Op::IADD_I ? run.in_place(op, a, b) : run.binary(op, a, b);
    }
    if (form % 2 == 1) b = frame->code->constants[c_of(word)];
    else if (!bound(run, frame, c_of(word), b)) return RAISED;
    return form >= 2 ? run.in_place(op, a, b) : run.binary(op, a, b);
}

constexpr std::string_view inversion_of_bool =
    "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the "
    "underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or "
    "~int(x) if you really want the bitwise inversion of the underlying int.";

Value unary_of(Run& run, Frame* frame, uint32_t word) {
    Value operand;
    if (!bound(run, frame, b_of(word), operand)) return RAISED;
    switch (op_of(word)) {
        case Op::NEGATIVE: return run.unary(UnaryOperation::Negative, operand);
        case Op::POSITIVE: return run.unary(UnaryOperation::Positive, operand);
        default:
            if (is_bool(operand) && !warn_of_deprecation(run, inversion_of_bool)) return RAISED;
            return run.unary(UnaryOperation::Invert, operand);
    }
}

Value compare_of(Run& run, Frame* frame, uint32_t word) {
    Value a;
    Value b;
    if (!bound(run, frame, b_of(word), a) || !bound(run, frame, c_of(word), b)) return RAISED;
    return run.compare(static_cast<Comparison>(offset_in(word, Op::LT)), a, b);
}

Value compare_jump_of(Run& run, Frame* frame, uint32_t word) {
    const bool is_immediate = op_of(word) >= Op::JUMP_LT_I;
    const uint32_t offset = offset_in(word, is_immediate ? Op::JUMP_LT_I : Op::JUMP_LT);
    Value a;
    Value b;
    if (!bound(run, frame, a_of(word), a)) return RAISED;
    if (is_immediate) b = Value::integer(signed_b_of(word));
    else if (offset >= compare_count) b = frame->code->constants[b_of(word)];
    else if (!bound(run, frame, b_of(word), b)) return RAISED;
    return run.compare(static_cast<Comparison>(offset % compare_count), a, b);
}

Value truth_of(Run& run, Frame* frame, uint32_t source) {
    Value value;
    if (!bound(run, frame, source, value)) return RAISED;
    return run.truth(value);
}

Value contains_of(Run& run, Frame* frame, uint32_t container, uint32_t item) {
    Value a;
    Value b;
    if (!bound(run, frame, item, b) || !bound(run, frame, container, a)) return RAISED;
    return run.contains(a, b);
}

bool branch_polarity(uint32_t word) {
    switch (op_of(word)) {
        case Op::JUMP_IF:
        case Op::JUMP_IF_NONE: return b_of(word) != 0;
        default: return c_of(word) != 0;
    }
}

Value get_item_of(Run& run, Frame* frame, uint32_t word) {
    Value object;
    Value key;
    if (!bound(run, frame, b_of(word), object)) return RAISED;
    switch (op_of(word)) {
        case Op::LOAD_ITEM_K: key = frame->code->constants[c_of(word)]; break;
        case Op::LOAD_ITEM_I: key = Value::integer(signed_c_of(word)); break;
        default:
            if (!bound(run, frame, c_of(word), key)) return RAISED;
    }
    return run.get_item(object, key);
}

Value set_item_of(Run& run, Frame* frame, uint32_t word) {
    Value object;
    Value key;
    Value value;
    if (!bound(run, frame, a_of(word), object) || !bound(run, frame, c_of(word), value)) return RAISED;
    switch (op_of(word)) {
        case Op::STORE_ITEM_K: key = frame->code->constants[b_of(word)]; break;
        case Op::STORE_ITEM_I: key = Value::integer(signed_b_of(word)); break;
        default:
            if (!bound(run, frame, b_of(word), key)) return RAISED;
    }
    return run.set_item(object, key, value);
}

Value iterate_of(Run& run, Frame* frame, uint32_t source) {
    Value value;
    if (!bound(run, frame, source, value)) return RAISED;
    return run.iterate(value);
}

}  // namespace exmonty
