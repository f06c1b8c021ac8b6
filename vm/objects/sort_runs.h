// RunSort: CPython's list sort (Objects/listsort.txt) for comparisons that need no Python code: natural runs, extended
// by binary insertion, merged in powersort's order with galloping. It makes the same comparisons in the same order, so
// that also what has no order (NaN) ends where CPython leaves it.
//
// `less(a, b)` never fails: once it cannot go on it remembers that and says false, and the sort ends quickly. Whatever
// it says, the elements stay a permutation of what they were.
#pragma once

#include "vm/objects/sort.h"

#include <algorithm>
#include <cstring>

namespace exmonty {

template <class Element, class Less>
class RunSort {
  public:
    // `spare` has room for half of the elements.
    RunSort(Element* elements, int64_t size, Element* spare, Less& less)
        : elements_(elements), size_(size), spare_(spare), less_(less) {}

    void sort() {
        if (size_ < 2) return;
        const int64_t shortest = minimal_run(static_cast<uint32_t>(size_));
        for (int64_t start = 0; start < size_;) {
            int64_t length = count_run(elements_ + start, size_ - start);
            if (length < shortest) {
                const int64_t forced = std::min(shortest, size_ - start);
                insert(elements_ + start, forced, length);
                length = forced;
            }
            found_run(start, length);
            start += length;
        }
        collapse();
    }

  private:
    static constexpr int64_t first_gallop = 7;
    struct Run {
        int64_t start;
        int64_t length;
        uint32_t power;
    };

    static void move(Element* to, const Element* from, int64_t count) {
        memmove(static_cast<void*>(to), from, static_cast<size_t>(count) * sizeof(Element));
    }

    // The length of the run at the start; a descending one is turned round. Equal elements in it keep their order.
    int64_t count_run(Element* run, int64_t left) {
        int64_t n = 1;
        while (n < left && !less_(run[n], run[n - 1])) n++;
        if (n == left) return n;
        if (n > 1) {
            if (less_(run[0], run[n - 1])) return n;
            // All equal so far, and the next one is smaller: they are the first part of a descending run.
            std::reverse(run, run + n);
        }
        n++;
        int64_t equal = 0;
        const auto reverse_equal = [&] {
            if (equal) std::reverse(run + n - equal - 1, run + n);
            equal = 0;
        };
        for (; n < left; n++) {
            if (less_(run[n], run[n - 1])) reverse_equal();
            else if (less_(run[n - 1], run[n])) break;
            else equal++;
        }
        reverse_equal();
        std::reverse(run, run + n);
        while (n < left && !less_(run[n], run[n - 1])) n++;
        return n;
    }

    // Sorts the first `size` elements, of which `sorted` are.
    void insert(Element* run, int64_t size, int64_t sorted) {
        for (; sorted < size; sorted++) {
            const Element pivot = run[sorted];
            int64_t low = 0;
            int64_t high = sorted;
            while (low < high) {
                const int64_t middle = (low + high) >> 1;
                if (less_(pivot, run[middle])) high = middle;
                else low = middle + 1;
            }
            move(run + low + 1, run + low, sorted - low);
            run[low] = pivot;
        }
    }

    void found_run(int64_t start, int64_t length) {
        if (pending_count_ > 0) {
            const Run& last = pending_[pending_count_ - 1];
            const uint32_t power = boundary_power(static_cast<uint64_t>(last.start), static_cast<uint64_t>(last.length),
                                                  static_cast<uint64_t>(length), static_cast<uint64_t>(size_));
            while (pending_count_ > 1 && pending_[pending_count_ - 2].power > power) merge_at(pending_count_ - 2);
            pending_[pending_count_ - 1].power = power;
        }
        pending_[pending_count_++] = {start, length, 0};
    }

    void collapse() {
        while (pending_count_ > 1) {
            uint32_t number = pending_count_ - 2;
            if (number > 0 && pending_[number - 1].length < pending_[number + 1].length) number--;
            merge_at(number);
        }
    }

    void merge_at(uint32_t number) {
        Element* a = elements_ + pending_[number].start;
        int64_t a_length = pending_[number].length;
        Element* b = elements_ + pending_[number + 1].start;
        int64_t b_length = pending_[number + 1].length;
        pending_[number].length += b_length;
        if (number + 3 == pending_count_) pending_[number + 1] = pending_[number + 2];
        pending_count_--;
        const int64_t in_place = gallop_right(b[0], a, a_length, 0);
        a += in_place;
        a_length -= in_place;
        if (a_length == 0) return;
        b_length = gallop_left(a[a_length - 1], b, b_length, b_length - 1);
        if (b_length == 0) return;
        if (a_length <= b_length) merge_low(a, a_length, b, b_length);
        else merge_high(a, a_length, b, b_length);
    }

    // Where `key` belongs in the sorted run, left of what is equal to it; the search starts at `hint`.
    int64_t gallop_left(const Element& key, const Element* run, int64_t length, int64_t hint) {
        int64_t last = 0;
        int64_t offset = 1;
        if (less_(run[hint], key)) {
            const int64_t limit = length - hint;
            while (offset < limit && less_(run[hint + offset], key)) {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, limit);
            last += hint;
            offset += hint;
        } else {
            const int64_t limit = hint + 1;
            while (offset < limit && !less_(run[hint - offset], key)) {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, limit);
            const int64_t nearest = last;
            last = hint - offset;
            offset = hint - nearest;
        }
        last++;
        while (last < offset) {
            const int64_t middle = last + ((offset - last) >> 1);
            if (less_(run[middle], key)) last = middle + 1;
            else offset = middle;
        }
        return offset;
    }

    // The same, right of what is equal to it.
    int64_t gallop_right(const Element& key, const Element* run, int64_t length, int64_t hint) {
        int64_t last = 0;
        int64_t offset = 1;
        if (less_(key, run[hint])) {
            const int64_t limit = hint + 1;
            while (offset < limit && less_(key, run[hint - offset])) {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, limit);
            const int64_t nearest = last;
            last = hint - offset;
            offset = hint - nearest;
        } else {
            const int64_t limit = length - hint;
            while (offset < limit && !less_(key, run[hint + offset])) {
                last = offset;
                offset = (offset << 1) + 1;
            }
            offset = std::min(offset, limit);
            last += hint;
            offset += hint;
        }
        last++;
        while (last < offset) {
            const int64_t middle = last + ((offset - last) >> 1);
            if (less_(key, run[middle])) offset = middle;
            else last = middle + 1;
        }
        return offset;
    }

    // Merges two adjacent runs, the first of which is not longer and goes to the spare memory; b[0] < a[0], and
    // a[last] is greater than all of b.
    void merge_low(Element* a, int64_t a_length, Element* b, int64_t b_length) {
        Element* to = a;
        move(spare_, a, a_length);
        a = spare_;
        *to++ = *b++;
        b_length--;
        while (b_length > 0 && a_length > 1) {
            int64_t a_wins = 0;
            int64_t b_wins = 0;
            while (b_length > 0 && a_length > 1 && a_wins < gallop_after_ && b_wins < gallop_after_) {
                if (less_(*b, *a)) {
                    *to++ = *b++;
                    b_length--;
                    b_wins++;
                    a_wins = 0;
                } else {
                    *to++ = *a++;
                    a_length--;
                    a_wins++;
                    b_wins = 0;
                }
            }
            if (b_length == 0 || a_length <= 1) break;
            gallop_after_++;
            do {
                gallop_after_ -= gallop_after_ > 1;
                a_wins = gallop_right(*b, a, a_length, 0);
                move(to, a, a_wins);
                to += a_wins;
                a += a_wins;
                a_length -= a_wins;
                if (a_length <= 1) break;
                *to++ = *b++;
                if (--b_length == 0) break;
                b_wins = gallop_left(*a, b, b_length, 0);
                move(to, b, b_wins);
                to += b_wins;
                b += b_wins;
                b_length -= b_wins;
                if (b_length == 0) break;
                *to++ = *a++;
                if (--a_length == 1) break;
            } while (a_wins >= first_gallop || b_wins >= first_gallop);
            if (b_length == 0 || a_length <= 1) break;
            gallop_after_++;
        }
        if (a_length == 1 && b_length > 0) {
            // What is left of b comes before the last of a.
            move(to, b, b_length);
            to[b_length] = *a;
        } else {
            move(to, a, a_length);
        }
    }

    // The same from the right, where the second run is the shorter one.
    void merge_high(Element* a, int64_t a_length, Element* b, int64_t b_length) {
        Element* to = b + b_length - 1;
        Element* const a_start = a;
        move(spare_, b, b_length);
        b = spare_ + b_length - 1;
        a += a_length - 1;
        *to-- = *a--;
        a_length--;
        while (a_length > 0 && b_length > 1) {
            int64_t a_wins = 0;
            int64_t b_wins = 0;
            while (a_length > 0 && b_length > 1 && a_wins < gallop_after_ && b_wins < gallop_after_) {
                if (less_(*b, *a)) {
                    *to-- = *a--;
                    a_length--;
                    a_wins++;
                    b_wins = 0;
                } else {
                    *to-- = *b--;
                    b_length--;
                    b_wins++;
                    a_wins = 0;
                }
            }
            if (a_length == 0 || b_length <= 1) break;
            gallop_after_++;
            do {
                gallop_after_ -= gallop_after_ > 1;
                a_wins = a_length - gallop_right(*b, a_start, a_length, a_length - 1);
                to -= a_wins;
                a -= a_wins;
                move(to + 1, a + 1, a_wins);
                a_length -= a_wins;
                if (a_length == 0) break;
                *to-- = *b--;
                if (--b_length == 1) break;
                b_wins = b_length - gallop_left(*a, spare_, b_length, b_length - 1);
                to -= b_wins;
                b -= b_wins;
                move(to + 1, b + 1, b_wins);
                b_length -= b_wins;
                if (b_length <= 1) break;
                *to-- = *a--;
                if (--a_length == 0) break;
            } while (a_wins >= first_gallop || b_wins >= first_gallop);
            if (a_length == 0 || b_length <= 1) break;
            gallop_after_++;
        }
        if (b_length == 1 && a_length > 0) {
            // What is left of a comes behind the first of b.
            to -= a_length;
            a -= a_length;
            move(to + 1, a + 1, a_length);
            *to = *b;
        } else {
            move(to - (b_length - 1), spare_, b_length);
        }
    }

    Element* elements_;
    int64_t size_;
    Element* spare_;
    Less& less_;
    int64_t gallop_after_ = first_gallop;
    // Powers grow from the bottom up and are at most 32 for a list of 2^31 items.
    static constexpr uint32_t pending_limit = 40;
    Run pending_[pending_limit];
    uint32_t pending_count_ = 0;
};

}  // namespace exmonty
