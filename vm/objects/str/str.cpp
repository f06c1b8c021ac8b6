// str: what operators and builtins do with it, its table of methods and its class.
#include "vm/objects/builtin_types.h"
#include "vm/objects/format.h"
#include "vm/objects/hash.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/percent.h"
#include "vm/objects/text/repr.h"

namespace exmonty {
namespace {

// https://docs.python.org/3/library/functions.html#repr
Value repr(Run& run, Value self) {
    TextBuilder builder(run);
    if (!append_repr(builder, run.budget, cast<Str>(self)->view())) return RAISED;
    return builder.str();
}

Value itself(Run&, Value self) { return self; }

Value hash(Run& run, Value self) { return hash_value(run, str_hash(run, cast<Str>(self))); }

// The order of code points is that of the bytes of UTF-8.
Value compare(Run& run, Comparison comparison, Value self, Value other) {
    const Str* a = cast<Str>(self);
    const Str* b = str_of(other);
    if (!b) return NOT_IMPLEMENTED;
    if (poll_comparison(run, Value::cell(a), Value::cell(b))) return RAISED;
    if (comparison == Comparison::Eq) return boolean(equal(a, b));
    if (comparison == Comparison::Ne) return boolean(!equal(a, b));
    return boolean(holds(comparison, a->view().compare(b->view()), 0));
}

Value truth(Run&, Value self) { return boolean(cast<Str>(self)->count != 0); }

Value length(Run&, Value self) { return Value::integer(cast<Str>(self)->length); }

// str + anything that is no str is an error, unless the other's class says what it means.
Value add(Run& run, Value a, Value b) {
    Str* left = str_of(a);
    Str* right = str_of(b);
    if (left && right) return made(run, concatenate(run.heap, left, right));
    if (!left || (!is_builtin_instance(b) && run.special(class_of(b), Name::__radd__) != UNBOUND)) return NOT_IMPLEMENTED;
    return run.type_error({"can only concatenate str (not \"", type_name(b), "\") to str"});
}

// https://docs.python.org/3/library/stdtypes.html#common-sequence-operations
Value binary(Run& run, Operator op, Value a, Value b) {
    switch (op) {
        case Operator::Add: return add(run, a, b);
        case Operator::Mul:
            if (Str* text = str_of(a)) return str_repeat(run, Value::cell(text), b);
            return str_repeat(run, Value::cell(str_of(b)), a);
        case Operator::Mod:
            if (Str* text = str_of(a)) return percent_format(run, Value::cell(text), b);
            return NOT_IMPLEMENTED;
        default: return NOT_IMPLEMENTED;
    }
}

// https://docs.python.org/3/reference/datamodel.html#object.__getnewargs__
Value getnewargs(Run& run, Value* args, uint32_t) { return run.tuple({args[0]}); }

constexpr TypeOperations operations = {
    .repr = repr,
    .str = itself,
    .format = format_of_str,
    .hash = hash,
    .compare = compare,
    .truth = truth,
    .length = length,
    .get_item = str_get_item,
    .contains = str_contains,
    .iterate = str_iterate,
    .binary = binary,
    .construct = str_construct,
};

constexpr NativeRow rows[] = {
    {"__getnewargs__", "self, /", getnewargs},
    {"capitalize", "self, /", str_capitalize},
    {"casefold", "self, /", str_casefold},
    {"center", "self, width, fillchar=' ', /", str_center},
    {"count", "self, sub, start=None, end=None, /", str_count},
    {"encode", "self, /, encoding='utf-8', errors='strict'", str_encode},
    {"endswith", "self, suffix, start=None, end=None, /", str_endswith},
    {"expandtabs", "self, /, tabsize=8", str_expandtabs},
    {"find", "self, sub, start=None, end=None, /", str_find},
    {"format", "self, /, *args, **kwargs", str_format},
    {"format_map", "self, mapping, /", str_format_map},
    {"index", "self, sub, start=None, end=None, /", str_index},
    {"isalnum", "self, /", str_isalnum},
    {"isalpha", "self, /", str_isalpha},
    {"isascii", "self, /", str_isascii},
    {"isdecimal", "self, /", str_isdecimal},
    {"isdigit", "self, /", str_isdigit},
    {"isidentifier", "self, /", str_isidentifier},
    {"islower", "self, /", str_islower},
    {"isnumeric", "self, /", str_isnumeric},
    {"isprintable", "self, /", str_isprintable},
    {"isspace", "self, /", str_isspace},
    {"istitle", "self, /", str_istitle},
    {"isupper", "self, /", str_isupper},
    {"join", "self, iterable, /", str_join},
    {"ljust", "self, width, fillchar=' ', /", str_ljust},
    {"lower", "self, /", str_lower},
    {"lstrip", "self, chars=None, /", str_lstrip},
    {"maketrans", "x, y=<unrepresentable>, z=<unrepresentable>, /", str_maketrans, Binding::Static},
    {"partition", "self, sep, /", str_partition},
    {"removeprefix", "self, prefix, /", str_removeprefix},
    {"removesuffix", "self, suffix, /", str_removesuffix},
    {"replace", "self, old, new, /, count=-1", str_replace},
    {"rfind", "self, sub, start=None, end=None, /", str_rfind},
    {"rindex", "self, sub, start=None, end=None, /", str_rindex},
    {"rjust", "self, width, fillchar=' ', /", str_rjust},
    {"rpartition", "self, sep, /", str_rpartition},
    {"rsplit", "self, /, sep=None, maxsplit=-1", str_rsplit},
    {"rstrip", "self, chars=None, /", str_rstrip},
    {"split", "self, /, sep=None, maxsplit=-1", str_split},
    {"splitlines", "self, /, keepends=False", str_splitlines},
    {"startswith", "self, prefix, start=None, end=None, /", str_startswith},
    {"strip", "self, chars=None, /", str_strip},
    {"swapcase", "self, /", str_swapcase},
    {"title", "self, /", str_title},
    {"translate", "self, table, /", str_translate},
    {"upper", "self, /", str_upper},
    {"zfill", "self, width, /", str_zfill},
};
constinit const auto methods = native_table(Kind::Str, rows);

constexpr const char* doc =
    "str(object='') -> str\n"
    "str(bytes_or_buffer[, encoding[, errors]]) -> str\n"
    "\n"
    "Create a new string object from the given object. If encoding or\n"
    "errors is specified, then the object must expose a data buffer\n"
    "that will be decoded using the given encoding and error handler.\n"
    "Otherwise, returns the result of object.__str__() (if defined)\n"
    "or repr(object).\n"
    "encoding defaults to 'utf-8'.\n"
    "errors defaults to 'strict'.";

constexpr const Class* mro[] = {&str_class, &object_class};

}  // namespace

constinit const Class str_class = builtin_class("str", "builtins", &object_class, mro, 2, Kind::Str, 0, methods.data(),
                                                methods.size(), &operations, doc);

}  // namespace exmonty
