#include "vm/objects/text/repr.h"

#include "vm/base/unicode_identifier.h"
#include "vm/base/utf8.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

void append_hex(TextSink& sink, char kind, char32_t code_point, int digits) {
    char* out = sink.claim(static_cast<size_t>(digits) + 2);
    if (!out) return;
    *out++ = '\\';
    *out++ = kind;
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) *out++ = hex_digits[code_point >> shift & 15];
}

// Python prefers single quotes, unless the text has some and no double ones.
char quote_for(std::string_view text) {
    return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
}

// ASCII that is written as it is. The quote is not among them.
constexpr bool is_plain(unsigned char c) { return c >= ' ' && c < 127 && c != '\\' && c != '\'' && c != '"'; }

void append_escaped_ascii(TextSink& sink, char c, char quote) {
    switch (c) {
        case '\\': sink.append("\\\\"); return;
        case '\t': sink.append("\\t"); return;
        case '\n': sink.append("\\n"); return;
        case '\r': sink.append("\\r"); return;
        case '\'':
        case '"':
            if (c == quote) sink.append('\\');
            sink.append(c);
            return;
        default: append_hex(sink, 'x', static_cast<unsigned char>(c), 2);
    }
}

// Calls `special(at)` at each byte that is not plain ASCII; it returns where to go on.
template <class Special>
bool append_with(TextSink& sink, Budget& budget, std::string_view text, const Special& special) {
    size_t at = 0;
    size_t next_poll = poll_chunk;
    if (poll_scan(budget, std::min(text.size(), poll_chunk) * 4)) return false;
    while (at < text.size()) {
        size_t plain = at;
        size_t limit = std::min(text.size(), next_poll);
        while (plain < limit && is_plain(static_cast<unsigned char>(text[plain]))) plain++;
        if (!sink.append(text.substr(at, plain - at))) return true;
        at = plain < limit ? special(plain) : plain;
        if (at >= next_poll) {
            if (budget.poll(scan_steps(poll_chunk) * 4)) return false;
            next_poll = at + poll_chunk;
        }
    }
    return true;
}

}  // namespace

void append_escape(TextSink& sink, char32_t code_point) {
    if (code_point < 0x100) append_hex(sink, 'x', code_point, 2);
    else if (code_point < 0x10000) append_hex(sink, 'u', code_point, 4);
    else append_hex(sink, 'U', code_point, 8);
}

bool append_repr(TextSink& sink, Budget& budget, std::string_view text, Escapes escapes) {
    char quote = quote_for(text);
    sink.append(quote);
    bool finished = append_with(sink, budget, text, [&](size_t at) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            append_escaped_ascii(sink, text[at], quote);
            return at + 1;
        }
        char32_t code_point = utf8::decode(text.data() + at);
        size_t size = utf8::sequence_length(text[at]);
        if (escapes == Escapes::Unprintable && unicode::is_printable(code_point)) sink.append(text.substr(at, size));
        else append_escape(sink, code_point);
        return at + size;
    });
    sink.append(quote);
    return finished;
}

bool append_bytes_repr(TextSink& sink, Budget& budget, std::string_view bytes) {
    char quote = quote_for(bytes);
    sink.append('b');
    sink.append(quote);
    bool finished = append_with(sink, budget, bytes, [&](size_t at) {
        append_escaped_ascii(sink, bytes[at], quote);
        return at + 1;
    });
    sink.append(quote);
    return finished;
}

bool append_ascii(TextSink& sink, Budget& budget, std::string_view text) {
    return append_with(sink, budget, text, [&](size_t at) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            sink.append(text[at]);
            return at + 1;
        }
        append_escape(sink, utf8::decode(text.data() + at));
        return at + utf8::sequence_length(text[at]);
    });
}

}  // namespace exmonty
