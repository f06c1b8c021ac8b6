// Chains: operators, attributes, subscripts and calls, whose first operand may be another of them, to any depth. They
// are walked down with a loop, and computed on the way up in one register, the accumulator, so that calls find their
// callee where their arguments follow.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

// The expression that is computed first, or nullptr if the node is no link of a chain.
const Expression* first_operand(const Expression& node) {
    switch (node.kind) {
        case NodeKind::BinOp:
            return node.as<BinOp>()->left;
        case NodeKind::Attribute:
            return node.as<Attribute>()->value;
        case NodeKind::Subscript:
            return node.as<Subscript>()->value;
        case NodeKind::Call:
            return node.as<Call>()->func;
        default:
            return nullptr;
    }
}

constexpr uint32_t distance(Op from, Op to) { return static_cast<uint32_t>(to) - static_cast<uint32_t>(from); }

Op plus(Op op, uint32_t number) { return static_cast<Op>(static_cast<uint32_t>(op) + number); }

static_assert(distance(Op::ADD, Op::MATMUL) == 12 && distance(Op::ADD_K, Op::MATMUL_K) == 12 &&
              distance(Op::IADD, Op::IMATMUL) == 12 && distance(Op::IADD_K, Op::IMATMUL_K) == 12);
static_assert(distance(Op::ADD, Op::SUB) == 1 && distance(Op::ADD_I, Op::SUB_I) == 1 && distance(Op::IADD_I, Op::ISUB_I) == 1);

Op binary_op(BinaryOperator op) {
    switch (op) {
        case BinaryOperator::Add:
            return Op::ADD;
        case BinaryOperator::Sub:
            return Op::SUB;
        case BinaryOperator::Mult:
            return Op::MUL;
        case BinaryOperator::MatMult:
            return Op::MATMUL;
        case BinaryOperator::Div:
            return Op::TRUE_DIV;
        case BinaryOperator::Mod:
            return Op::MOD;
        case BinaryOperator::Pow:
            return Op::POW;
        case BinaryOperator::LShift:
            return Op::LSHIFT;
        case BinaryOperator::RShift:
            return Op::RSHIFT;
        case BinaryOperator::BitOr:
            return Op::OR;
        case BinaryOperator::BitXor:
            return Op::XOR;
        case BinaryOperator::BitAnd:
            return Op::AND;
        case BinaryOperator::FloorDiv:
            return Op::FLOOR_DIV;
    }
    return Op::ADD;
}

uint32_t characters(std::string_view text) {
    uint32_t count = 0;
    for (char byte : text)
        if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) count++;
    return count;
}
}  // namespace

void Unit::chain(const Expression& top, Register target) {
    ArenaVector<const Expression*>& links = state_.chain;
    const size_t start = links.size();
    const Expression* node = &top;
    while (true) {
        const Expression* first = first_operand(*node);
        if (first == nullptr || is_super_call(*node) || (node != &top && fold(*node) != nullptr)) break;
        links.push(node);
        node = first;
    }
    const Register accumulator = is_top(target) ? target : push();
    bool is_method = false;
    Register base = chain_start(*node, links.size() > start ? links.back() : nullptr, accumulator, is_method);
    while (links.size() > start) {
        if (compilation().is_over()) return links.shrink(start);
        const Expression& link = *links.pop();
        const bool is_last = links.size() == start;
        base = chain_link(link, is_last ? nullptr : links.back(), base, is_last ? target : accumulator, accumulator,
                          is_method);
    }
    move(top.span, target, base);
}

// The innermost operand, which the link `next` takes: in its own register if it is a local, else in the accumulator.
Register Unit::chain_start(const Expression& leaf, const Expression* next, Register accumulator, bool& is_method) {
    if (is_super_call(leaf)) {
        is_method = next != nullptr && next->is<Call>() && fits_window(*next->as<Call>());
        load_super(*leaf.as<Attribute>(), accumulator, is_method);
        return accumulator;
    }
    if (leaf.is<Name>() && next != nullptr && !next->is<Call>()) {
        const Expression* later = nullptr;
        if (const BinOp* binary_node = next->try_as<BinOp>()) later = binary_node->right;
        if (const Subscript* item = next->try_as<Subscript>()) later = item->slice;
        const Place place = place_of(leaf.as<Name>()->id);
        const bool may_change = place.kind == PlaceKind::Register && place.symbol->has(NameUse::Walrus) &&
                                later != nullptr && !later->is<Name>() && !later->is<ast::Constant>();
        if (place.kind == PlaceKind::Register && !may_change) return place.index;
    }
    if (leaf.is<Name>() && next != nullptr && next->is<Call>()) {
        const Place place = place_of(leaf.as<Name>()->id);
        if (place.kind == PlaceKind::Global && fold(leaf) == nullptr) {
            emit_site(leaf.span, Op::LOAD_GLOBAL, accumulator, 1, 0, place.name);
            return accumulator;
        }
    }
    into(leaf, accumulator);
    return accumulator;
}

// One link: from `base` to the register that is returned. `is_method` says that LOAD_METHOD has left two registers in
// place of one, for the call that comes next.
Register Unit::chain_link(const Expression& node, const Expression* next, Register base, Register target,
                          Register accumulator, bool& is_method) {
    const Temporaries temporaries(*this);
    if (const BinOp* binary_node = node.try_as<BinOp>()) {
        binary(node.span, binary_node->op, false, target, base, *binary_node->right);
        return target;
    }
    if (const Subscript* item = node.try_as<Subscript>()) {
        warn_of_subscript(*item);
        subscript(*item, base, target);
        return target;
    }
    if (const Attribute* attribute = node.try_as<Attribute>()) {
        const SourceSpan span = attribute_span(node.span, *attribute);
        const std::string_view name = mangle(compilation(), *scope_, attribute->attr);
        if (next == nullptr || !next->is<Call>() || !fits_window(*next->as<Call>())) {
            emit_site(span, Op::LOAD_ATTR, target, base, 0, name);
            return target;
        }
        push();
        emit_site(span, Op::LOAD_METHOD, accumulator, base, 0, name);
        is_method = true;
        return accumulator;
    }
    const Call& call_node = *node.as<Call>();
    warn_of_call(*call_node.func);
    SourceSpan span = node.span;
    if (is_method) {
        push();
        if (const Attribute* attribute = call_node.func->try_as<Attribute>()) span = attribute_span(span, *attribute);
    } else {
        check_local(call_node.func->span, base);
        move(call_node.func->span, accumulator, base);
    }
    call(span, accumulator, is_method, call_node.args, call_node.keywords);
    is_method = false;
    return accumulator;
}

// Where an attribute that stands on a later line than the start of its expression raises.
SourceSpan Unit::attribute_span(const SourceSpan& span, const Attribute& node) const {
    if (span.line == node.span.end_line) return span;
    SourceSpan moved = span;
    moved.line = node.span.end_line;
    const uint32_t length = characters(node.attr);
    moved.column = node.span.end_column > length ? node.span.end_column - length : 0;
    return moved;
}

void Unit::binary(const SourceSpan& span, BinaryOperator op, bool in_place, Register target, Register left,
                  const Expression& right) {
    const uint32_t number = distance(Op::ADD, binary_op(op));
    uint32_t index = 0;
    if ((op == BinaryOperator::Add || op == BinaryOperator::Sub) && small_index(right, index)) {
        emit(span, plus(in_place ? Op::IADD_I : Op::ADD_I, number), target, left, index);
        return;
    }
    if (small_constant(right, index)) {
        emit(span, plus(in_place ? Op::IADD_K : Op::ADD_K, number), target, left, index);
        return;
    }
    const Register reg = value(right);
    emit(span, plus(in_place ? Op::IADD : Op::ADD, number), target, left, reg);
}

// An index that fits the instruction itself.
bool Unit::small_index(const Expression& node, uint32_t& index) {
    const Literal* literal = fold(node);
    if (literal == nullptr || literal->kind != ConstantKind::Int) return false;
    if (literal->number < INT8_MIN || literal->number > INT8_MAX) return false;
    index = static_cast<uint8_t>(literal->number);
    return true;
}

void Unit::subscript(const Subscript& node, Register base, Register target) {
    uint32_t index = 0;
    const Slice* slice = node.slice->try_as<Slice>();
    if (slice != nullptr && slice->step == nullptr) {
        const Register window = push(2);
        slice_part(*slice, slice->lower, window);
        slice_part(*slice, slice->upper, window + 1);
        return emit(node.span, Op::LOAD_SLICE, target, base, window);
    }
    if (small_index(*node.slice, index)) return emit(node.span, Op::LOAD_ITEM_I, target, base, index);
    if (small_constant(*node.slice, index)) return emit(node.span, Op::LOAD_ITEM_K, target, base, index);
    const Register key = value(*node.slice);
    emit(node.span, Op::LOAD_ITEM, target, base, key);
}

// ---------------------------------------------------------------------------------------------------------------------
// super().name and super(class, object).name, without making the super object.

bool Unit::is_super_call(const Expression& node) {
    const Attribute* attribute = node.try_as<Attribute>();
    const Call* call_node = attribute == nullptr ? nullptr : attribute->value->try_as<Call>();
    const Name* name = call_node == nullptr ? nullptr : call_node->func->try_as<Name>();
    if (name == nullptr || name->id != "super" || attribute->ctx != Context::Load || attribute->attr == "__class__")
        return false;
    if (!call_node->keywords.empty() || (call_node->args.size() != 0 && call_node->args.size() != 2)) return false;
    const Symbol* symbol = scope_->find("super");
    if (symbol == nullptr || symbol->binding != NameBinding::GlobalImplicit) return false;
    if (state_.scopes.module->find("super") != nullptr && scope_->kind != ScopeKind::Module) return false;
    for (const Expression* argument : call_node->args)
        if (argument->is<Starred>()) return false;
    if (call_node->args.size() == 2) return host_.is_function();
    // The class comes from `__class__`, the object is the first parameter.
    return host_.kind == ScopeKind::Function && scope_ == &host_ && host_.parameter_count > 0 &&
           code_->positional_count > 0 && host_.find("__class__") != nullptr &&
           host_.find("__class__")->binding == NameBinding::Free;
}

void Unit::load_super(const Attribute& node, Register window, bool is_method) {
    const Temporaries temporaries(*this);
    const Call& call_node = *node.value->as<Call>();
    push(2);
    into(*call_node.func, window);
    if (call_node.args.size() == 2) {
        into(*call_node.args[0], window + 1);
        into(*call_node.args[1], window + 2);
    } else {
        load(call_node.span, place_of("__class__"), window + 1);
        const Symbol& self = *host_.locals[0];
        load(call_node.span, local_place(self, self.binding == NameBinding::Cell), window + 2);
    }
    const SourceSpan span = attribute_span(node.span, node);
    emit_site(span, is_method ? Op::LOAD_SUPER_METHOD : Op::LOAD_SUPER_ATTR, window, 0, 0,
              mangle(compilation(), *scope_, node.attr));
}

}  // namespace exmonty
