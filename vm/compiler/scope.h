// The scopes of a module: what each name means in each function, class body and comprehension.
//
// Made in two passes. The builder walks the tree and notes in every scope which names are bound, used and declared in
// it; the analysis then decides for each whether it is local, in a cell, free or global, and numbers the variables.
//
// A list, set or dict comprehension has a scope of its own but no code of its own: it is compiled into the scope around
// it, its *host*, where its variables have slots of their own. A generator expression is a function.
#pragma once

#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/arena_map.h"
#include "vm/compiler/compilation.h"
#include "vm/syntax/ast.h"

namespace exmonty {

enum class ScopeKind : uint8_t { Module, Function, Lambda, Class, Generator, ListComprehension, SetComprehension,
                                 DictComprehension, Annotation };

enum class NameUse : uint16_t {
    Global = 1 << 0,          // `global`
    Local = 1 << 1,           // bound by assignment or in another way
    Parameter = 1 << 2,
    Nonlocal = 1 << 3,        // `nonlocal`
    Use = 1 << 4,             // read
    Import = 1 << 5,
    Annotated = 1 << 6,       // `x: int`
    IterationVariable = 1 << 7,  // target of a comprehension's `for`
    Deleted = 1 << 8,         // by `del` or at the end of a named handler
    Walrus = 1 << 9,          // bound by `:=`
};

enum class NameBinding : uint8_t {
    Unresolved,
    Local,           // a slot of the host; in class bodies and modules: a name of the namespace
    Cell,            // a slot that holds a cell
    Free,            // a free variable of the host
    Enclosed,        // of a comprehension: belongs to a scope around it with the same host
    GlobalExplicit,
    GlobalImplicit,
};

struct Symbol {
    static constexpr uint32_t None = UINT32_MAX;

    std::string_view name;
    uint16_t uses = 0;
    NameBinding binding = NameBinding::Unresolved;
    uint32_t slot = None;          // Local, Cell: number among the host's locals
    uint32_t free_index = None;    // number among the free variables; a class may have it beside a local name
    Symbol* enclosed = nullptr;    // Enclosed: whose variable it is
    SourceSpan declared = {};      // where `global` or `nonlocal` says so

    bool has(NameUse use) const { return (uses & static_cast<uint16_t>(use)) != 0; }
    void add(NameUse use) { uses |= static_cast<uint16_t>(use); }
    bool is_bound() const {
        return has(NameUse::Local) || has(NameUse::Parameter) || has(NameUse::Import);
    }
};

using SymbolMap = ArenaMap<std::string_view, Symbol*, TextKey>;
using NameMap = ArenaMap<std::string_view, std::string_view, TextKey>;

// `name: annotation` in a class or module. A conditional one counts if it has been run.
struct AnnotatedName {
    const ast::AnnAssign* node;
    bool is_conditional;
};

struct Scope {
    Scope(Arena& arena, ScopeKind kind, std::string_view name, Scope* parent)
        : kind(kind), name(name), parent(parent), symbols(arena), locals(arena), frees(arena), mangled(arena), annotated(arena) {}

    ScopeKind kind;
    std::string_view name;
    Scope* parent;
    Scope* host = nullptr;        // this scope, or the one into whose code a comprehension is compiled
    Scope* class_around = nullptr;  // the nearest class whose private names are mangled in here
    Scope* first_child = nullptr;
    Scope* last_child = nullptr;
    Scope* next_sibling = nullptr;
    SymbolMap symbols;
    // All local variables of a host, parameters first: slot → symbol. Those of comprehensions share slots.
    ArenaVector<Symbol*> locals;
    uint32_t parameter_count = 0;
    uint32_t own_locals = 0;      // how many of `locals` are the host's own; those of comprehensions follow
    ArenaVector<std::string_view> frees;
    NameMap mangled;              // of a class: private name → what it is mangled to
    std::string_view private_prefix;  // of a class: `_Name`, or empty

    // Class bodies. The cells belong to no name of the namespace.
    Symbol* class_cell = nullptr;        // `__class__`
    Symbol* dictionary_cell = nullptr;   // `__classdict__`, for annotations that see the class
    Symbol* conditional_cell = nullptr;  // `__conditional_annotations__`
    Scope* annotations = nullptr;        // of a class or module: the scope of its annotate function
    ArenaVector<AnnotatedName> annotated;

    uint32_t block_registers = 0;  // the most registers that nested statements hold at a time
    uint16_t iterable_depth = 0;   // while building: inside so many iterables of comprehensions
    bool is_iteration_target = false;
    bool is_conditional = false;         // while building: inside if, for, try, …
    bool has_conditional_annotations = false;
    bool is_generator = false;
    bool is_nested = false;        // inside a function
    bool future_annotations = false;

    bool is_inlined() const {
        return kind == ScopeKind::ListComprehension || kind == ScopeKind::SetComprehension ||
               kind == ScopeKind::DictComprehension;
    }
    bool is_comprehension() const { return is_inlined() || kind == ScopeKind::Generator; }
    bool is_function() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
    Symbol* find(std::string_view symbol_name) const {
        Symbol* const* found = symbols.find(symbol_name);
        return found == nullptr ? nullptr : *found;
    }
};

class ScopeTable {
  public:
    explicit ScopeTable(Arena& arena) : scopes_(arena) {}

    // Of a Module, FunctionDef, Lambda, ClassDef or comprehension; of an Arguments: the function's annotations.
    Scope* of(const void* node) const { return *scopes_.find(node); }
    bool has(const void* node) const { return scopes_.find(node) != nullptr; }
    void add(const void* node, Scope* scope) { scopes_.insert(node, scope); }
    Scope* module = nullptr;

  private:
    ArenaMap<const void*, Scope*, AddressKey> scopes_;
};

// A name as it is known in the scope: `__x` in a class is `_Class__x`.
std::string_view mangle(Compilation& compilation, const Scope& scope, std::string_view name);

// Both passes. Errors go to the compilation.
ScopeTable* build_scopes(Compilation& compilation, const ast::Module& module);

// The second pass alone.
void analyze_scopes(Compilation& compilation, Scope& module);

}  // namespace exmonty
