// The second pass over the scopes: what each name is, and the numbers of the variables.
//
// While the scopes are walked, every name has a stack of those enclosing functions that bind it (or say that it is
// global); a name that its own scope does not bind is whatever the top of its stack says. So the work is linear in the
// number of symbols, but for the free variables that functions in between must pass on.
#include "vm/compiler/scope.h"

namespace exmonty {

namespace {

// One enclosing scope that knows the name; without a symbol it says that the name is global.
struct Known {
    Scope* scope;
    Symbol* symbol;
    Known* outer;
};

using KnownMap = ArenaMap<std::string_view, Known*, TextKey>;

class Analysis {
  public:
    explicit Analysis(Compilation& compilation) : compilation_(compilation), known_(compilation.arena) {}

    void scope(Scope& scope);

  private:
    void know(std::string_view name, Scope& scope, Symbol* symbol);
    void forget(std::string_view name);
    void bind(Scope& scope);
    void resolve(Scope& scope, Symbol& symbol);
    void resolve_class_cells(Scope& scope);
    void make_free(Scope& from, Symbol& symbol, const Known& known);
    void unbind(Scope& scope);
    Symbol* special(std::string_view name, Scope& scope);

    Compilation& compilation_;
    KnownMap known_;
};

void Analysis::know(std::string_view name, Scope& scope, Symbol* symbol) {
    Known** top = known_.insert(name, nullptr);
    *top = compilation_.arena.create<Known>(Known{&scope, symbol, *top});
}

void Analysis::forget(std::string_view name) {
    Known** top = known_.find(name);
    if (top != nullptr && *top != nullptr) *top = (*top)->outer;
}

Symbol* Analysis::special(std::string_view name, Scope& scope) {
    Symbol* symbol = compilation_.arena.create<Symbol>(Symbol{.name = name, .binding = NameBinding::Local});
    know(name, scope, symbol);
    return symbol;
}

// Makes known what functions and comprehensions in the scope see of it.
void Analysis::bind(Scope& scope) {
    if (scope.kind == ScopeKind::Class) {
        scope.class_cell = special("__class__", scope);
        scope.dictionary_cell = special("__classdict__", scope);
        scope.conditional_cell = special("__conditional_annotations__", scope);
        return;
    }
    if (scope.kind == ScopeKind::Module) return;
    for (auto& entry : scope.symbols) {
        if (compilation_.is_over()) return;
        Symbol& symbol = *entry.item;
        if (symbol.has(NameUse::Global))
            know(symbol.name, scope, nullptr);
        else if (symbol.is_bound() && !symbol.has(NameUse::Nonlocal))
            know(symbol.name, scope, &symbol);
    }
}

void Analysis::unbind(Scope& scope) {
    if (scope.kind == ScopeKind::Class) {
        for (std::string_view name : {"__class__", "__classdict__", "__conditional_annotations__"}) forget(name);
        return;
    }
    if (scope.kind == ScopeKind::Module) return;
    for (auto& entry : scope.symbols) {
        Symbol& symbol = *entry.item;
        if (symbol.has(NameUse::Global) || (symbol.is_bound() && !symbol.has(NameUse::Nonlocal))) forget(symbol.name);
    }
}

void Analysis::resolve(Scope& scope, Symbol& symbol) {
    if (symbol.has(NameUse::Global)) {
        if (symbol.has(NameUse::Nonlocal))
            compilation_.fail(symbol.declared, "name '", symbol.name, "' is nonlocal and global");
        symbol.binding = NameBinding::GlobalExplicit;
        return;
    }
    Known* const* found = known_.find(symbol.name);
    const Known* known = found == nullptr ? nullptr : *found;
    if (symbol.has(NameUse::Nonlocal)) {
        if (scope.kind == ScopeKind::Module)
            compilation_.fail(symbol.declared, "nonlocal declaration not allowed at module level");
        else if (known == nullptr || known->symbol == nullptr)
            compilation_.fail(symbol.declared, "no binding for nonlocal '", symbol.name, "' found");
        else
            make_free(scope, symbol, *known);
        return;
    }
    if (symbol.is_bound()) {
        symbol.binding = NameBinding::Local;
    } else if (known != nullptr && known->symbol != nullptr) {
        make_free(scope, symbol, *known);
    } else {
        symbol.binding = NameBinding::GlobalImplicit;
    }
}

// The name belongs to a scope further out: a cell there, a free variable of every function on the way.
void Analysis::make_free(Scope& from, Symbol& symbol, const Known& known) {
    Scope* owner = known.scope;
    if (from.host == owner->host) {
        symbol.binding = NameBinding::Enclosed;
        symbol.enclosed = known.symbol;
        if (owner->kind == ScopeKind::Class) known.symbol->binding = NameBinding::Cell;
        return;
    }
    known.symbol->binding = NameBinding::Cell;
    for (Scope* scope = &from; scope != owner; scope = scope->parent) {
        Symbol** there = scope->symbols.insert(symbol.name, nullptr);
        if (*there == nullptr) *there = compilation_.arena.create<Symbol>(Symbol{.name = symbol.name});
        Symbol& passed = **there;
        if (scope->host == owner->host) {
            passed.binding = NameBinding::Enclosed;
            passed.enclosed = known.symbol;
            continue;
        }
        if (passed.binding == NameBinding::Unresolved) passed.binding = NameBinding::Free;
        if (scope->is_inlined()) continue;
        if (passed.free_index != Symbol::None) return;
        passed.free_index = static_cast<uint32_t>(scope->frees.size());
        scope->frees.push(symbol.name);
    }
}

// An annotate function in a class body, or the one of a method in it, looks names up in the class first.
void Analysis::resolve_class_cells(Scope& scope) {
    if (scope.kind != ScopeKind::Annotation || scope.parent->kind != ScopeKind::Class) return;
    const auto use = [&](std::string_view name, Symbol* cell) {
        Symbol symbol{.name = name};
        make_free(scope, **scope.symbols.insert(name, compilation_.arena.create<Symbol>(symbol)),
                  Known{scope.parent, cell, nullptr});
    };
    if (scope.symbols.size() > 1) use("__classdict__", scope.parent->dictionary_cell);
    if (scope.parent->annotations == &scope && scope.parent->has_conditional_annotations)
        use("__conditional_annotations__", scope.parent->conditional_cell);
}

void Analysis::scope(Scope& scope) {
    if (compilation_.should_stop()) return;
    const size_t own = scope.symbols.size();
    for (size_t i = 0; i < own && !compilation_.is_over(); i++) resolve(scope, *(scope.symbols.begin() + i)->item);
    resolve_class_cells(scope);
    bind(scope);
    for (Scope* child = scope.first_child; child != nullptr; child = child->next_sibling) this->scope(*child);
    unbind(scope);
}

// A slot of a host that comprehensions use for variables of this name, when no other one around does.
struct SharedSlot {
    uint32_t slot;
    SharedSlot* next;
};

using SlotMap = ArenaMap<std::string_view, SharedSlot*, TextKey>;

class Numbering {
  public:
    explicit Numbering(Compilation& compilation) : compilation_(compilation) {}

    void host(Scope& scope);

  private:
    void children(Scope& scope, SlotMap& slots);
    void own_locals(Scope& scope);
    void take_slots(Scope& scope, SlotMap& slots);
    void give_slots(Scope& scope, SlotMap& slots);

    Compilation& compilation_;
};

void Numbering::host(Scope& scope) {
    own_locals(scope);
    SlotMap slots(compilation_.arena);
    children(scope, slots);
}

void Numbering::children(Scope& scope, SlotMap& slots) {
    for (Scope* child = scope.first_child; child != nullptr; child = child->next_sibling) {
        if (compilation_.is_over()) return;
        if (!child->is_inlined()) {
            host(*child);
            continue;
        }
        take_slots(*child, slots);
        children(*child, slots);
        give_slots(*child, slots);
    }
}

// Parameters keep their places; variables in cells come next, so that they are in registers if any are.
void Numbering::own_locals(Scope& scope) {
    if (scope.kind == ScopeKind::Class) {
        scope.locals.push(compilation_.arena.create<Symbol>(Symbol{.name = ".namespace"}));
        for (Symbol* cell : {scope.class_cell, scope.dictionary_cell, scope.conditional_cell})
            if (cell->binding == NameBinding::Cell) scope.locals.push(cell);
    } else if (scope.kind != ScopeKind::Module) {
        for (const NameBinding wanted : {NameBinding::Cell, NameBinding::Local})
            for (auto& entry : scope.symbols)
                if (entry.item->binding == wanted && !entry.item->has(NameUse::Parameter))
                    scope.locals.push(entry.item);
    }
    scope.own_locals = static_cast<uint32_t>(scope.locals.size());
    for (uint32_t i = 0; i < scope.own_locals; i++) scope.locals[i]->slot = i;
}

void Numbering::take_slots(Scope& scope, SlotMap& slots) {
    for (auto& entry : scope.symbols) {
        if (compilation_.is_over()) return;
        Symbol* symbol = entry.item;
        if (symbol->binding != NameBinding::Local && symbol->binding != NameBinding::Cell) continue;
        SharedSlot** free = slots.insert(symbol->name, nullptr);
        if (*free != nullptr) {
            symbol->slot = (*free)->slot;
            *free = (*free)->next;
        } else {
            symbol->slot = static_cast<uint32_t>(scope.host->locals.size());
            scope.host->locals.push(symbol);
        }
    }
}

void Numbering::give_slots(Scope& scope, SlotMap& slots) {
    for (auto& entry : scope.symbols) {
        if (entry.item->slot == Symbol::None || compilation_.is_over()) continue;
        SharedSlot** free = slots.insert(entry.item->name, nullptr);
        *free = compilation_.arena.create<SharedSlot>(SharedSlot{entry.item->slot, *free});
    }
}

}  // namespace

void analyze_scopes(Compilation& compilation, Scope& module) {
    Analysis(compilation).scope(module);
    if (!compilation.is_over()) Numbering(compilation).host(module);
}

}  // namespace exmonty
