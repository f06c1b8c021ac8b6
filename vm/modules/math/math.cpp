// The module math: its table, its constants and the functions of one float.
// https://docs.python.org/3/library/math.html
#include "vm/modules/math/math.h"

#include "vm/modules/modules.h"

#include <cmath>
#include <numbers>

namespace exmonty {
namespace {

// What can become of an infinite result for a finite argument.
enum class Infinity : uint8_t { IsOverflow, IsDomainError };

struct FloatFunction {
    const char* name;
    double (*function)(double);
    Infinity infinity;
    // What the argument should have been, for the ValueError; nullptr: "math domain error".
    const char* expected;
};

double degrees(double x) { return x * (180.0 / std::numbers::pi); }
double radians(double x) { return x * (std::numbers::pi / 180.0); }
double unit_in_last_place(double x) {
    x = std::fabs(x);
    if (!std::isfinite(x)) return x;
    double next = std::nextafter(x, INFINITY);
    return std::isinf(next) ? x - std::nextafter(x, -INFINITY) : next - x;
}
double square_root(double x) { return std::sqrt(x); }
double magnitude(double x) { return std::fabs(x); }
// In CPython log1p keeps the sign of zero, whatever the C library does.
double log_of_one_plus(double x) { return x == 0 ? x : std::log1p(x); }

constexpr const char* finite = "expected a finite input, got ";
constexpr const char* unit_range = "expected a number in range from -1 up to 1, got ";
constexpr const char* gamma_range = "expected a noninteger or positive integer, got ";

constexpr FloatFunction acos_function = {"acos", std::acos, Infinity::IsDomainError, unit_range};
constexpr FloatFunction acosh_function = {"acosh", std::acosh, Infinity::IsDomainError, "expected argument value not less than 1, got "};
constexpr FloatFunction asin_function = {"asin", std::asin, Infinity::IsDomainError, unit_range};
constexpr FloatFunction asinh_function = {"asinh", std::asinh, Infinity::IsDomainError, nullptr};
constexpr FloatFunction atan_function = {"atan", std::atan, Infinity::IsDomainError, nullptr};
constexpr FloatFunction atanh_function = {"atanh", std::atanh, Infinity::IsDomainError, "expected a number between -1 and 1, got "};
constexpr FloatFunction cbrt_function = {"cbrt", std::cbrt, Infinity::IsDomainError, nullptr};
constexpr FloatFunction cos_function = {"cos", std::cos, Infinity::IsDomainError, finite};
constexpr FloatFunction cosh_function = {"cosh", std::cosh, Infinity::IsOverflow, nullptr};
constexpr FloatFunction erf_function = {"erf", std::erf, Infinity::IsDomainError, nullptr};
constexpr FloatFunction erfc_function = {"erfc", std::erfc, Infinity::IsDomainError, nullptr};
constexpr FloatFunction exp_function = {"exp", std::exp, Infinity::IsOverflow, nullptr};
constexpr FloatFunction exp2_function = {"exp2", std::exp2, Infinity::IsOverflow, nullptr};
constexpr FloatFunction expm1_function = {"expm1", std::expm1, Infinity::IsOverflow, nullptr};
constexpr FloatFunction fabs_function = {"fabs", magnitude, Infinity::IsDomainError, nullptr};
constexpr FloatFunction log1p_function = {"log1p", log_of_one_plus, Infinity::IsDomainError, "expected argument value > -1, got "};
constexpr FloatFunction sin_function = {"sin", std::sin, Infinity::IsDomainError, finite};
constexpr FloatFunction sinh_function = {"sinh", std::sinh, Infinity::IsOverflow, nullptr};
constexpr FloatFunction sqrt_function = {"sqrt", square_root, Infinity::IsDomainError, "expected a nonnegative input, got "};
constexpr FloatFunction tan_function = {"tan", std::tan, Infinity::IsDomainError, finite};
constexpr FloatFunction tanh_function = {"tanh", std::tanh, Infinity::IsDomainError, nullptr};

Value outside(Run& run, const char* expected, double x) {
    if (!expected) return math_domain_error(run);
    Value shown = run.repr(run.floating(x));
    return is_result(shown) ? shown : run.value_error({expected, cast<Str>(shown)->view()});
}

template <const FloatFunction& row>
Value of_float(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, row.name, args, 1, &x);
    if (status != NONE) return status;
    double result = row.function(x);
    if (std::isnan(result) && !std::isnan(x)) [[unlikely]] return outside(run, row.expected, x);
    if (std::isinf(result) && std::isfinite(x)) [[unlikely]]
        return row.infinity == Infinity::IsOverflow ? math_range_error(run) : outside(run, row.expected, x);
    return run.floating(result);
}

// https://docs.python.org/3/library/math.html#math.gamma
Value gamma(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, "gamma", args, 1, &x);
    if (status != NONE) return status;
    double result = gamma_function(x);
    if (x == 0 || (std::isnan(result) && !std::isnan(x))) return outside(run, gamma_range, x);
    return std::isinf(result) && std::isfinite(x) ? math_range_error(run) : run.floating(result);
}

// https://docs.python.org/3/library/math.html#math.lgamma
Value lgamma(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, "lgamma", args, 1, &x);
    if (status != NONE) return status;
    double result = log_gamma(x);
    if (std::isfinite(x) && std::isinf(result))
        return x <= 0 && x == std::floor(x) ? outside(run, gamma_range, x) : math_range_error(run);
    return run.floating(result);
}

template <const char* const& name, double (*function)(double)>
Value conversion(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, name, args, 1, &x);
    return status == NONE ? run.floating(function(x)) : status;
}

template <const char* const& name, bool (*test)(double)>
Value question(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, name, args, 1, &x);
    return status == NONE ? boolean(test(x)) : status;
}

bool is_finite(double x) { return std::isfinite(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_not_a_number(double x) { return std::isnan(x); }

constexpr const char* degrees_name = "degrees";
constexpr const char* radians_name = "radians";
constexpr const char* ulp_name = "ulp";
constexpr const char* isfinite_name = "isfinite";
constexpr const char* isinf_name = "isinf";
constexpr const char* isnan_name = "isnan";

// https://docs.python.org/3/library/math.html#math.atan2
Value atan2(Run& run, Value* args, uint32_t) {
    double x[2];
    Value status = math_floats(run, "atan2", args, 2, x);
    return status == NONE ? run.floating(std::atan2(x[0], x[1])) : status;
}

constexpr NativeRow rows[] = {
    {"acos", "x, /", of_float<acos_function>},
    {"acosh", "x, /", of_float<acosh_function>},
    {"asin", "x, /", of_float<asin_function>},
    {"asinh", "x, /", of_float<asinh_function>},
    {"atan", "x, /", of_float<atan_function>},
    {"atan2", "y, x, /", atan2},
    {"atanh", "x, /", of_float<atanh_function>},
    {"cbrt", "x, /", of_float<cbrt_function>},
    {"ceil", "x, /", math_ceil},
    {"comb", "n, k, /", math_comb},
    {"copysign", "x, y, /", math_copysign},
    {"cos", "x, /", of_float<cos_function>},
    {"cosh", "x, /", of_float<cosh_function>},
    {"degrees", "x, /", conversion<degrees_name, degrees>},
    {"dist", "p, q, /", math_dist},
    {"erf", "x, /", of_float<erf_function>},
    {"erfc", "x, /", of_float<erfc_function>},
    {"exp", "x, /", of_float<exp_function>},
    {"exp2", "x, /", of_float<exp2_function>},
    {"expm1", "x, /", of_float<expm1_function>},
    {"fabs", "x, /", of_float<fabs_function>},
    {"factorial", "n, /", math_factorial},
    {"floor", "x, /", math_floor},
    {"fma", "x, y, z, /", math_fma},
    {"fmod", "x, y, /", math_fmod},
    {"frexp", "x, /", math_frexp},
    {"fsum", "seq, /", math_fsum},
    {"gamma", "x, /", gamma},
    {"gcd", "*integers", math_gcd},
    {"hypot", "*coordinates", math_hypot},
    {"isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", math_isclose},
    {"isfinite", "x, /", question<isfinite_name, is_finite>},
    {"isinf", "x, /", question<isinf_name, is_infinite>},
    {"isnan", "x, /", question<isnan_name, is_not_a_number>},
    {"isqrt", "n, /", math_isqrt},
    {"lcm", "*integers", math_lcm},
    {"ldexp", "x, i, /", math_ldexp},
    {"lgamma", "x, /", lgamma},
    {"log", "x, base=<unrepresentable>, /", math_log},
    {"log10", "x, /", math_log10},
    {"log1p", "x, /", of_float<log1p_function>},
    {"log2", "x, /", math_log2},
    {"modf", "x, /", math_modf},
    {"nextafter", "x, y, /, *, steps=None", math_nextafter},
    {"perm", "n, k=None, /", math_perm},
    {"pow", "x, y, /", math_pow},
    {"prod", "iterable, /, *, start=1", math_prod},
    {"radians", "x, /", conversion<radians_name, radians>},
    {"remainder", "x, y, /", math_remainder},
    {"sin", "x, /", of_float<sin_function>},
    {"sinh", "x, /", of_float<sinh_function>},
    {"sqrt", "x, /", of_float<sqrt_function>},
    {"sumprod", "p, q, /", math_sumprod},
    {"tan", "x, /", of_float<tan_function>},
    {"tanh", "x, /", of_float<tanh_function>},
    {"trunc", "x, /", math_trunc},
    {"ulp", "x, /", conversion<ulp_name, unit_in_last_place>},
};
constinit const auto functions = function_table(rows);

bool fill(Run& run, Module* module) {
    return add_to_module(run, module, "e", run.floating(std::numbers::e)) &&
           add_to_module(run, module, "inf", run.floating(INFINITY)) &&
           add_to_module(run, module, "nan", run.floating(NAN)) &&
           add_to_module(run, module, "pi", run.floating(std::numbers::pi)) &&
           add_to_module(run, module, "tau", run.floating(2 * std::numbers::pi));
}

}  // namespace

const NativeFunction* math_row(std::string_view name) {
    for (const NativeFunction& row : functions)
        if (row.name == name) return &row;
    return nullptr;
}

Value math_domain_error(Run& run) { return run.value_error({"math domain error"}); }
Value math_range_error(Run& run) { return run.raise(ExceptionType::OverflowError, {"math range error"}); }

Value math_float(Run& run, Value value, double& number) {
    if (!is_float(value)) value = run.to_float(value);
    if (is_result(value)) return value;
    number = float_of(value);
    return NONE;
}

Value math_floats(Run& run, std::string_view name, Value* args, uint32_t count, double* numbers) {
    uint32_t calling = 0;
    for (uint32_t i = 0; i < count; i++)
        if (calls_float(run, args[i])) calling |= 1u << i;
    if (calling) return with_floats(run, math_row(name), args, math_row(name)->shape.fixed(), calling);
    for (uint32_t i = 0; i < count; i++) {
        Value status = math_float(run, args[i], numbers[i]);
        if (status != NONE) return status;
    }
    return NONE;
}

extern const NativeModule module_math;
constinit const NativeModule module_math = {"math", functions, fill};

}  // namespace exmonty
