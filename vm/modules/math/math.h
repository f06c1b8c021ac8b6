// The natives of the module math, by file; math.cpp has the table.
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/float.h"
#include "vm/objects/run.h"

namespace exmonty {

// The row of a function, for natives that are called again after Python code has converted their arguments.
const NativeFunction* math_row(std::string_view name);

// What a native that takes floats does first: NONE and the numbers, or what it returns instead. At most 8 arguments.
Value math_floats(Run& run, std::string_view name, Value* args, uint32_t count, double* numbers);
// A value that needs no Python code as a double; NONE or RAISED.
Value math_float(Run& run, Value value, double& number);
// The int of an int, bool or instance of a subclass; otherwise UNBOUND, with what the native returns in `result`.
Value math_int(Run& run, Value value, Value& result);

Value math_domain_error(Run& run);
Value math_range_error(Run& run);

// functions.cpp: functions of floats
Value math_copysign(Run& run, Value* args, uint32_t count);
Value math_fma(Run& run, Value* args, uint32_t count);
Value math_fmod(Run& run, Value* args, uint32_t count);
Value math_frexp(Run& run, Value* args, uint32_t count);
Value math_isclose(Run& run, Value* args, uint32_t count);
Value math_ldexp(Run& run, Value* args, uint32_t count);
Value math_log(Run& run, Value* args, uint32_t count);
Value math_log10(Run& run, Value* args, uint32_t count);
Value math_log2(Run& run, Value* args, uint32_t count);
Value math_modf(Run& run, Value* args, uint32_t count);
Value math_nextafter(Run& run, Value* args, uint32_t count);
Value math_pow(Run& run, Value* args, uint32_t count);
Value math_remainder(Run& run, Value* args, uint32_t count);

// integers.cpp
Value math_ceil(Run& run, Value* args, uint32_t count);
Value math_comb(Run& run, Value* args, uint32_t count);
Value math_factorial(Run& run, Value* args, uint32_t count);
Value math_floor(Run& run, Value* args, uint32_t count);
Value math_gcd(Run& run, Value* args, uint32_t count);
Value math_isqrt(Run& run, Value* args, uint32_t count);
Value math_lcm(Run& run, Value* args, uint32_t count);
Value math_perm(Run& run, Value* args, uint32_t count);
Value math_trunc(Run& run, Value* args, uint32_t count);

// sums.cpp
Value math_dist(Run& run, Value* args, uint32_t count);
Value math_fsum(Run& run, Value* args, uint32_t count);
Value math_hypot(Run& run, Value* args, uint32_t count);
Value math_prod(Run& run, Value* args, uint32_t count);
Value math_sumprod(Run& run, Value* args, uint32_t count);

// gamma.cpp: as in CPython, whose digits differ from those of the C library.
double gamma_function(double x);
double log_gamma(double x);

}  // namespace exmonty
