// float: in the value word when its exponent has an inline window (vm/base/value.h), else a cell.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

struct Run;

struct Float : Cell {
    static constexpr Kind cell_kind = Kind::Float;
    double number;
};

inline bool is_float(Value value) { return value.is_inline_float() || is_kind(value, Kind::Float); }
inline double float_of(Value value) {
    return value.is_inline_float() ? value.as_inline_float() : cast<Float>(value)->number;
}

// A NaN that is no other: `float('nan') is float('nan')` and sets of NaNs behave as in CPython. Its payload is its identity.
Value new_nan(Run& run, bool negative);

}  // namespace exmonty
