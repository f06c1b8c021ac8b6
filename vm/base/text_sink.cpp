#include "vm/base/text_sink.h"

namespace exmonty {

bool TextSink::reserve_slow(size_t extra) {
    if (failed) return false;
    size_t needed;
    if (__builtin_add_overflow(size, extra, &needed) || grow == nullptr || !grow(*this, needed)) {
        failed = true;
        return false;
    }
    return true;
}

bool TextSink::append_repeated(char32_t code_point, size_t count) {
    if (count == 0) return !failed;
    char bytes[utf8::max_length];
    const size_t length = utf8::encode(code_point, bytes);
    size_t total;
    if (__builtin_mul_overflow(length, count, &total))
        total = static_cast<size_t>(-1);  // More than any memory: grow refuses.
    char* out = claim(total);
    if (out == nullptr) return false;
    if (length == 1) {
        memset(out, bytes[0], count);
        return true;
    }
    for (size_t i = 0; i < count; ++i, out += length) memcpy(out, bytes, length);
    return true;
}

}  // namespace exmonty
