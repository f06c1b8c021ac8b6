// Expressions: the dispatch, and those that are neither chains, calls, displays nor conditions.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

// Fewer registers than these are left: what lies on the stack is packed away before more is computed.
constexpr uint32_t scarce = 32;

bool is_trivial(const Expression& node) { return node.is<Name>() || node.is<ast::Constant>(); }

}  // namespace

void Unit::into(const Expression& node, Register target) {
    if (compilation().is_over()) return;
    if (top_ + scarce > register_limit && top_ > expression_base_ + 2 && !is_trivial(node))
        into_packed(node, target);
    else
        into_unpacked(node, target);
}

// Computes the expression with the temporaries of the expressions around it packed into a tuple, because they leave too
// few registers: such a tuple and such an unpacking move registers as they are, unbound ones too.
void Unit::into_packed(const Expression& node, Register target) {
    const Register base = expression_base_;
    const uint32_t count = top_ - base;
    const Register result = push();
    top_ = base;
    emit(node.span, Op::BUILD_TUPLE, base, base, count);
    push();
    expression_base_ = top_;
    const Register inner = push();
    into_unpacked(node, inner);
    expression_base_ = base;
    top_ = result;
    move(node.span, result, inner);
    emit(node.span, Op::UNPACK, base, base, count);
    move(node.span, target, result);
}

void Unit::into_unpacked(const Expression& node, Register target) {
    const Temporaries temporaries(*this);
    if (const Literal* literal = fold(node)) return load_literal(node.span, *literal, target);
    switch (node.kind) {
        case NodeKind::Name:
            return load(node.span, place_of(node.as<Name>()->id), target);
        case NodeKind::BinOp:
        case NodeKind::Attribute:
        case NodeKind::Subscript:
        case NodeKind::Call:
            return chain(node, target);
        case NodeKind::BoolOp:
            return boolean_operation(*node.as<BoolOp>(), target);
        case NodeKind::NamedExpr:
            return named(*node.as<NamedExpr>(), target);
        case NodeKind::UnaryOp:
            return unary(*node.as<UnaryOp>(), target);
        case NodeKind::Lambda:
            return lambda(*node.as<Lambda>(), target);
        case NodeKind::IfExp:
            return conditional(*node.as<IfExp>(), target);
        case NodeKind::Dict:
            return dict_display(*node.as<Dict>(), target);
        case NodeKind::Set:
            return set_display(*node.as<Set>(), target);
        case NodeKind::List:
            return list_display(*node.as<List>(), target);
        case NodeKind::Tuple:
            return tuple_display(*node.as<Tuple>(), target);
        case NodeKind::ListComp:
            return comprehension(node, node.as<ListComp>()->generators, target);
        case NodeKind::SetComp:
            return comprehension(node, node.as<SetComp>()->generators, target);
        case NodeKind::DictComp:
            return comprehension(node, node.as<DictComp>()->generators, target);
        case NodeKind::GeneratorExp:
            return generator_expression(*node.as<GeneratorExp>(), target);
        case NodeKind::Yield:
            return yield_value(*node.as<Yield>(), target);
        case NodeKind::YieldFrom:
            return yield_from(*node.as<YieldFrom>(), target);
        case NodeKind::Compare:
            return comparison(*node.as<Compare>(), target);
        case NodeKind::JoinedStr:
            return joined(*node.as<JoinedStr>(), target);
        case NodeKind::FormattedValue:
            return formatted(*node.as<FormattedValue>(), target);
        case NodeKind::Slice:
            return slice_object(*node.as<Slice>(), target);
        case NodeKind::Starred:
            return compilation().fail(node.span, "can't use starred expression here");
        default:
            return;
    }
}

Register Unit::value(const Expression& node) {
    if (const Name* name = node.try_as<Name>()) {
        const Place place = place_of(name->id);
        if (place.kind == PlaceKind::Register) return place.index;
    }
    return temporary(node);
}

Register Unit::bound_value(const Expression& node) {
    const Register reg = value(node);
    check_local(node.span, reg);
    return reg;
}

Register Unit::operand(const Expression& node, const Expression& later) {
    const Name* name = node.try_as<Name>();
    if (name == nullptr || is_trivial(later)) return value(node);
    const Place place = place_of(name->id);
    // A walrus in what follows may rebind the variable, whose value counts as it is now.
    if (place.kind == PlaceKind::Register && place.symbol->has(NameUse::Walrus)) return temporary(node);
    return value(node);
}

// value() for a register that is read again after other expressions.
Register Unit::stable_value(const Expression& node) {
    const Name* name = node.try_as<Name>();
    if (name == nullptr) return value(node);
    const Place place = place_of(name->id);
    return place.kind == PlaceKind::Register && place.symbol->has(NameUse::Walrus) ? temporary(node) : value(node);
}

void Unit::effect(const Expression& node) {
    const Temporaries temporaries(*this);
    if (fold(node) != nullptr) return;
    const Register reg = value(node);
    check_local(node.span, reg);
}

void Unit::boolean_operation(const BoolOp& node, Register target) {
    const Register work = work_register(target);
    Target end;
    for (size_t i = 0; i + 1 < node.values.size(); i++) {
        if (compilation().is_over()) return;
        into(*node.values[i], work);
        emit_jump(node.span, Op::JUMP_IF, work, node.op == BoolOperator::Or, 0, end);
    }
    into(*node.values.back(), work);
    bind(end);
    move(node.span, target, work);
}

void Unit::named(const NamedExpr& node, Register target) {
    const Name& name = *node.target->as<Name>();
    const Place place = place_of(name.id);
    if (place.kind == PlaceKind::Register) {
        into(*node.value, place.index);
        assigned_.add(place.index);
        return move(node.span, target, place.index);
    }
    const Register work = work_register(target);
    into(*node.value, work);
    store(name.span, place, work);
    move(node.span, target, work);
}

void Unit::unary(const UnaryOp& node, Register target) {
    Op op = Op::NOT;
    switch (node.op) {
        case UnaryOperator::Not:
            break;
        case UnaryOperator::Invert:
            op = Op::INVERT;
            break;
        case UnaryOperator::UAdd:
            op = Op::POSITIVE;
            break;
        case UnaryOperator::USub:
            op = Op::NEGATIVE;
            break;
    }
    const Register reg = value(*node.operand);
    if (op == Op::NOT) check_local(node.operand->span, reg);
    emit(node.span, op, target, reg);
}

void Unit::conditional(const IfExp& node, Register target) {
    Target otherwise, end;
    branch(*node.test, false, otherwise);
    into(*node.body, target);
    jump(node.span, end);
    bind(otherwise);
    into(*node.orelse, target);
    bind(end);
}

void Unit::yield_value(const Yield& node, Register target) {
    if (!host_.is_function()) return compilation().fail(node.span, "'yield' outside function");
    Register reg;
    if (node.value != nullptr)
        reg = bound_value(*node.value);
    else
        load_none(node.span, reg = push());
    emit(node.span, Op::YIELD, target, reg);
}

void Unit::yield_from(const YieldFrom& node, Register target) {
    if (!host_.is_function()) return compilation().fail(node.span, "'yield from' outside function");
    const Register iterator = push();
    const Register sent = push();
    emit(node.span, Op::GET_YIELD_FROM_ITER, iterator, value(*node.value));
    load_none(node.span, sent);
    emit(node.span, Op::YIELD_FROM, iterator, sent);
    move(node.span, target, sent);
}

// ---------------------------------------------------------------------------------------------------------------------
// Comparisons into a register.

namespace {

Op compare_op(CompareOperator op) {
    switch (op) {
        case CompareOperator::Eq:
            return Op::EQ;
        case CompareOperator::NotEq:
            return Op::NE;
        case CompareOperator::Lt:
            return Op::LT;
        case CompareOperator::LtE:
            return Op::LE;
        case CompareOperator::Gt:
            return Op::GT;
        case CompareOperator::GtE:
            return Op::GE;
        case CompareOperator::Is:
            return Op::IS;
        case CompareOperator::IsNot:
            return Op::IS_NOT;
        case CompareOperator::In:
            return Op::IN;
        case CompareOperator::NotIn:
            return Op::NOT_IN;
    }
    return Op::EQ;
}

bool reports_unbound(CompareOperator op) { return op < CompareOperator::Is; }

}  // namespace

void Unit::compare_pair(const SourceSpan& span, CompareOperator op, Register target, Register left, Register right) {
    emit(span, compare_op(op), target, left, right);
}

// The right operand. A display of constants that is only searched becomes a constant itself.
Register Unit::comparator(const Expression& node, CompareOperator op) {
    if (op == CompareOperator::In || op == CompareOperator::NotIn) {
        const Literal* literal = nullptr;
        if (const List* list = node.try_as<List>())
            literal = state_.folder.fold_sequence(ConstantKind::Tuple, list->elts);
        else if (const Set* set = node.try_as<Set>())
            literal = state_.folder.fold_sequence(ConstantKind::FrozenSet, set->elts);
        if (literal != nullptr) {
            const Register target = push();
            load_literal(node.span, *literal, target);
            return target;
        }
    }
    return reports_unbound(op) ? value(node) : bound_value(node);
}

void Unit::comparison(const Compare& node, Register target) {
    warn_of_identity(node);
    const size_t count = node.ops.size();
    Register left = operand(*node.left, *node.comparators[0]);
    if (!reports_unbound(node.ops[0])) check_local(node.left->span, left);
    if (count == 1) {
        const Register right = comparator(*node.comparators[0], node.ops[0]);
        return compare_pair(node.span, node.ops[0], target, left, right);
    }
    const Register work = work_register(target);
    // What one pair has on its right the next has on its left.
    const Register kept[2] = {push(), push()};
    Target end;
    for (size_t i = 0; i < count; i++) {
        if (compilation().is_over()) return;
        const Temporaries temporaries(*this);
        const Expression& node_right = *node.comparators[i];
        const bool is_last = i + 1 == count;
        const Register right = is_last ? comparator(node_right, node.ops[i])
                                       : shared_comparator(node_right, *node.comparators[i + 1], kept[i & 1]);
        compare_pair(node.span, node.ops[i], work, left, right);
        if (!is_last) emit_jump(node.span, Op::JUMP_IF, work, 0, 0, end);
        left = right;
    }
    bind(end);
    move(node.span, target, work);
}

// The operand between two comparisons: in its own register if it is a local that stays as it is, else in `kept`.
Register Unit::shared_comparator(const Expression& node, const Expression& later, Register kept) {
    const Name* name = node.try_as<Name>();
    if (name != nullptr) {
        const Place place = place_of(name->id);
        const bool may_change = place.kind == PlaceKind::Register && place.symbol->has(NameUse::Walrus);
        if (place.kind == PlaceKind::Register && (!may_change || is_trivial(later))) {
            check_local(node.span, place.index);
            return place.index;
        }
    }
    into(node, kept);
    return kept;
}

// ---------------------------------------------------------------------------------------------------------------------
// Slices.

void Unit::slice_part(const Slice& node, const Expression* part, Register target) {
    if (part == nullptr)
        load_none(node.span, target);
    else
        into(*part, target);
}

void Unit::slice_object(const Slice& node, Register target) {
    const Register window = push(3);
    slice_part(node, node.lower, window);
    slice_part(node, node.upper, window + 1);
    slice_part(node, node.step, window + 2);
    emit(node.span, Op::BUILD_SLICE, target, window);
}

}  // namespace exmonty
