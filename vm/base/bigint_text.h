#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vm/base/bigint.h"
#include "vm/base/text_sink.h"

// Ints as text in the bases 2 to 36. Bases that are powers of two take linear time, the others are subquadratic: a
// number is split in the middle by a power of the base, or put together from two halves. Long ones poll.

namespace exmonty::bigint {

enum class LetterCase : uint8_t { lower, upper };

// An upper bound of the digits of a number, without sign.
size_t digits_bound(View a, unsigned base);

// Minus sign and digits, without prefix. `no_memory` also when the sink has refused.
[[nodiscard]] Status write(TextSink& sink, View a, unsigned base, LetterCase letters, const Work& work);

// The digits of a magnitude in memory of their own, for who must know their number before they are printed.
class DigitText {
  public:
    DigitText(View magnitude, unsigned base, LetterCase letters, const Work& work);
    ~DigitText();
    DigitText(const DigitText&) = delete;
    DigitText& operator=(const DigitText&) = delete;

    Status status() const { return status_; }
    std::string_view view() const { return text_.view(); }

  private:
    Scratch scratch_;
    TextSink text_;
    char* block_ = nullptr;
    Status status_;
    char word_[limb_bits];
};

// A text that was found to be an integer as https://docs.python.org/3/library/functions.html#int takes it: white space
// and decimal digits of any script, prefix, underscores between digits. How many digits there are is known before
// anything is computed.
struct IntText {
    bool valid = false;
    bool negative = false;
    unsigned base = 10;
    std::string_view digits;  // From the first digit to the last, with underscores; any script.
    size_t digit_count = 0;
};

// `base` is 0 (the prefix decides) or 2 to 36.
IntText scan(std::string_view text, unsigned base);
// Likewise for bytes, which know ASCII only.
IntText scan_ascii(std::string_view bytes, unsigned base);

// The ordinary case: at most 18 decimal digits, or as many as fit 62 bits.
bool read_word(const IntText& text, int64_t& value);

size_t read_limbs(const IntText& text);
[[nodiscard]] Status read(Number& result, const IntText& text, const Work& work);

}  // namespace exmonty::bigint
