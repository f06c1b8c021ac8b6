#pragma once

// The syntax tree: plain structs in an arena, one per node of CPython 3.14's Python.asdl, with its names.
//
// Depth. Native recursion over the tree is safe only with these facts in mind:
//  - BinOp.left, Attribute.value, Subscript.value and Call.func make chains that are left-deep without bound
//    (`1+1+…`, `a.b.b…`, `a[0][0]…`, `f()()…`, mixed). Walk down with a loop.
//  - If.orelse makes chains that are right-deep without bound (`elif`): loop while orelse is exactly one If.
//  - Everything else (parentheses, brackets, `**`, unary operators, lambdas, conditional expressions, nested
//    strings, targets, patterns, blocks) is nested at most MaxNesting deep in all; blocks at most 100 deep.
//  - BoolOp.values, Compare.comparators and all other lists are flat, and as long as the input makes them.
//
// Text. A string_view points into the arena or into the source text, so the source outlives the tree.
// Identifiers are NFKC-normalised. Nullable pointers say so; all others are set.

#include <cassert>
#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/source_span.h"

namespace exmonty::ast {

// The deepest nesting that a tree can have, chains apart.
constexpr int MaxNesting = 1000;

enum class NodeKind : uint8_t {
#define NODE(Name) Name,
#include "vm/syntax/nodes.def"
};

struct Node {
    NodeKind kind;
    SourceSpan span;

    template <typename T>
    bool is() const {
        return kind == T::Kind;
    }

    // The node as what it is known to be.
    template <typename T>
    T* as() {
        assert(kind == T::Kind);
        return static_cast<T*>(this);
    }
    template <typename T>
    const T* as() const {
        assert(kind == T::Kind);
        return static_cast<const T*>(this);
    }

    // The node as a T, or nullptr if it is something else.
    template <typename T>
    T* try_as() {
        return kind == T::Kind ? static_cast<T*>(this) : nullptr;
    }
    template <typename T>
    const T* try_as() const {
        return kind == T::Kind ? static_cast<const T*>(this) : nullptr;
    }
};

struct Statement : Node {};
struct Expression : Node {};
struct Pattern : Node {};
struct TypeParameter : Node {};

using Identifier = std::string_view;
using Statements = Span<Statement*>;
using Expressions = Span<Expression*>;
using Patterns = Span<Pattern*>;
using TypeParameters = Span<TypeParameter*>;

enum class Context : uint8_t { Load, Store, Del };

enum class BoolOperator : uint8_t { And, Or };

enum class BinaryOperator : uint8_t {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv
};

enum class UnaryOperator : uint8_t { Invert, Not, UAdd, USub };

enum class CompareOperator : uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

enum class ConstantType : uint8_t { None, True, False, Ellipsis, Str, Bytes, Integer, Float, Imaginary };

// ---------------------------------------------------------------------------------------------------------------------
// Parts without a kind of their own.

// One `for … in … if …` of a comprehension.
struct Comprehension {
    Expression* target;
    Expression* iter;
    Expressions ifs;
    bool is_async;
};

// A parameter.
struct Arg {
    SourceSpan span;
    Identifier arg;
    Expression* annotation;  // nullable
};

struct Arguments {
    Span<Arg> posonlyargs;
    Span<Arg> args;
    Arg* vararg;  // nullable
    Span<Arg> kwonlyargs;
    Expressions kw_defaults;  // one per kwonlyargs, nullptr: no default
    Arg* kwarg;               // nullable
    Expressions defaults;     // of the last posonlyargs and args
};

// A keyword argument of a call or a class.
struct Keyword {
    SourceSpan span;
    Identifier arg;  // empty for `**value`
    Expression* value;

    bool is_unpacking() const { return arg.empty(); }
};

// A name in an import: `name as asname`.
struct Alias {
    SourceSpan span;
    Identifier name;    // dotted, or "*"
    Identifier asname;  // empty: none
};

struct Withitem {
    Expression* context_expr;
    Expression* optional_vars;  // nullable
};

struct MatchCase {
    Pattern* pattern;
    Expression* guard;  // nullable
    Statements body;
};

struct ExceptHandler : Node {
    static constexpr NodeKind Kind = NodeKind::ExceptHandler;
    Expression* type;  // nullable
    Identifier name;   // empty: none
    Statements body;
};

// ---------------------------------------------------------------------------------------------------------------------
// Statements.

// File and Single input have a body, Expression input (`eval`) has an expression.
enum class ParseMode : uint8_t { File, Expression, Single };

struct Module : Node {
    static constexpr NodeKind Kind = NodeKind::Module;
    ParseMode mode;
    Statements body;
    Expression* expression;  // nullable
};

struct FunctionDef : Statement {
    static constexpr NodeKind Kind = NodeKind::FunctionDef;
    Identifier name;
    Arguments* args;
    Statements body;
    Expressions decorator_list;
    Expression* returns;  // nullable
    TypeParameters type_params;
};

struct AsyncFunctionDef : FunctionDef {
    static constexpr NodeKind Kind = NodeKind::AsyncFunctionDef;
};

struct ClassDef : Statement {
    static constexpr NodeKind Kind = NodeKind::ClassDef;
    Identifier name;
    Expressions bases;
    Span<Keyword> keywords;
    Statements body;
    Expressions decorator_list;
    TypeParameters type_params;
};

struct Return : Statement {
    static constexpr NodeKind Kind = NodeKind::Return;
    Expression* value;  // nullable
};

struct Delete : Statement {
    static constexpr NodeKind Kind = NodeKind::Delete;
    Expressions targets;
};

struct Assign : Statement {
    static constexpr NodeKind Kind = NodeKind::Assign;
    Expressions targets;
    Expression* value;
};

struct TypeAlias : Statement {
    static constexpr NodeKind Kind = NodeKind::TypeAlias;
    Expression* name;
    TypeParameters type_params;
    Expression* value;
};

struct AugAssign : Statement {
    static constexpr NodeKind Kind = NodeKind::AugAssign;
    BinaryOperator op;
    Expression* target;
    Expression* value;
};

struct AnnAssign : Statement {
    static constexpr NodeKind Kind = NodeKind::AnnAssign;
    bool simple;  // the target is a name without parentheses
    Expression* target;
    Expression* annotation;
    Expression* value;  // nullable
};

struct For : Statement {
    static constexpr NodeKind Kind = NodeKind::For;
    Expression* target;
    Expression* iter;
    Statements body;
    Statements orelse;
};

struct AsyncFor : For {
    static constexpr NodeKind Kind = NodeKind::AsyncFor;
};

struct While : Statement {
    static constexpr NodeKind Kind = NodeKind::While;
    Expression* test;
    Statements body;
    Statements orelse;
};

struct If : Statement {
    static constexpr NodeKind Kind = NodeKind::If;
    Expression* test;
    Statements body;
    Statements orelse;  // an `elif` is one If in here
};

struct With : Statement {
    static constexpr NodeKind Kind = NodeKind::With;
    Span<Withitem> items;
    Statements body;
};

struct AsyncWith : With {
    static constexpr NodeKind Kind = NodeKind::AsyncWith;
};

struct Match : Statement {
    static constexpr NodeKind Kind = NodeKind::Match;
    Expression* subject;
    Span<MatchCase> cases;
};

struct Raise : Statement {
    static constexpr NodeKind Kind = NodeKind::Raise;
    Expression* exc;    // nullable
    Expression* cause;  // nullable
};

struct Try : Statement {
    static constexpr NodeKind Kind = NodeKind::Try;
    Statements body;
    Span<ExceptHandler*> handlers;
    Statements orelse;
    Statements finalbody;
};

struct TryStar : Try {
    static constexpr NodeKind Kind = NodeKind::TryStar;
};

struct Assert : Statement {
    static constexpr NodeKind Kind = NodeKind::Assert;
    Expression* test;
    Expression* msg;  // nullable
};

struct Import : Statement {
    static constexpr NodeKind Kind = NodeKind::Import;
    Span<Alias> names;
};

struct ImportFrom : Statement {
    static constexpr NodeKind Kind = NodeKind::ImportFrom;
    uint32_t level;     // leading dots
    Identifier module;  // empty: none
    Span<Alias> names;
};

struct Global : Statement {
    static constexpr NodeKind Kind = NodeKind::Global;
    Span<Identifier> names;
};

struct Nonlocal : Statement {
    static constexpr NodeKind Kind = NodeKind::Nonlocal;
    Span<Identifier> names;
};

// An expression as a statement.
struct Expr : Statement {
    static constexpr NodeKind Kind = NodeKind::Expr;
    Expression* value;
};

struct Pass : Statement {
    static constexpr NodeKind Kind = NodeKind::Pass;
};

struct Break : Statement {
    static constexpr NodeKind Kind = NodeKind::Break;
};

struct Continue : Statement {
    static constexpr NodeKind Kind = NodeKind::Continue;
};

// ---------------------------------------------------------------------------------------------------------------------
// Expressions.

struct BoolOp : Expression {
    static constexpr NodeKind Kind = NodeKind::BoolOp;
    BoolOperator op;
    Expressions values;
};

struct NamedExpr : Expression {
    static constexpr NodeKind Kind = NodeKind::NamedExpr;
    Expression* target;
    Expression* value;
};

struct BinOp : Expression {
    static constexpr NodeKind Kind = NodeKind::BinOp;
    BinaryOperator op;
    Expression* left;
    Expression* right;
};

struct UnaryOp : Expression {
    static constexpr NodeKind Kind = NodeKind::UnaryOp;
    UnaryOperator op;
    Expression* operand;
};

struct Lambda : Expression {
    static constexpr NodeKind Kind = NodeKind::Lambda;
    Arguments* args;
    Expression* body;
};

struct IfExp : Expression {
    static constexpr NodeKind Kind = NodeKind::IfExp;
    Expression* test;
    Expression* body;
    Expression* orelse;
};

struct Dict : Expression {
    static constexpr NodeKind Kind = NodeKind::Dict;
    Expressions keys;  // nullptr: `**value`
    Expressions values;
};

struct Set : Expression {
    static constexpr NodeKind Kind = NodeKind::Set;
    Expressions elts;
};

struct ListComp : Expression {
    static constexpr NodeKind Kind = NodeKind::ListComp;
    Expression* elt;
    Span<Comprehension> generators;
};

struct SetComp : Expression {
    static constexpr NodeKind Kind = NodeKind::SetComp;
    Expression* elt;
    Span<Comprehension> generators;
};

struct DictComp : Expression {
    static constexpr NodeKind Kind = NodeKind::DictComp;
    Expression* key;
    Expression* value;
    Span<Comprehension> generators;
};

struct GeneratorExp : Expression {
    static constexpr NodeKind Kind = NodeKind::GeneratorExp;
    Expression* elt;
    Span<Comprehension> generators;
};

struct Await : Expression {
    static constexpr NodeKind Kind = NodeKind::Await;
    Expression* value;
};

struct Yield : Expression {
    static constexpr NodeKind Kind = NodeKind::Yield;
    Expression* value;  // nullable
};

struct YieldFrom : Expression {
    static constexpr NodeKind Kind = NodeKind::YieldFrom;
    Expression* value;
};

struct Compare : Expression {
    static constexpr NodeKind Kind = NodeKind::Compare;
    Expression* left;
    Span<CompareOperator> ops;
    Expressions comparators;
};

struct Call : Expression {
    static constexpr NodeKind Kind = NodeKind::Call;
    Expression* func;
    Expressions args;
    Span<Keyword> keywords;
};

// How an f-string shows a value: `!s`, `!r`, `!a`; the values are those of CPython's int.
enum class Conversion : int8_t { None = -1, Str = 's', Repr = 'r', Ascii = 'a' };

struct JoinedStr : Expression {
    static constexpr NodeKind Kind = NodeKind::JoinedStr;
    Expressions values;  // Constant and FormattedValue
};

struct FormattedValue : Expression {
    static constexpr NodeKind Kind = NodeKind::FormattedValue;
    Conversion conversion;
    Expression* value;
    JoinedStr* format_spec;  // nullable
};

struct TemplateStr : Expression {
    static constexpr NodeKind Kind = NodeKind::TemplateStr;
    Expressions values;  // Constant and Interpolation
};

struct Interpolation : Expression {
    static constexpr NodeKind Kind = NodeKind::Interpolation;
    Conversion conversion;
    Expression* value;
    std::string_view str;    // the source text of value
    JoinedStr* format_spec;  // nullable
};

struct Constant : Expression {
    static constexpr NodeKind Kind = NodeKind::Constant;
    ConstantType type;
    bool has_u_prefix;  // `u'…'`
    bool fits_int64;    // an Integer whose value is in `integer`
    uint8_t base;       // of an Integer's digits: 2, 8, 10 or 16
    // Str: UTF-8, in which surrogates (`\ud800`) are encoded as three bytes like any other code point.
    // Bytes: the bytes. Integer: its digits, without prefix and underscores.
    std::string_view text;
    int64_t integer;
    double number;  // of a Float or an Imaginary
};

struct Attribute : Expression {
    static constexpr NodeKind Kind = NodeKind::Attribute;
    Context ctx;
    Expression* value;
    Identifier attr;
    // Where the name is.
    SourceSpan attr_span;
};

struct Subscript : Expression {
    static constexpr NodeKind Kind = NodeKind::Subscript;
    Context ctx;
    Expression* value;
    Expression* slice;
};

struct Starred : Expression {
    static constexpr NodeKind Kind = NodeKind::Starred;
    Context ctx;
    Expression* value;
};

struct Name : Expression {
    static constexpr NodeKind Kind = NodeKind::Name;
    Context ctx;
    Identifier id;
};

struct List : Expression {
    static constexpr NodeKind Kind = NodeKind::List;
    Context ctx;
    Expressions elts;
};

struct Tuple : Expression {
    static constexpr NodeKind Kind = NodeKind::Tuple;
    Context ctx;
    Expressions elts;
};

struct Slice : Expression {
    static constexpr NodeKind Kind = NodeKind::Slice;
    Expression* lower;  // nullable
    Expression* upper;  // nullable
    Expression* step;   // nullable
};

// ---------------------------------------------------------------------------------------------------------------------
// Patterns.

struct MatchValue : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchValue;
    Expression* value;
};

struct MatchSingleton : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchSingleton;
    ConstantType value;  // None, True or False
};

struct MatchSequence : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchSequence;
    Patterns patterns;
};

struct MatchMapping : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchMapping;
    Expressions keys;
    Patterns patterns;
    Identifier rest;  // empty: none
};

struct MatchClass : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchClass;
    Expression* cls;
    Patterns patterns;
    Span<Identifier> kwd_attrs;
    Patterns kwd_patterns;
};

struct MatchStar : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchStar;
    Identifier name;  // empty: `*_`
};

struct MatchAs : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchAs;
    Pattern* pattern;  // nullable
    Identifier name;   // empty: `_`
};

struct MatchOr : Pattern {
    static constexpr NodeKind Kind = NodeKind::MatchOr;
    Patterns patterns;
};

// ---------------------------------------------------------------------------------------------------------------------
// Type parameters.

struct TypeVar : TypeParameter {
    static constexpr NodeKind Kind = NodeKind::TypeVar;
    Identifier name;
    Expression* bound;          // nullable
    Expression* default_value;  // nullable
};

struct ParamSpec : TypeParameter {
    static constexpr NodeKind Kind = NodeKind::ParamSpec;
    Identifier name;
    Expression* default_value;  // nullable
};

struct TypeVarTuple : TypeParameter {
    static constexpr NodeKind Kind = NodeKind::TypeVarTuple;
    Identifier name;
    Expression* default_value;  // nullable
};

}  // namespace exmonty::ast
