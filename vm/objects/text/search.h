// Searching bytes in bytes, for str and bytes: linear in the worst case, and polled.
#pragma once

#include "vm/heap/budget.h"

#include <cstddef>
#include <string_view>

namespace exmonty {

// How long loops over text poll: a step for every KiB, once for every `poll_chunk` bytes.
constexpr size_t poll_chunk = 64 * 1024;
constexpr uint64_t scan_steps(size_t bytes) { return (bytes >> 10) + 1; }

// Counts what looking at so many bytes has taken, when it is more than the call's own step. True: the run must stop.
inline bool poll_scan(Budget& budget, size_t bytes) { return bytes >= 1024 && budget.poll(bytes >> 10); }

// A search for one text, which may go on through another text from match to match.
//
// Candidates are the places where the first and the last byte agree. When comparing candidates gets dearer than the
// scan itself (a hostile needle, or just `aaaa`), the two-way algorithm of Crochemore and Perrin takes over for good.
// Both texts may be UTF-8: a match of whole code points is always aligned to code points.
class Search {
  public:
    static constexpr size_t npos = std::string_view::npos;

    // The needle is not empty.
    Search(Budget& budget, std::string_view needle) : budget_(budget), needle_(needle) {}

    // The first match that starts at or behind `from`, or npos.
    size_t find(std::string_view text, size_t from);
    // The last match that ends at or before `end`, or npos.
    size_t rfind(std::string_view text, size_t end);
    // How many matches there are from left to right, without overlap.
    uint64_t count(std::string_view text);
    // The run must stop: the last answer is none, the native returns RAISED.
    bool stopped() const { return stopped_; }

  private:
    size_t find_byte(std::string_view text, size_t from);
    size_t rfind_byte(std::string_view text, size_t end);
    size_t filter(std::string_view text, size_t from, size_t limit);
    template <class Order>
    size_t two_way(std::string_view text, size_t from);
    enum class Alphabet : uint8_t { Usual, Inverted };
    template <class Order>
    size_t maximal_suffix(Alphabet alphabet, size_t& period);
    template <class Order>
    void factorise();
    bool stop(size_t bytes) {
        if (budget_.poll(scan_steps(bytes))) stopped_ = true;
        return stopped_;
    }
    // What a search has looked at counts in pieces, so that many short ones count as a long one.
    void looked_at(size_t bytes) {
        unpolled_ += bytes;
        if (unpolled_ < poll_piece) return;
        stop(unpolled_);
        unpolled_ = 0;
    }
    static constexpr size_t poll_piece = 4096;

    Budget& budget_;
    std::string_view needle_;
    bool stopped_ = false;
    size_t unpolled_ = 0;
    // Bytes compared beyond the filter, and bytes that the scan has earned.
    size_t spent_ = 0;
    size_t earned_ = 0;
    // The critical factorisation, in the order (forwards or backwards) that `factorised_` says.
    enum class Factorised : uint8_t { No, Forwards, Backwards } factorised_ = Factorised::No;
    size_t critical_ = 0;
    size_t period_ = 0;
    bool periodic_ = false;
    friend struct Forwards;
    friend struct Backwards;
};

}  // namespace exmonty
