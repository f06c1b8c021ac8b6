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
    Block& loop = enter_block(node.span, BlockKind::Loop);
    loop.break_target = &end;
    loop.continue_target = &test;
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

// Whether the value may be a generator that nobody else knows. The functions named here give iterators of other kinds.
bool Unit::may_make_generator(const Expression& node) {
    if (node.is<GeneratorExp>()) return true;
    const Call* call_node = node.try_as<Call>();
    if (call_node == nullptr) return false;
    const Name* name = call_node->func->try_as<Name>();
    if (name == nullptr || place_of(name->id).kind != PlaceKind::Global) return true;
    for (std::string_view other : {"range", "enumerate", "zip", "sorted", "reversed", "map", "filter", "list", "tuple",
                                   "dict", "set", "iter", "open"})
        if (name->id == other) return false;
    return true;
}

void Unit::for_loop(const For& node) {
    const Register iterator = push();
    const bool may_own = may_make_generator(*node.iter);
    {
        const Temporaries temporaries(*this);
        const Register iterable = value(*node.iter);
        emit(node.iter->span, Op::GET_ITER, iterator, iterable, may_own);
    }
    Assigned before = assigned_;
    before.subtract(deletable_);
    Target next, body, broken, end;
    if (may_own) {
        used_ = used_ > iterator + 2 ? used_ : iterator + 2;
        enter_block(node.iter->span, BlockKind::Iterator, iterator + 1).exit = iterator;
    }
    jump(node.iter->span, next);
    start_loop_body(body, next);
    Register item;
    {
        const Temporaries temporaries(*this);
        item = loop_item_register(*node.target);
        store_loop_item(*node.target, item);
    }
    Block& loop = enter_block(node.span, BlockKind::Loop);
    loop.break_target = may_own ? &broken : &end;
    loop.continue_target = &next;
    statements(node.body);
    leave_block();
    bind(next);
    emit_jump(node.iter->span, Op::FOR_ITER, iterator, item, 0, body);
    if (!may_own) {
        statements(node.orelse);
        return bind(end);
    }
    const Block block = leave_block();
    statements(node.orelse);
    close_iterator(node.iter->span, block, before, broken, end);
}

// Where a loop is left by `break` or an exception: its generator, if it is the loop's alone, ends with it.
void Unit::close_iterator(const SourceSpan& span, const Block& block, const Assigned& before, Target& broken,
                          Target& end) {
    jump(span, end);
    bind(broken);
    emit(span, Op::CLOSE_ITER, block.exit);
    jump(span, end);
    add_rows(block, assembler_.fix_here());
    is_reachable_ = block.first != nullptr;
    assigned_ = before;
    emit(span, Op::CLOSE_ITER, block.exit);
    emit({}, Op::RERAISE, block.exception);
    end_path();
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
