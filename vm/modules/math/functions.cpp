// The functions of math on floats.
// https://docs.python.org/3/library/math.html
#include "vm/base/float_bits.h"
#include "vm/modules/math/math.h"
#include "vm/objects/int/number.h"

#include <bit>
#include <climits>
#include <cmath>

namespace exmonty {
namespace {

bool all_finite(double x, double y) { return std::isfinite(x) && std::isfinite(y); }

// A result of two arguments: NaN out of numbers is a domain error, infinity out of finite numbers a range error.
Value checked(Run& run, double result, double x, double y) {
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return math_domain_error(run);
    if (std::isinf(result) && all_finite(x, y)) return math_range_error(run);
    return run.floating(result);
}

// The logarithm of an int too large for a double: of its top bits, and the exponent apart.
double log_of_big(Value number, double (*function)(double)) {
    const IntView view(number);
    uint64_t bits = bigint::bit_length(view_of(view));
    // The top 64 bits, with a sticky bit for what is below, rounded to a double once.
    uint64_t top = view.limbs[view.count - 1];
    int zeros = std::countl_zero(top);
    uint64_t below = view.limbs[view.count - 2];
    uint64_t mantissa = zeros ? top << zeros | below >> (64 - zeros) : top;
    bool sticky = zeros ? (below << zeros) != 0 : below != 0;
    for (size_t i = 0; i + 2 < view.count && !sticky; i++) sticky = view.limbs[i] != 0;
    double fraction = put_together(mantissa, sticky, -64).value;
    return function(fraction) + function(2.0) * static_cast<double>(bits);
}

// args[0] alone.
Value logarithm(Run& run, Value* args, std::string_view name, double (*function)(double)) {
    Value held = payload(args[0]);
    if (is_integral(held)) {
        if (int_sign(held) <= 0) return run.value_error({"expected a positive input"});
        const IntView view(held);
        bigint::DoubleResult number = bigint::to_double(view_of(view));
        return run.floating(number.overflow ? log_of_big(held, function) : function(number.value));
    }
    double x;
    Value status = math_floats(run, name, args, 1, &x);
    if (status != NONE) return status;
    if (x <= 0) {
        Value shown = run.repr(run.floating(x));
        return is_result(shown) ? shown : run.value_error({"expected a positive input, got ", cast<Str>(shown)->view()});
    }
    return run.floating(function(x));
}

double natural(double x) { return std::log(x); }
double decimal(double x) { return std::log10(x); }
double binary(double x) { return std::log2(x); }

}  // namespace

// https://docs.python.org/3/library/math.html#math.copysign
Value math_copysign(Run& run, Value* args, uint32_t) {
    double x[2];
    Value status = math_floats(run, "copysign", args, 2, x);
    return status == NONE ? run.floating(std::copysign(x[0], x[1])) : status;
}

// https://docs.python.org/3/library/math.html#math.fma
Value math_fma(Run& run, Value* args, uint32_t) {
    double x[3];
    Value status = math_floats(run, "fma", args, 3, x);
    if (status != NONE) return status;
    double result = std::fma(x[0], x[1], x[2]);
    if (std::isfinite(result)) return run.floating(result);
    if (std::isnan(result)) {
        if (!std::isnan(x[0]) && !std::isnan(x[1]) && !std::isnan(x[2])) return run.value_error({"invalid operation in fma"});
    } else if (all_finite(x[0], x[1]) && std::isfinite(x[2])) {
        return run.raise(ExceptionType::OverflowError, {"overflow in fma"});
    }
    return run.floating(result);
}

// https://docs.python.org/3/library/math.html#math.fmod
Value math_fmod(Run& run, Value* args, uint32_t) {
    double x[2];
    Value status = math_floats(run, "fmod", args, 2, x);
    if (status != NONE) return status;
    if (std::isinf(x[1]) && std::isfinite(x[0])) return run.floating(x[0]);
    return checked(run, std::fmod(x[0], x[1]), x[0], x[1]);
}

// https://docs.python.org/3/library/math.html#math.frexp
Value math_frexp(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, "frexp", args, 1, &x);
    if (status != NONE) return status;
    int exponent = 0;
    if (std::isfinite(x) && x != 0) x = std::frexp(x, &exponent);
    return run.tuple({run.floating(x), Value::integer(exponent)});
}

// https://docs.python.org/3/library/math.html#math.isclose
// args: a, b, rel_tol, abs_tol.
Value math_isclose(Run& run, Value* args, uint32_t) {
    if (args[2] == UNBOUND) args[2] = run.floating(1e-09);
    if (args[3] == UNBOUND) args[3] = run.floating(0);
    double x[4];
    Value status = math_floats(run, "isclose", args, 4, x);
    if (status != NONE) return status;
    double a = x[0];
    double b = x[1];
    if (x[2] < 0 || x[3] < 0) return run.value_error({"tolerances must be non-negative"});
    if (a == b) return TRUE;
    if (std::isinf(a) || std::isinf(b)) return FALSE;
    double difference = std::fabs(b - a);
    return boolean(difference <= std::fabs(x[2] * b) || difference <= std::fabs(x[2] * a) || difference <= x[3]);
}

// https://docs.python.org/3/library/math.html#math.ldexp
Value math_ldexp(Run& run, Value* args, uint32_t) {
    Value exponent = int_of(args[1]);
    if (exponent == UNBOUND) return run.type_error({"Expected an int as second argument to ldexp."});
    if (calls_float(run, args[0])) return with_floats(run, math_row("ldexp"), args, 2, 1);
    double x;
    Value status = math_float(run, args[0], x);
    if (status != NONE) return status;
    if (x == 0 || !std::isfinite(x)) return run.floating(x);
    int64_t shift = 0;
    clamped_argument(run, exponent, shift);
    if (shift > INT_MAX) return math_range_error(run);
    if (shift < INT_MIN) return run.floating(std::copysign(0.0, x));
    double result = std::ldexp(x, static_cast<int>(shift));
    return std::isinf(result) ? math_range_error(run) : run.floating(result);
}

// https://docs.python.org/3/library/math.html#math.log
Value math_log(Run& run, Value* args, uint32_t count) {
    if (args[1] == UNBOUND) return logarithm(run, args, "log", natural);
    uint32_t calling = (calls_float(run, args[0]) ? 1u : 0u) | (calls_float(run, args[1]) ? 2u : 0u);
    if (calling) return with_floats(run, math_row("log"), args, count, calling);
    Value number = logarithm(run, args, "log", natural);
    if (is_result(number)) return number;
    Value base = logarithm(run, args + 1, "log", natural);
    return is_result(base) ? base : run.binary(Operator::TrueDiv, number, base);
}
// https://docs.python.org/3/library/math.html#math.log10
Value math_log10(Run& run, Value* args, uint32_t) { return logarithm(run, args, "log10", decimal); }
// https://docs.python.org/3/library/math.html#math.log2
Value math_log2(Run& run, Value* args, uint32_t) { return logarithm(run, args, "log2", binary); }

// https://docs.python.org/3/library/math.html#math.modf
Value math_modf(Run& run, Value* args, uint32_t) {
    double x;
    Value status = math_floats(run, "modf", args, 1, &x);
    if (status != NONE) return status;
    if (std::isnan(x)) return run.tuple({run.floating(x), run.floating(x)});
    double whole;
    double fraction = std::modf(x, &whole);
    return run.tuple({run.floating(fraction), run.floating(whole)});
}

// https://docs.python.org/3/library/math.html#math.nextafter
// args: x, y, steps.
Value math_nextafter(Run& run, Value* args, uint32_t count) {
    if (args[2] != UNBOUND && args[2] != NONE && calls_index(run, args[2]))
        return with_indices(run, math_row("nextafter"), args, count, 1u << 2);
    double given[2];
    Value status = math_floats(run, "nextafter", args, 2, given);
    if (status != NONE) return status;
    double x = given[0];
    double y = given[1];
    if (args[2] == UNBOUND || args[2] == NONE) return run.floating(std::nextafter(x, y));
    Value result;
    Value steps = math_int(run, args[2], result);
    if (steps == UNBOUND) return result;
    if (int_sign(steps) < 0) return run.value_error({"steps must be a non-negative integer"});
    if (std::isnan(x) || std::isnan(y)) return run.floating(std::isnan(x) ? x : y);
    // Floats as a line of ints, in which zero is in the middle.
    constexpr int64_t sign_bit = INT64_MIN;
    auto place = [](double number) {
        int64_t bits = std::bit_cast<int64_t>(number);
        return bits < 0 ? static_cast<Wide>(sign_bit) - bits : static_cast<Wide>(bits);
    };
    Wide from = place(x);
    Wide to = place(y);
    Wide distance = to > from ? to - from : from - to;
    Wide wanted = steps.is_int() ? Wide{steps.as_int()} : distance;
    if (wanted == 0) return run.floating(x);
    if (wanted >= distance) return run.floating(y);
    Wide reached = to > from ? from + wanted : from - wanted;
    int64_t magnitude = static_cast<int64_t>(reached < 0 ? -reached : reached);
    double number = std::bit_cast<double>(magnitude);
    // A zero on the way has the sign of the side that it is reached from.
    bool negative = reached < 0 || (reached == 0 && from < 0);
    return run.floating(negative ? -number : number);
}

// https://docs.python.org/3/library/math.html#math.pow
Value math_pow(Run& run, Value* args, uint32_t) {
    double x[2];
    Value status = math_floats(run, "pow", args, 2, x);
    if (status != NONE) return status;
    double result = std::pow(x[0], x[1]);
    if (all_finite(x[0], x[1])) {
        if (std::isnan(result) || (std::isinf(result) && x[0] == 0)) return math_domain_error(run);
        if (std::isinf(result)) return math_range_error(run);
    }
    return run.floating(result);
}

// https://docs.python.org/3/library/math.html#math.remainder
Value math_remainder(Run& run, Value* args, uint32_t) {
    double x[2];
    Value status = math_floats(run, "remainder", args, 2, x);
    if (status != NONE) return status;
    if (std::isinf(x[1]) && std::isfinite(x[0])) return run.floating(x[0]);
    return checked(run, std::remainder(x[0], x[1]), x[0], x[1]);
}

}  // namespace exmonty
