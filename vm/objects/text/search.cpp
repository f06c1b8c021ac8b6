#include "vm/objects/text/search.h"

#include "vm/objects/text/byte_mask.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace exmonty {

// The two directions of the two-way algorithm: byte i of a text, counted from where the search starts.
struct Forwards {
    static constexpr Search::Factorised mark = Search::Factorised::Forwards;
    static unsigned char at(std::string_view text, size_t i) { return static_cast<unsigned char>(text[i]); }
};
struct Backwards {
    static constexpr Search::Factorised mark = Search::Factorised::Backwards;
    static unsigned char at(std::string_view text, size_t i) { return static_cast<unsigned char>(text[text.size() - 1 - i]); }
};

namespace {

// Up to this many bytes are compared for free before the scan's own length is what limits them.
constexpr size_t free_comparisons = 1024;



size_t count_byte(std::string_view text, char byte) {
    size_t total = 0;
    size_t at = 0;
    while (text.size() - at >= 16) {
        // A lane counts at most 127 blocks.
        size_t blocks = std::min<size_t>((text.size() - at) / 16, 127);
        ByteVector counts = {};
        for (size_t i = 0; i < blocks; i++, at += 16) {
            ByteVector bytes;
            memcpy(&bytes, text.data() + at, 16);
            counts -= bytes == static_cast<int8_t>(byte);
        }
        for (int lane = 0; lane < 16; lane++) total += static_cast<size_t>(counts[lane]);
    }
    for (; at < text.size(); at++) total += text[at] == byte;
    return total;
}

}  // namespace

size_t Search::find(std::string_view text, size_t from) {
    if (needle_.size() == 1) return find_byte(text, from);
    if (from > text.size()) return npos;
    while (factorised_ != Factorised::Forwards) {
        if (text.size() - from < needle_.size()) return npos;
        size_t limit = std::min(text.size(), from + poll_chunk + needle_.size());
        size_t found = filter(text, from, limit);
        looked_at((found == npos ? limit : found) - from);
        if (found != npos || stopped_) return stopped_ ? npos : found;
        if (spent_ > earned_ + free_comparisons) {
            factorise<Forwards>();
            break;
        }
        if (limit == text.size()) return npos;
        from = limit - needle_.size() + 1;
    }
    return two_way<Forwards>(text, from);
}

size_t Search::rfind(std::string_view text, size_t end) {
    if (needle_.size() == 1) return rfind_byte(text, end);
    text = text.substr(0, end);
    if (text.size() < needle_.size()) return npos;
    if (factorised_ != Factorised::Backwards) {
        size_t spent = 0;
        size_t at = text.size();
        size_t first = needle_.size() - 1;  // where the first match could end
        while (spent <= free_comparisons + (text.size() - at)) {
            const void* last = at <= first ? nullptr : memrchr(text.data() + first, needle_.back(), at - first);
            if (!last) {
                looked_at(text.size());
                return npos;
            }
            at = static_cast<size_t>(static_cast<const char*>(last) - text.data());
            size_t start = at - first;
            spent += 4;
            if (text[start] != needle_[0]) continue;
            if (memcmp(text.data() + start, needle_.data(), first) == 0) {
                looked_at(text.size() - start);
                return stopped_ ? npos : start;
            }
            spent += needle_.size() / 8;
        }
        factorise<Backwards>();
    }
    size_t found = two_way<Backwards>(text, 0);
    return found == npos ? npos : text.size() - found - needle_.size();
}

uint64_t Search::count(std::string_view text) {
    uint64_t matches = 0;
    if (needle_.size() == 1) {
        for (size_t from = 0; from < text.size(); from += poll_chunk) {
            const std::string_view chunk = text.substr(from, poll_chunk);
            matches += count_byte(chunk, needle_[0]);
            looked_at(chunk.size());
            if (stopped_) break;
        }
        return matches;
    }
    for (size_t at = find(text, 0); at != npos; at = find(text, at + needle_.size())) {
        matches++;
        // Matches in a row are steps of their own: short finds poll nothing.
        if (matches % poll_chunk == 0 && stop(poll_chunk)) break;
    }
    return matches;
}

size_t Search::find_byte(std::string_view text, size_t from) {
    while (from < text.size()) {
        size_t size = std::min(text.size() - from, poll_chunk);
        const void* found = memchr(text.data() + from, needle_[0], size);
        const size_t at = found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : from + size;
        looked_at(at - from);
        if (stopped_) return npos;
        if (found) return at;
        from = at;
    }
    return npos;
}

size_t Search::rfind_byte(std::string_view text, size_t end) {
    while (end > 0) {
        size_t size = std::min(end, poll_chunk);
        const void* found = memrchr(text.data() + end - size, needle_[0], size);
        const size_t at = found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : end - size;
        looked_at(end - at);
        if (stopped_) return npos;
        if (found) return at;
        end = at;
    }
    return npos;
}

// Looks for matches that start at `from` or behind and end at or before `limit`. When it gives up because candidates
// have become too dear, the caller starts the two-way search from `from` again.
size_t Search::filter(std::string_view text, size_t from, size_t limit) {
    const char* data = text.data();
    size_t last = needle_.size() - 1;
    size_t starts = limit - last;  // one behind the last possible start
    size_t at = from;
    auto matches = [&](size_t start) {
        spent_ += needle_.size() / 8 + 1;
        return memcmp(data + start + 1, needle_.data() + 1, last) == 0;
    };
    const OneByte is_first(needle_[0]);
    const OneByte is_last(needle_[last]);
    for (; at + 16 <= starts; at += 16) {
        ByteVector heads;
        ByteVector tails;
        memcpy(&heads, data + at, 16);
        memcpy(&tails, data + at + last, 16);
        uint64_t candidates = lane_bits(is_first(heads) & is_last(tails));
        while (candidates) {
            size_t start = at + static_cast<size_t>(std::countr_zero(candidates));
            if (matches(start)) {
                earned_ += start - from;
                return start;
            }
            candidates &= candidates - 1;
        }
        if (spent_ > earned_ + (at - from) + free_comparisons) return npos;
    }
    while (at < starts) {
        const void* head = memchr(data + at, needle_[0], starts - at);
        if (!head) break;
        size_t start = static_cast<size_t>(static_cast<const char*>(head) - data);
        if (data[start + last] == needle_[last] && matches(start)) {
            earned_ += start - from;
            return start;
        }
        at = start + 1;
        if (spent_ > earned_ + (at - from) + free_comparisons) return npos;
    }
    earned_ += starts - from;
    return npos;
}

// Start of the maximal suffix under one order of the bytes, and its period.
template <class Order>
size_t Search::maximal_suffix(Alphabet alphabet, size_t& period) {
    size_t suffix = 0;
    size_t candidate = 1;
    size_t offset = 0;
    period = 1;
    for (size_t work = 1; candidate + offset < needle_.size(); work++) {
        if (work % poll_chunk == 0 && stop(poll_chunk)) break;
        unsigned char a = Order::at(needle_, candidate + offset);
        unsigned char b = Order::at(needle_, suffix + offset);
        if (a == b) {
            if (offset + 1 == period) {
                candidate += period;
                offset = 0;
            } else {
                offset++;
            }
        } else if ((a < b) == (alphabet == Alphabet::Usual)) {
            candidate += offset + 1;
            offset = 0;
            period = candidate - suffix;
        } else {
            suffix = candidate++;
            offset = 0;
            period = 1;
        }
    }
    return suffix;
}

template <class Order>
void Search::factorise() {
    size_t usual_period;
    size_t inverted_period;
    size_t usual = maximal_suffix<Order>(Alphabet::Usual, usual_period);
    size_t inverted = maximal_suffix<Order>(Alphabet::Inverted, inverted_period);
    critical_ = std::max(usual, inverted);
    period_ = usual >= inverted ? usual_period : inverted_period;
    periodic_ = critical_ + period_ <= needle_.size();
    for (size_t i = 0; periodic_ && i < critical_; i++)
        periodic_ = Order::at(needle_, i) == Order::at(needle_, i + period_);
    if (!periodic_) period_ = std::max(critical_, needle_.size() - critical_) + 1;
    factorised_ = Order::mark;
    looked_at(needle_.size() * 4);
}

// Crochemore and Perrin, "Two-way string-matching", 1991: the right part of the critical factorisation is compared
// first, a mismatch in it shifts past it, one in the left part by the period.
template <class Order>
size_t Search::two_way(std::string_view text, size_t from) {
    size_t size = needle_.size();
    size_t remembered = 0;  // bytes of the needle known to match, when it is periodic
    size_t at = from;
    size_t polled = at;
    while (!stopped_ && text.size() >= size && at <= text.size() - size) {
        size_t i = std::max(critical_, remembered);
        while (i < size && Order::at(needle_, i) == Order::at(text, at + i)) i++;
        if (i < size) {
            at += i - critical_ + 1;
            remembered = 0;
        } else {
            size_t left = critical_;
            while (left > remembered && Order::at(needle_, left - 1) == Order::at(text, at + left - 1)) left--;
            if (left <= remembered) {
                looked_at((at - polled) * 4 + size);
                return stopped_ ? npos : at;
            }
            at += period_;
            remembered = periodic_ ? size - period_ : 0;
        }
        if (at - polled >= poll_piece) {
            looked_at((at - polled) * 4);
            polled = at;
        }
    }
    return npos;
}

}  // namespace exmonty
