// Writing and reading of binary formats: unsigned LEB128 numbers, zigzag for signed ones, byte strings with their length.
#pragma once

#include "vm/base/text_sink.h"

#include <bit>
#include <cstdint>
#include <string_view>

namespace exmonty {

// Onto a sink, whose sticky failure is the writer's.
struct ByteWriter {
    TextSink& sink;

    void byte(uint8_t value) { sink.append(static_cast<char>(value)); }
    void number(uint64_t value) {
        char bytes[10];
        size_t count = 0;
        do {
            uint8_t low = value & 0x7f;
            value >>= 7;
            bytes[count++] = static_cast<char>(low | (value ? 0x80 : 0));
        } while (value);
        sink.append(std::string_view(bytes, count));
    }
    void signed_number(int64_t value) { number(static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63)); }
    void word(uint64_t value) {
        char bytes[8];
        for (int i = 0; i < 8; i++) bytes[i] = static_cast<char>(value >> (8 * i));
        sink.append(std::string_view(bytes, 8));
    }
    void real(double value) { word(std::bit_cast<uint64_t>(value)); }
    void text(std::string_view value) {
        number(value.size());
        sink.append(value);
    }
};

// From hostile bytes. The first fault is sticky: everything read after it is 0 or empty, so that a reader checks
// `failed` where it matters.
struct ByteReader {
    std::string_view bytes;
    size_t at = 0;
    bool failed = false;

    size_t left() const { return bytes.size() - at; }
    void fail() {
        failed = true;
        at = bytes.size();
    }
    uint8_t byte() {
        if (at >= bytes.size()) {
            fail();
            return 0;
        }
        return static_cast<uint8_t>(bytes[at++]);
    }
    uint64_t number() {
        uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            uint8_t next = byte();
            if (shift == 63 && next > 1) break;
            value |= static_cast<uint64_t>(next & 0x7f) << shift;
            if (!(next & 0x80)) return failed ? 0 : value;
        }
        fail();
        return 0;
    }
    int64_t signed_number() {
        uint64_t value = number();
        return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
    }
    uint32_t number32() {
        uint64_t value = number();
        if (value > UINT32_MAX) fail();
        return failed ? 0 : static_cast<uint32_t>(value);
    }
    // A count of things of which each takes at least `least` bytes of input.
    uint64_t count(size_t least = 1) {
        uint64_t value = number();
        if (value > left() / least) fail();
        return failed ? 0 : value;
    }
    uint64_t word() {
        if (left() < 8) {
            fail();
            return 0;
        }
        uint64_t value = 0;
        for (int i = 0; i < 8; i++) value |= static_cast<uint64_t>(static_cast<uint8_t>(bytes[at + i])) << (8 * i);
        at += 8;
        return value;
    }
    double real() { return std::bit_cast<double>(word()); }
    std::string_view text() {
        uint64_t size = count();
        // Not null, for memcpy.
        if (failed) return "";
        std::string_view value = bytes.substr(at, size);
        at += size;
        return value;
    }
};

}  // namespace exmonty
