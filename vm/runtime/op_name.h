// Names: locals that are not bound, closures, globals, builtins, and the namespace of a class body.
#pragma once

#include "vm/objects/dict.h"
#include "vm/objects/function.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"

namespace exmonty {

inline Str* site_name(const Frame* frame, uint32_t site) {
    const CodeTemplate* code = frame->code->code;
    Str* name = as<Str>(code->constants[code->sites[site]]);
    return name ? name : const_cast<Str*>(empty_str);
}

// The cell of free variable `number` of the running function, or nullptr.
[[gnu::always_inline]] inline ClosureCell* free_cell(const Frame* frame, uint32_t number) {
    Tuple* closure = frame->function->closure;
    return closure && number < closure->count ? as<ClosureCell>(closure->items[number]) : nullptr;
}

// Entry `number` of a stable dict. A LOAD_GLOBAL cache holds the entry in the globals as `index` and that in the builtins
// as `version`; each has its entry from the instance's making on, unbound or not.
[[gnu::always_inline]] inline Value cached_global(const Dict* dict, uint32_t number) { return dict->entries[number].value; }
[[gnu::always_inline]] inline Value cached_builtin(const Dict* dict, uint32_t number) {
    return number ? dict->entries[number - 1].value : UNBOUND;
}

[[gnu::always_inline]] inline void store_global(Dict* globals, uint32_t number, Value value) {
    DictEntry& entry = globals->entries[number];
    if (entry.value == UNBOUND) {
        globals->live++;
        globals->keys_version++;
    }
    entry.value = value;
}

Value raise_unbound_local(Run& run, CodeTemplate* code, uint32_t local);
Value raise_unbound_free(Run& run, CodeTemplate* code, uint32_t number);
Value new_spill(Run& run, uint32_t count);
Value load_spill(Run& run, CodeTemplate* code, Value spill, uint32_t number);
Value store_spill(Run& run, Value spill, uint32_t number, Value value);
// Spilled locals that closures capture: the contents of their cells.
Value load_spill_cell(Run& run, CodeTemplate* code, Value spill, uint32_t number);
Value delete_spill_cell(Run& run, CodeTemplate* code, Value spill, uint32_t number);
Value load_free_or_name(Run& run, Frame* frame, Value space, uint32_t free_number, Str* name);
// A name that the program does not define: what the host makes of it.
Value lookup_name_of_host(Run& run, Frame* frame, Str* name);
Value load_global(Run& run, Frame* frame, uint32_t site);
Value delete_global(Run& run, Frame* frame, uint32_t site);
Value load_name(Run& run, Frame* frame, Value space, Str* name);
Value delete_name(Run& run, Value space, Str* name);

}  // namespace exmonty
