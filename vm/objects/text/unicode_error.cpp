#include "vm/objects/text/unicode_error.h"

#include "vm/base/utf8.h"
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes.h"
#include "vm/objects/exception_details.h"
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

// False: something is missing, or is of another type.
bool read_fields(Run& run, Exception* exception, Role role, Fields& fields) {
    auto get = [&](uint32_t place) { return exception_detail(run, exception, DetailGroup::UnicodeError, place); };
    if (role == Role::None) return false;
    fields = {get(detail::unicode_encoding), get(detail::unicode_object), get(detail::unicode_start), get(detail::unicode_end),
              get(detail::unicode_reason)};
    bool is_text = role == Role::Decode ? bytes_of(fields.object) != nullptr : str_of(fields.object) != nullptr;
    return is_text && fields.start.is_int() && fields.end.is_int() && str_of(fields.reason) &&
           (role == Role::Translate || str_of(fields.encoding));
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

Value unicode_error_text(Run& run, Exception* exception) {
    Role role = role_of(exception);
    Fields fields;
    if (!read_fields(run, exception, role, fields)) return UNBOUND;
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

}  // namespace exmonty
