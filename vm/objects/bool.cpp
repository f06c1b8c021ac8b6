// bool: the two ints that know that they are truths.
// https://docs.python.org/3/library/stdtypes.html#boolean-type-bool
#include "vm/objects/builtin_types.h"
#include "vm/objects/format.h"
#include "vm/objects/int/methods.h"
#include "vm/objects/int/number.h"

namespace exmonty {
namespace {

Value repr(Run& run, Value self) { return run.text(self == TRUE ? "True" : "False"); }
Value hash(Run&, Value self) { return plain_int(self); }
Value truth(Run&, Value self) { return self; }
Value to_int(Run&, Value self) { return plain_int(self); }
Value to_float(Run& run, Value self) { return run.floating(self == TRUE); }

// Two bools make a bool of `&`, `|` and `^`; everything else is arithmetic of ints.
Value binary(Run& run, Operator op, Value a, Value b) {
    if (is_bool(a) && is_bool(b)) {
        switch (op) {
            case Operator::And: return boolean(a == TRUE && b == TRUE);
            case Operator::Or: return boolean(a == TRUE || b == TRUE);
            case Operator::Xor: return boolean(a != b);
            default: break;
        }
    }
    return binary_of_ints(run, op, a, b);
}

// https://docs.python.org/3/library/functions.html#bool
Value construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({"bool() takes no keyword arguments"});
    if (count > 1) return run.type_error({"bool expected at most 1 argument, got ", Digits(count).view()});
    return count == 0 ? FALSE : run.truth(args[0]);
}

constexpr TypeOperations operations = {
    .repr = repr,
    .format = format_of_int,
    .hash = hash,
    .compare = compare_ints,
    .truth = truth,
    .binary = binary,
    .unary = unary_of_int,
    .to_index = to_int,
    .to_int = to_int,
    .to_float = to_float,
    .operators = " and invert or rand ror rxor xor ",
    .construct = construct,
};

constexpr const char* doc =
    "Returns True when the argument is true, False otherwise.\n"
    "The builtins True and False are the only two instances of the class bool.\n"
    "The class bool is a subclass of the class int, and cannot be subclassed.";

constexpr const Class* mro[] = {&bool_class, &int_class, &object_class};

}  // namespace

constinit const Class bool_class = builtin_class("bool", "builtins", &int_class, mro, 3, Kind::Int, Class::final_class, nullptr,
                                                 0, &operations, doc);

}  // namespace exmonty
