// Binary, in-place and unary operators on any values.
// https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types
#include "vm/objects/builtin_types.h"
#include "vm/objects/list.h"
#include "vm/objects/run.h"
#include "vm/runtime/special.h"

namespace exmonty {
namespace {

struct OperatorNames {
    Name left;
    Name right;
    Name in_place;
    const char* symbol;
};

constexpr OperatorNames operator_names[] = {
    {Name::__add__, Name::__radd__, Name::__iadd__, "+"},
    {Name::__sub__, Name::__rsub__, Name::__isub__, "-"},
    {Name::__mul__, Name::__rmul__, Name::__imul__, "*"},
    {Name::__truediv__, Name::__rtruediv__, Name::__itruediv__, "/"},
    {Name::__floordiv__, Name::__rfloordiv__, Name::__ifloordiv__, "//"},
    {Name::__mod__, Name::__rmod__, Name::__imod__, "%"},
    {Name::__pow__, Name::__rpow__, Name::__ipow__, "** or pow()"},
    {Name::__lshift__, Name::__rlshift__, Name::__ilshift__, "<<"},
    {Name::__rshift__, Name::__rrshift__, Name::__irshift__, ">>"},
    {Name::__and__, Name::__rand__, Name::__iand__, "&"},
    {Name::__or__, Name::__ror__, Name::__ior__, "|"},
    {Name::__xor__, Name::__rxor__, Name::__ixor__, "^"},
    {Name::__matmul__, Name::__rmatmul__, Name::__imatmul__, "@"},
    {Name::__divmod__, Name::__rdivmod__, Name::__divmod__, "divmod()"},
};

const OperatorNames& names_of(Operator op) { return operator_names[static_cast<size_t>(op)]; }

Value builtin_binary(Run& run, const Class* type, Operator op, Value a, Value b) {
    if (!type->operations || !type->operations->binary) return NOT_IMPLEMENTED;
    return type->operations->binary(run, op, a, b);
}

Value unsupported(Run& run, Operator op, Value a, Value b, bool in_place) {
    const char* text = names_of(op).symbol;
    const char* suffix = "";
    if (in_place) {
        suffix = "=";
        if (op == Operator::Pow) text = "**";
    }
    return run.type_error({"unsupported operand type(s) for ", text, suffix, ": '", type_name(a), "' and '", type_name(b), "'"});
}

// `a *= sequence` repeats the sequence only where a could not be a sequence itself: neither an instance of a Python class nor
// a container.
bool repeats_in_place(Operator op, const Class* left, const Class* right) {
    if (op != Operator::Mul || !right->is_builtin()) return true;
    const TypeOperations* repeated = right->operations;
    if (!repeated || !repeated->get_item || !repeated->length) return true;
    return left->is_builtin() && !(left->operations && left->operations->length);
}

Value builtin_only(Run& run, Operator op, Value a, Value b, bool in_place) {
    const Class* left = class_of(a);
    const Class* right = class_of(b);
    if (in_place && left->operations && left->operations->in_place) {
        Value result = left->operations->in_place(run, op, a, b);
        if (result != NOT_IMPLEMENTED) return result;
    }
    Value result = builtin_binary(run, left, op, a, b);
    if (result == NOT_IMPLEMENTED && right != left && (!in_place || repeats_in_place(op, left, right))) result = builtin_binary(run, right, op, a, b);
    return result == NOT_IMPLEMENTED ? unsupported(run, op, a, b, in_place) : result;
}

Value with_python(Run& run, Operator op, Value a, Value b, bool in_place) {
    return run.push_step(StepId::binary, {Value::integer(static_cast<int64_t>(op)), a, b, boolean(in_place)});
}

bool both_builtin(Value a, Value b) { return is_builtin_instance(a) && is_builtin_instance(b); }

// Whether the reflected method of b goes first: b's class is a proper subclass of a's that has a method of its own.
bool right_first(Run& run, Operator op, const Class* left, const Class* right) {
    if (left == right || !is_subclass(right, left)) return false;
    Value own = run.special(right, names_of(op).right);
    return own != UNBOUND && own != run.special(left, names_of(op).right);
}

enum class Attempt : uint8_t { InPlace, Left, Right };

// One operand's method; NOT_IMPLEMENTED when it has none.
Value attempt(Run& run, Attempt which, Operator op, Value a, Value b) {
    const OperatorNames& names = names_of(op);
    Value self = which == Attempt::Right ? b : a;
    Value other = which == Attempt::Right ? a : b;
    Name method = which == Attempt::InPlace ? names.in_place : which == Attempt::Left ? names.left : names.right;
    const Class* type = class_of(self);
    if (type->is_builtin()) {
        if (which == Attempt::InPlace) {
            if (!type->operations || !type->operations->in_place) return NOT_IMPLEMENTED;
            return type->operations->in_place(run, op, a, payload(b));
        }
        // `%` of a text looks things up in the mapping itself, which may be an instance of a subclass of dict.
        bool formats = op == Operator::Mod && (is_kind(a, Kind::Str) || is_kind(a, Kind::Bytes));
        return builtin_binary(run, type, op, payload(a), formats ? b : payload(b));
    }
    Value result = run.call_special(self, method, {other});
    return result == UNBOUND ? NOT_IMPLEMENTED : result;
}

}  // namespace

const char* symbol(Operator op) { return names_of(op).symbol; }

Value Run::binary(Operator op, Value a, Value b) {
    return both_builtin(a, b) ? builtin_only(*this, op, a, b, false) : with_python(*this, op, a, b, false);
}

Value Run::in_place(Operator op, Value a, Value b) {
    return both_builtin(a, b) ? builtin_only(*this, op, a, b, true) : with_python(*this, op, a, b, true);
}

// Slots: operator, a, b, whether in place. The state counts attempts.
Value step_binary(Run& run, Frame& frame, Value in) {
    Operator op = static_cast<Operator>(frame.base[0].as_int());
    Value a = frame.base[1];
    Value b = frame.base[2];
    bool in_place = frame.base[3] == TRUE;
    const Class* left = class_of(a);
    const Class* right = class_of(b);
    bool swapped = right_first(run, op, left, right);
    const uint32_t first = in_place ? 0 : 1;
    if (frame.state == 0) frame.state = first;
    // Without an answer: nothing has been attempted yet, or memory was refused.
    if (in == UNBOUND) in = NOT_IMPLEMENTED;
    for (;;) {
        // Attempt number state - 1 has answered.
        if (frame.state > first && in != NOT_IMPLEMENTED) return in;
        if (frame.state == 3) return unsupported(run, op, a, b, in_place);
        Attempt which = frame.state == 0 ? Attempt::InPlace : (frame.state == 1) != swapped ? Attempt::Left : Attempt::Right;
        Value result = NOT_IMPLEMENTED;
        bool repeats = which == Attempt::Right && left == right && frame.state == 2;
        if (which == Attempt::Right && in_place && !repeats_in_place(op, left, right)) repeats = true;
        if (!repeats) result = attempt(run, which, op, a, b);
        if (result == COLLECT) return result;
        frame.state++;
        if (is_result(result)) return result;
        in = result;
    }
}

Value Run::unary(UnaryOperation op, Value a) {
    constexpr Name names[] = {Name::__neg__, Name::__pos__, Name::__invert__, Name::__abs__};
    constexpr const char* symbols[] = {"unary -", "unary +", "unary ~", "abs()"};
    const Class* type = class_of(a);
    Value result = NOT_IMPLEMENTED;
    if (!type->is_builtin()) {
        result = call_special(a, names[static_cast<size_t>(op)], {});
        if (result != UNBOUND) return result;
        result = NOT_IMPLEMENTED;
    } else if (type->operations && type->operations->unary) {
        result = type->operations->unary(*this, op, a);
    }
    if (result != NOT_IMPLEMENTED) return result;
    return type_error({"bad operand type for ", symbols[static_cast<size_t>(op)], ": '", class_name(type), "'"});
}

}  // namespace exmonty
