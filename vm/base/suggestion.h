// "Did you mean …?": the name among those that exist which is most like one that does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace exmonty {

// Looks at one candidate after another, as CPython does, with its costs and bounds.
class Suggestion {
  public:
    explicit Suggestion(std::string_view wanted) : wanted_(wanted) {}

    void consider(std::string_view candidate);
    // Empty: nothing is like it. A view of a candidate.
    std::string_view best() const { return count_ < most_candidates ? best_ : std::string_view{}; }

  private:
    // With more candidates than that none is suggested.
    static constexpr size_t most_candidates = 750;

    std::string_view wanted_;
    std::string_view best_;
    size_t distance_ = SIZE_MAX;
    size_t count_ = 0;
};

// What it costs to turn one name into the other; more than `most`: some number above it.
size_t edit_distance(std::string_view a, std::string_view b, size_t most);

}  // namespace exmonty
