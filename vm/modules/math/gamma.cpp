// Gamma and its logarithm by Lanczos' approximation, with the coefficients and the order of operations of CPython, so that
// every digit is the same.
// https://docs.python.org/3/library/math.html#special-functions
#include "vm/modules/math/math.h"

#include <cmath>
#include <numbers>

namespace exmonty {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double log_pi = 1.144729885849400174143427351353058711647;

constexpr double lanczos_g = 6.024680040776729583740234375;
constexpr double lanczos_g_minus_half = 5.524680040776729583740234375;
constexpr int lanczos_count = 13;
constexpr double lanczos_numerator[lanczos_count] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double lanczos_denominator[lanczos_count] = {0.0,        39916800.0,  120543840.0, 150917976.0, 105258076.0,
                                                       45995730.0, 13339535.0,  2637558.0,   357423.0,    32670.0,
                                                       1925.0,     66.0,        1.0};

// Factorials that a double holds exactly.
constexpr int exact_count = 23;
constexpr struct ExactGamma {
    double of[exact_count];
    constexpr ExactGamma() : of() {
        double product = 1;
        for (int i = 0; i < exact_count; i++) {
            if (i > 0) product *= i;
            of[i] = product;
        }
    }
} exact_gamma;

double lanczos_sum(double x) {
    double numerator = 0;
    double denominator = 0;
    if (x < 5.0) {
        for (int i = lanczos_count; --i >= 0;) {
            numerator = numerator * x + lanczos_numerator[i];
            denominator = denominator * x + lanczos_denominator[i];
        }
    } else {
        for (int i = 0; i < lanczos_count; i++) {
            numerator = numerator / x + lanczos_numerator[i];
            denominator = denominator / x + lanczos_denominator[i];
        }
    }
    return numerator / denominator;
}

// sin(pi * x), exact at multiples of a half.
double sin_pi(double x) {
    double y = std::fmod(std::fabs(x), 2.0);
    double result = 0;
    switch (static_cast<int>(std::round(2.0 * y))) {
        case 0: result = std::sin(pi * y); break;
        case 1: result = std::cos(pi * (y - 0.5)); break;
        // -sin(pi * (y - 1)) would have the wrong sign for y = 1.
        case 2: result = std::sin(pi * (1.0 - y)); break;
        case 3: result = -std::cos(pi * (y - 1.5)); break;
        case 4: result = std::sin(pi * (y - 2.0)); break;
        default: break;
    }
    return std::copysign(1.0, x) * result;
}

// What rounding lost in y = magnitude + g - 1/2.
double rounding_error(double y, double magnitude) {
    if (magnitude > lanczos_g_minus_half) {
        volatile double q = y - magnitude;
        return q - lanczos_g_minus_half;
    }
    volatile double q = y - lanczos_g_minus_half;
    return q - magnitude;
}

}  // namespace

double gamma_function(double x) {
    if (!std::isfinite(x)) return std::isnan(x) || x > 0 ? x : NAN;
    if (x == 0) return std::copysign(INFINITY, x);
    if (x == std::floor(x)) {
        if (x < 0) return NAN;
        if (x <= exact_count) return exact_gamma.of[static_cast<int>(x) - 1];
    }
    double magnitude = std::fabs(x);
    if (magnitude < 1e-20) return 1.0 / x;
    if (magnitude > 200.0) return x < 0 ? 0.0 / sin_pi(x) : HUGE_VAL;
    double y = magnitude + lanczos_g_minus_half;
    double z = rounding_error(y, magnitude) * lanczos_g / y;
    // A power that would overflow is taken in two steps.
    bool halves = magnitude >= 140.0;
    double power = std::pow(y, halves ? magnitude / 2.0 - 0.25 : magnitude - 0.5);
    double result;
    if (x < 0) {
        result = -pi / sin_pi(magnitude) / magnitude * std::exp(y) / lanczos_sum(magnitude);
        result -= z * result;
        result /= power;
        return halves ? result / power : result;
    }
    result = lanczos_sum(magnitude) / std::exp(y);
    result += z * result;
    result *= power;
    return halves ? result * power : result;
}

double log_gamma(double x) {
    if (!std::isfinite(x)) return std::isnan(x) ? x : HUGE_VAL;
    if (x == std::floor(x) && x <= 2.0) return x <= 0 ? HUGE_VAL : 0.0;
    double magnitude = std::fabs(x);
    if (magnitude < 1e-20) return -std::log(magnitude);
    double result = std::log(lanczos_sum(magnitude)) - lanczos_g;
    result += (magnitude - 0.5) * (std::log(magnitude + lanczos_g - 0.5) - 1);
    if (x < 0) result = log_pi - std::log(std::fabs(sin_pi(magnitude))) - std::log(magnitude) - result;
    return result;
}

}  // namespace exmonty
