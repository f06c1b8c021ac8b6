#include "vm/objects/text/stream_text.h"

#include "vm/base/text_sink.h"
#include "vm/base/utf8.h"
#include "vm/objects/text/repr.h"

#include <cstring>

namespace exmonty {
namespace {

constexpr size_t surrogate_bytes = 3;

bool is_surrogate_at(std::string_view text, size_t at) {
    return at + surrogate_bytes <= text.size() && text[at] == '\xED' && static_cast<unsigned char>(text[at + 1]) >= 0xA0;
}

// Where the first lone surrogate from `at` on starts, or the end of the text.
size_t find_surrogate(std::string_view text, size_t at) {
    while (at < text.size()) {
        const void* found = memchr(text.data() + at, '\xED', text.size() - at);
        if (!found) break;
        at = static_cast<size_t>(static_cast<const char*>(found) - text.data());
        if (is_surrogate_at(text, at)) return at;
        at++;
    }
    return text.size();
}

bool refuse(Run& run, const Str* text, size_t at) {
    std::string_view view = text->view();
    int64_t start = static_cast<int64_t>(utf8::count_code_points(view.substr(0, at)));
    int64_t end = start;
    for (; is_surrogate_at(view, at); at += surrogate_bytes) end++;
    run.raise_with(ExceptionType::UnicodeEncodeError, {Value::cell(new_str(run.heap, "utf-8")), Value::cell(text), Value::integer(start),
                                                       Value::integer(end), Value::cell(new_str(run.heap, "surrogates not allowed"))});
    return false;
}

bool write_escaped(Run& run, Stream stream, std::string_view text, size_t at) {
    size_t written = 0;
    for (; at < text.size(); at = find_surrogate(text, written)) {
        FixedText<16> escape;
        append_escape(escape, utf8::decode(text.data() + at));
        if (!run.write(stream, text.substr(written, at - written)) || !run.write(stream, escape.view())) return false;
        if (run.budget.poll()) return false;
        written = at + surrogate_bytes;
    }
    return run.write(stream, text.substr(written));
}

}  // namespace

bool write_str(Run& run, Stream stream, const Str* text) {
    if (text->is_ascii()) return run.write(stream, text->view());
    size_t at = find_surrogate(text->view(), 0);
    if (at == text->size()) return run.write(stream, text->view());
    return stream == Stream::Output ? refuse(run, text, at) : write_escaped(run, stream, text->view(), at);
}

}  // namespace exmonty
