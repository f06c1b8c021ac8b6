// Conditions: a comparison and the jump that depends on it are one instruction; and, or, not are jumps alone.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

// A jump instruction, the truth on which it jumps when the comparison holds, and whether it has a constant form.
struct JumpForm {
    Op op;
    bool holds;
    bool has_constant_form;
};

JumpForm jump_form(CompareOperator op) {
    switch (op) {
        case CompareOperator::Eq:
            return {Op::JUMP_EQ, true, true};
        case CompareOperator::NotEq:
            return {Op::JUMP_NE, true, true};
        case CompareOperator::Lt:
            return {Op::JUMP_LT, true, true};
        case CompareOperator::LtE:
            return {Op::JUMP_LE, true, true};
        case CompareOperator::Gt:
            return {Op::JUMP_GT, true, true};
        case CompareOperator::GtE:
            return {Op::JUMP_GE, true, true};
        case CompareOperator::Is:
            return {Op::JUMP_IS, true, false};
        case CompareOperator::IsNot:
            return {Op::JUMP_IS, false, false};
        case CompareOperator::In:
            return {Op::JUMP_IN, true, false};
        case CompareOperator::NotIn:
            return {Op::JUMP_IN, false, false};
    }
    return {Op::JUMP_EQ, true, true};
}

constexpr uint32_t to_constant_form = static_cast<uint32_t>(Op::JUMP_LT_K) - static_cast<uint32_t>(Op::JUMP_LT);
static_assert(static_cast<uint32_t>(Op::JUMP_GE_K) - static_cast<uint32_t>(Op::JUMP_GE) == to_constant_form);
constexpr uint32_t to_immediate_form = static_cast<uint32_t>(Op::JUMP_LT_I) - static_cast<uint32_t>(Op::JUMP_LT);
static_assert(static_cast<uint32_t>(Op::JUMP_GE_I) - static_cast<uint32_t>(Op::JUMP_GE) == to_immediate_form);

}  // namespace

// Jumps if the truth of the node is `when`, else falls through.
void Unit::branch(const Expression& node, bool when, Target& to) {
    const Temporaries temporaries(*this);
    if (compilation().is_over()) return;
    if (const Literal* literal = fold(node)) {
        if (truth_of(*literal) == when) jump(node.span, to);
        return;
    }
    if (const UnaryOp* operation = node.try_as<UnaryOp>())
        if (operation->op == UnaryOperator::Not) return branch(*operation->operand, !when, to);
    if (const Compare* compare = node.try_as<Compare>()) return branch_comparison(*compare, when, to);
    if (const BoolOp* operation = node.try_as<BoolOp>()) {
        // The truth of one operand that decides the whole.
        const bool deciding = operation->op == BoolOperator::Or;
        Target past;
        const size_t count = operation->values.size();
        for (size_t i = 0; i + 1 < count; i++) {
            if (compilation().is_over()) return;
            branch(*operation->values[i], deciding, deciding == when ? to : past);
        }
        branch(*operation->values[count - 1], when, to);
        return bind(past);
    }
    if (const IfExp* conditional_node = node.try_as<IfExp>()) {
        Target otherwise, past;
        branch(*conditional_node->test, false, otherwise);
        branch(*conditional_node->body, when, to);
        jump(node.span, past);
        bind(otherwise);
        branch(*conditional_node->orelse, when, to);
        return bind(past);
    }
    const Register reg = value(node);
    emit_jump(node.span, Op::JUMP_IF, reg, when, 0, to);
}

void Unit::branch_comparison(const Compare& node, bool when, Target& to) {
    warn_of_identity(node);
    const size_t count = node.ops.size();
    Register left = operand(*node.left, *node.comparators[0]);
    if (node.ops[0] >= CompareOperator::Is) check_local(node.left->span, left);
    if (count == 1) return branch_pair(node.span, node.ops[0], left, *node.comparators[0], when, to);
    const Register kept[2] = {push(), push()};
    Target past;
    for (size_t i = 0; i + 1 < count; i++) {
        if (compilation().is_over()) return;
        const Register right = shared_comparator(*node.comparators[i], *node.comparators[i + 1], kept[i & 1]);
        const JumpForm form = jump_form(node.ops[i]);
        emit_jump(node.span, form.op, left, right, !form.holds, when ? past : to);
        left = right;
    }
    branch_pair(node.span, node.ops[count - 1], left, *node.comparators[count - 1], when, to);
    bind(past);
}

void Unit::branch_pair(const SourceSpan& span, CompareOperator op, Register left, const Expression& right, bool when,
                       Target& to) {
    const Temporaries temporaries(*this);
    const JumpForm form = jump_form(op);
    const Literal* literal = fold(right);
    if (literal != nullptr && literal->is_none() && form.op == Op::JUMP_IS)
        return emit_jump(span, Op::JUMP_IF_NONE, left, form.holds == when, 0, to);
    uint32_t index = 0;
    if (form.has_constant_form && (small_index(right, index) || small_constant(right, index))) {
        const uint32_t to_form = small_index(right, index) ? to_immediate_form : to_constant_form;
        const Op op_with_constant = static_cast<Op>(static_cast<uint32_t>(form.op) + to_form);
        return emit_jump(span, op_with_constant, left, index, form.holds == when, to);
    }
    const Register reg = comparator(right, op);
    emit_jump(span, form.op, left, reg, form.holds == when, to);
}

}  // namespace exmonty
