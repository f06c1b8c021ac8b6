// Ints as bytes and bytes as ints.
#include "vm/objects/bytes.h"

#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/int/methods.h"
#include "vm/objects/int/number.h"

namespace exmonty {
namespace {

// False: raised. UNBOUND is the default.
bool byte_order(Run& run, std::string_view method, Value given, bigint::ByteOrder& order) {
    order = bigint::ByteOrder::big;
    if (given == UNBOUND) return true;
    const Str* text = str_of(given);
    if (!text) {
        run.type_error({method, "() argument 'byteorder' must be str, not ", argument_type_name(given)});
        return false;
    }
    if (text->view() == "little") order = bigint::ByteOrder::little;
    else if (text->view() != "big") {
        run.value_error({"byteorder must be either 'little' or 'big'"});
        return false;
    }
    return true;
}

// A flag that needs no Python code to be known; the callers have asked `calls_truth` before.
bigint::Signedness signedness(Run& run, Value given) {
    bool is_signed = given != UNBOUND && run.truth(given) == TRUE;
    return is_signed ? bigint::Signedness::is_signed : bigint::Signedness::is_unsigned;
}

Value number_of_bytes(Run& run, const ByteString* bytes, bigint::ByteOrder order, bigint::Signedness signs) {
    IntResult result(run, bigint::from_bytes_limbs(bytes->size));
    if (result.refused()) return run.refused();
    bigint::from_bytes(result.number, reinterpret_cast<const unsigned char*>(bytes->bytes), bytes->size, order, signs);
    return result.value();
}

// int.from_bytes itself gives the number; a subclass is called with it.
Value of_class(Run& run, Value type, Value number) {
    return is_result(number) || type == Value::cell(&int_class) ? number : run.call(type, {number});
}

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#int.to_bytes
// args: self, length, byteorder, signed.
Value int_to_bytes(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &int_class, "to_bytes", args, count, 1u << 1);
    if (calls_truth(run, args[3])) return with_truths(run, &int_class, "to_bytes", args, count, 1u << 3);
    int64_t length = 1;
    bigint::ByteOrder order;
    if (!int_argument(run, args[1], length) || !byte_order(run, "to_bytes", args[2], order)) return RAISED;
    if (length < 0) return run.value_error({"length argument must be non-negative"});
    bigint::Signedness signs = signedness(run, args[3]);
    ByteString* bytes = new_bytes_uninitialised(run.heap, static_cast<size_t>(length));
    if (!bytes) return run.refused();
    const IntView number(args[0]);
    switch (bigint::to_bytes(view_of(number), reinterpret_cast<unsigned char*>(bytes->bytes), bytes->size, order, signs)) {
        case bigint::BytesError::too_big: return run.raise(ExceptionType::OverflowError, {"int too big to convert"});
        case bigint::BytesError::negative_to_unsigned:
            return run.raise(ExceptionType::OverflowError, {"can't convert negative int to unsigned"});
        case bigint::BytesError::none: break;
    }
    return bytes->size == 0 ? Value::cell(empty_bytes) : Value::cell(bytes);
}

// https://docs.python.org/3/library/stdtypes.html#int.from_bytes
// args: class, bytes, byteorder, signed.
Value int_from_bytes(Run& run, Value* args, uint32_t count) {
    if (calls_truth(run, args[3])) return with_truths(run, &int_class, "from_bytes", args, count, 1u << 3);
    bigint::ByteOrder order;
    if (!byte_order(run, "from_bytes", args[2], order)) return RAISED;
    bool exact = is_kind(args[1], Kind::Bytes);
    if (!exact && (str_of(args[1]) || is_integral(args[1]) || is_kind(payload(args[1]), Kind::Int)))
        return run.type_error({"cannot convert '", type_name(args[1]), "' object to bytes"});
    if (!exact) return run.push_step(StepId::int_from_bytes, {args[0], args[1], args[2], args[3]});
    return of_class(run, args[0], number_of_bytes(run, cast<ByteString>(args[1]), order, signedness(run, args[3])));
}

// Slots: class, what bytes() makes bytes of, byteorder, signed.
Value step_int_from_bytes(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = bytes_class.operations->construct(run, &bytes_class, frame.base + 1, 1, nullptr);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        frame.state = 2;
    }
    if (frame.state == 3) return in;
    const ByteString* bytes = as<ByteString>(frame.base[1]);
    bigint::ByteOrder order;
    if (!bytes || !byte_order(run, "from_bytes", frame.base[2], order)) return RAISED;
    Value number = number_of_bytes(run, bytes, order, signedness(run, frame.base[3]));
    if (is_result(number)) return number;
    Value result = of_class(run, frame.base[0], number);
    if (result != COLLECT) frame.state = 3;
    return result;
}

}  // namespace exmonty
