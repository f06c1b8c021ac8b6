// The functions of math on ints.
// https://docs.python.org/3/library/math.html#number-theoretic-functions
#include "vm/modules/math/math.h"
#include "vm/objects/format.h"
#include "vm/objects/int/number.h"

#include <bit>
#include <climits>
#include <cmath>

namespace exmonty {
namespace {

// The product of `first`, `first + step`, … `last` in a block of the heap, by halves: the factors of a product are about
// as long as each other.
class RangeProduct {
  public:
    explicit RangeProduct(Run& run) : run_(run), work_(number_work(run)) {}
    ~RangeProduct() { run_.heap.give_block(limbs_); }
    RangeProduct(const RangeProduct&) = delete;
    RangeProduct& operator=(const RangeProduct&) = delete;

    bigint::Status make(uint64_t first, uint64_t last, uint64_t step) {
        uint64_t count = (last - first) / step + 1;
        uint64_t bits = static_cast<uint64_t>(std::bit_width(last));
        if (count <= 64 / bits) {
            uint64_t product = first;
            for (uint64_t i = 1; i < count; i++) product *= first + i * step;
            return set(product);
        }
        uint64_t middle = first + (count / 2 - 1) * step;
        RangeProduct low(run_);
        RangeProduct high(run_);
        bigint::Status status = low.make(first, middle, step);
        if (status == bigint::Status::ok) status = high.make(middle + step, last, step);
        return status == bigint::Status::ok ? multiply(low.view(), high.view()) : status;
    }

    bigint::View view() const { return {limbs_, size_, false}; }

  private:
    bool take(size_t limbs) {
        limbs_ = static_cast<uint64_t*>(run_.heap.take_block(limbs * sizeof(uint64_t)));
        return limbs_ != nullptr;
    }
    bigint::Status set(uint64_t word) {
        if (!take(1)) return bigint::Status::no_memory;
        limbs_[0] = word;
        size_ = word != 0;
        return bigint::Status::ok;
    }
    bigint::Status multiply(bigint::View a, bigint::View b) {
        if (!take(bigint::multiply_limbs(a, b))) return bigint::Status::no_memory;
        bigint::Number number;
        number.limbs = limbs_;
        bigint::Status status = bigint::multiply(number, a, b, work_);
        size_ = number.size;
        return status;
    }

    Run& run_;
    bigint::Work work_;
    uint64_t* limbs_ = nullptr;
    size_t size_ = 0;
};

// Whether a product of `count` numbers of at most `largest` may be held at all, before any work is done.
bool may_hold(Run& run, uint64_t count, uint64_t largest) {
    double bytes = static_cast<double>(count) * std::log2(static_cast<double>(largest)) / 8;
    if (bytes > 0x1p40) return false;
    return run.heap.reserve(static_cast<uint64_t>(bytes));
}

Value value_of(Run& run, bigint::View number) {
    Value result = int_value(run.heap, number.limbs, number.size, number.negative);
    return result == UNBOUND ? run.refused() : result;
}

Value range_product(Run& run, uint64_t first, uint64_t last) {
    if (first > last) return Value::integer(1);
    if (!may_hold(run, last - first + 1, last)) return run.refused();
    RangeProduct product(run);
    bigint::Status status = product.make(first, last, 1);
    return status == bigint::Status::ok ? value_of(run, product.view()) : int_failure(run, status);
}

// The product of the odd parts of 1 … n: those of n, n / 2, n / 4, … are each a range of odd numbers.
Value factorial_of(Run& run, uint64_t n) {
    if (n < 21) {
        int64_t product = 1;
        for (uint64_t i = 2; i <= n; i++) product *= static_cast<int64_t>(i);
        return run.integer(product);
    }
    if (!may_hold(run, n, n / 2)) return run.refused();
    Value inner = Value::integer(1);
    Value outer = Value::integer(1);
    for (int shift = static_cast<int>(std::bit_width(n)) - 2; shift >= 0; shift--) {
        uint64_t limit = n >> shift;
        uint64_t first = ((n >> (shift + 1)) + 1) | 1;
        if (first <= limit) {
            RangeProduct part(run);
            bigint::Status status = part.make(first, (limit - 1) | 1, 2);
            if (status != bigint::Status::ok) return int_failure(run, status);
            Value factor = value_of(run, part.view());
            inner = is_result(factor) ? factor : int_multiply(run, inner, factor);
            if (is_result(inner)) return inner;
        }
        outer = int_multiply(run, outer, inner);
        if (is_result(outer)) return outer;
    }
    return int_shift_left(run, outer, Value::integer(static_cast<int64_t>(n) - std::popcount(n)));
}

// n * (n - 1) * … of `count` factors for an n of any size.
Value falling_product(Run& run, Value n, int64_t count) {
    if (n.is_int()) return range_product(run, static_cast<uint64_t>(n.as_int() - count + 1), static_cast<uint64_t>(n.as_int()));
    Value product = n;
    for (int64_t i = 1; i < count; i++) {
        if (run.budget.poll()) return RAISED;
        Value factor = int_subtract(run, n, Value::integer(i));
        if (is_result(factor)) return factor;
        product = int_multiply(run, product, factor);
        if (is_result(product)) return product;
    }
    return count == 0 ? Value::integer(1) : product;
}

// n over k while the steps fit a word; false: they do not.
bool small_binomial(int64_t n, int64_t k, Value& result) {
    unsigned __int128 product = 1;
    for (int64_t i = 1; i <= k; i++) {
        product = product * static_cast<uint64_t>(n - k + i) / static_cast<uint64_t>(i);
        if (product > static_cast<uint64_t>(Value::max_int)) return false;
    }
    result = Value::integer(static_cast<int64_t>(product));
    return true;
}

// k for n over k and the number of arrangements; UNBOUND with `result`.
Value checked_count(Run& run, Value value, std::string_view name, Value& result) {
    Value number = math_int(run, value, result);
    if (number == UNBOUND || int_sign(number) >= 0) return number;
    result = run.value_error({name, " must be a non-negative integer"});
    return UNBOUND;
}

Value lcm_of(Run& run, Value a, Value b) {
    if (int_sign(a) == 0 || int_sign(b) == 0) return Value::integer(0);
    Value common = int_gcd(run, a, b);
    if (is_result(common)) return common;
    Value part = int_floor_divide(run, a, common);
    if (is_result(part)) return part;
    Value product = int_multiply(run, part, b);
    return is_result(product) ? product : int_absolute(run, product);
}

Value fold(Run& run, Value* args, uint32_t count, std::string_view name, Value start, Value (*operation)(Run&, Value, Value)) {
    uint32_t calling = 0;
    for (uint32_t i = 0; i < count; i++)
        if (calls_index(run, args[i])) calling |= i < 8 ? 1u << i : 0;
    if (calling) return with_indices(run, math_row(name), args, count, calling);
    for (uint32_t i = 0; i < count; i++) {
        Value result;
        Value number = math_int(run, args[i], result);
        if (number == UNBOUND) return result;
        start = operation(run, start, number);
        if (is_result(start)) return start;
        if (run.budget.poll()) return RAISED;
    }
    return start;
}

enum class Rounding : uint8_t { Floor, Ceil };

Value rounded(Run& run, Value* args, Rounding rounding) {
    bool floor = rounding == Rounding::Floor;
    if (is_float(args[0])) return int_of_double(run, floor ? std::floor(float_of(args[0])) : std::ceil(float_of(args[0])));
    if (is_integral(args[0])) return plain_int(args[0]);
    Value result = run.call_special(args[0], floor ? Name::__floor__ : Name::__ceil__, {});
    if (result != UNBOUND) return result;
    if (calls_float(run, args[0])) return with_floats(run, math_row(floor ? "floor" : "ceil"), args, 1, 1);
    double x;
    Value status = math_float(run, args[0], x);
    return status == NONE ? int_of_double(run, floor ? std::floor(x) : std::ceil(x)) : status;
}

}  // namespace

Value math_int(Run& run, Value value, Value& result) {
    Value number = int_of(value);
    // The TypeError that an index of this value is.
    if (number == UNBOUND) result = run.index(value);
    return number;
}

// https://docs.python.org/3/library/math.html#math.ceil
Value math_ceil(Run& run, Value* args, uint32_t) { return rounded(run, args, Rounding::Ceil); }
// https://docs.python.org/3/library/math.html#math.floor
Value math_floor(Run& run, Value* args, uint32_t) { return rounded(run, args, Rounding::Floor); }

// https://docs.python.org/3/library/math.html#math.trunc
Value math_trunc(Run& run, Value* args, uint32_t) {
    Value result = run.call_special(args[0], Name::__trunc__, {});
    if (result != UNBOUND) return result;
    return run.type_error({"type ", type_name(args[0]), " doesn't define __trunc__ method"});
}

// https://docs.python.org/3/library/math.html#math.factorial
Value math_factorial(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[0])) return with_indices(run, math_row("factorial"), args, count, 1);
    Value result;
    Value number = math_int(run, args[0], result);
    if (number == UNBOUND) return result;
    if (int_sign(number) < 0) return run.value_error({"factorial() not defined for negative values"});
    if (!number.is_int())
        return run.raise(ExceptionType::OverflowError, {"factorial() argument should not exceed ", Digits(LONG_MAX).view()});
    return factorial_of(run, static_cast<uint64_t>(number.as_int()));
}

// https://docs.python.org/3/library/math.html#math.comb
Value math_comb(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[0]) || calls_index(run, args[1])) return with_indices(run, math_row("comb"), args, count, 3);
    Value result;
    Value n = math_int(run, args[0], result);
    Value k = n == UNBOUND ? UNBOUND : math_int(run, args[1], result);
    if (k == UNBOUND || checked_count(run, n, "n", result) == UNBOUND || checked_count(run, k, "k", result) == UNBOUND) return result;
    Value rest = int_subtract(run, n, k);
    if (is_result(rest)) return rest;
    if (int_sign(rest) < 0) return Value::integer(0);
    if (int_compare(rest, k) < 0) k = rest;
    if (!k.is_int())
        return run.raise(ExceptionType::OverflowError, {"min(n - k, k) must not exceed ", Digits(LLONG_MAX).view()});
    if (n.is_int() && k.as_int() <= 64 && small_binomial(n.as_int(), k.as_int(), result)) return result;
    Value product = falling_product(run, n, k.as_int());
    if (is_result(product)) return product;
    Value divisor = factorial_of(run, static_cast<uint64_t>(k.as_int()));
    return is_result(divisor) ? divisor : int_floor_divide(run, product, divisor);
}

// https://docs.python.org/3/library/math.html#math.perm
Value math_perm(Run& run, Value* args, uint32_t count) {
    if (args[1] == UNBOUND || args[1] == NONE) {
        if (calls_index(run, args[0])) return with_indices(run, math_row("perm"), args, count, 1);
        return math_factorial(run, args, 1);
    }
    if (calls_index(run, args[0]) || calls_index(run, args[1])) return with_indices(run, math_row("perm"), args, count, 3);
    Value result;
    Value n = math_int(run, args[0], result);
    Value k = n == UNBOUND ? UNBOUND : math_int(run, args[1], result);
    if (k == UNBOUND || checked_count(run, n, "n", result) == UNBOUND || checked_count(run, k, "k", result) == UNBOUND) return result;
    if (int_compare(n, k) < 0) return Value::integer(0);
    if (!k.is_int()) return run.raise(ExceptionType::OverflowError, {"k must not exceed ", Digits(LLONG_MAX).view()});
    return falling_product(run, n, k.as_int());
}

// https://docs.python.org/3/library/math.html#math.gcd
Value math_gcd(Run& run, Value* args, uint32_t count) { return fold(run, args, count, "gcd", Value::integer(0), int_gcd); }
// https://docs.python.org/3/library/math.html#math.lcm
Value math_lcm(Run& run, Value* args, uint32_t count) { return fold(run, args, count, "lcm", Value::integer(1), lcm_of); }

// https://docs.python.org/3/library/math.html#math.isqrt
Value math_isqrt(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[0])) return with_indices(run, math_row("isqrt"), args, count, 1);
    Value result;
    Value number = math_int(run, args[0], result);
    if (number == UNBOUND) return result;
    if (int_sign(number) < 0) return run.value_error({"isqrt() argument must be nonnegative"});
    return int_square_root(run, number);
}

}  // namespace exmonty
