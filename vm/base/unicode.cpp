#include "vm/base/unicode.h"

#include <algorithm>
#include <iterator>

namespace exmonty::unicode {
namespace {

// The zero of every run of ten decimal digits beyond ASCII.
constexpr char32_t decimal_zeros[] = {
    0x660,   0x6f0,   0x7c0,   0x966,   0x9e6,   0xa66,   0xae6,   0xb66,   0xbe6,   0xc66,   0xce6,   0xd66,   0xde6,
    0xe50,   0xed0,   0xf20,   0x1040,  0x1090,  0x17e0,  0x1810,  0x1946,  0x19d0,  0x1a80,  0x1a90,  0x1b50,  0x1bb0,
    0x1c40,  0x1c50,  0xa620,  0xa8d0,  0xa900,  0xa9d0,  0xa9f0,  0xaa50,  0xabf0,  0xff10,  0x104a0, 0x10d30, 0x10d40,
    0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0,
    0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce,
    0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
};
static_assert(std::is_sorted(std::begin(decimal_zeros), std::end(decimal_zeros)));

}  // namespace

bool is_space_beyond_ascii(char32_t code_point) {
    if (code_point < 0x1680) return code_point == 0x85 || code_point == 0xA0;
    if (code_point >= 0x2000 && code_point <= 0x200A) return true;
    switch (code_point) {
        case 0x1680:
        case 0x2028:
        case 0x2029:
        case 0x202F:
        case 0x205F:
        case 0x3000: return true;
        default: return false;
    }
}

int decimal_value_beyond_ascii(char32_t code_point) {
    if (code_point < decimal_zeros[0]) return -1;
    const char32_t* after = std::upper_bound(std::begin(decimal_zeros), std::end(decimal_zeros), code_point);
    const char32_t value = code_point - after[-1];
    return value < 10 ? static_cast<int>(value) : -1;
}

}  // namespace exmonty::unicode
