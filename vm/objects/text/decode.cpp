// bytes → str.
#include "vm/base/utf8.h"
#include "vm/objects/arguments.h"
#include "vm/objects/bytes.h"
#include "vm/objects/text/builder.h"
#include "vm/objects/text/codec.h"
#include "vm/objects/text/repr.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

// Bytes that the encoding has no character for.
struct Undecodable {
    size_t start;
    size_t end;
    std::string_view reason;
};

class Decoder {
  public:
    Decoder(Run& run, ByteString* bytes, Codec codec, Value errors)
        : run_(run), object_(bytes), bytes_(bytes->view()), codec_(codec), errors_(errors), out_(run) {
        if (errors != UNBOUND) handler_ = find_error_handler(str_of(errors)->view());
    }

    Value decode();

  private:
    bool decode_utf8();
    bool decode_ascii();
    bool decode_latin1();
    bool decode_words16();
    bool decode_words32();
    void find_byte_order();
    uint32_t word(size_t at, int bytes) const;
    // Goes on behind the part. False: an exception is pending.
    bool handle(Undecodable part, size_t& at);
    bool pass_surrogate(const Undecodable& part, size_t& at);
    bool escape_bytes(const Undecodable& part, size_t& at);
    bool raise(const Undecodable& part);
    bool stop(size_t at) { return at % 4096 < 4 && (out_.failed || run_.budget.poll(64)); }

    Run& run_;
    ByteString* object_;
    std::string_view bytes_;
    Codec codec_;
    Value errors_;
    ErrorHandler handler_ = ErrorHandler::Strict;
    TextBuilder out_;
    // Behind the byte order mark.
    size_t first_ = 0;
};

bool Decoder::raise(const Undecodable& part) {
    Value name = run_.text(codec_name(codec_));
    Value why = run_.text(part.reason);
    run_.raise_with(ExceptionType::UnicodeDecodeError,
                    {name, Value::cell(object_), Value::integer(static_cast<int64_t>(part.start)),
                     Value::integer(static_cast<int64_t>(part.end)), why});
    return false;
}

// Surrogates that another Python wrote: one code unit each, or three bytes of UTF-8.
bool Decoder::pass_surrogate(const Undecodable& part, size_t& at) {
    char32_t code_point = 0;
    size_t size = 0;
    switch (codec_) {
        case Codec::Utf8:
        case Codec::Utf8WithMark: {
            std::string_view sequence = bytes_.substr(part.start, 3);
            if (!utf8::validate(sequence, utf8::Surrogates::allowed) && sequence.size() == 3) {
                code_point = utf8::decode(sequence.data());
                size = 3;
            }
            break;
        }
        case Codec::Ascii:
        case Codec::Latin1: break;
        default:
            size = codec_ >= Codec::Utf32 ? 4 : 2;
            if (bytes_.size() - part.start < size) size = 0;
            else code_point = word(part.start, static_cast<int>(size));
    }
    if (size == 0 || !utf8::is_surrogate(code_point)) return raise(part);
    out_.append_code_point(code_point);
    at = part.start + size;
    return true;
}

// Bytes 80 … FF become U+DC80 … U+DCFF; an ASCII byte among them ends the part.
bool Decoder::escape_bytes(const Undecodable& part, size_t& at) {
    size_t end = part.start;
    while (end < part.end && static_cast<unsigned char>(bytes_[end]) >= 0x80)
        out_.append_code_point(0xDC00 + static_cast<unsigned char>(bytes_[end++]));
    if (end == part.start) return raise(part);
    at = end;
    return true;
}

bool Decoder::handle(Undecodable part, size_t& at) {
    at = part.end;
    switch (handler_) {
        case ErrorHandler::Strict: return raise(part);
        case ErrorHandler::Ignore: return true;
        case ErrorHandler::Replace: out_.append_code_point(replacement_character); return true;
        case ErrorHandler::BackslashReplace:
            for (size_t i = part.start; i < part.end; i++) append_escape(out_, static_cast<unsigned char>(bytes_[i]));
            return true;
        case ErrorHandler::SurrogateEscape: return escape_bytes(part, at);
        case ErrorHandler::SurrogatePass: return pass_surrogate(part, at);
        case ErrorHandler::XmlCharRefReplace:
        case ErrorHandler::NameReplace:
            run_.type_error({"don't know how to handle UnicodeDecodeError in error callback"});
            return false;
        case ErrorHandler::Unknown:
            run_.raise(ExceptionType::LookupError, {"unknown error handler name '", str_of(errors_)->view(), "'"});
            return false;
    }
    return false;
}

bool Decoder::decode_utf8() {
    size_t at = 0;
    while (at < bytes_.size()) {
        // Chunks bound how much is looked at between two polls; a sequence cut by the chunk's end is looked at again.
        std::string_view chunk = bytes_.substr(0, std::min(bytes_.size(), at + poll_chunk));
        utf8::Error error = utf8::validate(chunk, utf8::Surrogates::refused, at);
        size_t valid = error ? error.start : chunk.size();
        out_.append(bytes_.substr(at, valid - at));
        bool is_cut = error.reason == utf8::ErrorReason::unexpected_end_of_data && chunk.size() < bytes_.size();
        size_t looked_at = valid - at + 1;
        at = valid;
        if (error && !is_cut && !handle({error.start, error.end, utf8::reason_text(error.reason)}, at)) return false;
        if (out_.failed || run_.budget.poll(scan_steps(looked_at))) return true;
    }
    return true;
}

bool Decoder::decode_ascii() {
    for (size_t at = 0; at < bytes_.size();) {
        size_t from = at;
        size_t limit = std::min(bytes_.size(), at + poll_chunk);
        while (at < limit && static_cast<unsigned char>(bytes_[at]) < 0x80) at++;
        out_.append(bytes_.substr(from, at - from));
        if (at < limit && !handle({at, at + 1, "ordinal not in range(128)"}, at)) return false;
        if (out_.failed || run_.budget.poll(scan_steps(at - from))) return true;
    }
    return true;
}

bool Decoder::decode_latin1() {
    size_t high = 0;
    for (char c : bytes_) high += static_cast<unsigned char>(c) >> 7;
    if (!out_.reserve(bytes_.size() + high)) return true;
    for (size_t at = 0; at < bytes_.size();) {
        out_.append_code_point(static_cast<unsigned char>(bytes_[at++]));
        if (stop(at * 4)) return true;
    }
    return true;
}

uint32_t Decoder::word(size_t at, int bytes) const {
    bool big = codec_ == Codec::Utf16Big || codec_ == Codec::Utf32Big;
    uint32_t result = 0;
    for (int i = 0; i < bytes; i++) {
        uint32_t byte = static_cast<unsigned char>(bytes_[at + static_cast<size_t>(big ? i : bytes - 1 - i)]);
        result = result << 8 | byte;
    }
    return result;
}

bool Decoder::decode_words16() {
    size_t at = first_;
    auto is_low = [](uint32_t unit) { return (unit & 0xFC00) == 0xDC00; };
    while (at < bytes_.size()) {
        if (stop(at)) return true;
        size_t left = bytes_.size() - at;
        if (left < 2) {
            if (!handle({at, bytes_.size(), "truncated data"}, at)) return false;
            continue;
        }
        uint32_t unit = word(at, 2);
        if (!utf8::is_surrogate(unit)) {
            out_.append_code_point(unit);
            at += 2;
        } else if (is_low(unit)) {
            if (!handle({at, at + 2, "illegal encoding"}, at)) return false;
        } else if (left < 4) {
            if (!handle({at, bytes_.size(), "unexpected end of data"}, at)) return false;
        } else if (!is_low(word(at + 2, 2))) {
            if (!handle({at, at + 2, "illegal UTF-16 surrogate"}, at)) return false;
        } else {
            out_.append_code_point(0x10000 + ((unit & 0x3FF) << 10) + (word(at + 2, 2) & 0x3FF));
            at += 4;
        }
    }
    return true;
}

bool Decoder::decode_words32() {
    size_t at = first_;
    while (at < bytes_.size()) {
        if (stop(at)) return true;
        if (bytes_.size() - at < 4) {
            if (!handle({at, bytes_.size(), "truncated data"}, at)) return false;
            continue;
        }
        char32_t code_point = word(at, 4);
        if (code_point > utf8::max_code_point) {
            if (!handle({at, at + 4, "code point not in range(0x110000)"}, at)) return false;
        } else if (utf8::is_surrogate(code_point)) {
            if (!handle({at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)"}, at)) return false;
        } else {
            out_.append_code_point(code_point);
            at += 4;
        }
    }
    return true;
}

// A byte order mark decides, and is no part of the text; without one the order is little-endian. The mark stays in the
// positions of errors for the words, but not for utf-8-sig, whose object begins behind it.
void Decoder::find_byte_order() {
    using namespace std::string_view_literals;
    if (codec_ == Codec::Utf16) {
        codec_ = bytes_.starts_with("\xFE\xFF"sv) ? Codec::Utf16Big : Codec::Utf16Little;
        if (codec_ == Codec::Utf16Big || bytes_.starts_with("\xFF\xFE"sv)) first_ = 2;
    } else if (codec_ == Codec::Utf32) {
        codec_ = bytes_.starts_with("\0\0\xFE\xFF"sv) ? Codec::Utf32Big : Codec::Utf32Little;
        if (codec_ == Codec::Utf32Big || bytes_.starts_with("\xFF\xFE\0\0"sv)) first_ = 4;
    }
}

Value Decoder::decode() {
    find_byte_order();
    bool finished = false;
    switch (codec_) {
        case Codec::Utf8:
        case Codec::Utf8WithMark: finished = decode_utf8(); break;
        case Codec::Ascii: finished = decode_ascii(); break;
        case Codec::Latin1: finished = decode_latin1(); break;
        case Codec::Utf16:
        case Codec::Utf16Little:
        case Codec::Utf16Big: finished = decode_words16(); break;
        case Codec::Utf32:
        case Codec::Utf32Little:
        case Codec::Utf32Big: finished = decode_words32(); break;
    }
    if (!finished || run_.budget.breach != Breach::None) return RAISED;
    return out_.str();
}

}  // namespace

Value decode_bytes(Run& run, ByteString* bytes, Value encoding, Value errors) {
    if (bytes->size == 0) return Value::cell(empty_str);
    Codec codec = Codec::Utf8;
    if (encoding != UNBOUND && !find_codec(str_of(encoding)->view(), codec))
        return run.raise(ExceptionType::LookupError, {"unknown encoding: ", str_of(encoding)->view()});
    std::string_view view = bytes->view();
    if (poll_scan(run.budget, view.size())) return RAISED;
    bool byte_wise = codec == Codec::Utf8 || codec == Codec::Ascii || codec == Codec::Latin1;
    if (byte_wise && utf8::is_ascii(view)) return made(run, new_str(run.heap, view, static_cast<uint32_t>(view.size())));
    if (codec == Codec::Utf8 && view.size() <= poll_chunk && !utf8::validate(view)) return made(run, new_str(run.heap, view));
    if (codec == Codec::Utf8WithMark && view.starts_with("\xEF\xBB\xBF")) {
        bytes = new_bytes(run.heap, view.substr(3));
        if (!bytes) return run.refused();
    }
    return Decoder(run, bytes, codec, errors).decode();
}

}  // namespace exmonty
