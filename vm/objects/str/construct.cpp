// str(…) and str.encode.
#include "vm/objects/bytes.h"
#include "vm/objects/str/methods.h"
#include "vm/objects/text/codec.h"
#include "vm/objects/text/text_arguments.h"

namespace exmonty {

// https://docs.python.org/3/library/stdtypes.html#str
Value str_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    uint32_t positional = count - (names ? names->size() : 0);
    if (count > 3)
        return run.type_error({"str expected at most 3 arguments, got ", Digits(count).view()});
    TextArguments given;
    if (!bind_text_arguments(run, "str", "object", args, positional, names, given)) return RAISED;
    if (!check_codec_arguments(run, "str()", given.encoding, given.errors)) return RAISED;
    if (given.object == UNBOUND) return Value::cell(empty_str);
    if (given.encoding == UNBOUND && given.errors == UNBOUND) return run.str(given.object);
    if (str_of(given.object)) return run.type_error({"decoding str is not supported"});
    ByteString* bytes = bytes_of(given.object);
    if (!bytes)
        return run.type_error({"decoding to str: need a bytes-like object, ", type_name(given.object), " found"});
    return decode_bytes(run, bytes, given.encoding, given.errors);
}

// https://docs.python.org/3/library/stdtypes.html#str.encode
Value str_encode(Run& run, Value* args, uint32_t) {
    if (!check_codec_arguments(run, "encode()", args[1], args[2])) return RAISED;
    return encode_text(run, self_of(args), args[1], args[2]);
}

}  // namespace exmonty
