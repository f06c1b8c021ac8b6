// Replacing texts in a text, for str and bytes.
#pragma once

#include "vm/objects/text/search.h"

namespace exmonty {

// What an empty text matches between.
enum class TextUnit : uint8_t { Byte, CodePoint };

// Counts, tells the size, then writes. The places of the first matches are kept from counting, so that most calls search once.
class Replacement {
  public:
    // At most `limit` matches; any number when it is negative.
    Replacement(Budget& budget, std::string_view text, std::string_view from, std::string_view to, int64_t limit, TextUnit unit);

    uint64_t count_matches();
    // Of the whole result; may be more than any text can be.
    uint64_t result_size() const { return text_.size() + matches_ * to_.size() - matches_ * from_.size(); }
    // False: the run must stop.
    bool write(char* out);
    bool stopped() const { return search_.stopped(); }

  private:
    uint64_t count_gaps() const;
    bool write_gaps(char* out);
    bool write_bytes(char* out);

    static constexpr size_t kept_places = 256;

    Budget& budget_;
    std::string_view text_;
    std::string_view from_;
    std::string_view to_;
    uint64_t limit_;
    TextUnit unit_;
    Search search_;
    uint64_t matches_ = 0;
    // How many of the first matches have their place noted.
    uint64_t noted_ = 0;
    size_t places_[kept_places];
};

}  // namespace exmonty
