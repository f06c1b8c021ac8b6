// Loops stand on their heads: the entry jumps to the test at the end, which jumps back to the body.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

void Unit::start_loop_body(Target& body, const Target& test) {
    is_reachable_ = test.is_reached;
    assigned_ = test.assigned;
    bind_backward(body);
}

// Variables that the condition of a loop binds whenever it is true are bound in the body, which comes first.
void Unit::assume_walrus(const Expression& test) {
    if (const NamedExpr* node = test.try_as<NamedExpr>()) {
        Register reg = 0;
        if (local_register_of(*node->target, reg)) assigned_.add(reg);
    } else if (const Compare* compare = test.try_as<Compare>()) {
        assume_walrus(*compare->left);
        assume_walrus(*compare->comparators[0]);
    } else if (const BoolOp* operation = test.try_as<BoolOp>()) {
        const bool all = operation->op == BoolOperator::And;
        for (size_t i = 0; i < (all ? operation->values.size() : 1); i++) assume_walrus(*operation->values[i]);
    } else if (const UnaryOp* unary_node = test.try_as<UnaryOp>()) {
        if (const NamedExpr* named_node = unary_node->operand->try_as<NamedExpr>()) assume_walrus(*named_node);
    }
}

void Unit::while_loop(const While& node) {
    const Literal* literal = fold(*node.test);
    const bool is_never = literal != nullptr && !truth_of(*literal);
    const bool is_endless = literal != nullptr && !is_never;
    Target test, body, end;
    const bool was_reachable = is_reachable_;
    const Assigned before = assigned_;
    if (is_endless) {
        bind_backward(body);
    } else {
        if (is_never) end_path();
        jump(node.test->span, test);
        start_loop_body(body, test);
        assume_walrus(*node.test);
    }
    enter_block(node.span, BlockKind::Loop);
    blocks_.back().break_target = &end;
    blocks_.back().continue_target = &test;
    statements(node.body);
    leave_block();
    bind(test);
    expression_base_ = top_;
    if (is_never) {
        is_reachable_ = was_reachable;
        assigned_ = before;
    }
    branch(*node.test, true, body);
    statements(node.orelse);
    bind(end);
}

// The register that FOR_ITER writes: the target itself if it is a local.
Register Unit::loop_item_register(const Expression& target) {
    Register reg = 0;
    if (!local_register_of(target, reg)) return push();
    assigned_.add(reg);
    return reg;
}

void Unit::store_loop_item(const Expression& target, Register item) {
    Register reg = 0;
    if (!local_register_of(target, reg)) store_to(target, item);
}

void Unit::for_loop(const For& node) {
    const Register iterator = push();
    {
        const Temporaries temporaries(*this);
        const Register iterable = value(*node.iter);
        emit(node.iter->span, Op::GET_ITER, iterator, iterable);
    }
    Target next, body, end;
    jump(node.iter->span, next);
    start_loop_body(body, next);
    Register item;
    {
        const Temporaries temporaries(*this);
        item = loop_item_register(*node.target);
        store_loop_item(*node.target, item);
    }
    enter_block(node.span, BlockKind::Loop);
    blocks_.back().break_target = &end;
    blocks_.back().continue_target = &next;
    statements(node.body);
    leave_block();
    bind(next);
    emit_jump(node.iter->span, Op::FOR_ITER, iterator, item, 0, body);
    statements(node.orelse);
    bind(end);
}

void Unit::break_or_continue(const SourceSpan& span, Exit exit) {
    size_t depth = blocks_.size();
    while (depth > 0 && blocks_[depth - 1].kind != BlockKind::Loop) depth--;
    if (depth == 0)
        return compilation().fail(span, exit == Exit::Break ? "'break' outside loop" : "'continue' not properly in loop");
    const size_t outermost = depth - 1;
    Target& target = exit == Exit::Break ? *blocks_[outermost].break_target : *blocks_[outermost].continue_target;
    if (run_exits(span, depth, exit, 0)) jump(span, target);
    reopen_rows();
}

}  // namespace exmonty
