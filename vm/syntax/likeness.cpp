#include "vm/syntax/likeness.h"

#include <algorithm>

#include "vm/base/suggestion.h"

namespace exmonty {

namespace {

// How many characters the longest common stretch of two words and, on both sides of it, of what is left of them have.
// Words are short, so the recursion is shallow: each level takes a character away.
size_t common_characters(std::string_view a, std::string_view b) {
    size_t best_a = 0;
    size_t best_b = 0;
    size_t best = 0;
    for (size_t at_a = 0; at_a < a.size(); at_a++) {
        for (size_t at_b = 0; at_b < b.size(); at_b++) {
            size_t length = 0;
            while (at_a + length < a.size() && at_b + length < b.size() && a[at_a + length] == b[at_b + length]) length++;
            if (length <= best) continue;
            best = length;
            best_a = at_a;
            best_b = at_b;
        }
    }
    if (best == 0) return 0;
    return best + common_characters(a.substr(0, best_a), b.substr(0, best_b)) +
           common_characters(a.substr(best_a + best), b.substr(best_b + best));
}

}  // namespace

std::string_view nearest_word(std::string_view name, std::span<const std::string_view> words) {
    Suggestion suggestion(name);
    for (std::string_view word : words) suggestion.consider(word);
    return suggestion.best();
}

size_t close_words(std::string_view name, std::span<const std::string_view> words, double cutoff,
                   std::string_view (&found)[MaxCloseWords]) {
    size_t count = 0;
    double ratios[MaxCloseWords];
    for (std::string_view word : words) {
        size_t total = word.size() + name.size();
        // No more than the shorter one can be common.
        if (2.0 * static_cast<double>(std::min(word.size(), name.size())) < cutoff * static_cast<double>(total)) continue;
        double ratio = 2.0 * static_cast<double>(common_characters(word, name)) / static_cast<double>(total);
        if (ratio < cutoff) continue;
        // Sorted by ratio, and where that is equal by the word, both downwards.
        size_t place = count;
        while (place > 0 && (ratios[place - 1] < ratio || (ratios[place - 1] == ratio && found[place - 1] < word))) place--;
        if (place == MaxCloseWords) continue;
        count = std::min(count + 1, MaxCloseWords);
        for (size_t index = count - 1; index > place; index--) {
            found[index] = found[index - 1];
            ratios[index] = ratios[index - 1];
        }
        found[place] = word;
        ratios[place] = ratio;
    }
    return count;
}

}  // namespace exmonty
