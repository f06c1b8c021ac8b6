#include "vm/objects/text/replace.h"

#include "vm/base/utf8.h"
#include "vm/objects/text/byte_mask.h"

#include <algorithm>
#include <cstring>

namespace exmonty {

Replacement::Replacement(Budget& budget, std::string_view text, std::string_view from, std::string_view to, int64_t limit,
                         TextUnit unit)
    : budget_(budget),
      text_(text),
      from_(from),
      to_(to),
      limit_(limit < 0 ? UINT64_MAX : static_cast<uint64_t>(limit)),
      unit_(unit),
      search_(budget, from) {}

// An empty text matches in front of every character and at the end.
uint64_t Replacement::count_gaps() const {
    uint64_t units = unit_ == TextUnit::Byte ? text_.size() : utf8::count_code_points(text_);
    return std::min(limit_, units + 1);
}

uint64_t Replacement::count_matches() {
    if (from_.empty()) return matches_ = count_gaps();
    if (limit_ == 0 || text_.size() < from_.size()) return 0;
    if (from_.size() == 1 && (to_.size() == 1 || text_.size() > poll_chunk)) {
        // One byte is counted faster than its places are noted, and replaced faster too.
        return matches_ = std::min(limit_, search_.count(text_));
    }
    for (size_t at = search_.find(text_, 0); at != Search::npos; at = search_.find(text_, at + from_.size())) {
        if (search_.stopped()) return matches_ = 0;
        if (noted_ < kept_places) places_[noted_++] = at;
        if (++matches_ == limit_) break;
        if (matches_ % poll_chunk == 0 && budget_.poll(poll_chunk >> 6)) return matches_ = 0;
    }
    return matches_;
}

bool Replacement::write(char* out) {
    if (from_.empty()) return write_gaps(out);
    if (from_.size() == 1 && to_.size() == 1) return write_bytes(out);
    size_t at = 0;
    for (uint64_t i = 0; i < matches_; i++) {
        size_t found = i < noted_ ? places_[i] : search_.find(text_, at);
        if (search_.stopped()) return false;
        memcpy(out, text_.data() + at, found - at);
        out += found - at;
        memcpy(out, to_.data(), to_.size());
        out += to_.size();
        at = found + from_.size();
        if (i % poll_chunk == poll_chunk - 1 && budget_.poll(poll_chunk >> 6)) return false;
    }
    memcpy(out, text_.data() + at, text_.size() - at);
    return true;
}

bool Replacement::write_gaps(char* out) {
    size_t at = 0;
    for (uint64_t i = 0; i < matches_; i++) {
        memcpy(out, to_.data(), to_.size());
        out += to_.size();
        if (at < text_.size()) {
            size_t size = unit_ == TextUnit::Byte ? 1 : utf8::sequence_length(text_[at]);
            memcpy(out, text_.data() + at, size);
            out += size;
            at += size;
        }
        if (i % poll_chunk == poll_chunk - 1 && budget_.poll(poll_chunk >> 6)) return false;
    }
    memcpy(out, text_.data() + at, text_.size() - at);
    return true;
}

// One byte for another: a copy, then either every one of them in a loop without branches, or place by place.
bool Replacement::write_bytes(char* out) {
    char from = from_[0];
    char to = to_[0];
    if (matches_ < text_.size() / 64 || matches_ == limit_) {
        memcpy(out, text_.data(), text_.size());
        size_t at = 0;
        for (uint64_t i = 0; i < matches_; i++, at++) {
            at = search_.find(text_, at);
            if (search_.stopped()) return false;
            out[at] = to;
        }
        return true;
    }
    OneByte is_wanted(from);
    ByteVector to_bytes = ByteVector{} + static_cast<int8_t>(to);
    size_t at = 0;
    for (; text_.size() - at >= 16; at += 16) {
        ByteVector bytes;
        memcpy(&bytes, text_.data() + at, 16);
        ByteVector hits = is_wanted(bytes);
        bytes = (bytes & ~hits) | (to_bytes & hits);
        memcpy(out + at, &bytes, 16);
    }
    for (; at < text_.size(); at++) out[at] = text_[at] == from ? to : text_[at];
    return !budget_.poll(scan_steps(text_.size()));
}

}  // namespace exmonty
