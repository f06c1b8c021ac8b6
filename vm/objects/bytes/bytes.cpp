// bytes: what operators and builtins do with it, its table of methods and its class.
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/hash.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/copy.h"
#include "vm/objects/text/percent.h"
#include "vm/objects/text/repr.h"

namespace exmonty {
namespace {

// https://docs.python.org/3/library/functions.html#repr
Value repr(Run& run, Value self) {
    TextBuilder builder(run);
    if (!append_bytes_repr(builder, run.budget, cast<ByteString>(self)->view())) return RAISED;
    return builder.failed ? builder.str() : builder.str(static_cast<uint32_t>(builder.size));
}

Value hash(Run& run, Value self) {
    uint64_t hash;
    return simple_hash(run, self, hash) ? hash_value(run, hash) : run.hash(self);
}

Value compare(Run& run, Comparison comparison, Value self, Value other) {
    std::string_view view;
    if (!view_bytes(other, view)) return NOT_IMPLEMENTED;
    if (other.is_cell() && poll_comparison(run, self, payload(other))) return RAISED;
    return boolean(holds(comparison, self == other ? 0 : cast<ByteString>(self)->view().compare(view), 0));
}

Value truth(Run&, Value self) { return boolean(cast<ByteString>(self)->size != 0); }

Value length(Run&, Value self) { return Value::integer(static_cast<int64_t>(cast<ByteString>(self)->size)); }

Value slice(Run& run, Value self, const Slice* wanted) {
    const ByteString* bytes = cast<ByteString>(self);
    SliceBounds bounds;
    if (!slice_bounds(run, wanted, bytes->size, bounds)) return RAISED;
    if (bounds.count == 0) return Value::cell(empty_bytes);
    if (bounds.step == 1) {
        if (bounds.count == bytes->size) return self;
        return made(run, new_bytes(run.heap, bytes->view().substr(static_cast<size_t>(bounds.start), bounds.count)));
    }
    ByteString* result = new_bytes_uninitialised(run.heap, bounds.count);
    if (!result) return run.refused();
    int64_t at = bounds.start;
    for (uint64_t i = 0; i < bounds.count; i++, at += bounds.step) {
        result->bytes[i] = bytes->bytes[at];
        if (i % poll_chunk == poll_chunk - 1 && run.budget.poll(scan_steps(poll_chunk))) return RAISED;
    }
    return Value::cell(result);
}

Value get_item(Run& run, Value self, Value key) {
    if (const Slice* wanted = as<Slice>(key))
        return slice_calls_index(run, wanted) ? item_with_index(run, self, key) : slice(run, self, wanted);
    Value number = int_of(key);
    if (number == UNBOUND) {
        if (calls_index(run, key)) return item_with_index(run, self, key);
        return run.type_error({"byte indices must be integers or slices, not ", type_name(key)});
    }
    if (!number.is_int()) return run.raise(ExceptionType::IndexError, {"cannot fit 'int' into an index-sized integer"});
    const ByteString* bytes = cast<ByteString>(self);
    int64_t size = static_cast<int64_t>(bytes->size);
    int64_t index = number.as_int();
    if (index < 0) index += size;
    if (index < 0 || index >= size) return run.raise(ExceptionType::IndexError, {"index out of range"});
    return Value::integer(static_cast<unsigned char>(bytes->bytes[index]));
}

Value concatenate_bytes(Run& run, Value a, Value b) {
    const ByteString* left = bytes_of(a);
    std::string_view right;
    if (!left) return NOT_IMPLEMENTED;
    if (!view_bytes(b, right)) {
        if (!is_builtin_instance(b) && run.special(class_of(b), Name::__radd__) != UNBOUND) return NOT_IMPLEMENTED;
        return run.type_error({"can't concat ", type_name(b), " to bytes"});
    }
    if (right.empty()) return Value::cell(left);
    if (left->size == 0 && is_kind(b, Kind::Bytes)) return b;
    ByteString* result = new_bytes_uninitialised(run.heap, left->size + right.size());
    if (!result) return run.refused();
    memcpy(result->bytes, left->bytes, left->size);
    memcpy(result->bytes + left->size, right.data(), right.size());
    return Value::cell(result);
}

Value repeat(Run& run, Value self, Value factor) {
    const ByteString* bytes = cast<ByteString>(self);
    uint64_t times = 0;
    Value refusal = repeat_count(run, self, factor, times);
    if (refusal != NONE) return refusal;
    if (times == 1) return self;
    if (times == 0 || bytes->size == 0) return Value::cell(empty_bytes);
    if (times > ByteString::max_size / bytes->size) return run.refused();
    ByteString* result = new_bytes_uninitialised(run.heap, times * bytes->size);
    if (!result) return run.refused();
    return fill_repeated(run.budget, result->bytes, bytes->view(), result->size) ? Value::cell(result) : RAISED;
}

Value binary(Run& run, Operator op, Value a, Value b) {
    switch (op) {
        case Operator::Add: return concatenate_bytes(run, a, b);
        case Operator::Mul:
            if (ByteString* bytes = bytes_of(a)) return repeat(run, Value::cell(bytes), b);
            return repeat(run, Value::cell(bytes_of(b)), a);
        case Operator::Mod:
            if (ByteString* bytes = bytes_of(a)) return percent_format(run, Value::cell(bytes), b);
            return NOT_IMPLEMENTED;
        default: return NOT_IMPLEMENTED;
    }
}

// https://docs.python.org/3/reference/datamodel.html#object.__bytes__
Value bytes_method(Run&, Value* args, uint32_t) { return args[0]; }

// https://docs.python.org/3/reference/datamodel.html#object.__getnewargs__
Value getnewargs(Run& run, Value* args, uint32_t) { return run.tuple({args[0]}); }

constexpr TypeOperations operations = {
    .repr = repr,
    .str = repr,
    .hash = hash,
    .compare = compare,
    .truth = truth,
    .length = length,
    .get_item = get_item,
    .contains = bytes_contains,
    .iterate = bytes_iterate,
    .binary = binary,
    .construct = bytes_construct,
};

constexpr NativeRow rows[] = {
    {"__bytes__", "self, /", bytes_method},
    {"__getnewargs__", "self, /", getnewargs},
    {"capitalize", "self, /", bytes_capitalize},
    {"center", "self, width, fillchar=b' ', /", bytes_center},
    {"count", "self, sub, start=None, end=None, /", bytes_count},
    {"decode", "self, /, encoding='utf-8', errors='strict'", bytes_decode},
    {"endswith", "self, suffix, start=None, end=None, /", bytes_endswith},
    {"expandtabs", "self, /, tabsize=8", bytes_expandtabs},
    {"find", "self, sub, start=None, end=None, /", bytes_find},
    {"fromhex", "type, string, /", bytes_fromhex, Binding::ClassMethod},
    {"hex", "self, /, sep=<unrepresentable>, bytes_per_sep=1", bytes_hex},
    {"index", "self, sub, start=None, end=None, /", bytes_index},
    {"isalnum", "self, /", bytes_isalnum},
    {"isalpha", "self, /", bytes_isalpha},
    {"isascii", "self, /", bytes_isascii},
    {"isdigit", "self, /", bytes_isdigit},
    {"islower", "self, /", bytes_islower},
    {"isspace", "self, /", bytes_isspace},
    {"istitle", "self, /", bytes_istitle},
    {"isupper", "self, /", bytes_isupper},
    {"join", "self, iterable_of_bytes, /", bytes_join},
    {"ljust", "self, width, fillchar=b' ', /", bytes_ljust},
    {"lower", "self, /", bytes_lower},
    {"lstrip", "self, bytes=None, /", bytes_lstrip},
    {"maketrans", "frm, to, /", bytes_maketrans, Binding::Static},
    {"partition", "self, sep, /", bytes_partition},
    {"removeprefix", "self, prefix, /", bytes_removeprefix},
    {"removesuffix", "self, suffix, /", bytes_removesuffix},
    {"replace", "self, old, new, count=-1, /", bytes_replace},
    {"rfind", "self, sub, start=None, end=None, /", bytes_rfind},
    {"rindex", "self, sub, start=None, end=None, /", bytes_rindex},
    {"rjust", "self, width, fillchar=b' ', /", bytes_rjust},
    {"rpartition", "self, sep, /", bytes_rpartition},
    {"rsplit", "self, /, sep=None, maxsplit=-1", bytes_rsplit},
    {"rstrip", "self, bytes=None, /", bytes_rstrip},
    {"split", "self, /, sep=None, maxsplit=-1", bytes_split},
    {"splitlines", "self, /, keepends=False", bytes_splitlines},
    {"startswith", "self, prefix, start=None, end=None, /", bytes_startswith},
    {"strip", "self, bytes=None, /", bytes_strip},
    {"swapcase", "self, /", bytes_swapcase},
    {"title", "self, /", bytes_title},
    {"translate", "self, table, /, delete=b''", bytes_translate},
    {"upper", "self, /", bytes_upper},
    {"zfill", "self, width, /", bytes_zfill},
};
constinit const auto methods = native_table(Kind::Bytes, rows);

constexpr const char* doc =
    "bytes(iterable_of_ints) -> bytes\n"
    "bytes(string, encoding[, errors]) -> bytes\n"
    "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
    "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n"
    "bytes() -> empty bytes object\n"
    "\n"
    "Construct an immutable array of bytes from:\n"
    "  - an iterable yielding integers in range(256)\n"
    "  - a text string encoded using the specified encoding\n"
    "  - any object implementing the buffer API.\n"
    "  - an integer";

constexpr const Class* mro[] = {&bytes_class, &object_class};

}  // namespace

constinit const Class bytes_class = builtin_class("bytes", "builtins", &object_class, mro, 2, Kind::Bytes, 0, methods.data(),
                                                  methods.size(), &operations, doc);

}  // namespace exmonty
