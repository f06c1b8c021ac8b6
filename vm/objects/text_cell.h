// A text that is written piece by piece in a step: its bytes lie in a StrBuffer cell between two turns.
#pragma once

#include "vm/base/text_sink.h"
#include "vm/objects/run.h"

namespace exmonty {

// A buffer with these bytes, and room for more or for so many; nullptr when refused.
StrBuffer* new_text_cell(Heap& heap, std::string_view bytes);
StrBuffer* new_text_cell(Heap& heap, std::string_view bytes, size_t capacity);
// The str that shows bytes [offset, offset + size) of a buffer, which are `length` code points.
Str* new_view(Heap& heap, StrBuffer* buffer, uint32_t offset, uint32_t size, uint32_t length);

// Writes to the end of the cell's text. The cell sees what was written when the sink is closed or destroyed.
struct CellText : TextSink {
    CellText(Run& run, StrBuffer* cell);
    ~CellText() { close(); }
    CellText(const CellText&) = delete;
    CellText& operator=(const CellText&) = delete;

    // Takes back what was written since `mark`, also after a refusal.
    void back_to(size_t mark) {
        size = mark;
        failed = false;
    }
    void close();
    // The whole text as a str, which takes the bytes over; the cell is empty then.
    Value str();

  private:
    static bool grow(TextSink& sink, size_t capacity);

    Run& run_;
    StrBuffer* cell_;
};

}  // namespace exmonty
