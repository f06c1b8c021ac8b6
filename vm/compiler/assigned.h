// Which locals are certainly bound at a place in the code: a set of registers.
#pragma once

#include <cstdint>

namespace exmonty {

struct Assigned {
    uint64_t words[4] = {};

    bool has(uint32_t reg) const { return (words[reg >> 6 & 3] >> (reg & 63) & 1) != 0; }
    void add(uint32_t reg) { words[reg >> 6 & 3] |= uint64_t{1} << (reg & 63); }
    void remove(uint32_t reg) { words[reg >> 6 & 3] &= ~(uint64_t{1} << (reg & 63)); }
    void intersect(const Assigned& other) {
        for (int i = 0; i < 4; i++) words[i] &= other.words[i];
    }
    void unite(const Assigned& other) {
        for (int i = 0; i < 4; i++) words[i] |= other.words[i];
    }
    void subtract(const Assigned& other) {
        for (int i = 0; i < 4; i++) words[i] &= ~other.words[i];
    }
};

}  // namespace exmonty
