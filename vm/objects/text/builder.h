// A text of unknown size that is written piece by piece, then becomes a str or a bytes.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/objects/run.h"

namespace exmonty {

// Small texts stay in the object, larger ones are in a block of the heap, which the str takes over. A refusal of memory
// fails the sink and is reported by `str` and `bytes`.
struct TextBuilder : TextSink {
    explicit TextBuilder(Run& run);
    ~TextBuilder();
    TextBuilder(const TextBuilder&) = delete;
    TextBuilder& operator=(const TextBuilder&) = delete;

    // The text as a new str or bytes; COLLECT or RAISED when memory was refused. The builder is spent.
    Value str();
    Value str(uint32_t length);
    Value bytes();

  private:
    static bool grow(TextSink& sink, size_t capacity);

    Run& run_;
    char small_[512];
};

}  // namespace exmonty
