#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/arena.h"
#include "vm/base/utf8.h"

namespace exmonty {

// A text that is put together in an arena.
class ArenaText {
  public:
    explicit ArenaText(Arena& arena) : bytes_(arena) {}

    ArenaText& add(std::string_view text) {
        bytes_.append(text.data(), text.size());
        return *this;
    }

    ArenaText& add(char c) {
        bytes_.push(c);
        return *this;
    }

    ArenaText& add_code_point(char32_t code_point) {
        char encoded[utf8::max_length];
        bytes_.append(encoded, utf8::encode(code_point, encoded));
        return *this;
    }

    ArenaText& add_number(int64_t number) {
        char digits[20];
        char* end = digits + sizeof digits;
        char* at = end;
        uint64_t rest = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
        do *--at = static_cast<char>('0' + rest % 10);
        while ((rest /= 10) != 0);
        if (number < 0) *--at = '-';
        return add(std::string_view(at, static_cast<size_t>(end - at)));
    }

    // At least `width` digits.
    ArenaText& add_hex(uint32_t number, int width, std::string_view digits = "0123456789abcdef") {
        for (int position = 7; position >= 0; position--) {
            uint32_t digit = number >> (4 * position) & 15;
            if (position < width || number >> (4 * position) != 0) add(digits[digit]);
        }
        return *this;
    }

    void reserve(size_t bytes) { bytes_.reserve(bytes); }
    size_t size() const { return bytes_.size(); }
    std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

  private:
    ArenaVector<char> bytes_;
};

}  // namespace exmonty
