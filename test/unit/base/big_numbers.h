#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vm/base/bigint.h"

// Ints for tests, written as hexadecimal text.
struct Big {
    std::vector<exmonty::limbs::Limb> limbs;
    bool negative = false;

    Big() = default;
    explicit Big(std::string_view text) {
        negative = text.starts_with("-");
        if (negative) text.remove_prefix(1);
        for (size_t end = text.size(); end != 0;) {
            const size_t start = end > 16 ? end - 16 : 0;
            limbs.push_back(std::stoull(std::string(text.substr(start, end - start)), nullptr, 16));
            end = start;
        }
        while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
        limbs.shrink_to_fit();  // So that the sanitizer sees a read beyond the end.
    }

    operator exmonty::bigint::View() const { return {limbs.data(), limbs.size(), negative}; }
};

inline std::string hex(exmonty::bigint::View number) {
    if (number.size == 0) return "0";
    char digits[32];
    std::string text = number.negative ? "-" : "";
    for (size_t i = number.size; i-- != 0;) {
        snprintf(digits, sizeof digits, i + 1 == number.size ? "%llx" : "%016llx",
                 static_cast<unsigned long long>(number.limbs[i]));
        text += digits;
    }
    return text;
}

// Memory of exactly the size that was promised to be enough.
struct Result {
    explicit Result(size_t count) : memory(new exmonty::limbs::Limb[count]) { number.limbs = memory.get(); }

    std::unique_ptr<exmonty::limbs::Limb[]> memory;
    exmonty::bigint::Number number;
};

// Working memory from the test's heap, counted; refuses when `blocks_left` is used up.
struct CountedScratch {
    size_t blocks = 0;
    size_t blocks_left = static_cast<size_t>(-1);

    exmonty::Scratch scratch() {
        const auto take = [](void* ctx, size_t bytes) -> void* {
            auto& self = *static_cast<CountedScratch*>(ctx);
            if (self.blocks_left == 0) return nullptr;
            --self.blocks_left;
            ++self.blocks;
            return new char[bytes];
        };
        const auto give = [](void* ctx, void* block, size_t) {
            --static_cast<CountedScratch*>(ctx)->blocks;
            delete[] static_cast<char*>(block);
        };
        return {take, give, this};
    }
};

// Counts polls and stops at the given one.
struct CountedPoll {
    size_t polls = 0;
    size_t stop_at = static_cast<size_t>(-1);

    exmonty::Poll poll() {
        return {[](void* ctx) {
                    auto& self = *static_cast<CountedPoll*>(ctx);
                    return ++self.polls >= self.stop_at;
                },
                this};
    }
};

// Structured numbers: runs of ones and zeros find carries that random bits do not.
class NumberSource {
  public:
    explicit NumberSource(uint64_t seed) : state_(seed) {}

    uint64_t word() {
        state_ += 0x9E3779B97F4A7C15u;
        uint64_t word = state_;
        word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9u;
        word = (word ^ word >> 27) * 0x94D049BB133111EBu;
        return word ^ word >> 31;
    }

    // Exactly `count` limbs.
    std::vector<exmonty::limbs::Limb> limbs(size_t count) {
        std::vector<exmonty::limbs::Limb> result(count);
        const uint64_t kind = word() % 4;
        for (exmonty::limbs::Limb& limb : result) {
            const uint64_t dice = word() % 4;
            limb = kind == 0 ? ~uint64_t{0} : kind == 1 ? (dice == 0 ? 0 : dice == 1 ? ~uint64_t{0} : word()) : word();
        }
        if (count != 0 && result.back() == 0) result.back() = 1;
        return result;
    }

  private:
    uint64_t state_;
};
