#include "vm/compiler/constant_folder.h"

#include <cmath>

namespace exmonty {

using namespace ast;

namespace {

// Texts longer than this are not made while compiling.
constexpr size_t largest_text = 4096;

bool is_integer(const Literal& literal) {
    return literal.kind == ConstantKind::Int || literal.kind == ConstantKind::True ||
           literal.kind == ConstantKind::False;
}

int64_t integer_of(const Literal& literal) {
    return literal.kind == ConstantKind::Int ? literal.number : literal.kind == ConstantKind::True ? 1 : 0;
}

// Integers up to this magnitude are floats exactly.
constexpr int64_t largest_exact = int64_t{1} << 53;

bool is_exact(int64_t number) { return number >= -largest_exact && number <= largest_exact; }

bool as_float(const Literal& literal, double& number) {
    if (literal.kind == ConstantKind::Float) {
        number = literal.real;
        return true;
    }
    if (!is_integer(literal) || !is_exact(integer_of(literal))) return false;
    number = static_cast<double>(integer_of(literal));
    return true;
}

}  // namespace

bool truth_of(const Literal& literal) {
    switch (literal.kind) {
        case ConstantKind::None:
        case ConstantKind::False:
            return false;
        case ConstantKind::True:
        case ConstantKind::Ellipsis:
        case ConstantKind::BigInt:
        case ConstantKind::Code:
            return true;
        case ConstantKind::Int:
            return literal.number != 0;
        case ConstantKind::Float:
        case ConstantKind::Imaginary:
            return literal.real != 0;
        case ConstantKind::Str:
        case ConstantKind::Bytes:
            return !literal.text.empty();
        case ConstantKind::Tuple:
        case ConstantKind::FrozenSet:
            return !literal.items.empty();
    }
    return true;
}

const Literal* ConstantFolder::integer(int64_t number) {
    return compilation_.arena.create<Literal>(Literal{.kind = ConstantKind::Int, .number = number});
}

const Literal* ConstantFolder::real(double number) {
    return compilation_.arena.create<Literal>(Literal{.kind = ConstantKind::Float, .real = number});
}

const Literal* ConstantFolder::boolean(bool truth) {
    return compilation_.arena.create<Literal>(Literal{.kind = truth ? ConstantKind::True : ConstantKind::False});
}

const Literal* ConstantFolder::fold(const Expression& node) {
    switch (node.kind) {
        case NodeKind::Constant:
            return constant(*node.as<ast::Constant>());
        case NodeKind::Name:
            return node.as<Name>()->id == "__debug__" ? boolean(true) : nullptr;
        case NodeKind::BinOp:
            return binary_chain(*node.as<BinOp>());
        case NodeKind::UnaryOp:
        case NodeKind::Tuple:
            break;
        default:
            return nullptr;
    }
    if (const Literal* const* known = known_.find(&node)) return *known;
    const Literal* literal = compute(node);
    known_.insert(&node, literal);
    return literal;
}

const Literal* ConstantFolder::compute(const Expression& node) {
    if (const auto* unary_node = node.try_as<UnaryOp>()) {
        const Literal* operand = fold(*unary_node->operand);
        return operand == nullptr ? nullptr : unary(unary_node->op, *operand);
    }
    const auto* tuple = node.as<Tuple>();
    return tuple->ctx == Context::Load ? fold_sequence(ConstantKind::Tuple, tuple->elts) : nullptr;
}

const Literal* ConstantFolder::fold_sequence(ConstantKind kind, const Expressions& elements) {
    ArenaVector<const Literal*> items(compilation_.arena);
    for (const Expression* element : elements) {
        const Literal* item = fold(*element);
        if (item == nullptr || compilation_.is_over()) return nullptr;
        items.push(item);
    }
    return compilation_.arena.create<Literal>(Literal{.kind = kind, .items = items.span()});
}

// The chain may be of any length, so it is walked with a loop.
const Literal* ConstantFolder::binary_chain(const BinOp& top) {
    if (const Literal* const* known = known_.find(&top)) return *known;
    ArenaVector<const BinOp*> chain(compilation_.arena);
    const Literal* left = nullptr;
    const Expression* node = &top;
    while (const auto* binary_node = node->try_as<BinOp>()) {
        if (const Literal* const* known = known_.find(node)) {
            left = *known;
            break;
        }
        chain.push(binary_node);
        node = binary_node->left;
    }
    if (!node->is<BinOp>()) left = fold(*node);
    while (!chain.empty()) {
        if (compilation_.is_over()) return nullptr;
        const BinOp& link = *chain.pop();
        const Literal* right = left == nullptr ? nullptr : fold(*link.right);
        left = right == nullptr ? nullptr : binary(link.op, *left, *right);
        known_.insert(&link, left);
    }
    return left;
}

const Literal* ConstantFolder::constant(const ast::Constant& node) {
    Literal literal;
    switch (node.type) {
        case ConstantType::None:
            literal.kind = ConstantKind::None;
            break;
        case ConstantType::True:
            literal.kind = ConstantKind::True;
            break;
        case ConstantType::False:
            literal.kind = ConstantKind::False;
            break;
        case ConstantType::Ellipsis:
            literal.kind = ConstantKind::Ellipsis;
            break;
        case ConstantType::Str:
            literal.kind = ConstantKind::Str;
            literal.text = node.text;
            break;
        case ConstantType::Bytes:
            literal.kind = ConstantKind::Bytes;
            literal.text = node.text;
            break;
        case ConstantType::Integer:
            literal.kind = node.fits_int64 ? ConstantKind::Int : ConstantKind::BigInt;
            literal.number = node.fits_int64 ? node.integer : 0;
            literal.base = node.fits_int64 ? 10 : node.base;
            literal.text = node.fits_int64 ? std::string_view() : node.text;
            break;
        case ConstantType::Float:
            literal.kind = ConstantKind::Float;
            literal.real = node.number;
            break;
        case ConstantType::Imaginary:
            literal.kind = ConstantKind::Imaginary;
            literal.real = node.number;
            break;
    }
    return compilation_.arena.create<Literal>(literal);
}

const Literal* ConstantFolder::unary(UnaryOperator op, const Literal& operand) {
    if (op == UnaryOperator::Not) return boolean(!truth_of(operand));
    if (operand.kind == ConstantKind::Float) {
        if (op == UnaryOperator::USub) return real(-operand.real);
        return op == UnaryOperator::UAdd ? &operand : nullptr;
    }
    if (!is_integer(operand)) return nullptr;
    const int64_t number = integer_of(operand);
    if (op == UnaryOperator::UAdd) return integer(number);
    // `~True` is deprecated and warns, at run time.
    if (op == UnaryOperator::Invert) return operand.kind == ConstantKind::Int ? integer(~number) : nullptr;
    return number == INT64_MIN ? nullptr : integer(-number);
}

const Literal* ConstantFolder::binary(BinaryOperator op, const Literal& left, const Literal& right) {
    if (is_integer(left) && is_integer(right)) {
        const bool are_bools = left.kind != ConstantKind::Int && right.kind != ConstantKind::Int;
        const bool is_bitwise =
            op == BinaryOperator::BitAnd || op == BinaryOperator::BitOr || op == BinaryOperator::BitXor;
        if (are_bools && is_bitwise) return boolean(integers(op, integer_of(left), integer_of(right))->number != 0);
        return integers(op, integer_of(left), integer_of(right));
    }
    double a = 0, b = 0;
    if (as_float(left, a) && as_float(right, b)) return floats(op, a, b);
    const bool left_text = left.kind == ConstantKind::Str || left.kind == ConstantKind::Bytes;
    const bool right_text = right.kind == ConstantKind::Str || right.kind == ConstantKind::Bytes;
    if (op == BinaryOperator::Mult && left_text && is_integer(right)) return repeated(left, integer_of(right));
    if (op == BinaryOperator::Mult && right_text && is_integer(left)) return repeated(right, integer_of(left));
    if (op == BinaryOperator::Add && left_text && left.kind == right.kind &&
        left.text.size() + right.text.size() <= largest_text)
        return compilation_.arena.create<Literal>(
            Literal{.kind = left.kind, .text = compilation_.concatenate(left.text, right.text)});
    return nullptr;
}

const Literal* ConstantFolder::repeated(const Literal& text, int64_t times) {
    if (times < 0) times = 0;
    if (!text.text.empty() && times > static_cast<int64_t>(largest_text / text.text.size())) return nullptr;
    const size_t size = text.text.size() * static_cast<size_t>(text.text.empty() ? 0 : times);
    auto* room = static_cast<char*>(compilation_.arena.allocate_bytes(size));
    if (room == nullptr) return nullptr;
    for (size_t at = 0; at < size; at += text.text.size()) std::memcpy(room + at, text.text.data(), text.text.size());
    return compilation_.arena.create<Literal>(Literal{.kind = text.kind, .text = {room, size}});
}

const Literal* ConstantFolder::integers(BinaryOperator op, int64_t left, int64_t right) {
    int64_t result = 0;
    const bool divides = right != 0 && !(left == INT64_MIN && right == -1);
    switch (op) {
        case BinaryOperator::Add:
            return __builtin_add_overflow(left, right, &result) ? nullptr : integer(result);
        case BinaryOperator::Sub:
            return __builtin_sub_overflow(left, right, &result) ? nullptr : integer(result);
        case BinaryOperator::Mult:
            return __builtin_mul_overflow(left, right, &result) ? nullptr : integer(result);
        case BinaryOperator::Div:
            if (right == 0 || !is_exact(left) || !is_exact(right)) return nullptr;
            return real(static_cast<double>(left) / static_cast<double>(right));
        case BinaryOperator::FloorDiv:
            if (!divides) return nullptr;
            result = left / right;
            return integer(left % right != 0 && (left < 0) != (right < 0) ? result - 1 : result);
        case BinaryOperator::Mod:
            if (!divides) return nullptr;
            result = left % right;
            return integer(result != 0 && (result < 0) != (right < 0) ? result + right : result);
        case BinaryOperator::Pow:
            if (right < 0) return nullptr;
            result = 1;
            // The base 0, 1 or -1 would loop for as long as the exponent says.
            if (right > 64) return nullptr;
            for (int64_t i = 0; i < right; i++)
                if (__builtin_mul_overflow(result, left, &result)) return nullptr;
            return integer(result);
        case BinaryOperator::LShift:
            if (right < 0 || right > 62 || (left << right) >> right != left) return nullptr;
            return integer(left << right);
        case BinaryOperator::RShift:
            return right < 0 ? nullptr : integer(left >> (right > 63 ? 63 : right));
        case BinaryOperator::BitAnd:
            return integer(left & right);
        case BinaryOperator::BitOr:
            return integer(left | right);
        case BinaryOperator::BitXor:
            return integer(left ^ right);
        case BinaryOperator::MatMult:
            return nullptr;
    }
    return nullptr;
}

const Literal* ConstantFolder::floats(BinaryOperator op, double left, double right) {
    switch (op) {
        case BinaryOperator::Add:
            return real(left + right);
        case BinaryOperator::Sub:
            return real(left - right);
        case BinaryOperator::Mult:
            return real(left * right);
        case BinaryOperator::Div:
            return right == 0 ? nullptr : real(left / right);
        default:
            return nullptr;
    }
}

uint32_t literal_index(Arena& arena, ConstantPool& pool, const Literal& literal) {
    if (literal.kind != ConstantKind::Tuple && literal.kind != ConstantKind::FrozenSet)
        return pool.add(exmonty::Constant{.kind = literal.kind,
                                 .base = literal.base,
                                 .number = literal.number,
                                 .real = literal.real,
                                 .text = literal.text});
    ArenaVector<uint32_t> items(arena);
    for (const Literal* item : literal.items) items.push(literal_index(arena, pool, *item));
    return pool.sequence(literal.kind, {items.data(), items.size()});
}

}  // namespace exmonty
