// Comparison, equality and truth of any values.
// https://docs.python.org/3/reference/datamodel.html#object.__lt__
#include "vm/objects/builtin_types.h"
#include "vm/objects/hash.h"
#include "vm/objects/run.h"
#include "vm/runtime/op_operator.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

constexpr Name comparison_names[] = {Name::__lt__, Name::__le__, Name::__eq__, Name::__ne__, Name::__gt__, Name::__ge__};
constexpr const char* comparison_symbols[] = {"<", "<=", "==", "!=", ">", ">="};

Value builtin_compare(Run& run, const Class* type, Comparison op, Value a, Value b) {
    if (!type->operations || !type->operations->compare) return NOT_IMPLEMENTED;
    return type->operations->compare(run, op, a, b);
}

// No operand knows: by identity, or an error.
Value fallback(Run& run, Comparison op, Value a, Value b) {
    if (op == Comparison::Eq) return boolean(a == b);
    if (op == Comparison::Ne) return boolean(a != b);
    return run.type_error({"'", symbol(op), "' not supported between instances of '", type_name(a), "' and '", type_name(b), "'"});
}

bool both_builtin(Value a, Value b) { return is_builtin_instance(a) && is_builtin_instance(b); }

// The order of code points is that of the bytes of UTF-8.
Value compare_strs(Comparison op, const Str* a, const Str* b) {
    if (a->count == 1 && b->count == 1)
        return boolean(holds(op, static_cast<unsigned char>(*a->data()), static_cast<unsigned char>(*b->data())));
    if (op == Comparison::Eq) return boolean(equal(a, b));
    if (op == Comparison::Ne) return boolean(!equal(a, b));
    return boolean(holds(op, a == b ? 0 : a->view().compare(b->view()), 0));
}

}  // namespace

const char* symbol(Comparison comparison) { return comparison_symbols[static_cast<size_t>(comparison)]; }

Value Run::compare(Comparison op, Value a, Value b) {
    if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) {
        if (poll_comparison(*this, a, b)) [[unlikely]] return RAISED;
        return compare_strs(op, cast<Str>(a), cast<Str>(b));
    }
    if (!both_builtin(a, b)) return push_step(StepId::compare, {Value::integer(static_cast<int64_t>(op)), a, b});
    const Class* left = class_of(a);
    const Class* right = class_of(b);
    Value result = builtin_compare(*this, left, op, a, b);
    if (result == NOT_IMPLEMENTED && right != left) result = builtin_compare(*this, right, swapped(op), b, a);
    return result == NOT_IMPLEMENTED ? fallback(*this, op, a, b) : result;
}

namespace {

// The answer of `self` to `self op other`; NOT_IMPLEMENTED when it has no such method. A class with __eq__ alone answers != by
// the opposite, which the step does.
Value ask(Run& run, Comparison op, Value self, Value other) {
    const Class* type = class_of(self);
    if (type->is_builtin()) return builtin_compare(run, type, op, self, payload(other));
    Value result = run.call_special(self, comparison_names[static_cast<size_t>(op)], {other});
    return result == UNBOUND ? NOT_IMPLEMENTED : result;
}

bool answers_ne_by_eq(Run& run, Value self) {
    const Class* type = class_of(self);
    return !type->is_builtin() && run.special(type, Name::__ne__) == UNBOUND && run.special(type, Name::__eq__) != UNBOUND;
}

}  // namespace

// Slots: comparison, a, b. The low bits of the state count the operands asked; bit 2: the answer is to be inverted.
Value step_compare(Run& run, Frame& frame, Value in) {
    constexpr uint32_t inverted = 4;
    constexpr uint32_t truth = 8;
    Comparison op = static_cast<Comparison>(frame.base[0].as_int());
    Value a = frame.base[1];
    Value b = frame.base[2];
    const Class* left = class_of(a);
    const Class* right = class_of(b);
    bool reversed = left != right && is_subclass(right, left);
    if (frame.state & truth) return boolean(in == FALSE);
    // Memory was refused to the second operand asked, after the first had no answer.
    if (in == UNBOUND) in = NOT_IMPLEMENTED;
    for (;;) {
        if (frame.state != 0 && in != NOT_IMPLEMENTED) {
            if (!(frame.state & inverted)) return in;
            Value result = run.truth(in);
            if (result == COLLECT) return result;
            if (!is_result(result)) return boolean(result == FALSE);
            frame.state |= truth;
            return result;
        }
        uint32_t asked = frame.state & 3;
        if (asked == 2) return fallback(run, op, a, b);
        bool first_is_left = (asked == 0) != reversed;
        Value self = first_is_left ? a : b;
        Value other = first_is_left ? b : a;
        Comparison asks = first_is_left ? op : swapped(op);
        uint32_t invert = 0;
        if (asks == Comparison::Ne && answers_ne_by_eq(run, self)) {
            asks = Comparison::Eq;
            invert = inverted;
        }
        Value result = ask(run, asks, self, other);
        if (result == COLLECT) return result;
        frame.state = (asked + 1) | invert;
        if (is_result(result)) return result;
        in = result;
    }
}

Value Run::equals(Value a, Value b) {
    if (poll_comparison(*this, a, b)) [[unlikely]] return RAISED;
    switch (quick_equal(a, b)) {
        case Equality::Equal: return TRUE;
        case Equality::Different: return FALSE;
        case Equality::Unknown: break;
    }
    if (a == b) return TRUE;
    if (both_builtin(a, b)) return compare(Comparison::Eq, a, b);
    return push_step(StepId::truth_result, {Value::integer(static_cast<int64_t>(Comparison::Eq)), a, b});
}

// Slots: comparison, a, b. The truth of a comparison.
Value step_truth_result(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.compare(static_cast<Comparison>(frame.base[0].as_int()), frame.base[1], frame.base[2]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 2) return in;
    Value result = run.truth(in);
    if (result == PUSHED) frame.state = 2;
    return result;
}

Value Run::truth(Value value) {
    Value known = fast_truth(value);
    if (known != UNBOUND) return known;
    const Class* type = class_of(value);
    if (type->is_builtin()) {
        if (!type->operations) return TRUE;
        if (type->operations->truth) return type->operations->truth(*this, value);
        if (!type->operations->length) return TRUE;
        Value length = type->operations->length(*this, value);
        return is_result(length) ? length : boolean(length != Value::integer(0));
    }
    if (special(type, Name::__bool__) != UNBOUND) return push_check(*this, Check::Bool, value);
    Value length = special(type, Name::__len__);
    if (length == UNBOUND) {
        Value held = payload(value);
        return held == value ? TRUE : truth(held);
    }
    if (!is_kind(length, Kind::NativeFunction)) return push_check(*this, Check::TruthOfLength, value);
    return truth(payload(value));
}

}  // namespace exmonty
