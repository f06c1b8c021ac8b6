#include <algorithm>
#include <charconv>
#include <vector>

#include "codec/json.h"

namespace exmonty::codec {

namespace {

constexpr uint32_t chunk_base = 1'000'000'000;
constexpr size_t chunk_digits = 9;

// Most significant byte first, without leading zeros.
std::string magnitude_bytes(const std::vector<uint32_t>& words) {
    std::string bytes;
    for (size_t i = words.size(); i-- > 0;)
        for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(words[i] >> shift));
    bytes.erase(0, std::min(bytes.find_first_not_of('\0'), bytes.size()));
    return bytes;
}

}  // namespace

bool read_decimal(std::string_view digits, bool negative, Arena& arena, Data& data) {
    if (digits.size() > max_json_digits) return false;
    std::vector<uint32_t> words;  // least significant first
    while (!digits.empty()) {
        const size_t count = std::min(digits.size(), chunk_digits);
        uint64_t carry = 0;
        uint64_t scale = 1;
        for (char digit : digits.substr(0, count)) {
            carry = carry * 10 + static_cast<uint64_t>(digit - '0');
            scale *= 10;
        }
        for (uint32_t& word : words) {
            carry += word * scale;
            word = static_cast<uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) words.push_back(static_cast<uint32_t>(carry));
        digits.remove_prefix(count);
    }
    const std::string bytes = magnitude_bytes(words);
    if (bytes.size() <= 8) {
        uint64_t word = 0;
        for (char byte : bytes) word = word << 8 | static_cast<uint8_t>(byte);
        if (!negative) {
            data = Data::from_unsigned(word, arena);
            return true;
        }
        if (word <= uint64_t{1} << 63) {
            data = Data::from_int(static_cast<int64_t>(-word));
            return true;
        }
    }
    data = Data::from_magnitude(arena.copy(std::string_view(bytes)), negative);
    return true;
}

std::string decimal_text(const Data& integer) {
    char buffer[24];
    if (integer.kind == DataKind::integer)
        return {buffer, std::to_chars(buffer, buffer + sizeof buffer, integer.integer).ptr};
    std::vector<uint32_t> words;  // most significant first
    const std::string_view bytes = integer.view();
    for (size_t i = 0; i < bytes.size(); i++) {
        if ((bytes.size() - i) % 4 == 0 || i == 0) words.push_back(0);
        words.back() = words.back() << 8 | static_cast<uint8_t>(bytes[i]);
    }
    std::string reversed;
    size_t first = 0;
    while (first < words.size()) {
        uint64_t remainder = 0;
        for (size_t i = first; i < words.size(); i++) {
            remainder = remainder << 32 | words[i];
            words[i] = static_cast<uint32_t>(remainder / chunk_base);
            remainder %= chunk_base;
        }
        while (first < words.size() && words[first] == 0) first++;
        for (size_t i = 0; i < chunk_digits && (first < words.size() || remainder != 0); i++) {
            reversed.push_back(static_cast<char>('0' + remainder % 10));
            remainder /= 10;
        }
    }
    if (integer.negative) reversed.push_back('-');
    return {reversed.rbegin(), reversed.rend()};
}

}  // namespace exmonty::codec
