// Operator and truth instructions beyond their fast paths.
#pragma once

#include "vm/objects/dict.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"
#include "vm/objects/str.h"
#include "vm/objects/tuple.h"

namespace exmonty {

// The truth of the values that conditions meet most; UNBOUND: another.
[[gnu::always_inline]] inline Value fast_truth(Value value) {
    if (is_bool(value)) return value;
    if (value == NONE) return FALSE;
    if (value.is_int()) return boolean(value.bits != 0);
    if (value.is_cell()) {
        const Cell* cell = value.as_cell();
        if (cell->kind == Kind::Str || cell->kind == Kind::Tuple) return boolean(cell->count != 0);
        if (cell->kind == Kind::List) return boolean(static_cast<const List*>(cell)->size != 0);
        if (cell->kind == Kind::Dict) return boolean(static_cast<const Dict*>(cell)->live != 0);
    }
    return UNBOUND;
}

// `a is b`: words, except that boxed numbers that are equal in every bit are one value wherever they came from.
[[gnu::always_inline]] inline bool is_same(Value a, Value b) { return a == b; }

Value binary_of(Run& run, Frame* frame, uint32_t word);
Value unary_of(Run& run, Frame* frame, uint32_t word);
Value compare_of(Run& run, Frame* frame, uint32_t word);
// Of a fused compare-and-jump; the result may be any object, whose truth decides.
Value compare_jump_of(Run& run, Frame* frame, uint32_t word);
Value truth_of(Run& run, Frame* frame, uint32_t source);
Value contains_of(Run& run, Frame* frame, uint32_t container, uint32_t item);
// Which truth the conditional jump `word` is taken on.
bool branch_polarity(uint32_t word);

}  // namespace exmonty
