// Operators as data. The order of Operator is that of the opcodes ADD … MATMUL.
#pragma once

#include <cstdint>

namespace exmonty {

enum class Operator : uint8_t { Add, Sub, Mul, TrueDiv, FloorDiv, Mod, Pow, LShift, RShift, And, Or, Xor, MatMul, DivMod };
enum class UnaryOperation : uint8_t { Negative, Positive, Invert, Absolute };
// The order is that of the opcodes LT … GE.
enum class Comparison : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };

constexpr Comparison swapped(Comparison comparison) {
    switch (comparison) {
        case Comparison::Lt: return Comparison::Gt;
        case Comparison::Le: return Comparison::Ge;
        case Comparison::Gt: return Comparison::Lt;
        case Comparison::Ge: return Comparison::Le;
        default: return comparison;
    }
}

// "+", "//", …
const char* symbol(Operator op);
const char* symbol(Comparison comparison);

template <class T>
constexpr bool holds(Comparison comparison, T a, T b) {
    switch (comparison) {
        case Comparison::Lt: return a < b;
        case Comparison::Le: return a <= b;
        case Comparison::Eq: return a == b;
        case Comparison::Ne: return a != b;
        case Comparison::Gt: return a > b;
        case Comparison::Ge: return a >= b;
    }
    return false;
}

}  // namespace exmonty
