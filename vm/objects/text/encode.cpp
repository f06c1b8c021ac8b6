// str → bytes.
#include "vm/base/unicode_names/unicode_names.h"
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

// \N{NAME}, when there is a name.
bool append_name(TextSink& sink, char32_t code_point) {
    char name[unicode::max_name_length];
    size_t size = unicode::write_name(code_point, name);
    if (size == 0) return false;
    sink.append("\\N{");
    sink.append({name, size});
    return sink.append('}');
}

class Encoder {
  public:
    Encoder(Run& run, Str* text, Codec codec, Value errors)
        : run_(run), text_(text), codec_(codec), errors_(errors), out_(run) {
        if (errors != UNBOUND) handler_ = find_error_handler(str_of(errors)->view());
    }

    Value encode();

  private:
    // A run of code points that the encoding has no bytes for.
    struct Unencodable {
        const char* from;
        const char* to;
        uint32_t start;
        uint32_t end;
    };

    bool can_encode(char32_t code_point) const;
    void put(char32_t code_point);
    void put_word(uint32_t word, int bytes, bool big);
    bool handle(const Unencodable& part);
    bool escape_surrogates(Unencodable part);
    void put_replacement(TextSink& sink, char32_t code_point);
    void put_wide_replacement(char32_t code_point);
    bool raise(const Unencodable& part);

    bool one_at_a_time() const { return codec_ >= Codec::Utf16; }

    Run& run_;
    Str* text_;
    Codec codec_;
    Value errors_;
    ErrorHandler handler_ = ErrorHandler::Strict;
    TextBuilder out_;
};

bool Encoder::can_encode(char32_t code_point) const {
    switch (codec_) {
        case Codec::Ascii: return code_point < 0x80;
        case Codec::Latin1: return code_point < 0x100;
        default: return !utf8::is_surrogate(code_point);
    }
}

void Encoder::put_word(uint32_t word, int bytes, bool big) {
    char* out = out_.claim(static_cast<size_t>(bytes));
    if (!out) return;
    for (int i = 0; i < bytes; i++) out[big ? bytes - 1 - i : i] = static_cast<char>(word >> (8 * i));
}

void Encoder::put(char32_t code_point) {
    switch (codec_) {
        case Codec::Utf8:
        case Codec::Utf8WithMark: out_.append_code_point(code_point); return;
        case Codec::Ascii:
        case Codec::Latin1: out_.append(static_cast<char>(code_point)); return;
        case Codec::Utf16:
        case Codec::Utf16Little:
        case Codec::Utf16Big: {
            bool big = codec_ == Codec::Utf16Big;
            if (code_point < 0x10000) {
                put_word(code_point, 2, big);
            } else {
                put_word(0xD800 + ((code_point - 0x10000) >> 10), 2, big);
                put_word(0xDC00 + (code_point & 0x3FF), 2, big);
            }
            return;
        }
        case Codec::Utf32:
        case Codec::Utf32Little:
        case Codec::Utf32Big: put_word(code_point, 4, codec_ == Codec::Utf32Big); return;
    }
}

bool Encoder::raise(const Unencodable& part) {
    std::string_view reason = codec_ == Codec::Ascii    ? "ordinal not in range(128)"
                              : codec_ == Codec::Latin1 ? "ordinal not in range(256)"
                                                        : "surrogates not allowed";
    Value name = run_.text(codec_name(codec_));
    Value why = run_.text(reason);
    run_.raise_with(ExceptionType::UnicodeEncodeError,
                    {name, Value::cell(text_), Value::integer(part.start), Value::integer(part.end), why});
    return false;
}

void Encoder::put_replacement(TextSink& sink, char32_t code_point) {
    switch (handler_) {
        case ErrorHandler::Replace: sink.append('?'); return;
        case ErrorHandler::XmlCharRefReplace:
            sink.append("&#");
            sink.append(Digits(code_point).view());
            sink.append(';');
            return;
        case ErrorHandler::NameReplace:
            if (append_name(sink, code_point)) return;
            break;
        default: break;
    }
    append_escape(sink, code_point);
}

void Encoder::put_wide_replacement(char32_t code_point) {
    FixedText<256> text;
    put_replacement(text, code_point);
    for (char c : text.view()) put(static_cast<unsigned char>(c));
}

// U+DC80 … U+DCFF are the bytes 80 … FF that a decoder could not read. What else is there is an error.
bool Encoder::escape_surrogates(Unencodable part) {
    while (part.from < part.to) {
        const char* at = part.from;
        char32_t code_point = utf8::next(at);
        if (code_point < 0xDC80 || code_point > 0xDCFF || one_at_a_time()) return raise(part);
        out_.append(static_cast<char>(code_point & 0xFF));
        part.from = at;
        part.start++;
    }
    return true;
}

bool Encoder::handle(const Unencodable& part) {
    switch (handler_) {
        case ErrorHandler::Strict: return raise(part);
        case ErrorHandler::Ignore: return true;
        case ErrorHandler::SurrogateEscape: return escape_surrogates(part);
        case ErrorHandler::Unknown:
            run_.raise(ExceptionType::LookupError, {"unknown error handler name '", str_of(errors_)->view(), "'"});
            return false;
        case ErrorHandler::SurrogatePass:
            if (codec_ == Codec::Ascii || codec_ == Codec::Latin1) return raise(part);
            break;
        default: break;
    }
    uint32_t number = 0;
    for (const char* at = part.from; at < part.to;) {
        char32_t code_point = utf8::next(at);
        if (handler_ == ErrorHandler::SurrogatePass) put(code_point);
        else if (one_at_a_time()) put_wide_replacement(code_point);
        else put_replacement(out_, code_point);
        if (++number % 4096 == 0 && (out_.failed || run_.budget.poll(256))) return !out_.failed;
    }
    return true;
}

Value Encoder::encode() {
    if (codec_ == Codec::Utf8WithMark) out_.append("\xEF\xBB\xBF");
    if (codec_ == Codec::Utf16) out_.append(std::string_view("\xFF\xFE", 2));
    if (codec_ == Codec::Utf32) out_.append(std::string_view("\xFF\xFE\0\0", 4));
    const char* at = text_->data();
    const char* end = at + text_->count;
    for (uint32_t index = 0; at < end;) {
        const char* from = at;
        char32_t code_point = utf8::next(at);
        index++;
        if (can_encode(code_point)) {
            put(code_point);
        } else {
            Unencodable part{from, at, index - 1, index};
            while (!one_at_a_time() && part.to < end) {
                const char* next = part.to;
                if (can_encode(utf8::next(next))) break;
                part.to = next;
                part.end++;
            }
            if (!handle(part)) return RAISED;
            at = part.to;
            index = part.end;
        }
        if (index % 4096 == 0 && (out_.failed || run_.budget.poll(64))) break;
    }
    if (run_.budget.breach != Breach::None) return RAISED;
    return out_.bytes();
}

// Surrogates are the code points from ED A0 80 on to ED BF BF.
bool has_surrogates(std::string_view text) {
    for (size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1))
        if (static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
    return false;
}

// The bytes of a text that are the same in memory and in the encoding.
bool is_plain(const Str* text, Codec codec) {
    if (codec == Codec::Ascii || codec == Codec::Latin1) return text->is_ascii();
    if (codec != Codec::Utf8) return false;
    return text->is_ascii() || !has_surrogates(text->view());
}

}  // namespace

Value encode_text(Run& run, Str* text, Value encoding, Value errors) {
    Codec codec = Codec::Utf8;
    if (encoding != UNBOUND && !find_codec(str_of(encoding)->view(), codec))
        return run.raise(ExceptionType::LookupError, {"unknown encoding: ", str_of(encoding)->view()});
    if (poll_scan(run.budget, text->count)) return RAISED;
    if (is_plain(text, codec)) return made(run, new_bytes(run.heap, text->view()));
    return Encoder(run, text, codec, errors).encode();
}

}  // namespace exmonty
