#include "vm/base/utf8.h"

#include <cstring>

namespace exmonty::utf8 {
namespace {

constexpr uint64_t high_bits = 0x8080808080808080u;

uint64_t load_word(const char* at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

// How many bytes of the word open a code point: those that have not 10 as their highest bits. The multiplication adds
// up the eight bytes (x86-64 without options has no instruction that counts bits).
size_t leading_bytes(uint64_t word) {
    return static_cast<size_t>(((~word | word << 1) & high_bits) / 0x80 * 0x0101010101010101u >> 56);
}

using ByteVector = int8_t __attribute__((vector_size(16)));

// Code points that begin in `blocks` (at most 127) blocks of 16 bytes; vector lanes would overflow beyond.
size_t count_in_blocks(const char* at, size_t blocks) {
    ByteVector counts = {};
    for (size_t i = 0; i < blocks; ++i) {
        ByteVector bytes;
        memcpy(&bytes, at + 16 * i, 16);
        counts -= bytes > static_cast<int8_t>(-65);
    }
    size_t total = 0;
    for (int lane = 0; lane < 16; ++lane) total += static_cast<size_t>(counts[lane]);
    return total;
}

unsigned byte_at(std::string_view text, size_t index) { return static_cast<unsigned char>(text[index]); }

// How many bytes the sequence at `start` has, or its error. `start` holds a byte of 0x80 or more.
size_t check_sequence(std::string_view text, size_t start, Surrogates surrogates, Error& error) {
    const unsigned lead = byte_at(text, start);
    if (lead < 0xC2 || lead > 0xF4) {
        error = {ErrorReason::invalid_start_byte, start, start + 1};
        return 0;
    }
    const size_t length = sequence_length(static_cast<char>(lead));
    unsigned lowest = 0x80;
    unsigned highest = 0xBF;
    if (lead == 0xE0)
        lowest = 0xA0;
    else if (lead == 0xED && surrogates == Surrogates::refused)
        highest = 0x9F;
    else if (lead == 0xF0)
        lowest = 0x90;
    else if (lead == 0xF4)
        highest = 0x8F;
    for (size_t i = 1; i < length; ++i, lowest = 0x80, highest = 0xBF) {
        if (start + i == text.size()) {
            error = {ErrorReason::unexpected_end_of_data, start, text.size()};
            return 0;
        }
        const unsigned byte = byte_at(text, start + i);
        if (byte < lowest || byte > highest) {
            error = {ErrorReason::invalid_continuation_byte, start, start + i};
            return 0;
        }
    }
    return length;
}

}  // namespace

bool is_ascii(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    for (; end - at >= 32; at += 32)
        if (((load_word(at) | load_word(at + 8) | load_word(at + 16) | load_word(at + 24)) & high_bits) != 0)
            return false;
    for (; end - at >= 8; at += 8)
        if ((load_word(at) & high_bits) != 0) return false;
    for (; at != end; ++at)
        if (static_cast<signed char>(*at) < 0) return false;
    return true;
}

size_t count_code_points(std::string_view text) {
    const char* at = text.data();
    size_t left = text.size();
    size_t total = 0;
    while (left >= 16) {
        const size_t blocks = left / 16 < 127 ? left / 16 : 127;
        total += count_in_blocks(at, blocks);
        at += 16 * blocks;
        left -= 16 * blocks;
    }
    if (left >= 8) {
        total += leading_bytes(load_word(at));
        at += 8;
        left -= 8;
    }
    if (left != 0 && text.size() >= 8) {
        // The last bytes of the last word; the zeros that move in count as one each.
        total += leading_bytes(load_word(at + left - 8) >> 8 * (8 - left)) - (8 - left);
        return total;
    }
    for (; left != 0; --left, ++at) total += !is_continuation(*at);
    return total;
}

size_t advance(std::string_view text, size_t offset, size_t count) {
    // A word is passed when all the code points that begin in it are among those to pass. What is left in the end
    // begins in the next eight bytes, so `offset` may stand inside the last code point passed: skip its rest first.
    while (text.size() - offset >= 8) {
        const size_t begun = leading_bytes(load_word(text.data() + offset));
        if (begun > count) break;
        count -= begun;
        offset += 8;
    }
    while (offset < text.size() && is_continuation(text[offset])) ++offset;
    for (; count != 0 && offset < text.size(); --count) offset += sequence_length(text[offset]);
    return offset < text.size() ? offset : text.size();
}

size_t retreat(std::string_view text, size_t offset, size_t count) {
    while (offset >= 8) {
        const size_t begun = leading_bytes(load_word(text.data() + offset - 8));
        if (begun >= count) break;
        count -= begun;
        offset -= 8;
    }
    while (count != 0 && offset != 0) count -= !is_continuation(text[--offset]);
    return offset;
}

Error validate(std::string_view text, Surrogates surrogates, size_t offset) {
    Error error;
    while (offset < text.size()) {
        while (text.size() - offset >= 8 && (load_word(text.data() + offset) & high_bits) == 0) offset += 8;
        if (offset == text.size()) break;
        if (byte_at(text, offset) < 0x80) {
            ++offset;
            continue;
        }
        const size_t length = check_sequence(text, offset, surrogates, error);
        if (length == 0) return error;
        offset += length;
    }
    return error;
}

std::string_view reason_text(ErrorReason reason) {
    switch (reason) {
        case ErrorReason::none: break;
        case ErrorReason::invalid_start_byte: return "invalid start byte";
        case ErrorReason::invalid_continuation_byte: return "invalid continuation byte";
        case ErrorReason::unexpected_end_of_data: return "unexpected end of data";
    }
    return "";
}

}  // namespace exmonty::utf8
