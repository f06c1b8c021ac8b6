// int: what operators and builtins do with it, its table of methods and its class.
// https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
#include "vm/objects/builtin_types.h"
#include "vm/objects/format.h"
#include "vm/objects/hash.h"
#include "vm/objects/int/methods.h"
#include "vm/objects/int/text.h"

namespace exmonty {
namespace {

Value hash(Run& run, Value self) {
    uint64_t word = 0;
    simple_hash(run, self, word);
    return hash_value(run, word);
}

Value truth(Run&, Value self) { return boolean(self != Value::integer(0)); }
Value itself(Run&, Value self) { return self; }

Value to_float(Run& run, Value self) {
    double number;
    return double_of_int(run, self, number) ? run.floating(number) : RAISED;
}

constexpr TypeOperations operations = {
    .repr = int_text,
    .format = format_of_int,
    .hash = hash,
    .compare = compare_ints,
    .truth = truth,
    .binary = binary_of_ints,
    .unary = unary_of_int,
    .to_index = itself,
    .to_int = itself,
    .to_float = to_float,
    .operators = " abs add and divmod eq floordiv ge gt invert le lshift lt mod mul ne neg or pos pow radd rand rdivmod "
                 "rfloordiv rlshift rmod rmul ror rpow rrshift rshift rsub rtruediv rxor sub truediv xor ",
    .construct = int_construct,
};

constexpr NativeRow rows[] = {
    {"__ceil__", "self, /", int_itself},
    {"__floor__", "self, /", int_itself},
    {"__getnewargs__", "self, /", int_getnewargs},
    {"__pow__", "self, value, mod=None, /", int_pow_method},
    {"__round__", "self, ndigits=None, /", int_round},
    {"__rpow__", "self, value, mod=None, /", int_rpow_method},
    {"__sizeof__", "self, /", int_sizeof},
    {"__trunc__", "self, /", int_itself},
    {"as_integer_ratio", "self, /", int_as_integer_ratio},
    {"bit_count", "self, /", int_bit_count},
    {"bit_length", "self, /", int_bit_length_method},
    {"conjugate", "self, /", int_itself},
    {"denominator", "self", int_one, Binding::Getter},
    {"from_bytes", "type, /, bytes, byteorder='big', *, signed=False", int_from_bytes, Binding::ClassMethod},
    {"imag", "self", int_zero, Binding::Getter},
    {"is_integer", "self, /", int_is_integer},
    {"numerator", "self", int_itself, Binding::Getter},
    {"real", "self", int_itself, Binding::Getter},
    {"to_bytes", "self, /, length=1, byteorder='big', *, signed=False", int_to_bytes},
};

constinit const auto methods = native_table(Kind::Int, rows);

constexpr const char* doc =
    "int([x]) -> integer\n"
    "int(x, base=10) -> integer\n"
    "\n"
    "Convert a number or string to an integer, or return 0 if no arguments\n"
    "are given.  If x is a number, return x.__int__().  For floating-point\n"
    "numbers, this truncates towards zero.\n"
    "\n"
    "If x is not a number or if base is given, then x must be a string,\n"
    "bytes, or bytearray instance representing an integer literal in the\n"
    "given base.  The literal can be preceded by '+' or '-' and be surrounded\n"
    "by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n"
    "Base 0 means to interpret the base from the string as an integer literal.\n"
    ">>> int('0b100', base=0)\n"
    "4";

constexpr const Class* mro[] = {&int_class, &object_class};

}  // namespace

Value compare_ints(Run& run, Comparison comparison, Value self, Value other) {
    if (both_int(self, other)) return boolean(holds(comparison, self.as_int(), other.as_int()));
    if (!is_integral(other)) other = int_of(other);
    if (other == UNBOUND) return NOT_IMPLEMENTED;
    if (self == other) return boolean(holds(comparison, 0, 0));
    if (poll_comparison(run, self, other)) return RAISED;
    return boolean(holds(comparison, int_compare(self, other), 0));
}

Value binary_of_ints(Run& run, Operator op, Value a, Value b) {
    return is_integral(a) && is_integral(b) ? int_binary(run, op, a, b) : NOT_IMPLEMENTED;
}

Value unary_of_int(Run& run, UnaryOperation op, Value self) {
    switch (op) {
        case UnaryOperation::Negative: return int_negative(run, self);
        case UnaryOperation::Positive: return plain_int(self);
        case UnaryOperation::Invert: return int_invert(run, plain_int(self));
        case UnaryOperation::Absolute: return int_absolute(run, self);
    }
    return NOT_IMPLEMENTED;
}

constinit const Class int_class = builtin_class("int", "builtins", &object_class, mro, 2, Kind::Int, 0, methods.data(),
                                                methods.size(), &operations, doc);

}  // namespace exmonty
