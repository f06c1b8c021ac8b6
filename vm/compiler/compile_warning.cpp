// What CPython warns of while it compiles: constants that are compared by identity, called or subscripted in vain.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

std::string_view type_of_literal(const Literal& literal) {
    switch (literal.kind) {
        case ConstantKind::None:
            return "NoneType";
        case ConstantKind::True:
        case ConstantKind::False:
            return "bool";
        case ConstantKind::Ellipsis:
            return "ellipsis";
        case ConstantKind::Int:
        case ConstantKind::BigInt:
            return "int";
        case ConstantKind::Float:
            return "float";
        case ConstantKind::Imaginary:
            return "complex";
        case ConstantKind::Str:
            return "str";
        case ConstantKind::Bytes:
            return "bytes";
        case ConstantKind::Tuple:
            return "tuple";
        case ConstantKind::FrozenSet:
            return "frozenset";
        case ConstantKind::Code:
            return "code";
    }
    return {};
}

bool is_one_of(const Expression& node, std::initializer_list<NodeKind> kinds) {
    for (const NodeKind kind : kinds)
        if (node.kind == kind) return true;
    return false;
}

}  // namespace

// The type of what the expression certainly gives, or nothing. Operators are not looked into.
std::string_view Unit::certain_type(const Expression& node) {
    switch (node.kind) {
        case NodeKind::Tuple:
            return "tuple";
        case NodeKind::List:
        case NodeKind::ListComp:
            return "list";
        case NodeKind::Dict:
        case NodeKind::DictComp:
            return "dict";
        case NodeKind::Set:
        case NodeKind::SetComp:
            return "set";
        case NodeKind::GeneratorExp:
            return "generator";
        case NodeKind::Lambda:
            return "function";
        case NodeKind::JoinedStr:
        case NodeKind::FormattedValue:
            return "str";
        case NodeKind::Constant:
            return type_of_literal(*fold(node));
        default:
            return {};
    }
}

void Unit::warn_of_identity(const Compare& node) {
    const auto is_literal = [this](const Expression& operand) {
        if (!operand.is<ast::Constant>() && !operand.is<Tuple>()) return false;
        const Literal* literal = fold(operand);
        return literal != nullptr && literal->kind != ConstantKind::None && literal->kind != ConstantKind::True &&
               literal->kind != ConstantKind::False && literal->kind != ConstantKind::Ellipsis;
    };
    const Expression* left = node.left;
    for (size_t i = 0; i < node.ops.size(); i++) {
        const Expression* right = node.comparators[i];
        if (node.ops[i] == CompareOperator::Is || node.ops[i] == CompareOperator::IsNot) {
            const Expression* literal = is_literal(*left) ? left : is_literal(*right) ? right : nullptr;
            const bool is_equal = node.ops[i] == CompareOperator::Is;
            if (literal != nullptr)
                return compilation().warn(node.span, is_equal ? "\"is\" with '" : "\"is not\" with '",
                                          certain_type(*literal),
                                          is_equal ? "' literal. Did you mean \"==\"?" : "' literal. Did you mean \"!=\"?");
        }
        left = right;
    }
}

void Unit::warn_of_call(const Expression& callee) {
    const std::string_view type = callee.is<Lambda>() ? std::string_view() : certain_type(callee);
    if (!type.empty())
        compilation().warn(callee.span, "'", type, "' object is not callable; perhaps you missed a comma?");
}

void Unit::warn_of_subscript(const Subscript& node) {
    const Expression& value = *node.value;
    const std::string_view type = certain_type(value);
    if (type.empty()) return;
    const bool has_items = is_one_of(value, {NodeKind::Tuple, NodeKind::List, NodeKind::ListComp, NodeKind::JoinedStr,
                                             NodeKind::FormattedValue}) ||
                           type == "str" || type == "bytes";
    if (!has_items) {
        if (!is_one_of(value, {NodeKind::Dict, NodeKind::DictComp}))
            compilation().warn(node.span, "'", type, "' object is not subscriptable; perhaps you missed a comma?");
        return;
    }
    const std::string_view index = node.slice->is<Slice>() ? std::string_view() : certain_type(*node.slice);
    if (index.empty() || index == "int" || index == "bool") return;
    const std::string_view start = compilation().concatenate(type, " indices must be integers or slices, not ");
    compilation().warn(node.span, start, index, "; perhaps you missed a comma?");
}

}  // namespace exmonty
