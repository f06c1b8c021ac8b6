#include "vm/objects/text/unicode_error.h"

#include "vm/base/utf8.h"
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes.h"
#include "vm/objects/exception.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/repr.h"

namespace exmonty {
namespace {

enum class Role : uint8_t { None, Encode, Decode, Translate };

Role role_of(const Exception* exception) {
    if (is_subclass(exception->type, exception_class(ExceptionType::UnicodeDecodeError))) return Role::Decode;
    if (is_subclass(exception->type, exception_class(ExceptionType::UnicodeEncodeError))) return Role::Encode;
    if (is_subclass(exception->type, exception_class(ExceptionType::UnicodeTranslateError))) return Role::Translate;
    return Role::None;
}

struct Fields {
    Value encoding = UNBOUND;
    Value object;
    Value start;
    Value end;
    Value reason;
};

// False: the arguments are others.
bool read_fields(const Exception* exception, Role role, Fields& fields) {
    const Tuple* args = as<Tuple>(exception->args);
    uint32_t at = role == Role::Translate ? 0 : 1;
    if (role == Role::None || !args || args->size() != at + 4) return false;
    if (at == 1) fields.encoding = args->items[0];
    fields.object = args->items[at];
    fields.start = args->items[at + 1];
    fields.end = args->items[at + 2];
    fields.reason = args->items[at + 3];
    bool is_text = role == Role::Decode ? bytes_of(fields.object) != nullptr : str_of(fields.object) != nullptr;
    return is_text && fields.start.is_int() && fields.end.is_int() && str_of(fields.reason) &&
           (at == 0 || str_of(fields.encoding));
}

// What one position holds: "byte 0xff", "character '\xe9'"; nothing when it lies outside the object.
bool append_position(Run& run, TextSink& sink, const Fields& fields, Role role) {
    int64_t start = fields.start.as_int();
    if (fields.end.as_int() != start + 1 || start < 0) return false;
    if (role == Role::Decode) {
        const ByteString* bytes = bytes_of(fields.object);
        if (static_cast<uint64_t>(start) >= bytes->size) return false;
        unsigned char byte = static_cast<unsigned char>(bytes->bytes[start]);
        sink.append("byte 0x");
        sink.append("0123456789abcdef"[byte >> 4]);
        sink.append("0123456789abcdef"[byte & 15]);
        return true;
    }
    const Str* text = str_of(fields.object);
    if (start >= text->length) return false;
    sink.append("character '");
    append_escape(sink, utf8::decode(text->data() + byte_offset(run.heap, text, static_cast<uint32_t>(start))));
    sink.append('\'');
    return true;
}

}  // namespace

Value unicode_error_text(Run& run, const Exception* exception) {
    Role role = role_of(exception);
    Fields fields;
    if (!read_fields(exception, role, fields)) return UNBOUND;
    TextBuilder message(run);
    if (role != Role::Translate) {
        message.append('\'');
        message.append(str_of(fields.encoding)->view());
        message.append("' codec ");
    }
    message.append(role == Role::Encode ? "can't encode " : role == Role::Decode ? "can't decode " : "can't translate ");
    if (append_position(run, message, fields, role)) {
        message.append(" in position ");
        message.append(Digits(fields.start.as_int()).view());
    } else {
        message.append(role == Role::Decode ? "bytes in position " : "characters in position ");
        message.append(Digits(fields.start.as_int()).view());
        message.append('-');
        message.append(Digits(fields.end.as_int() - 1).view());
    }
    message.append(": ");
    message.append(str_of(fields.reason)->view());
    return message.str();
}

Value unicode_error_attribute(const Exception* exception, std::string_view name) {
    Fields fields;
    if (!read_fields(exception, role_of(exception), fields)) return UNBOUND;
    if (name == "encoding") return fields.encoding;
    if (name == "object") return fields.object;
    if (name == "start") return fields.start;
    if (name == "end") return fields.end;
    if (name == "reason") return fields.reason;
    return UNBOUND;
}

}  // namespace exmonty
