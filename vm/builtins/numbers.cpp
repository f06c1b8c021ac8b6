// The builtin functions on numbers, characters and identities.
// https://docs.python.org/3/library/functions.html
#include "vm/builtins/builtins.h"
#include "vm/objects/arguments.h"
#include "vm/objects/bytes.h"
#include "vm/objects/float.h"
#include "vm/objects/function.h"
#include "vm/objects/int/number.h"
#include "vm/objects/int/text.h"
#include "vm/objects/text_of.h"

namespace exmonty {
namespace {

constexpr int64_t most_code_point = 0x10FFFF;

const NativeFunction* own_row(std::string_view name);

// https://docs.python.org/3/library/functions.html#abs
Value abs(Run& run, Value* args, uint32_t) { return run.unary(UnaryOperation::Absolute, args[0]); }

Value in_base(Run& run, Value* args, std::string_view name, unsigned base, std::string_view prefix) {
    if (calls_index(run, args[0])) return with_indices(run, own_row(name), args, 1, 1);
    Value number = int_of(args[0]);
    // The TypeError that an index of this value is.
    if (number == UNBOUND) return run.index(args[0]);
    return int_text_with_prefix(run, number, base, prefix);
}

// https://docs.python.org/3/library/functions.html#bin
Value bin(Run& run, Value* args, uint32_t) { return in_base(run, args, "bin", 2, "0b"); }
// https://docs.python.org/3/library/functions.html#hex
Value hex(Run& run, Value* args, uint32_t) { return in_base(run, args, "hex", 16, "0x"); }
// https://docs.python.org/3/library/functions.html#oct
Value oct(Run& run, Value* args, uint32_t) { return in_base(run, args, "oct", 8, "0o"); }

// https://docs.python.org/3/library/functions.html#callable
Value callable(Run& run, Value* args, uint32_t) { return boolean(is_callable(run, args[0])); }

// https://docs.python.org/3/library/functions.html#chr
Value chr(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[0])) return with_indices(run, own_row("chr"), args, count, 1);
    int64_t code = 0;
    if (!clamped_argument(run, args[0], code)) return RAISED;
    if (code < 0 || code > most_code_point) return run.value_error({"chr() arg not in range(0x110000)"});
    return Value::cell(new_str_of(run.heap, static_cast<char32_t>(code)));
}

// https://docs.python.org/3/library/functions.html#divmod
Value divmod(Run& run, Value* args, uint32_t) { return run.binary(Operator::DivMod, args[0], args[1]); }

// https://docs.python.org/3/library/functions.html#hash
Value hash(Run& run, Value* args, uint32_t) { return run.hash(args[0]); }

// https://docs.python.org/3/library/functions.html#id
Value id(Run& run, Value* args, uint32_t) { return run.integer(static_cast<int64_t>(address_of(run, args[0]))); }

// https://docs.python.org/3/library/functions.html#ord
Value ord(Run& run, Value* args, uint32_t) {
    if (const Str* text = str_of(args[0])) {
        if (text->length == 1) {
            const char* at = text->data();
            return Value::integer(static_cast<int64_t>(utf8::next(at)));
        }
        return run.type_error({"ord() expected a character, but string of length ", Digits(text->length).view(), " found"});
    }
    if (const ByteString* bytes = bytes_of(args[0])) {
        if (bytes->size == 1) return Value::integer(static_cast<unsigned char>(bytes->bytes[0]));
        return run.type_error({"ord() expected a character, but string of length ",
                               Digits(static_cast<int64_t>(bytes->size)).view(), " found"});
    }
    return run.type_error({"ord() expected string of length 1, but ", type_name(args[0]), " found"});
}

// https://docs.python.org/3/library/functions.html#pow
Value pow(Run& run, Value* args, uint32_t) {
    if (args[2] == UNBOUND || args[2] == NONE) return run.binary(Operator::Pow, args[0], args[1]);
    bool builtin = is_builtin_instance(args[0]) && is_builtin_instance(args[1]);
    if (builtin && is_integral(args[0]) && is_integral(args[1]) && is_integral(payload(args[2])))
        return int_power_modulo(run, args[0], args[1], payload(args[2]));
    return run.push_step(StepId::power_modulo, {args[0], args[1], args[2]});
}

// https://docs.python.org/3/library/functions.html#round
Value round(Run& run, Value* args, uint32_t) {
    bool has_digits = args[1] != UNBOUND && args[1] != NONE;
    Value result = has_digits ? run.call_special(args[0], Name::__round__, {args[1]}) : run.call_special(args[0], Name::__round__, {});
    if (result != UNBOUND) return result;
    return run.type_error({"type ", type_name(args[0]), " doesn't define __round__ method"});
}

constexpr NativeRow rows[] = {
    {"abs", "x, /", abs},
    {"bin", "number, /", bin},
    {"callable", "obj, /", callable},
    {"chr", "i, /", chr},
    {"divmod", "x, y, /", divmod},
    {"hash", "obj, /", hash},
    {"hex", "number, /", hex},
    {"id", "obj, /", id},
    {"oct", "number, /", oct},
    {"ord", "character, /", ord},
    {"pow", "base, exp, mod=None", pow},
    {"round", "number, ndigits=None", round},
};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

const NativeFunction* own_row(std::string_view name) {
    for (const NativeFunction& row : functions)
        if (row.name == name) return &row;
    return nullptr;
}

}  // namespace

BuiltinFunctions number_functions() { return {functions, names.data()}; }

// Slots: base, exponent, modulus. The state counts the methods that were asked: `__pow__` of the base, `__rpow__` of the
// exponent.
Value step_power_modulo(Run& run, Frame& frame, Value in) {
    const Value* values = frame.base;
    // Memory was refused to the second attempt, after the first had no answer.
    if (in == UNBOUND) in = NOT_IMPLEMENTED;
    for (;;) {
        if (frame.state > 0 && in != NOT_IMPLEMENTED) return in;
        if (frame.state == 2) break;
        Value result = frame.state == 0 ? run.call_special(values[0], Name::__pow__, {values[1], values[2]})
                                        : run.call_special(values[1], Name::__rpow__, {values[0], values[2]});
        if (result == UNBOUND) result = NOT_IMPLEMENTED;
        if (result == COLLECT) return result;
        frame.state++;
        if (is_result(result)) return result;
        in = result;
    }
    for (uint32_t i = 0; i < 3; i++)
        if (is_float(payload(values[i])))
            return run.type_error({"pow() 3rd argument not allowed unless all arguments are integers"});
    return run.type_error({"unsupported operand type(s) for ** or pow(): '", type_name(values[0]), "', '", type_name(values[1]),
                           "', '", type_name(values[2]), "'"});
}

}  // namespace exmonty
