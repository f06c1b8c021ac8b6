#pragma once

#include <cstdint>

// The names of code points as phrases: sequences of numbers of words. The data is written by make_names.py.

namespace exmonty::unicode::names {

constexpr uint32_t slot_count = 1 << 16;
constexpr uint16_t empty_slot = 0xFFFF;
constexpr uint16_t last_word = 0x8000;  // set in the last number of a name

extern const uint32_t named_count;   // rows with the name of a code point, sorted by it; aliases follow
extern const uint32_t count;         // rows
extern const char word_text[];       // all words
extern const uint32_t word_starts[]; // of each word in word_text, and the end of the last one
extern const uint16_t stream[];      // numbers of words
extern const uint32_t starts[];      // of each row's name in stream
extern const uint32_t code_points[]; // of each row
extern const uint16_t slots[];       // rows by the hash of their name, open addressing

}  // namespace exmonty::unicode::names
