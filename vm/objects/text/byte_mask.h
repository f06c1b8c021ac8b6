// Which of 64 bytes are of a class, as the bits of a word: the inner step of splitting and stripping.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace exmonty {

using ByteVector = int8_t __attribute__((vector_size(16)));

// Classes of bytes. Each tells it of one byte, and of 16 at once (a lane is -1 or 0). Bytes beyond ASCII are in none.
struct OneByte {
    int8_t wanted;
    explicit OneByte(char byte) : wanted(static_cast<int8_t>(byte)) {}
    ByteVector operator()(ByteVector bytes) const { return bytes == wanted; }
};

// What str.isspace takes for white space.
struct TextSpace {
    static constexpr bool contains(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31); }
    ByteVector operator()(ByteVector bytes) const {
        return (bytes == 32) | ((bytes > 8) & (bytes < 14)) | ((bytes > 27) & (bytes < 32));
    }
};

// What bytes.isspace takes for white space.
struct ByteSpace {
    static constexpr bool contains(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }
    ByteVector operator()(ByteVector bytes) const { return (bytes == 32) | ((bytes > 8) & (bytes < 14)); }
};

// Where str.splitlines ends a line, within ASCII.
struct TextLineEnd {
    static constexpr bool contains(unsigned char c) { return (c >= 10 && c <= 13) || (c >= 28 && c <= 30); }
    ByteVector operator()(ByteVector bytes) const { return ((bytes > 9) & (bytes < 14)) | ((bytes > 27) & (bytes < 31)); }
};

// Where bytes.splitlines ends a line.
struct ByteLineEnd {
    static constexpr bool contains(unsigned char c) { return c == '\n' || c == '\r'; }
    ByteVector operator()(ByteVector bytes) const { return (bytes == 10) | (bytes == 13); }
};

inline uint64_t lane_bits(ByteVector lanes) {
#ifdef __SSE2__
    return static_cast<uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(lanes)));
#else
    uint64_t bits = 0;
    for (int lane = 0; lane < 16; lane++) bits |= static_cast<uint64_t>(lanes[lane] & 1) << lane;
    return bits;
#endif
}

template <class Class>
uint64_t mask_of_64(const char* bytes, const Class& is_member) {
    uint64_t bits = 0;
    for (int part = 0; part < 4; part++) {
        ByteVector block;
        memcpy(&block, bytes + 16 * part, 16);
        bits |= lane_bits(is_member(block)) << (16 * part);
    }
    return bits;
}

// The members among bytes [at, at + 64) of a text; those behind its end are none.
template <class Class>
uint64_t mask_at(std::string_view text, size_t at, const Class& is_member) {
    size_t left = text.size() - at;
    if (left >= 64) return mask_of_64(text.data() + at, is_member);
    char padded[64] = {};
    memcpy(padded, text.data() + at, left);
    return mask_of_64(padded, is_member) & ((uint64_t{1} << left) - 1);
}

// Walks over the members of a class from left to right.
template <class Class>
class MemberScan {
  public:
    static constexpr size_t npos = std::string_view::npos;

    MemberScan(std::string_view text, const Class& is_member) : text_(text), is_member_(is_member) {}

    size_t next() {
        while (bits_ == 0) {
            if (next_block_ >= text_.size()) return npos;
            block_ = next_block_;
            bits_ = mask_at(text_, block_, is_member_);
            next_block_ += 64;
        }
        size_t found = block_ + static_cast<size_t>(std::countr_zero(bits_));
        bits_ &= bits_ - 1;
        return found;
    }

  private:
    std::string_view text_;
    Class is_member_;
    uint64_t bits_ = 0;
    size_t block_ = 0;
    size_t next_block_ = 0;
};

}  // namespace exmonty
