#include "test/support/ast_dump.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace exmonty::test {

using namespace ast;

namespace {

// 'abc' if that is plain ASCII, else x'616263'.
std::string quoted(std::string_view bytes) {
    bool is_plain = std::all_of(bytes.begin(), bytes.end(),
                                [](char c) { return c >= ' ' && c <= '~' && c != '\'' && c != '\\'; });
    if (is_plain) return "'" + std::string(bytes) + "'";
    std::string result = "x'";
    char digits[3];
    for (unsigned char byte : bytes) {
        std::snprintf(digits, sizeof digits, "%02x", byte);
        result += digits;
    }
    return result + "'";
}

// Digits of any base up to 16 to hexadecimal.
std::string hex_integer(std::string_view digits, unsigned base) {
    std::vector<uint32_t> limbs{0};
    for (char c : digits) {
        uint64_t carry = static_cast<uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        for (uint32_t& limb : limbs) {
            carry += static_cast<uint64_t>(limb) * base;
            limb = static_cast<uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
    }
    char text[16];
    std::snprintf(text, sizeof text, "0x%x", limbs.back());
    std::string result = text;
    for (size_t index = limbs.size() - 1; index-- > 0;) {
        std::snprintf(text, sizeof text, "%08x", limbs[index]);
        result += text;
    }
    return result;
}

std::string number(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

constexpr const char* ContextNames[] = {"Load()", "Store()", "Del()"};
constexpr const char* BoolNames[] = {"And()", "Or()"};
constexpr const char* BinaryNames[] = {"Add()",    "Sub()",    "Mult()",  "MatMult()", "Div()",    "Mod()",     "Pow()",
                                       "LShift()", "RShift()", "BitOr()", "BitXor()",  "BitAnd()", "FloorDiv()"};
constexpr const char* UnaryNames[] = {"Invert()", "Not()", "UAdd()", "USub()"};
constexpr const char* CompareNames[] = {"Eq()",  "NotEq()", "Lt()",    "LtE()", "Gt()",
                                        "GtE()", "Is()",    "IsNot()", "In()",  "NotIn()"};
constexpr const char* KindNames[] = {
#define NODE(Name) #Name,
#include "vm/syntax/nodes.def"
};

class Dumper {
  public:
    explicit Dumper(Attributes attributes) : attributes_(attributes) {}

    std::string take() { return std::move(out_); }

    void node(const Node* node) {
        if (const Module* module = node->try_as<Module>()) return dump_module(*module);
        open(KindNames[static_cast<int>(node->kind)]);
        fields(node);
        close(&node->span);
    }

  private:
    void open(std::string_view name) {
        out_ += name;
        out_ += '(';
        is_first_ = true;
    }

    void close(const SourceSpan* span) {
        if (span != nullptr && attributes_ == Attributes::Included) {
            field("lineno", std::to_string(span->line));
            field("col_offset", std::to_string(span->column));
            field("end_lineno", std::to_string(span->end_line));
            field("end_col_offset", std::to_string(span->end_column));
        }
        out_ += ')';
        is_first_ = false;
    }

    void start_field(std::string_view name) {
        if (!is_first_) out_ += ", ";
        is_first_ = false;
        out_ += name;
        out_ += '=';
    }

    void field(std::string_view name, std::string_view value) {
        start_field(name);
        out_ += value;
    }

    void field(std::string_view name, const Node* child) {
        if (child == nullptr) return;
        start_field(name);
        node(child);
    }

    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) field(name, quoted(value));
    }

    template <typename T, typename Print>
    void list(std::string_view name, Span<T> elements, Print print) {
        if (elements.empty()) return;
        start_field(name);
        out_ += '[';
        bool first = true;
        for (const auto& element : elements) {
            if (!first) out_ += ", ";
            first = false;
            print(element);
        }
        out_ += ']';
        is_first_ = false;
    }

    template <typename T>
    void nodes(std::string_view name, Span<T*> elements) {
        list(name, elements, [this](const T* element) {
            if (element == nullptr) {
                out_ += "None";
            } else {
                node(element);
            }
        });
    }

    void names(std::string_view name, Span<Identifier> identifiers) {
        list(name, identifiers, [this](Identifier identifier) { out_ += quoted(identifier); });
    }

    void dump_module(const Module& module) {
        switch (module.mode) {
            case ParseMode::File:
                open("Module");
                nodes("body", module.body);
                break;
            case ParseMode::Single:
                open("Interactive");
                nodes("body", module.body);
                break;
            case ParseMode::Expression:
                open("Expression");
                field("body", module.expression);
                break;
        }
        close(nullptr);
    }

    void arg(const Arg& arg) {
        open("arg");
        text("arg", arg.arg);
        field("annotation", arg.annotation);
        close(&arg.span);
    }

    void arg_list(std::string_view name, Span<Arg> list_of_args) {
        list(name, list_of_args, [this](const Arg& one) { arg(one); });
    }

    void arguments(const Arguments& node) {
        start_field("args");
        open("arguments");
        arg_list("posonlyargs", node.posonlyargs);
        arg_list("args", node.args);
        if (node.vararg != nullptr) {
            start_field("vararg");
            arg(*node.vararg);
        }
        arg_list("kwonlyargs", node.kwonlyargs);
        nodes("kw_defaults", node.kw_defaults);
        if (node.kwarg != nullptr) {
            start_field("kwarg");
            arg(*node.kwarg);
        }
        nodes("defaults", node.defaults);
        close(nullptr);
    }

    void keywords(Span<Keyword> list_of_keywords) {
        list("keywords", list_of_keywords, [this](const Keyword& keyword) {
            open("keyword");
            text("arg", keyword.arg);
            field("value", keyword.value);
            close(&keyword.span);
        });
    }

    void aliases(Span<Alias> list_of_aliases) {
        list("names", list_of_aliases, [this](const Alias& alias) {
            open("alias");
            text("name", alias.name);
            text("asname", alias.asname);
            close(&alias.span);
        });
    }

    void generators(Span<Comprehension> clauses) {
        list("generators", clauses, [this](const Comprehension& clause) {
            open("comprehension");
            field("target", clause.target);
            field("iter", clause.iter);
            nodes("ifs", clause.ifs);
            field("is_async", clause.is_async ? "1" : "0");
            close(nullptr);
        });
    }

    void constant(const Constant& node) {
        switch (node.type) {
            case ConstantType::None:
                field("value", "None");
                break;
            case ConstantType::True:
                field("value", "True");
                break;
            case ConstantType::False:
                field("value", "False");
                break;
            case ConstantType::Ellipsis:
                field("value", "Ellipsis");
                break;
            case ConstantType::Str:
                field("value", quoted(node.text));
                break;
            case ConstantType::Bytes:
                field("value", "b" + quoted(node.text));
                break;
            case ConstantType::Integer:
                field("value", hex_integer(node.text, node.base));
                break;
            case ConstantType::Float:
                field("value", number(node.number));
                break;
            case ConstantType::Imaginary:
                field("value", number(node.number) + "j");
                break;
        }
        if (node.has_u_prefix) field("kind", "u");
    }

    void fields(const Node* node) {
        if (node->kind < NodeKind::BoolOp) return statement(node);
        if (node->kind <= NodeKind::Slice) return expression(node);
        pattern(node);
    }

    void statement(const Node* node);
    void compound(const Node* node);
    void expression(const Node* node);
    void operation(const Node* node);
    void pattern(const Node* node);

    Attributes attributes_;
    std::string out_;
    bool is_first_ = true;
};

void Dumper::statement(const Node* node) {
    switch (node->kind) {
        case NodeKind::Return:
            return field("value", node->as<Return>()->value);
        case NodeKind::Delete:
            return nodes("targets", node->as<Delete>()->targets);
        case NodeKind::Assign:
            nodes("targets", node->as<Assign>()->targets);
            return field("value", node->as<Assign>()->value);
        case NodeKind::TypeAlias:
            field("name", node->as<TypeAlias>()->name);
            nodes("type_params", node->as<TypeAlias>()->type_params);
            return field("value", node->as<TypeAlias>()->value);
        case NodeKind::AugAssign:
            field("target", node->as<AugAssign>()->target);
            field("op", BinaryNames[static_cast<int>(node->as<AugAssign>()->op)]);
            return field("value", node->as<AugAssign>()->value);
        case NodeKind::AnnAssign:
            field("target", node->as<AnnAssign>()->target);
            field("annotation", node->as<AnnAssign>()->annotation);
            field("value", node->as<AnnAssign>()->value);
            return field("simple", node->as<AnnAssign>()->simple ? "1" : "0");
        case NodeKind::Raise:
            field("exc", node->as<Raise>()->exc);
            return field("cause", node->as<Raise>()->cause);
        case NodeKind::Assert:
            field("test", node->as<Assert>()->test);
            return field("msg", node->as<Assert>()->msg);
        case NodeKind::Import:
            return aliases(node->as<Import>()->names);
        case NodeKind::ImportFrom:
            text("module", node->as<ImportFrom>()->module);
            aliases(node->as<ImportFrom>()->names);
            return field("level", std::to_string(node->as<ImportFrom>()->level));
        case NodeKind::Global:
            return names("names", node->as<Global>()->names);
        case NodeKind::Nonlocal:
            return names("names", node->as<Nonlocal>()->names);
        case NodeKind::Expr:
            return field("value", node->as<Expr>()->value);
        case NodeKind::Pass:
        case NodeKind::Break:
        case NodeKind::Continue:
            return;
        default:
            return compound(node);
    }
}

void Dumper::compound(const Node* node) {
    switch (node->kind) {
        case NodeKind::FunctionDef:
        case NodeKind::AsyncFunctionDef: {
            const FunctionDef* function = static_cast<const FunctionDef*>(node);
            text("name", function->name);
            arguments(*function->args);
            nodes("body", function->body);
            nodes("decorator_list", function->decorator_list);
            field("returns", function->returns);
            return nodes("type_params", function->type_params);
        }
        case NodeKind::ClassDef: {
            const ClassDef* definition = node->as<ClassDef>();
            text("name", definition->name);
            nodes("bases", definition->bases);
            keywords(definition->keywords);
            nodes("body", definition->body);
            nodes("decorator_list", definition->decorator_list);
            return nodes("type_params", definition->type_params);
        }
        case NodeKind::For:
        case NodeKind::AsyncFor: {
            const For* loop = static_cast<const For*>(node);
            field("target", loop->target);
            field("iter", loop->iter);
            nodes("body", loop->body);
            return nodes("orelse", loop->orelse);
        }
        case NodeKind::While:
            field("test", node->as<While>()->test);
            nodes("body", node->as<While>()->body);
            return nodes("orelse", node->as<While>()->orelse);
        case NodeKind::If:
            field("test", node->as<If>()->test);
            nodes("body", node->as<If>()->body);
            return nodes("orelse", node->as<If>()->orelse);
        case NodeKind::With:
        case NodeKind::AsyncWith: {
            const With* with = static_cast<const With*>(node);
            list("items", with->items, [this](const Withitem& item) {
                open("withitem");
                field("context_expr", item.context_expr);
                field("optional_vars", item.optional_vars);
                close(nullptr);
            });
            return nodes("body", with->body);
        }
        case NodeKind::Match:
            field("subject", node->as<Match>()->subject);
            return list("cases", node->as<Match>()->cases, [this](const MatchCase& match_case) {
                open("match_case");
                field("pattern", match_case.pattern);
                field("guard", match_case.guard);
                nodes("body", match_case.body);
                close(nullptr);
            });
        case NodeKind::Try:
        case NodeKind::TryStar: {
            const Try* attempt = static_cast<const Try*>(node);
            nodes("body", attempt->body);
            nodes("handlers", attempt->handlers);
            nodes("orelse", attempt->orelse);
            return nodes("finalbody", attempt->finalbody);
        }
        default:
            return;
    }
}

void Dumper::expression(const Node* node) {
    switch (node->kind) {
        case NodeKind::Dict:
            nodes("keys", node->as<Dict>()->keys);
            return nodes("values", node->as<Dict>()->values);
        case NodeKind::Set:
            return nodes("elts", node->as<Set>()->elts);
        case NodeKind::ListComp:
            field("elt", node->as<ListComp>()->elt);
            return generators(node->as<ListComp>()->generators);
        case NodeKind::SetComp:
            field("elt", node->as<SetComp>()->elt);
            return generators(node->as<SetComp>()->generators);
        case NodeKind::GeneratorExp:
            field("elt", node->as<GeneratorExp>()->elt);
            return generators(node->as<GeneratorExp>()->generators);
        case NodeKind::DictComp:
            field("key", node->as<DictComp>()->key);
            field("value", node->as<DictComp>()->value);
            return generators(node->as<DictComp>()->generators);
        case NodeKind::FormattedValue:
            field("value", node->as<FormattedValue>()->value);
            field("conversion", std::to_string(static_cast<int>(node->as<FormattedValue>()->conversion)));
            return field("format_spec", node->as<FormattedValue>()->format_spec);
        case NodeKind::Interpolation:
            field("value", node->as<Interpolation>()->value);
            field("str", quoted(node->as<Interpolation>()->str));
            field("conversion", std::to_string(static_cast<int>(node->as<Interpolation>()->conversion)));
            return field("format_spec", node->as<Interpolation>()->format_spec);
        case NodeKind::JoinedStr:
            return nodes("values", node->as<JoinedStr>()->values);
        case NodeKind::TemplateStr:
            return nodes("values", node->as<TemplateStr>()->values);
        case NodeKind::Constant:
            return constant(*node->as<Constant>());
        case NodeKind::Attribute:
            field("value", node->as<Attribute>()->value);
            text("attr", node->as<Attribute>()->attr);
            return field("ctx", ContextNames[static_cast<int>(node->as<Attribute>()->ctx)]);
        case NodeKind::Subscript:
            field("value", node->as<Subscript>()->value);
            field("slice", node->as<Subscript>()->slice);
            return field("ctx", ContextNames[static_cast<int>(node->as<Subscript>()->ctx)]);
        case NodeKind::Starred:
            field("value", node->as<Starred>()->value);
            return field("ctx", ContextNames[static_cast<int>(node->as<Starred>()->ctx)]);
        case NodeKind::Name:
            text("id", node->as<Name>()->id);
            return field("ctx", ContextNames[static_cast<int>(node->as<Name>()->ctx)]);
        case NodeKind::List:
            nodes("elts", node->as<List>()->elts);
            return field("ctx", ContextNames[static_cast<int>(node->as<List>()->ctx)]);
        case NodeKind::Tuple:
            nodes("elts", node->as<Tuple>()->elts);
            return field("ctx", ContextNames[static_cast<int>(node->as<Tuple>()->ctx)]);
        case NodeKind::Slice:
            field("lower", node->as<Slice>()->lower);
            field("upper", node->as<Slice>()->upper);
            return field("step", node->as<Slice>()->step);
        default:
            return operation(node);
    }
}

void Dumper::operation(const Node* node) {
    switch (node->kind) {
        case NodeKind::BoolOp:
            field("op", BoolNames[static_cast<int>(node->as<BoolOp>()->op)]);
            return nodes("values", node->as<BoolOp>()->values);
        case NodeKind::NamedExpr:
            field("target", node->as<NamedExpr>()->target);
            return field("value", node->as<NamedExpr>()->value);
        case NodeKind::BinOp:
            field("left", node->as<BinOp>()->left);
            field("op", BinaryNames[static_cast<int>(node->as<BinOp>()->op)]);
            return field("right", node->as<BinOp>()->right);
        case NodeKind::UnaryOp:
            field("op", UnaryNames[static_cast<int>(node->as<UnaryOp>()->op)]);
            return field("operand", node->as<UnaryOp>()->operand);
        case NodeKind::Lambda:
            arguments(*node->as<Lambda>()->args);
            return field("body", node->as<Lambda>()->body);
        case NodeKind::IfExp:
            field("test", node->as<IfExp>()->test);
            field("body", node->as<IfExp>()->body);
            return field("orelse", node->as<IfExp>()->orelse);
        case NodeKind::Await:
            return field("value", node->as<Await>()->value);
        case NodeKind::Yield:
            return field("value", node->as<Yield>()->value);
        case NodeKind::YieldFrom:
            return field("value", node->as<YieldFrom>()->value);
        case NodeKind::Compare:
            field("left", node->as<Compare>()->left);
            list("ops", node->as<Compare>()->ops,
                 [this](CompareOperator op) { out_ += CompareNames[static_cast<int>(op)]; });
            return nodes("comparators", node->as<Compare>()->comparators);
        case NodeKind::Call:
            field("func", node->as<Call>()->func);
            nodes("args", node->as<Call>()->args);
            return keywords(node->as<Call>()->keywords);
        default:
            return;
    }
}

void Dumper::pattern(const Node* node) {
    switch (node->kind) {
        case NodeKind::MatchValue:
            return field("value", node->as<MatchValue>()->value);
        case NodeKind::MatchSingleton: {
            Constant value{};
            value.type = node->as<MatchSingleton>()->value;
            return constant(value);
        }
        case NodeKind::MatchSequence:
            return nodes("patterns", node->as<MatchSequence>()->patterns);
        case NodeKind::MatchMapping:
            nodes("keys", node->as<MatchMapping>()->keys);
            nodes("patterns", node->as<MatchMapping>()->patterns);
            return text("rest", node->as<MatchMapping>()->rest);
        case NodeKind::MatchClass:
            field("cls", node->as<MatchClass>()->cls);
            nodes("patterns", node->as<MatchClass>()->patterns);
            names("kwd_attrs", node->as<MatchClass>()->kwd_attrs);
            return nodes("kwd_patterns", node->as<MatchClass>()->kwd_patterns);
        case NodeKind::MatchStar:
            return text("name", node->as<MatchStar>()->name);
        case NodeKind::MatchAs:
            field("pattern", node->as<MatchAs>()->pattern);
            return text("name", node->as<MatchAs>()->name);
        case NodeKind::MatchOr:
            return nodes("patterns", node->as<MatchOr>()->patterns);
        case NodeKind::TypeVar:
            text("name", node->as<TypeVar>()->name);
            field("bound", node->as<TypeVar>()->bound);
            return field("default_value", node->as<TypeVar>()->default_value);
        case NodeKind::ParamSpec:
            text("name", node->as<ParamSpec>()->name);
            return field("default_value", node->as<ParamSpec>()->default_value);
        case NodeKind::TypeVarTuple:
            text("name", node->as<TypeVarTuple>()->name);
            return field("default_value", node->as<TypeVarTuple>()->default_value);
        case NodeKind::ExceptHandler:
            field("type", node->as<ExceptHandler>()->type);
            text("name", node->as<ExceptHandler>()->name);
            return nodes("body", node->as<ExceptHandler>()->body);
        default:
            return;
    }
}

}  // namespace

std::string dump_ast(const Node& node, Attributes attributes) {
    Dumper dumper(attributes);
    dumper.node(&node);
    return dumper.take();
}

}  // namespace exmonty::test
