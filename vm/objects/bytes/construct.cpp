// bytes(…) and bytes.decode.
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes/methods.h"
#include "vm/objects/list.h"
#include "vm/objects/text/codec.h"
#include "vm/objects/text/copy.h"
#include "vm/objects/text/text_arguments.h"

namespace exmonty {
namespace {

Value zeros(Run& run, Value number) {
    int64_t count;
    if (!index_sized(number, count))
        return run.raise(ExceptionType::OverflowError, {"cannot fit 'int' into an index-sized integer"});
    if (count < 0) return run.value_error({"negative count"});
    if (count == 0) return Value::cell(empty_bytes);
    ByteString* result = new_bytes_uninitialised(run.heap, static_cast<size_t>(count));
    if (!result) return run.refused();
    return fill_repeated(run.budget, result->bytes, std::string_view("\0", 1), result->size) ? Value::cell(result) : RAISED;
}

bool any_calls_index(Run& run, std::span<const Value> items) {
    for (Value item : items)
        if (calls_index(run, item)) return true;
    return false;
}

Value of_numbers(Run& run, std::span<const Value> items) {
    ByteString* result = new_bytes_uninitialised(run.heap, items.size());
    if (!result) return run.refused();
    for (size_t i = 0; i < items.size(); i++) {
        Value number = int_of(items[i]);
        if (number == UNBOUND) return run.type_error({"'", type_name(items[i]), "' object cannot be interpreted as an integer"});
        if (!number.is_int() || number.as_int() < 0 || number.as_int() > 255)
            return run.value_error({"bytes must be in range(0, 256)"});
        result->bytes[i] = static_cast<char>(number.as_int());
        if (i % 4096 == 4095 && run.budget.poll(4096)) return RAISED;
    }
    return result->size == 0 ? Value::cell(empty_bytes) : Value::cell(result);
}

Value of_object(Run& run, Value source) {
    if (is_kind(source, Kind::Bytes)) return source;
    bool is_instance = !is_builtin_instance(source);
    if (is_instance && (!bytes_of(source) || run.special(class_of(source), Name::__bytes__) != UNBOUND)) {
        // `__bytes__`, `__index__` or iteration: the step finds out.
        if (str_of(source)) return run.type_error({"string argument without an encoding"});
        if (int_of(source) == UNBOUND) return run.push_step(StepId::bytes_construct, {source});
    }
    if (ByteString* bytes = bytes_of(source)) return Value::cell(bytes);
    if (str_of(source)) return run.type_error({"string argument without an encoding"});
    Value number = int_of(source);
    if (number != UNBOUND) return zeros(run, number);
    if (const List* list = as<List>(source); list && !any_calls_index(run, {list->items, list->size}))
        return of_numbers(run, {list->items, list->size});
    if (const Tuple* tuple = as<Tuple>(source); tuple && !any_calls_index(run, tuple->view()))
        return of_numbers(run, tuple->view());
    if (!is_iterable(run, source)) return run.type_error({"cannot convert '", type_name(source), "' object to bytes"});
    return run.push_step(StepId::bytes_construct, {source});
}

// What the step waits for.
enum class Waiting : uint32_t { Nothing, Method, Index, Items, ItemIndex };

}  // namespace

// https://docs.python.org/3/library/stdtypes.html#bytes
Value bytes_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    uint32_t positional = count - (names ? names->size() : 0);
    if (count > 3) return run.type_error({"bytes() takes at most 3 arguments (", Digits(count).view(), " given)"});
    TextArguments given;
    if (!bind_text_arguments(run, "bytes", "source", args, positional, names, given)) return RAISED;
    if (!check_codec_arguments(run, "bytes()", given.encoding, given.errors)) return RAISED;
    Str* text = given.object == UNBOUND ? nullptr : str_of(given.object);
    if (given.encoding != UNBOUND) {
        if (!text) return run.type_error({"encoding without a string argument"});
        return encode_text(run, text, given.encoding, given.errors);
    }
    if (given.errors != UNBOUND)
        return run.type_error({text ? "string argument without an encoding" : "errors without a string argument"});
    return given.object == UNBOUND ? Value::cell(empty_bytes) : of_object(run, given.object);
}

// https://docs.python.org/3/library/stdtypes.html#bytes.decode
Value bytes_decode(Run& run, Value* args, uint32_t) {
    if (!check_codec_arguments(run, "decode()", args[1], args[2])) return RAISED;
    return decode_bytes(run, bytes_self(args), args[1], args[2]);
}

// Slots: the source, then the list of its items; the number of the item that is converted. The state is a Waiting.
Value step_bytes_construct(Run& run, Frame& frame, Value in) {
    auto state = [&frame] { return static_cast<Waiting>(frame.state); };
    auto wait = [&frame](Waiting what) { frame.state = static_cast<uint32_t>(what); };
    if (state() == Waiting::Nothing && !is_kind(frame.base[1], Kind::List)) {
        Value source = frame.base[0];
        Value (*ask)(Run&, Value) = [](Run& run, Value value) { return run.to_list(value); };
        Waiting what = Waiting::Items;
        if (!is_builtin_instance(source) && run.special(class_of(source), Name::__bytes__) != UNBOUND) {
            ask = [](Run& run, Value value) { return run.call_special(value, Name::__bytes__, {}); };
            what = Waiting::Method;
        } else if (calls_index(run, source)) {
            ask = [](Run& run, Value value) { return run.index(value); };
            what = Waiting::Index;
        } else if (!is_iterable(run, source)) {
            return run.type_error({"cannot convert '", type_name(source), "' object to bytes"});
        }
        in = ask(run, source);
        if (in == COLLECT) return in;
        wait(what);
        if (is_result(in)) return in;
    }
    if (state() == Waiting::Method) {
        if (ByteString* bytes = bytes_of(in)) return Value::cell(bytes);
        return run.type_error({"__bytes__ returned non-bytes (type ", type_name(in), ")"});
    }
    if (state() == Waiting::Index) {
        // Kept, because memory may be refused.
        if (int_of(frame.base[0]) == UNBOUND) frame.base[0] = in;
        return zeros(run, int_of(frame.base[0]));
    }
    if (state() == Waiting::Items) {
        // A list of its own, so that its items can be replaced.
        frame.base[1] = in;
        frame.base[2] = Value::integer(0);
        wait(Waiting::Nothing);
    }
    List* items = as<List>(frame.base[1]);
    if (!items) return run.raise(ExceptionType::SystemError, {"bad slot"});
    uint32_t at = static_cast<uint32_t>(frame.base[2].as_int());
    for (; at < items->size; at++) {
        if (state() == Waiting::ItemIndex) {
            items->items[at] = in;
            wait(Waiting::Nothing);
        } else if (calls_index(run, items->items[at])) {
            frame.base[2] = Value::integer(at);
            in = run.index(items->items[at]);
            if (in == COLLECT) return in;
            wait(Waiting::ItemIndex);
            if (is_result(in)) return in;
            items->items[at] = in;
            wait(Waiting::Nothing);
        }
        if (run.budget.poll(1)) return RAISED;
    }
    frame.base[2] = Value::integer(at);
    return of_numbers(run, {items->items, items->size});
}

}  // namespace exmonty
