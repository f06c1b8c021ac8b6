// Arithmetic and comparison of floats with floats and ints.
#include "vm/objects/float/methods.h"
#include "vm/objects/int/number.h"

#include <cerrno>
#include <cmath>

namespace exmonty {
namespace {

// An operand as a double. NOT_IMPLEMENTED: it is no number; RAISED: an int that is too large.
Value operand(Run& run, Value value, double& number) {
    if (is_float(value)) {
        number = float_of(value);
        return NONE;
    }
    if (!is_integral(value)) return NOT_IMPLEMENTED;
    return double_of_int(run, value, number) ? NONE : RAISED;
}

struct FloatDivision {
    double quotient;
    double rest;
};

// The rest has the divisor's sign, also when it is zero; the divisor is not zero.
FloatDivision divide(double a, double b) {
    double rest = std::fmod(a, b);
    double quotient = (a - rest) / b;
    if (rest != 0) {
        if ((b < 0) != (rest < 0)) {
            rest += b;
            quotient -= 1.0;
        }
    } else {
        rest = std::copysign(0.0, b);
    }
    if (quotient == 0) return {std::copysign(0.0, a / b), rest};
    double whole = std::floor(quotient);
    return {quotient - whole > 0.5 ? whole + 1.0 : whole, rest};
}

double modulo(double a, double b) {
    double rest = std::fmod(a, b);
    if (rest == 0) return std::copysign(0.0, b);
    return (b < 0) != (rest < 0) ? rest + b : rest;
}

Value power(Run& run, double base, double exponent) {
    if (base == 0 && exponent < 0) return run.raise(ExceptionType::ZeroDivisionError, {"zero to a negative power"});
    bool finite = std::isfinite(base) && std::isfinite(exponent);
    if (finite && base < 0 && exponent != std::floor(exponent)) 
        return run.value_error({"negative number cannot be raised to a fractional power"});
    double result = std::pow(base, exponent);
    if (finite && std::isinf(result))
        return run.raise_with(ExceptionType::OverflowError, {Value::integer(ERANGE), run.text("Numerical result out of range")});
    return run.floating(result);
}

Value division_by_zero(Run& run) { return run.raise(ExceptionType::ZeroDivisionError, {"division by zero"}); }

}  // namespace

Value float_binary(Run& run, Operator op, Value a, Value b) {
    double x;
    double y;
    Value status = operand(run, a, x);
    if (status == NONE) status = operand(run, b, y);
    if (status != NONE) return status;
    switch (op) {
        case Operator::Add: return run.floating(x + y);
        case Operator::Sub: return run.floating(x - y);
        case Operator::Mul: return run.floating(x * y);
        case Operator::TrueDiv: return y == 0 ? division_by_zero(run) : run.floating(x / y);
        case Operator::FloorDiv: return y == 0 ? division_by_zero(run) : run.floating(divide(x, y).quotient);
        case Operator::Mod: return y == 0 ? division_by_zero(run) : run.floating(modulo(x, y));
        case Operator::Pow: return power(run, x, y);
        case Operator::DivMod: {
            if (y == 0) return division_by_zero(run);
            FloatDivision result = divide(x, y);
            return run.tuple({run.floating(result.quotient), run.floating(result.rest)});
        }
        default: return NOT_IMPLEMENTED;
    }
}

Value float_compare(Run&, Comparison comparison, Value self, Value other) {
    double number = float_of(self);
    if (!is_float(other)) other = payload(other);
    if (is_float(other)) return boolean(holds(comparison, number, float_of(other)));
    if (!is_integral(other)) return NOT_IMPLEMENTED;
    if (std::isnan(number)) return boolean(comparison == Comparison::Ne);
    const IntView view(other);
    return boolean(holds(comparison, -bigint::compare_with_double(view_of(view), number), 0));
}

}  // namespace exmonty
