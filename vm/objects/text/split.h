// Splitting, for str and bytes: the algorithms find the pieces, `Pieces` makes them.
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/list.h"
#include "vm/objects/text/byte_mask.h"
#include "vm/objects/text/search.h"

#include <algorithm>

namespace exmonty {

// The list of pieces while it is made. `make(from, size)` gives the piece's cell, or nullptr when memory is refused.
// A failed list stops taking pieces; `result` says why.
template <class Make>
class Pieces {
  public:
    Pieces(Run& run, Make make) : run_(run), make_(make), list_(new_list(run.heap)) {}

    // Makes room for so many pieces. A list that grows by itself copies its items several times.
    bool expect(uint64_t count) { return reserve(run_.heap, list_, count) || fail(run_.refused()); }
    bool add(size_t from, size_t size) {
        const Cell* piece = make_(from, size);
        if (!piece || !append(run_.heap, list_, Value::cell(piece))) return fail(run_.refused());
        if (++since_poll_ == pieces_between_polls) {
            since_poll_ = 0;
            if (run_.budget.poll(pieces_between_polls)) return fail(RAISED);
            // Cells overdraw the budget; the list is given up before they overdraw it by much.
            if (!run_.heap.reserve(0)) return fail(run_.refused());
        }
        return true;
    }
    bool stopped() { return fail(RAISED); }
    // The scan has come to this place. False: the run must stop.
    bool scanned_to(size_t at) {
        const size_t scanned = at > scanned_ ? at - scanned_ : scanned_ - at;
        if (scanned < scan_piece) return true;
        scanned_ = at;
        return poll_scan(run_.budget, scanned) ? stopped() : true;
    }
    // From here on the scan goes.
    void scan_from(size_t at) { scanned_ = at; }
    void reverse() {
        for (uint32_t i = 0, j = list_->size; i + 1 < j; i++) std::swap(list_->items[i], list_->items[--j]);
    }
    Value result() const { return failure_ == NONE ? Value::cell(list_) : failure_; }
    Budget& budget() { return run_.budget; }

  private:
    static constexpr uint32_t pieces_between_polls = 128;
    bool fail(Value why) {
        failure_ = why;
        return false;
    }

    Run& run_;
    Make make_;
    List* list_;
    static constexpr size_t scan_piece = 4096;
    uint32_t since_poll_ = 0;
    size_t scanned_ = 0;
    Value failure_ = NONE;
};

// From this size on it pays to count the pieces first.
constexpr size_t counted_size = 2048;

template <class Class>
uint64_t count_members(std::string_view text, const Class& is_member) {
    uint64_t count = 0;
    for (size_t block = 0; block < text.size(); block += 64)
        count += static_cast<uint64_t>(std::popcount(mask_at(text, block, is_member)));
    return count;
}

// Words are where a space is followed by none.
template <class Space>
uint64_t count_words(std::string_view text, const Space& is_space) {
    uint64_t count = 0;
    uint64_t space_before = 1;
    for (size_t block = 0; block < text.size(); block += 64) {
        uint64_t spaces = mask_at(text, block, is_space);
        uint64_t letters = ~spaces;
        if (text.size() - block < 64) letters &= (uint64_t{1} << (text.size() - block)) - 1;
        count += static_cast<uint64_t>(std::popcount(letters & (spaces << 1 | space_before)));
        space_before = spaces >> 63;
    }
    return count;
}

// At a separator. At most `limit` splits.
template <class Pieces>
void split_at(Pieces& pieces, std::string_view text, std::string_view separator, uint64_t limit) {
    size_t from = 0;
    if (separator.size() == 1) {
        // Who wants a few pieces only does not want all of the text looked at.
        if (limit == UINT64_MAX && text.size() >= counted_size) {
            Search all(pieces.budget(), separator);
            const uint64_t count = all.count(text);
            if (all.stopped() ? !pieces.stopped() : !pieces.expect(count + 1)) return;
        }
        MemberScan scan(text, OneByte(separator[0]));
        for (size_t at = limit ? scan.next() : Search::npos; at != Search::npos; at = limit ? scan.next() : Search::npos) {
            if (!pieces.scanned_to(at) || !pieces.add(from, at - from)) return;
            from = at + 1;
            limit--;
        }
    } else {
        Search search(pieces.budget(), separator);
        while (limit > 0) {
            size_t at = search.find(text, from);
            if (search.stopped()) {
                pieces.stopped();
                return;
            }
            if (at == Search::npos) break;
            if (!pieces.add(from, at - from)) return;
            from = at + separator.size();
            limit--;
        }
    }
    // Without a limit the scan has come to the end.
    if (limit == 0 || pieces.scanned_to(text.size())) pieces.add(from, text.size() - from);
}

template <class Pieces>
void split_at_from_right(Pieces& pieces, std::string_view text, std::string_view separator, uint64_t limit) {
    size_t end = text.size();
    Search search(pieces.budget(), separator);
    while (limit-- > 0) {
        size_t at = search.rfind(text, end);
        if (search.stopped()) {
            pieces.stopped();
            return;
        }
        if (at == Search::npos) break;
        if (!pieces.add(at + separator.size(), end - at - separator.size())) return;
        end = at;
    }
    if (pieces.add(0, end)) pieces.reverse();
}

// At runs of white space, where each space is one byte. What is left after `limit` splits keeps the spaces at its end.
template <class Pieces, class Space>
void split_at_spaces(Pieces& pieces, std::string_view text, const Space& is_space, uint64_t limit) {
    if (limit == UINT64_MAX && text.size() >= counted_size && !pieces.expect(count_words(text, is_space) + 1)) return;
    size_t word = Search::npos;  // where the current one starts; npos: between two words
    for (size_t block = 0; block < text.size(); block += 64) {
        uint64_t spaces = mask_at(text, block, is_space);
        uint64_t bits = word == Search::npos ? ~spaces : spaces;  // what ends the current run
        if (text.size() - block < 64) bits &= (uint64_t{1} << (text.size() - block)) - 1;
        while (bits) {
            uint32_t bit = static_cast<uint32_t>(std::countr_zero(bits));
            uint64_t ahead = bit == 63 ? 0 : ~uint64_t{0} << (bit + 1);
            if (word == Search::npos) {
                word = block + bit;
                if (limit == 0) {
                    pieces.add(word, text.size() - word);
                    return;
                }
                bits = spaces & ahead;
            } else {
                if (!pieces.add(word, block + bit - word)) return;
                limit--;
                word = Search::npos;
                bits = ~spaces & ahead;
                if (text.size() - block < 64) bits &= (uint64_t{1} << (text.size() - block)) - 1;
            }
        }
        if (!pieces.scanned_to(block + 64)) return;
    }
    if (word != Search::npos) pieces.add(word, text.size() - word);
}

// At line ends of one byte, where CR LF counts as one. `keep` of its bytes stay with the line.
enum class LineEnds : uint8_t { Dropped, Kept };

template <class Pieces, class LineEnd>
void split_lines(Pieces& pieces, std::string_view text, const LineEnd& is_line_end, LineEnds ends) {
    if (text.size() >= counted_size && !pieces.expect(count_members(text, is_line_end) + 1)) return;
    MemberScan scan(text, is_line_end);
    size_t from = 0;
    for (size_t at = scan.next(); at != Search::npos; at = scan.next()) {
        if (!pieces.scanned_to(at)) return;
        if (at < from) continue;  // the LF of a CR LF
        size_t behind = at + 1;
        if (text[at] == '\r' && behind < text.size() && text[behind] == '\n') behind++;
        if (!pieces.add(from, (ends == LineEnds::Kept ? behind : at) - from)) return;
        from = behind;
    }
    if (pieces.scanned_to(text.size()) && from < text.size()) pieces.add(from, text.size() - from);
}

}  // namespace exmonty
