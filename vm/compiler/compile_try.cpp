// try statements. A handler costs nothing until something is raised: the tables say where it is. A finally body is there
// once, whatever leads to it: a register says how to go on behind it.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

void Unit::try_statement(const Try& node) {
    if (node.finalbody.empty())
        try_except(node);
    else
        try_finally(node);
}

void Unit::try_except(const Try& node) {
    const Register exception = push();
    Assigned before = assigned_;
    before.subtract(deletable_);
    Target end;
    enter_block(node.span, BlockKind::Body, exception);
    statements(node.body);
    const Block body = leave_block();
    statements(node.orelse);
    jump(node.span, end);
    add_rows(body, assembler_.fix_here());
    is_reachable_ = body.first != nullptr;
    assigned_ = before;
    if (node.kind == NodeKind::TryStar)
        star_handlers(node, exception, end);
    else
        handlers(node, exception, end);
    bind(end);
}

void Unit::handlers(const Try& node, Register exception, Target& end) {
    enter_block(node.span, BlockKind::Handler, exception);
    for (size_t i = 0; i < node.handlers.size(); i++) {
        if (compilation().should_stop()) return;
        const ExceptHandler& handler = *node.handlers[i];
        const Temporaries temporaries(*this);
        Target next;
        expression_base_ = top_;
        if (handler.type == nullptr) {
            if (i + 1 < node.handlers.size())
                return compilation().fail(handler.span, "default 'except:' must be last");
        } else {
            const Temporaries match_temporaries(*this);
            const Register match = push();
            const Register type = bound_value(*handler.type);
            emit(handler.span, Op::EXCEPTION_MATCH, match, exception, type);
            emit_jump(handler.span, Op::JUMP_IF, match, 0, 0, next);
        }
        handler_body(handler, exception, end);
        bind(next);
    }
    emit(node.handlers.back()->span, Op::RERAISE, exception);
    end_path();
    add_rows(leave_block(), 0);
}

void Unit::handler_body(const ExceptHandler& node, Register exception, Target& end) {
    if (node.name.empty()) {
        statements(node.body);
    } else {
        const Place place = place_of(node.name);
        store(node.span, place, exception);
        const Register escaping = push();
        Assigned before = assigned_;
        before.subtract(deletable_);
        Target bound;
        enter_block(node.span, BlockKind::NamedHandler, escaping).handler = &node;
        statements(node.body);
        const Block body = leave_block();
        jump(node.span, bound);
        add_rows(body, assembler_.fix_here());
        is_reachable_ = body.first != nullptr;
        assigned_ = before;
        clear_variable({}, place);
        emit({}, Op::RERAISE, escaping);
        end_path();
        bind(bound);
        clear_variable(node.span, place);
    }
    // What was handled can be freed.
    emit(node.span, Op::CLEAR, exception);
    jump(node.span, end);
}

// except*: each clause takes its part of what is left of the group. What the clauses raise is collected and raised together
// with what nobody took.
// https://docs.python.org/3/reference/compound_stmts.html#except-star
void Unit::star_handlers(const Try& node, Register exception, Target& end) {
    enter_block(node.span, BlockKind::Handler, exception);
    const Register raised = push();
    const Register rest = push();
    emit(node.span, Op::BUILD_LIST, raised, raised, 0);
    move(node.span, rest, exception);
    for (const ExceptHandler* handler : node.handlers) {
        if (compilation().should_stop()) return;
        const Temporaries temporaries(*this);
        Target next;
        expression_base_ = top_;
        const Register window = push(2);
        move(handler->span, window, rest);
        into(*handler->type, window + 1);
        emit(handler->span, Op::CALL_INTRINSIC, window, 2, static_cast<uint32_t>(Intrinsic::match_group));
        emit(handler->span, Op::UNPACK, window, window, 2);
        move(handler->span, rest, window + 1);
        emit_jump(handler->span, Op::JUMP_IF_NONE, window, 1, 0, next);
        star_body(*handler, window, raised);
        bind(next);
    }
    const Register outcome = push(3);
    Target quiet;
    move({}, outcome, exception);
    move({}, outcome + 1, raised);
    move({}, outcome + 2, rest);
    emit({}, Op::CALL_INTRINSIC, outcome, 3, static_cast<uint32_t>(Intrinsic::regroup));
    emit_jump({}, Op::JUMP_IF_NONE, outcome, 1, 0, quiet);
    emit({}, Op::RERAISE, outcome);
    end_path();
    bind(quiet);
    add_rows(leave_block(), 0);
    emit({}, Op::CLEAR, exception);
    jump({}, end);
}

void Unit::star_body(const ExceptHandler& node, Register match, Register raised) {
    if (!node.name.empty()) store(node.span, place_of(node.name), match);
    const Register escaping = push();
    Assigned before = assigned_;
    before.subtract(deletable_);
    Target done;
    enter_block(node.span, BlockKind::StarHandler, escaping);
    enter_block(node.span, BlockKind::Handler, match);
    statements(node.body);
    add_rows(leave_block(), 0);
    const Block body = leave_block();
    jump(node.span, done);
    add_rows(body, assembler_.fix_here());
    is_reachable_ = body.first != nullptr;
    assigned_ = before;
    emit({}, Op::LIST_APPEND, raised, escaping);
    bind(done);
    if (!node.name.empty()) clear_variable({}, place_of(node.name));
}

void Unit::try_finally(const Try& node) {
    FinallyState* state = arena().create<FinallyState>();
    state->completion = push(3);
    Assigned before = assigned_;
    before.subtract(deletable_);
    enter_block(node.span, BlockKind::Finally, state->exception()).finally = state;
    if (node.handlers.empty())
        statements(node.body);
    else
        try_except(node);
    const Block block = leave_block();
    const bool may_complete = is_reachable_;
    Assigned completed = assigned_;
    completed.subtract(deletable_);
    load_integer(node.span, 0, state->completion);
    emit(node.span, Op::CLEAR, state->exception());
    const bool may_raise = block.first != nullptr;
    if (may_raise) {
        if (state->entry.is_reached)
            state->entry.assigned.intersect(before);
        else
            state->entry.assigned = before;
        state->entry.is_reached = true;
    }
    bind(state->entry);
    enter_block(node.span, BlockKind::FinallyBody, state->exception());
    statements(node.finalbody);
    add_rows(leave_block(), 0);
    finally_exits(node.span, *state, may_complete, completed);
    if (!may_raise) return;
    // Where exceptions come in, out of the way of the others.
    const bool was_reachable = is_reachable_;
    const Assigned after = assigned_;
    Target past;
    if (was_reachable) jump(node.span, past);
    is_reachable_ = true;
    add_rows(block, assembler_.fix_here());
    load_integer({}, 1, state->completion);
    jump({}, state->entry);
    is_reachable_ = was_reachable;
    assigned_ = after;
    if (was_reachable) bind(past);
}

// Goes on as the completion says: behind the statement, or out of the blocks around it.
void Unit::finally_exits(const SourceSpan& span, FinallyState& state, bool may_complete, const Assigned& completed) {
    if (!is_reachable_) return;
    expression_base_ = top_;
    size_t exits = 0;
    for (const bool exists : state.exits) exits += exists;
    if (exits == 0 && !may_complete) {
        emit({}, Op::RERAISE, state.exception());
        return end_path();
    }
    emit({}, Op::END_FINALLY, state.completion);
    for (const Exit exit : {Exit::Return, Exit::Break, Exit::Continue}) {
        if (!state.exits[static_cast<size_t>(exit)]) continue;
        Target next;
        exits--;
        if (exits > 0 || may_complete) {
            const Literal kind{.kind = ConstantKind::Int, .number = static_cast<int64_t>(exit)};
            const uint32_t index = constant(kind);
            const Temporaries temporaries(*this);
            const Register reg = push();
            if (index < 256) {
                emit_jump(span, Op::JUMP_EQ_K, state.completion, index, 0, next);
            } else {
                load_literal(span, kind, reg);
                emit_jump(span, Op::JUMP_EQ, state.completion, reg, 0, next);
            }
        }
        if (exit == Exit::Return)
            return_from(span, state.value());
        else
            break_or_continue(span, exit);
        bind(next);
    }
    if (may_complete) assigned_.unite(completed);
}

}  // namespace exmonty
