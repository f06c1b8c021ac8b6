// repr() of objects that show a few values in a text of their own: itertools.count, functools.partial.
//
//     ReprPieces pieces(run, self);
//     pieces.text("count(");
//     pieces.value(start);
//     pieces.text(")");
//     return pieces.repr();
//
// An object that is inside itself shows as `...`.
#pragma once

#include "vm/objects/run.h"

namespace exmonty {

struct List;

class ReprPieces {
  public:
    ReprPieces(Run& run, Value self);
    void text(std::string_view text);
    // The name of self's class: "count", or that of a subclass whose instance is shown; with its module or without.
    void class_name();
    void qualified_name();
    // The value's own repr.
    void value(Value value);
    // The text, or what a native returns.
    Value repr();

  private:
    void add(Value piece, Value marked);

    Run& run_;
    Value self_;
    Value shown_;
    List* pieces_;
    bool failed_ = false;
};

}  // namespace exmonty
