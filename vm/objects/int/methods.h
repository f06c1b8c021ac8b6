// The natives of int's method table, and the operations that bool shares.
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/int.h"
#include "vm/objects/run.h"

namespace exmonty {

// int.cpp
Value compare_ints(Run& run, Comparison comparison, Value self, Value other);
Value binary_of_ints(Run& run, Operator op, Value a, Value b);
Value unary_of_int(Run& run, UnaryOperation op, Value self);

// construct.cpp
Value int_construct(Run& run, const Class* type, const Value* args, uint32_t count, Tuple* names);

// methods.cpp
Value int_as_integer_ratio(Run& run, Value* args, uint32_t count);
Value int_bit_count(Run& run, Value* args, uint32_t count);
Value int_bit_length_method(Run& run, Value* args, uint32_t count);
Value int_getnewargs(Run& run, Value* args, uint32_t count);
Value int_is_integer(Run& run, Value* args, uint32_t count);
Value int_itself(Run& run, Value* args, uint32_t count);
Value int_one(Run& run, Value* args, uint32_t count);
Value int_pow_method(Run& run, Value* args, uint32_t count);
Value int_round(Run& run, Value* args, uint32_t count);
Value int_rpow_method(Run& run, Value* args, uint32_t count);
Value int_sizeof(Run& run, Value* args, uint32_t count);
Value int_zero(Run& run, Value* args, uint32_t count);

// bytes.cpp
Value int_from_bytes(Run& run, Value* args, uint32_t count);
Value int_to_bytes(Run& run, Value* args, uint32_t count);


}  // namespace exmonty
