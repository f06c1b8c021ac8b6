// Comprehensions. Those of lists, sets and dicts are loops in the code around them, whose variables have slots of their
// own; a generator expression is a function that is given the iterator of its outermost iterable.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

void Unit::enter_comprehension(const SourceSpan& span, Scope& scope) {
    scope_ = &scope;
    for (auto& entry : scope.symbols) {
        const Symbol& symbol = *entry.item;
        if (symbol.slot == Symbol::None) continue;
        const Place place = local_place(symbol, symbol.binding == NameBinding::Cell);
        if (place.kind == PlaceKind::Register) {
            assigned_.remove(place.index);
        } else if (place.kind == PlaceKind::Cell) {
            emit(span, Op::CLEAR, place.index);
            emit(span, Op::MAKE_CELL, place.index);
        } else if (place.kind == PlaceKind::SpillCell) {
            const Temporaries temporaries(*this);
            const Register cell = push();
            emit(span, Op::CLEAR, cell);
            emit(span, Op::MAKE_CELL, cell);
            emit_extra(span, Op::STORE_SPILL, cell, spill_, 0, place.index);
        }
    }
}

// Nothing of the variables stays behind: locals() does not show them, and what they held can be freed.
void Unit::leave_comprehension(const SourceSpan& span, Scope& scope) {
    for (auto& entry : scope.symbols) {
        const Symbol& symbol = *entry.item;
        if (symbol.slot == Symbol::None) continue;
        if (symbol.slot < register_locals_) {
            emit(span, Op::CLEAR, symbol.slot);
            assigned_.remove(symbol.slot);
            continue;
        }
        const Temporaries temporaries(*this);
        const Register unbound = push();
        emit(span, Op::CLEAR, unbound);
        emit_extra(span, Op::STORE_SPILL, unbound, spill_, 0, spill_number(symbol.slot));
    }
    scope_ = scope.parent;
}

void Unit::comprehension(const Expression& node, const Span<Comprehension>& generators, Register target) {
    const Register iterator = push();
    const Register collection = push();
    const Comprehension& outermost = generators[0];
    {
        const Temporaries temporaries(*this);
        const Register iterable = value(*outermost.iter);
        emit(outermost.iter->span, Op::GET_ITER, iterator, iterable, may_make_generator(*outermost.iter));
    }
    Scope& scope = *state_.scopes.of(&node);
    enter_comprehension(node.span, scope);
    const Op build = node.is<ListComp>()  ? Op::BUILD_LIST
                     : node.is<SetComp>() ? Op::BUILD_SET
                                          : Op::BUILD_MAP;
    emit(node.span, build, collection, collection, 0);
    comprehension_clauses(node, generators, 0, collection, iterator);
    leave_comprehension(node.span, scope);
    move(node.span, target, collection);
}

// The loop of one clause, with the loops of the clauses behind it in its body.
void Unit::comprehension_clauses(const Expression& node, const Span<Comprehension>& generators, size_t index,
                                 Register collection, Register iterator) {
    const Temporaries temporaries(*this);
    const Comprehension& clause = generators[index];
    if (compilation().is_over()) return;
    const bool may_own = may_make_generator(*clause.iter);
    Assigned before = assigned_;
    before.subtract(deletable_);
    if (may_own) enter_block(clause.iter->span, BlockKind::Iterator, push()).exit = iterator;
    Target next, body;
    jump(clause.iter->span, next);
    start_loop_body(body, next);
    const Register item = loop_item_register(*clause.target);
    {
        const Temporaries item_temporaries(*this);
        store_loop_item(*clause.target, item);
        for (const Expression* condition : clause.ifs) {
            if (compilation().is_over()) return;
            branch(*condition, false, next);
        }
        if (index + 1 == generators.size()) {
            comprehension_element(node, collection);
        } else {
            const Comprehension& inner = generators[index + 1];
            const Register inner_iterator = push();
            {
                const Temporaries iterable_temporaries(*this);
                const Register iterable = value(*inner.iter);
                emit(inner.iter->span, Op::GET_ITER, inner_iterator, iterable, may_make_generator(*inner.iter));
            }
            comprehension_clauses(node, generators, index + 1, collection, inner_iterator);
        }
    }
    bind(next);
    emit_jump(clause.iter->span, Op::FOR_ITER, iterator, item, 0, body);
    if (!may_own) return;
    const Block block = leave_block();
    Target broken, end;
    close_iterator(clause.iter->span, block, before, broken, end);
}

void Unit::comprehension_element(const Expression& node, Register collection) {
    const Temporaries temporaries(*this);
    if (const DictComp* dict = node.try_as<DictComp>()) {
        const Register key = operand(*dict->key, *dict->value);
        check_local(dict->key->span, key);
        const Register item = bound_value(*dict->value);
        const SourceSpan span{dict->key->span.line, dict->key->span.column, dict->value->span.end_line,
                              dict->value->span.end_column};
        return emit(span, Op::MAP_SET, collection, key, item);
    }
    if (const GeneratorExp* generator = node.try_as<GeneratorExp>()) {
        const Register item = bound_value(*generator->elt);
        return emit(generator->elt->span, Op::YIELD, push(), item);
    }
    const Expression& element = node.is<ListComp>() ? *node.as<ListComp>()->elt : *node.as<SetComp>()->elt;
    const Register item = bound_value(element);
    emit(element.span, node.is<ListComp>() ? Op::LIST_APPEND : Op::SET_ADD, collection, item);
}

void Unit::generator_expression(const GeneratorExp& node, Register target) {
    Scope& scope = *state_.scopes.of(&node);
    Unit* unit = arena().create<Unit>(state_, scope, this, std::string_view("<genexpr>"));
    const Register window = is_top(target) ? target : push();
    make_function(node.span, *unit->generator_code(node), scope, 0, window);
    const Register iterator = push();
    const Expression& iterable = *node.generators[0].iter;
    {
        const Temporaries temporaries(*this);
        const Register reg = value(iterable);
        emit(iterable.span, Op::GET_ITER, iterator, reg, may_make_generator(iterable));
    }
    emit(node.span, Op::CALL, window, 1);
    move(node.span, target, window);
}

const CodeData* Unit::generator_code(const GeneratorExp& node) {
    code_->first_line = node.span.line;
    code_->positional_count = 1;
    prologue(node.span);
    // The iterator stays in the parameter unless that is spilled, which no generator expression is large enough for.
    comprehension_clauses(node, node.generators, 0, 0, 0);
    return finish({}, false);
}

}  // namespace exmonty
