// Functions: Python's own, bound methods, natives, and the cells of closures.
#pragma once

#include "vm/heap/cell.h"
#include "vm/objects/operators.h"

namespace exmonty {

struct CodeInstance;
struct Dict;
struct Module;
struct Run;
struct Str;
struct Tuple;
struct Class;

struct ClosureCell : Cell {
    static constexpr Kind cell_kind = Kind::ClosureCell;
    Value value;
};

struct Function : Cell {
    static constexpr Kind cell_kind = Kind::Function;
    // Set in `flags` when a call with exactly `small` positional arguments needs no binding: no *args, no **kwargs, no
    // keyword-only parameters, not a generator.
    static constexpr uint8_t plain = 1;

    CodeInstance* code;
    Tuple* closure;           // cells; nullptr: none
    Tuple* defaults;          // of the last positional parameters; nullptr: none
    Dict* keyword_defaults;   // nullptr: none
    Dict* globals;
    Str* name;
    Str* qualified_name;
    Value doc;
    Value module;
    Value annotate;           // UNBOUND: none
    Value annotations;        // UNBOUND: not made yet
    Dict* dict;               // attributes; nullptr: none yet
};

// function bound to self; `function` may be any callable.
struct Method : Cell {
    static constexpr Kind cell_kind = Kind::Method;
    Value function;
    Value self;
};

// Whether a value can be called: by its type, as callable() tells.
bool is_callable(Run& run, Value value);

// Methods are equal when self and function are the same.
Value method_compare(Run& run, Comparison comparison, Value self, Value other);
Value method_hash(Run& run, Value self);

// A function of the host, known by name.
struct External : Cell {
    static constexpr Kind cell_kind = Kind::External;
    Str* name;
    Value doc;
};

}  // namespace exmonty
