// Sums and products of many numbers, exact where CPython's are.
// https://docs.python.org/3/library/math.html#summation-and-product-functions
#include "vm/modules/math/math.h"
#include "vm/objects/bytes.h"
#include "vm/objects/int/number.h"
#include "vm/objects/list.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

namespace exmonty {
namespace {

// A number as the unevaluated sum of two or three doubles.
struct DoubleLength {
    double high;
    double low;
};

struct TripleLength {
    double high;
    double low;
    double tiny;
};

// |a| >= |b|
DoubleLength fast_sum(double a, double b) {
    double sum = a + b;
    return {sum, (a - sum) + b};
}

DoubleLength exact_sum(double a, double b) {
    double sum = a + b;
    double rest = sum - a;
    return {sum, (a - (sum - rest)) + (b - rest)};
}

DoubleLength exact_product(double a, double b) {
    double product = a * b;
    return {product, std::fma(a, b, -product)};
}

TripleLength add_product(double x, double y, TripleLength total) {
    DoubleLength product = exact_product(x, y);
    DoubleLength sum = exact_sum(total.high, product.high);
    DoubleLength first = exact_sum(total.low, product.low);
    DoubleLength second = exact_sum(first.high, sum.low);
    return {sum.high, second.high, total.tiny + first.low + second.low};
}

double to_double(TripleLength total) {
    DoubleLength last = exact_sum(total.low, total.tiny);
    return total.high + last.high;
}

// The coordinates of a vector that come one by one, twice: first their largest magnitude, then their squares.
struct Norm {
    double largest = 0;
    bool has_nan = false;

    void see(double coordinate) {
        if (std::isnan(coordinate)) has_nan = true;
        else if (coordinate > largest) largest = coordinate;
    }

    // The root of the sum of squares; `coordinate(i)` gives magnitudes.
    template <class Coordinate>
    double root(uint32_t count, const Coordinate& coordinate) const {
        if (std::isinf(largest)) return largest;
        if (has_nan) return NAN;
        if (largest == 0 || count <= 1) return largest;
        int exponent;
        std::frexp(largest, &exponent);
        // Subnormal coordinates are made normal first.
        double unit = 1.0;
        if (exponent < -1023) {
            unit = DBL_MIN;
            std::frexp(largest / unit, &exponent);
        }
        double scale = std::ldexp(1.0, -exponent);
        double sum = 1.0;
        double low = 0;
        double lost = 0;
        auto add = [&](double a, double b) {
            DoubleLength product = exact_product(a, b);
            DoubleLength next = fast_sum(sum, product.high);
            sum = next.high;
            low += product.low;
            lost += next.low;
        };
        for (uint32_t i = 0; i < count; i++) {
            double scaled = coordinate(i) / unit * scale;
            add(scaled, scaled);
        }
        double result = std::sqrt(sum - 1.0 + (low + lost));
        // One step of Newton's method on what the square of the root misses.
        add(-result, result);
        double error = sum - 1.0 + (low + lost);
        return unit * ((result + error / (2.0 * result)) / scale);
    }
};

std::span<const Value> items_of(Value sequence) {
    if (const Tuple* tuple = as<Tuple>(sequence)) return tuple->view();
    const List* list = cast<List>(sequence);
    return {list->items, list->size};
}

bool is_plain_number(Value value) { return is_float(value) || is_integral(value); }

// A tuple or list of numbers only, for which no Python code is needed.
bool is_plain(Value sequence) {
    if (!is_kind(sequence, Kind::Tuple) && !is_kind(sequence, Kind::List)) return false;
    for (Value item : items_of(sequence))
        if (!is_plain_number(item)) return false;
    return true;
}

// The distance of two points whose coordinates are plain numbers.
Value distance(Run& run, std::span<const Value> p, std::span<const Value> q) {
    if (p.size() != q.size()) return run.value_error({"both points must have the same number of dimensions"});
    if (run.budget.poll(p.size())) return RAISED;
    for (size_t i = 0; i < p.size(); i++) {
        double unused;
        if (math_float(run, p[i], unused) != NONE || math_float(run, q[i], unused) != NONE) return RAISED;
    }
    auto coordinate = [&](uint32_t i) {
        double a = 0;
        double b = 0;
        math_float(run, p[i], a);
        math_float(run, q[i], b);
        return std::fabs(a - b);
    };
    Norm norm;
    uint32_t count = static_cast<uint32_t>(p.size());
    for (uint32_t i = 0; i < count; i++) norm.see(coordinate(i));
    return run.floating(norm.root(count, coordinate));
}

}  // namespace

// https://docs.python.org/3/library/math.html#math.hypot
Value math_hypot(Run& run, Value* args, uint32_t count) {
    uint32_t calling = 0;
    for (uint32_t i = 0; i < count && i < 8; i++)
        if (calls_float(run, args[i])) calling |= 1u << i;
    if (calling) return with_floats(run, math_row("hypot"), args, count, calling);
    Norm norm;
    for (uint32_t i = 0; i < count; i++) {
        double x;
        Value status = math_float(run, args[i], x);
        if (status != NONE) return status;
        norm.see(std::fabs(x));
    }
    return run.floating(norm.root(count, [&](uint32_t i) {
        double x = 0;
        math_float(run, args[i], x);
        return std::fabs(x);
    }));
}

// https://docs.python.org/3/library/math.html#math.dist
Value math_dist(Run& run, Value* args, uint32_t) {
    if (is_plain(args[0]) && is_plain(args[1])) return distance(run, items_of(args[0]), items_of(args[1]));
    return run.push_step(StepId::math_dist, {args[0], args[1], Value::integer(0)});
}

// Slots: two points, which become lists of their own; how many coordinates of both have been converted.
// States: 0 start, 1 the first list comes, 2 has it, 3 the second comes, 4 conversion, 5 a float comes.
Value step_math_dist(Run& run, Frame& frame, Value in) {
    for (uint32_t point = 0; point < 2; point++) {
        if (frame.state == point * 2) {
            Value list = run.to_list(frame.base[point]);
            if (list == COLLECT) return list;
            frame.state = point * 2 + 1;
            if (is_result(list)) return list;
            in = list;
        }
        if (frame.state == point * 2 + 1) {
            frame.base[point] = in;
            frame.state = point * 2 + 2;
        }
    }
    List* lists[] = {as<List>(frame.base[0]), as<List>(frame.base[1])};
    if (!lists[0] || !lists[1]) return run.type_error({"points must be sequences"});
    uint64_t total = uint64_t{lists[0]->size} + lists[1]->size;
    if (lists[0]->size != lists[1]->size) return run.value_error({"both points must have the same number of dimensions"});
    for (;;) {
        uint64_t at = static_cast<uint64_t>(frame.base[2].as_int());
        if (at >= total) break;
        Value& item = at < lists[0]->size ? lists[0]->items[at] : lists[1]->items[at - lists[0]->size];
        if (frame.state == 4) {
            if (run.budget.poll()) return RAISED;
            in = run.to_float(item);
            if (in == COLLECT) return in;
            frame.state = 5;
            if (is_result(in)) return in;
        }
        item = in;
        frame.base[2] = Value::integer(static_cast<int64_t>(at + 1));
        frame.state = 4;
    }
    return distance(run, items_of(frame.base[0]), items_of(frame.base[1]));
}

// ---- fsum

namespace {

// Shewchuk's partial sums: their exact sum is the sum of all that was added, in increasing order, none overlapping.
struct ExactSum {
    static constexpr uint32_t most = 64;  // a double's exponents need 40

    uint32_t count = 0;
    uint32_t unused = 0;
    double special = 0;   // sum of infinities and NaNs
    double infinite = 0;  // of infinities alone
    double partials[most];

    // False: the finite sum is larger than any double.
    bool add(double x) {
        double whole = x;
        uint32_t kept = 0;
        for (uint32_t i = 0; i < count; i++) {
            double y = partials[i];
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            double high = x + y;
            double low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        count = kept;
        if (x == 0) return true;
        if (!std::isfinite(x)) {
            if (std::isfinite(whole)) return false;
            if (std::isinf(whole)) infinite += whole;
            special += whole;
            count = 0;
        } else if (count < most) {
            partials[count++] = x;
        }
        return true;
    }

    // Rounded once, half to even.
    double round() const {
        uint32_t left = count;
        if (left == 0) return 0;
        double high = partials[--left];
        double low = 0;
        while (left > 0) {
            double x = high;
            double y = partials[--left];
            high = x + y;
            low = y - (high - x);
            if (low != 0) break;
        }
        // A half that the rest pushes further: the sum of the two larger ones was rounded the wrong way.
        if (left > 0 && ((low < 0 && partials[left - 1] < 0) || (low > 0 && partials[left - 1] > 0))) {
            double twice = low * 2.0;
            double sum = high + twice;
            if (twice == sum - high) high = sum;
        }
        return high;
    }
};

Value sum_of(Run& run, const ExactSum& sum) {
    if (sum.special == 0 && !std::isnan(sum.special)) return run.floating(sum.round());
    if (std::isnan(sum.infinite)) return run.value_error({"-inf + inf in fsum"});
    return run.floating(sum.special);
}

Value add_to_sum(Run& run, ExactSum& sum, Value item) {
    double x;
    Value status = math_float(run, item, x);
    if (status != NONE) return status;
    return sum.add(x) ? NONE : run.raise(ExceptionType::OverflowError, {"intermediate overflow in fsum"});
}

}  // namespace

// https://docs.python.org/3/library/math.html#math.fsum
Value math_fsum(Run& run, Value* args, uint32_t) {
    if (!is_plain(args[0])) return run.push_step(StepId::math_fsum, {args[0]});
    ExactSum sum;
    for (Value item : items_of(args[0])) {
        if (run.budget.poll()) return RAISED;
        Value status = add_to_sum(run, sum, item);
        if (status != NONE) return status;
    }
    return sum_of(run, sum);
}

// Slots: the iterable, then its iterator; the sum so far as bytes, while Python code runs.
// States: 0 start, 1 the iterator comes, 2 has it, 3 an item comes, 4 a float comes.
Value step_math_fsum(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value iterator = run.iterate(frame.base[0]);
        if (iterator == COLLECT) return iterator;
        frame.state = 1;
        if (is_result(iterator)) return iterator;
        in = iterator;
    }
    ExactSum sum;
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 2;
    } else if (const ByteString* saved = as<ByteString>(frame.base[1]); saved && saved->size == sizeof sum) {
        memcpy(static_cast<void*>(&sum), saved->bytes, sizeof sum);
        if (sum.count > ExactSum::most) return run.value_error({"bad sum"});
    }
    Value result = UNBOUND;
    while (result == UNBOUND) {
        if (frame.state == 2) {
            if (run.budget.poll()) return RAISED;
            in = run.next(frame.base[0]);
            if (in != COLLECT) frame.state = 3;
            if (is_result(in) && in != EXHAUSTED) result = in;
            if (result != UNBOUND) break;
        }
        if (frame.state == 3) {
            if (in == EXHAUSTED) return sum_of(run, sum);
            Value number = run.to_float(in);
            if (number == RAISED) return RAISED;
            frame.state = 4;
            if (is_result(number)) result = number;
            in = number;
            if (result != UNBOUND) break;
        }
        Value status = add_to_sum(run, sum, in);
        if (status != NONE) return status;
        frame.state = 2;
    }
    frame.base[1] = Value::cell(new_bytes(run.heap, {reinterpret_cast<const char*>(&sum), sizeof sum}));
    return result;
}

// ---- prod and sumprod

// https://docs.python.org/3/library/math.html#math.prod
Value math_prod(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::math_prod, {args[0], args[1] == UNBOUND ? Value::integer(1) : args[1]});
}

// Slots: the iterable, then its iterator; the product so far; an item that has not been multiplied yet.
// States: 0 start, 1 the iterator comes, 2 has it, 3 an item comes, 4 an item waits, 5 a product comes.
Value step_math_prod(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value iterator = run.iterate(frame.base[0]);
        if (iterator == COLLECT) return iterator;
        frame.state = 1;
        if (is_result(iterator)) return iterator;
        in = iterator;
    }
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 2;
    }
    for (;;) {
        if (frame.state == 2) {
            if (run.budget.poll()) return RAISED;
            in = run.next(frame.base[0]);
            if (in == COLLECT) return in;
            frame.state = 3;
            if (is_result(in) && in != EXHAUSTED) return in;
        }
        if (frame.state == 3) {
            if (in == EXHAUSTED) return frame.base[1];
            frame.base[2] = in;
            frame.state = 4;
        }
        if (frame.state == 4) {
            in = run.binary(Operator::Mul, frame.base[1], frame.base[2]);
            if (in == COLLECT) return in;
            frame.state = 5;
            if (is_result(in)) return in;
        }
        frame.base[1] = in;
        frame.state = 2;
    }
}

namespace {

// What sumprod adds up as long as the items are plain: ints that fit a word, or floats in threefold precision.
class PlainSum {
  public:
    // How far the two sequences are plain from `at` on.
    PlainSum(std::span<const Value> p, std::span<const Value> q, size_t at) : p_(p), q_(q), at_(at) {}

    size_t at() const { return at_; }
    bool done() const { return at_ == p_.size(); }

    // The sum of the products from `at` on while they are ints.
    Value ints(Run& run) {
        Value total = Value::integer(0);
        for (; !done() && is_exact_int(p_[at_]) && is_exact_int(q_[at_]); at_++) {
            if (run.budget.poll()) return RAISED;
            Value product = int_multiply(run, p_[at_], q_[at_]);
            if (is_result(product)) return product;
            total = int_add(run, total, product);
            if (is_result(total)) return total;
        }
        return total;
    }

    // The same while they are floats, or floats with ints; UNBOUND: not one is.
    Value floats(Run& run) {
        TripleLength total{};
        bool any = false;
        for (; !done(); at_++) {
            if (run.budget.poll()) return RAISED;
            double x;
            double y;
            if (!float_pair(x, y)) break;
            TripleLength next = add_product(x, y, total);
            if (!std::isfinite(next.high)) break;
            total = next;
            any = true;
        }
        return any ? run.floating(to_double(total)) : UNBOUND;
    }

  private:
    static bool number(Value value, double& x) {
        if (is_float(value)) {
            x = float_of(value);
            return true;
        }
        if (!is_integral(value)) return false;
        const IntView view(value);
        bigint::DoubleResult result = bigint::to_double(view_of(view));
        x = result.value;
        return !result.overflow;
    }
    bool float_pair(double& x, double& y) const {
        return (is_float(p_[at_]) || is_float(q_[at_])) && number(p_[at_], x) && number(q_[at_], y);
    }

    std::span<const Value> p_;
    std::span<const Value> q_;
    size_t at_;
};

// From the total so far and a position on, as long as no Python code is needed. UNBOUND: another pair waits there.
Value add_plain(Run& run, Frame& frame, std::span<const Value> p, std::span<const Value> q) {
    PlainSum sum(p, q, 0);
    Value total = sum.ints(run);
    if (is_result(total)) return total;
    Value floats = sum.floats(run);
    if (is_result(floats)) return floats;
    if (floats != UNBOUND) total = run.binary(Operator::Add, total, floats);
    if (is_result(total)) return total;
    frame.base[2] = total;
    frame.base[3] = Value::integer(static_cast<int64_t>(sum.at()));
    return sum.done() ? total : UNBOUND;
}

}  // namespace

// https://docs.python.org/3/library/math.html#math.sumprod
Value math_sumprod(Run& run, Value* args, uint32_t) {
    return run.push_step(StepId::math_sumprod, {args[0], args[1], Value::integer(0), Value::integer(0)});
}

// Slots: two sequences, which become lists; the sum so far; a position.
// States: 0 start, 1 the first list comes, 2 has it, 3 the second comes, 4 has both, 5 a product is wanted, 6 it comes,
// 7 a sum is wanted (the product is in slot 4), 8 it comes.
Value step_math_sumprod(Run& run, Frame& frame, Value in) {
    for (uint32_t side = 0; side < 2; side++) {
        if (frame.state == side * 2) {
            Value list = run.to_list(frame.base[side]);
            if (list == COLLECT) return list;
            frame.state = side * 2 + 1;
            if (is_result(list)) return list;
            in = list;
        }
        if (frame.state == side * 2 + 1) {
            frame.base[side] = in;
            frame.state = side * 2 + 2;
        }
    }
    if (!is_kind(frame.base[0], Kind::List) || !is_kind(frame.base[1], Kind::List)) return run.type_error({"lists are wanted"});
    std::span<const Value> p = items_of(frame.base[0]);
    std::span<const Value> q = items_of(frame.base[1]);
    // That one is longer is seen when the shorter one ends.
    bool same_length = p.size() == q.size();
    if (!same_length) (p.size() < q.size() ? q : p) = (p.size() < q.size() ? q : p).first(std::min(p.size(), q.size()));
    if (frame.state == 4) {
        Value total = add_plain(run, frame, p, q);
        if (is_result(total) || (total != UNBOUND && same_length)) return total;
        frame.state = 5;
    }
    for (;;) {
        uint64_t at = static_cast<uint64_t>(frame.base[3].as_int());
        if (frame.state == 5) {
            if (at >= p.size()) return same_length ? frame.base[2] : run.value_error({"Inputs are not the same length"});
            if (run.budget.poll()) return RAISED;
            in = run.binary(Operator::Mul, p[at], q[at]);
            if (in == COLLECT) return in;
            frame.state = 6;
            if (is_result(in)) return in;
        }
        if (frame.state == 6) {
            frame.base[4] = in;
            frame.state = 7;
        }
        if (frame.state == 7) {
            in = run.binary(Operator::Add, frame.base[2], frame.base[4]);
            if (in == COLLECT) return in;
            frame.state = 8;
            if (is_result(in)) return in;
        }
        frame.base[2] = in;
        frame.base[3] = Value::integer(static_cast<int64_t>(at + 1));
        frame.state = 5;
    }
}

}  // namespace exmonty
