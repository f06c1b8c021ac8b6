// with statements: `__exit__` is kept in registers and called wherever the body is left.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

// Calls __exit__(None, None, None).
void Unit::call_exit(const SourceSpan& span, Register exit) {
    const Temporaries temporaries(*this);
    const Register window = push(5);
    move(span, window, exit);
    move(span, window + 1, exit + 1);
    for (Register argument = window + 2; argument < window + 5; argument++) load_none(span, argument);
    emit(span, Op::CALL_METHOD, window, 3);
}

// One item, with the items behind it as its body.
void Unit::with_statement(const With& node, size_t index) {
    if (compilation().is_over()) return;
    const Withitem& item = node.items[index];
    const SourceSpan span = item.context_expr->span;
    // __exit__, its self, and what __enter__ gives; the exception later on.
    const Register exit = push(3);
    const Register exception = exit + 2;
    {
        const Temporaries temporaries(*this);
        push();
        const Register manager = value(*item.context_expr);
        check_local(span, manager);
        emit(span, Op::BEFORE_WITH, exit, manager);
        emit(span, Op::CALL_METHOD, exit + 2, 0);
    }
    Assigned before = assigned_;
    before.subtract(deletable_);
    enter_block(span, BlockKind::With, exception).exit = exit;
    if (item.optional_vars != nullptr) store_to(*item.optional_vars, exit + 2);
    expression_base_ = top_;
    if (index + 1 < node.items.size())
        with_statement(node, index + 1);
    else
        statements(node.body);
    top_ = exit + 3;
    const Block block = leave_block();
    Target end;
    call_exit(span, exit);
    jump(span, end);
    add_rows(block, assembler_.fix_here());
    is_reachable_ = block.first != nullptr;
    assigned_ = before;
    exit_with_exception(span, exit);
    bind(end);
}

// Calls __exit__ with the exception, which it may swallow.
void Unit::exit_with_exception(const SourceSpan& span, Register exit) {
    const Temporaries temporaries(*this);
    const Register exception = exit + 2;
    Target swallowed;
    enter_block(span, BlockKind::Handler, exception);
    const Register window = push(5);
    move(span, window, exit);
    move(span, window + 1, exit + 1);
    emit(span, Op::EXCEPTION_INFO, window + 2, exception);
    emit(span, Op::CALL_METHOD, window, 3);
    emit_jump(span, Op::JUMP_IF, window, 1, 0, swallowed);
    emit(span, Op::RERAISE, exception);
    end_path();
    add_rows(leave_block(), 0);
    bind(swallowed);
    emit(span, Op::CLEAR, exception);
}

}  // namespace exmonty
