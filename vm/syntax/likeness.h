#pragma once

#include <span>
#include <string_view>

// How much words are alike, as CPython's suggestions and difflib see it.

namespace exmonty {

// The word that takes the fewest changes to become `name`, if they are few; else empty. (Python/suggestions.c)
std::string_view nearest_word(std::string_view name, std::span<const std::string_view> words);

// The most words that close_words() finds.
constexpr size_t MaxCloseWords = 3;

// https://docs.python.org/3/library/difflib.html#difflib.get_close_matches
// Writes the words that are most like `name`, the likest first, and returns how many.
size_t close_words(std::string_view name, std::span<const std::string_view> words, double cutoff,
                   std::string_view (&found)[MaxCloseWords]);

}  // namespace exmonty
