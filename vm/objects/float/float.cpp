// float: what operators and builtins do with it, its table of methods and its class.
// https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
#include "vm/base/float_text.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/float/methods.h"
#include "vm/objects/format.h"
#include "vm/objects/hash.h"
#include "vm/objects/int/number.h"

#include <cmath>

namespace exmonty {
namespace {

// https://docs.python.org/3/library/functions.html#repr
Value repr(Run& run, Value self) {
    FixedText<float_repr_capacity> text;
    append_float_repr(text, float_of(self));
    return run.text(text.view());
}

Value hash(Run& run, Value self) {
    uint64_t word = 0;
    simple_hash(run, self, word);
    return hash_value(run, word);
}

Value truth(Run&, Value self) { return boolean(float_of(self) != 0); }
Value itself(Run&, Value self) { return self; }
Value to_int(Run& run, Value self) { return int_of_double(run, float_of(self)); }

Value unary(Run& run, UnaryOperation op, Value self) {
    switch (op) {
        case UnaryOperation::Negative: return run.floating(-float_of(self));
        case UnaryOperation::Positive: return self;
        case UnaryOperation::Absolute: return run.floating(std::fabs(float_of(self)));
        case UnaryOperation::Invert: return NOT_IMPLEMENTED;
    }
    return NOT_IMPLEMENTED;
}

constexpr TypeOperations operations = {
    .repr = repr,
    .format = format_of_float,
    .hash = hash,
    .compare = float_compare,
    .truth = truth,
    .binary = float_binary,
    .unary = unary,
    .to_int = to_int,
    .to_float = itself,
    .operators = " abs add divmod eq floordiv ge gt le lt mod mul ne neg pos pow radd rdivmod rfloordiv rmod rmul rpow rsub "
                 "rtruediv sub truediv ",
    .construct = float_construct,
};

constexpr NativeRow rows[] = {
    {"__ceil__", "self, /", float_ceil},
    {"__floor__", "self, /", float_floor},
    {"__getformat__", "type, typestr, /", float_getformat, Binding::ClassMethod},
    {"__getnewargs__", "self, /", float_getnewargs},
    {"__pow__", "self, value, mod=None, /", float_pow_method},
    {"__round__", "self, ndigits=None, /", float_round},
    {"__rpow__", "self, value, mod=None, /", float_rpow_method},
    {"__sizeof__", "self, /", float_sizeof},
    {"__trunc__", "self, /", float_trunc},
    {"as_integer_ratio", "self, /", float_as_integer_ratio},
    {"conjugate", "self, /", float_itself},
    {"from_number", "type, number, /", float_from_number, Binding::ClassMethod},
    {"fromhex", "type, string, /", float_fromhex, Binding::ClassMethod},
    {"hex", "self, /", float_hex},
    {"imag", "self", float_zero, Binding::Getter},
    {"is_integer", "self, /", float_is_integer},
    {"real", "self", float_itself, Binding::Getter},
};
constinit const auto methods = native_table(Kind::Float, rows);

constexpr const Class* mro[] = {&float_class, &object_class};

}  // namespace

constinit const Class float_class =
    builtin_class("float", "builtins", &object_class, mro, 2, Kind::Float, 0, methods.data(), methods.size(), &operations,
                  "Convert a string or number to a floating-point number, if possible.");

}  // namespace exmonty
