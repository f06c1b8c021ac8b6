#include "vm/syntax/identifier.h"

#include <utf8proc.h>

namespace exmonty {

std::string_view normalize_identifier(std::string_view name, Arena& arena) {
    const utf8proc_uint8_t* text = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
    utf8proc_ssize_t size = static_cast<utf8proc_ssize_t>(name.size());
    utf8proc_option_t options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    utf8proc_ssize_t count = utf8proc_decompose(text, size, nullptr, 0, options);
    if (count < 0) return name;
    size_t bytes = (static_cast<size_t>(count) + 1) * sizeof(utf8proc_int32_t);
    utf8proc_int32_t* buffer = static_cast<utf8proc_int32_t*>(arena.allocate_bytes(bytes));
    if (buffer == nullptr) return {};
    utf8proc_decompose(text, size, buffer, count, options);
    // Encoded in place.
    utf8proc_ssize_t length = utf8proc_reencode(buffer, count, options);
    if (length < 0) return name;
    return {reinterpret_cast<const char*>(buffer), static_cast<size_t>(length)};
}

}  // namespace exmonty
