// Arithmetic with exact ints of any size in natives: in machine words while it can. A refusal of memory is remembered
// and told at the end; the numbers are meaningless then.
#pragma once

#include "vm/objects/int.h"
#include "vm/objects/run.h"

namespace exmonty {

class IntMath {
  public:
    explicit IntMath(Run& run) : run_(run) {}

    Value add(Value a, Value b) {
        if (both_int(a, b)) return run_.integer(a.as_int() + b.as_int());
        return wide(Operator::Add, a, b);
    }
    Value subtract(Value a, Value b) {
        if (both_int(a, b)) return run_.integer(a.as_int() - b.as_int());
        return wide(Operator::Sub, a, b);
    }
    Value multiply(Value a, Value b) {
        int64_t product;
        if (both_int(a, b) && !__builtin_mul_overflow(a.as_int(), b.as_int(), &product)) return run_.integer(product);
        return wide(Operator::Mul, a, b);
    }
    Value floor_divide(Value a, Value b) { return wide(Operator::FloorDiv, a, b); }
    Value modulo(Value a, Value b) { return wide(Operator::Mod, a, b); }
    Value negate(Value a) { return subtract(Value::integer(0), a); }

    static bool is_negative(Value a) { return a.is_int() ? a.as_int() < 0 : cast<BigInt>(a)->is_negative(); }
    static bool is_zero(Value a) { return a == Value::integer(0); }
    bool less(Value a, Value b) {
        if (both_int(a, b)) return a.as_int() < b.as_int();
        return is_negative(subtract(a, b));
    }
    bool equal(Value a, Value b) { return a == b || is_zero(subtract(a, b)); }

    // What went wrong: COLLECT or RAISED; UNBOUND: nothing.
    Value failure() const { return failure_; }

  private:
    Value wide(Operator op, Value a, Value b) {
        if (failure_ != UNBOUND) return Value::integer(1);
        const Value result = run_.binary(op, a, b);
        if (!is_result(result)) return result;
        failure_ = result;
        return Value::integer(1);
    }

    Run& run_;
    Value failure_ = UNBOUND;
};

}  // namespace exmonty
