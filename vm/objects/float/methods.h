// float's operations and natives, by file; vm/objects/float/float.cpp has the table.
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/float.h"
#include "vm/objects/run.h"

namespace exmonty {

// arithmetic.cpp
Value float_binary(Run& run, Operator op, Value a, Value b);
Value float_compare(Run& run, Comparison comparison, Value self, Value other);

// construct.cpp
Value float_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names);
Value float_from_number(Run& run, Value* args, uint32_t count);
Value float_fromhex(Run& run, Value* args, uint32_t count);

// methods.cpp
Value float_as_integer_ratio(Run& run, Value* args, uint32_t count);
Value float_ceil(Run& run, Value* args, uint32_t count);
Value float_floor(Run& run, Value* args, uint32_t count);
Value float_getformat(Run& run, Value* args, uint32_t count);
Value float_getnewargs(Run& run, Value* args, uint32_t count);
Value float_hex(Run& run, Value* args, uint32_t count);
Value float_is_integer(Run& run, Value* args, uint32_t count);
Value float_itself(Run& run, Value* args, uint32_t count);
Value float_pow_method(Run& run, Value* args, uint32_t count);
Value float_round(Run& run, Value* args, uint32_t count);
Value float_rpow_method(Run& run, Value* args, uint32_t count);
Value float_sizeof(Run& run, Value* args, uint32_t count);
Value float_trunc(Run& run, Value* args, uint32_t count);
Value float_zero(Run& run, Value* args, uint32_t count);

}  // namespace exmonty
