#include "vm/compiler/unparse.h"

#include <charconv>
#include <cmath>

#include "vm/base/float_text.h"
#include "vm/base/unicode_identifier.h"
#include "vm/base/utf8.h"

namespace exmonty {

using namespace ast;

namespace {

// How tightly an expression binds; one that stands where a tighter one is wanted gets parentheses.
enum Level : int { TupleLevel, Test, Or, And, Not, Comparison, BitOr, BitXor, BitAnd, Shift, Arith, Term, Factor, Power,
                   AwaitLevel, Atom };

struct BinaryForm {
    std::string_view text;
    int level;
};

BinaryForm binary_form(BinaryOperator op) {
    switch (op) {
        case BinaryOperator::Add:
            return {" + ", Arith};
        case BinaryOperator::Sub:
            return {" - ", Arith};
        case BinaryOperator::Mult:
            return {" * ", Term};
        case BinaryOperator::MatMult:
            return {" @ ", Term};
        case BinaryOperator::Div:
            return {" / ", Term};
        case BinaryOperator::Mod:
            return {" % ", Term};
        case BinaryOperator::LShift:
            return {" << ", Shift};
        case BinaryOperator::RShift:
            return {" >> ", Shift};
        case BinaryOperator::BitOr:
            return {" | ", BitOr};
        case BinaryOperator::BitXor:
            return {" ^ ", BitXor};
        case BinaryOperator::BitAnd:
            return {" & ", BitAnd};
        case BinaryOperator::FloorDiv:
            return {" // ", Term};
        case BinaryOperator::Pow:
            return {" ** ", Power};
    }
    return {};
}

constexpr std::string_view compare_texts[] = {" == ", " != ", " < ",  " <= ",   " > ",
                                              " >= ", " is ", " is not ", " in ", " not in "};

// Chains have no bound, so the recursion has one of its own.
constexpr int deepest = 2000;

class Unparser {
  public:
    explicit Unparser(Compilation& compilation) : compilation_(compilation), text_(compilation.arena) {}

    void expression(const Expression& node, int level);
    std::string_view text() const { return {text_.data(), text_.size()}; }

  private:
    void write(std::string_view part) { text_.append(part.data(), part.size()); }
    void open(bool is_needed) {
        if (is_needed) write("(");
    }
    void close(bool is_needed) {
        if (is_needed) write(")");
    }
    void operation(const Expression& node, int level);
    void list(const Expressions& elements, int level);
    void display(std::string_view before, const Expressions& elements, std::string_view after);
    void tuple(const Tuple& node, int level);
    void dict(const Dict& node);
    void clauses(const Span<Comprehension>& generators);
    void call(const Call& node);
    void lambda(const Lambda& node, int level);
    void parameters(const Arguments& arguments);
    void slice(const Slice& node);
    void constant(const ast::Constant& node);
    void number(double value);
    void quoted(std::string_view text, bool is_bytes);
    void joined(const JoinedStr& node);
    void joined_parts(const JoinedStr& node);
    void formatted(const FormattedValue& node);

    Compilation& compilation_;
    ArenaVector<char> text_;
    int depth_ = 0;
};

void Unparser::expression(const Expression& node, int level) {
    if (compilation_.is_over()) return;
    if (++depth_ > deepest) compilation_.fail(node.span, "too complex annotation");
    switch (node.kind) {
        case NodeKind::Name:
            write(node.as<Name>()->id);
            break;
        case NodeKind::Constant:
            constant(*node.as<ast::Constant>());
            break;
        case NodeKind::Attribute: {
            const Attribute& attribute = *node.as<Attribute>();
            expression(*attribute.value, Atom);
            const auto* literal = attribute.value->try_as<ast::Constant>();
            write(literal != nullptr && literal->type == ConstantType::Integer ? " ." : ".");
            write(attribute.attr);
            break;
        }
        case NodeKind::Subscript:
            expression(*node.as<Subscript>()->value, Atom);
            write("[");
            expression(*node.as<Subscript>()->slice, TupleLevel);
            write("]");
            break;
        case NodeKind::Call:
            call(*node.as<Call>());
            break;
        case NodeKind::Tuple:
            tuple(*node.as<Tuple>(), level);
            break;
        case NodeKind::List:
            display("[", node.as<List>()->elts, "]");
            break;
        case NodeKind::Set:
            display("{", node.as<Set>()->elts, "}");
            break;
        case NodeKind::Dict:
            dict(*node.as<Dict>());
            break;
        case NodeKind::Starred:
            write("*");
            expression(*node.as<Starred>()->value, BitOr);
            break;
        case NodeKind::Slice:
            slice(*node.as<Slice>());
            break;
        case NodeKind::Lambda:
            lambda(*node.as<Lambda>(), level);
            break;
        case NodeKind::JoinedStr:
            joined(*node.as<JoinedStr>());
            break;
        case NodeKind::FormattedValue:
            formatted(*node.as<FormattedValue>());
            break;
        default:
            operation(node, level);
    }
    depth_--;
}

void Unparser::operation(const Expression& node, int level) {
    switch (node.kind) {
        case NodeKind::BinOp: {
            const BinOp& binary = *node.as<BinOp>();
            const BinaryForm form = binary_form(binary.op);
            const bool is_right = binary.op == BinaryOperator::Pow;
            open(level > form.level);
            expression(*binary.left, form.level + is_right);
            write(form.text);
            expression(*binary.right, form.level + !is_right);
            return close(level > form.level);
        }
        case NodeKind::UnaryOp: {
            constexpr std::string_view texts[] = {"~", "not ", "+", "-"};
            const UnaryOp& unary = *node.as<UnaryOp>();
            const int own = unary.op == UnaryOperator::Not ? Not : Factor;
            open(level > own);
            write(texts[static_cast<size_t>(unary.op)]);
            expression(*unary.operand, own);
            return close(level > own);
        }
        case NodeKind::BoolOp: {
            const BoolOp& operands = *node.as<BoolOp>();
            const int own = operands.op == BoolOperator::And ? And : Or;
            open(level > own);
            for (size_t i = 0; i < operands.values.size(); i++) {
                if (i > 0) write(own == And ? " and " : " or ");
                expression(*operands.values[i], own + 1);
            }
            return close(level > own);
        }
        case NodeKind::Compare: {
            const Compare& compare = *node.as<Compare>();
            open(level > Comparison);
            expression(*compare.left, Comparison + 1);
            for (size_t i = 0; i < compare.ops.size(); i++) {
                write(compare_texts[static_cast<size_t>(compare.ops[i])]);
                expression(*compare.comparators[i], Comparison + 1);
            }
            return close(level > Comparison);
        }
        case NodeKind::IfExp:
            open(level > Test);
            expression(*node.as<IfExp>()->body, Test + 1);
            write(" if ");
            expression(*node.as<IfExp>()->test, Test + 1);
            write(" else ");
            expression(*node.as<IfExp>()->orelse, Test);
            return close(level > Test);
        case NodeKind::ListComp:
            write("[");
            expression(*node.as<ListComp>()->elt, Test);
            clauses(node.as<ListComp>()->generators);
            return write("]");
        case NodeKind::SetComp:
            write("{");
            expression(*node.as<SetComp>()->elt, Test);
            clauses(node.as<SetComp>()->generators);
            return write("}");
        case NodeKind::GeneratorExp:
            write("(");
            expression(*node.as<GeneratorExp>()->elt, Test);
            clauses(node.as<GeneratorExp>()->generators);
            return write(")");
        case NodeKind::DictComp:
            write("{");
            expression(*node.as<DictComp>()->key, Test);
            write(": ");
            expression(*node.as<DictComp>()->value, Test);
            clauses(node.as<DictComp>()->generators);
            return write("}");
        default:
            return;
    }
}

void Unparser::list(const Expressions& elements, int level) {
    for (size_t i = 0; i < elements.size(); i++) {
        if (i > 0) write(", ");
        expression(*elements[i], level);
    }
}

void Unparser::display(std::string_view before, const Expressions& elements, std::string_view after) {
    write(before);
    list(elements, Test);
    write(after);
}

void Unparser::tuple(const Tuple& node, int level) {
    if (node.elts.empty()) return write("()");
    open(level > TupleLevel);
    list(node.elts, Test);
    if (node.elts.size() == 1) write(",");
    close(level > TupleLevel);
}

void Unparser::dict(const Dict& node) {
    write("{");
    for (size_t i = 0; i < node.values.size(); i++) {
        if (i > 0) write(", ");
        if (node.keys[i] == nullptr) {
            write("**");
            expression(*node.values[i], BitOr);
            continue;
        }
        expression(*node.keys[i], Test);
        write(": ");
        expression(*node.values[i], Test);
    }
    write("}");
}

void Unparser::clauses(const Span<Comprehension>& generators) {
    for (const Comprehension& clause : generators) {
        write(" for ");
        expression(*clause.target, TupleLevel);
        write(" in ");
        expression(*clause.iter, Test + 1);
        for (const Expression* condition : clause.ifs) {
            write(" if ");
            expression(*condition, Test + 1);
        }
    }
}

void Unparser::call(const Call& node) {
    expression(*node.func, Atom);
    if (node.args.size() == 1 && node.keywords.empty() && node.args[0]->is<GeneratorExp>())
        return expression(*node.args[0], Test);
    write("(");
    list(node.args, Test);
    for (size_t i = 0; i < node.keywords.size(); i++) {
        if (i > 0 || !node.args.empty()) write(", ");
        write(node.keywords[i].is_unpacking() ? "**" : node.keywords[i].arg);
        if (!node.keywords[i].is_unpacking()) write("=");
        expression(*node.keywords[i].value, Test);
    }
    write(")");
}

void Unparser::lambda(const Lambda& node, int level) {
    open(level > Test);
    const Arguments& arguments = *node.args;
    // CPython leaves the space out when no parameter is positional.
    write(arguments.posonlyargs.empty() && arguments.args.empty() ? "lambda" : "lambda ");
    parameters(arguments);
    write(": ");
    expression(*node.body, Test);
    close(level > Test);
}

void Unparser::parameters(const Arguments& arguments) {
    bool is_first = true;
    const auto separate = [&] {
        if (!is_first) write(", ");
        is_first = false;
    };
    const size_t only = arguments.posonlyargs.size();
    const size_t count = only + arguments.args.size();
    for (size_t i = 0; i < count; i++) {
        separate();
        write(i < only ? arguments.posonlyargs[i].arg : arguments.args[i - only].arg);
        const size_t without_default = count - arguments.defaults.size();
        if (i >= without_default) {
            write("=");
            expression(*arguments.defaults[i - without_default], Test);
        }
        if (i + 1 == only) write(", /");
    }
    if (arguments.vararg != nullptr || !arguments.kwonlyargs.empty()) {
        separate();
        write("*");
        if (arguments.vararg != nullptr) write(arguments.vararg->arg);
    }
    for (size_t i = 0; i < arguments.kwonlyargs.size(); i++) {
        separate();
        write(arguments.kwonlyargs[i].arg);
        if (arguments.kw_defaults[i] == nullptr) continue;
        write("=");
        expression(*arguments.kw_defaults[i], Test);
    }
    if (arguments.kwarg == nullptr) return;
    separate();
    write("**");
    write(arguments.kwarg->arg);
}

void Unparser::slice(const Slice& node) {
    if (node.lower != nullptr) expression(*node.lower, Test);
    write(":");
    if (node.upper != nullptr) expression(*node.upper, Test);
    if (node.step == nullptr) return;
    write(":");
    expression(*node.step, Test);
}

void Unparser::number(double value) {
    // Infinity has no literal, but a number that is too large is one.
    if (std::isinf(value)) return write("1e309");
    FixedText<float_repr_capacity> text;
    append_float_repr(text, value);
    write(text.view());
}

void Unparser::constant(const ast::Constant& node) {
    char digits[24];
    switch (node.type) {
        case ConstantType::None:
            return write("None");
        case ConstantType::True:
            return write("True");
        case ConstantType::False:
            return write("False");
        case ConstantType::Ellipsis:
            return write("...");
        case ConstantType::Str:
            if (node.has_u_prefix) write("u");
            return quoted(node.text, false);
        case ConstantType::Bytes:
            write("b");
            return quoted(node.text, true);
        case ConstantType::Integer: {
            if (!node.fits_int64) {
                write(node.base == 16 ? "0x" : node.base == 8 ? "0o" : node.base == 2 ? "0b" : "");
                return write(node.text);
            }
            const auto [end, error] = std::to_chars(digits, digits + sizeof digits, node.integer);
            return write({digits, static_cast<size_t>(end - digits)});
        }
        case ConstantType::Float:
            return number(node.number);
        case ConstantType::Imaginary:
            number(node.number);
            // repr() of a complex number has no ".0".
            if (std::string_view(text_.data(), text_.size()).ends_with(".0")) text_.shrink(text_.size() - 2);
            return write("j");
    }
}

// As repr() writes it.
void Unparser::quoted(std::string_view text, bool is_bytes) {
    constexpr char hex[] = "0123456789abcdef";
    const bool has_single = text.find('\'') != std::string_view::npos;
    const char quote = has_single && text.find('"') == std::string_view::npos ? '"' : '\'';
    text_.push(quote);
    const char* next = text.data();
    const char* const end = next + text.size();
    while (next < end) {
        const char* const start = next;
        const auto byte = static_cast<unsigned char>(*next);
        const char32_t code = is_bytes ? byte : utf8::next(next);
        if (is_bytes) next++;
        const bool is_plain = code < 0x80 ? code >= 0x20 && code != 0x7F : !is_bytes && unicode::is_printable(code);
        if (code == static_cast<unsigned char>(quote) || code == '\\') {
            text_.push('\\');
            text_.push(static_cast<char>(code));
        } else if (code == '\n' || code == '\r' || code == '\t') {
            write(code == '\n' ? "\\n" : code == '\r' ? "\\r" : "\\t");
        } else if (is_plain) {
            text_.append(start, static_cast<size_t>(next - start));
        } else {
            const int digit_count = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
            write(digit_count == 2 ? "\\x" : digit_count == 4 ? "\\u" : "\\U");
            for (int shift = 4 * (digit_count - 1); shift >= 0; shift -= 4) text_.push(hex[code >> shift & 15]);
        }
    }
    text_.push(quote);
}

void Unparser::joined(const JoinedStr& node) {
    Unparser inner(compilation_);
    inner.depth_ = depth_;
    inner.joined_parts(node);
    write("f");
    quoted(inner.text(), false);
}

void Unparser::joined_parts(const JoinedStr& node) {
    for (const Expression* part : node.values) {
        const auto* literal = part->try_as<ast::Constant>();
        if (literal == nullptr) {
            expression(*part, Test);
            continue;
        }
        for (const char byte : literal->text) {
            text_.push(byte);
            if (byte == '{' || byte == '}') text_.push(byte);
        }
    }
}

void Unparser::formatted(const FormattedValue& node) {
    Unparser inner(compilation_);
    inner.depth_ = depth_;
    inner.expression(*node.value, Test + 1);
    write("{");
    if (inner.text().starts_with("{")) write(" ");
    write(inner.text());
    if (node.conversion != Conversion::None) {
        write("!");
        text_.push(static_cast<char>(node.conversion));
    }
    if (node.format_spec != nullptr) {
        write(":");
        joined_parts(*node.format_spec);
    }
    write("}");
}

}  // namespace

std::string_view unparse(Compilation& compilation, const Expression& node) {
    Unparser unparser(compilation);
    unparser.expression(node, Test);
    return unparser.text();
}

}  // namespace exmonty
