#include "vm/base/suggestion.h"

#include <algorithm>

namespace exmonty {
namespace {

constexpr size_t move_cost = 2;
constexpr size_t case_cost = 1;
constexpr size_t longest_name = 40;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr size_t substitution_cost(char a, char b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? case_cost : move_cost;
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b, size_t most) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.empty() || b.empty()) return (a.size() + b.size()) * move_cost;
    if (a.size() > longest_name || b.size() > longest_name) return most + 1;
    if (b.size() < a.size()) std::swap(a, b);
    if ((b.size() - a.size()) * move_cost > most) return most + 1;
    size_t row[longest_name];
    for (size_t i = 0; i < a.size(); i++) row[i] = (i + 1) * move_cost;
    size_t result = 0;
    for (size_t j = 0; j < b.size(); j++) {
        size_t diagonal = result = j * move_cost;
        size_t least = SIZE_MAX;
        for (size_t i = 0; i < a.size(); i++) {
            const size_t substituted = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            result = std::min(std::min(result, diagonal) + move_cost, substituted);
            row[i] = result;
            least = std::min(least, result);
        }
        if (least > most) return most + 1;
    }
    return result;
}

void Suggestion::consider(std::string_view candidate) {
    count_++;
    if (count_ >= most_candidates || candidate == wanted_ || wanted_.size() > longest_name) return;
    const size_t bound = (wanted_.size() + candidate.size() + 3) * move_cost / 6;
    const size_t most = std::min(bound, distance_ - 1);
    const size_t distance = edit_distance(wanted_, candidate, most);
    if (distance > most) return;
    best_ = candidate;
    distance_ = distance;
}

}  // namespace exmonty
