// Exceptions and tracebacks.
#pragma once

#include "vm/heap/cell.h"
#include "vm/objects/instance.h"

#include <span>

namespace exmonty {

struct CodeTemplate;
struct Run;
struct Tuple;

// One record of a traceback, from the outermost frame inwards: where `code` stood.
struct Traceback : Cell {
    static constexpr Kind cell_kind = Kind::Traceback;
    CodeTemplate* code;
    uint32_t pc;  // word index of the instruction
    Traceback* next;
};

// An instance of BaseException or of a subclass, Python's own or the library's. Attributes are kept as an Instance
// keeps them (inline capacity 0); for builtin classes the shape is made when the first attribute is set.
struct Exception : Cell {
    static constexpr Kind cell_kind = Kind::Exception;
    static constexpr uint8_t suppress_context = 1;
    static constexpr uint8_t owns_block = 2;  // `overflow` is a block
    const Class* type;
    Shape* shape;  // nullptr: no attributes
    union {
        Value* overflow;
        Dict* dict;
    };
    Value args;  // a tuple
    Value cause;
    Value context;
    Traceback* traceback;
    // What the class keeps beside the arguments (vm/objects/exception_details.h); nullptr: as the arguments say.
    Tuple* details;
};

// With these args, without calling Python: no `__new__` or `__init__` runs. Whoever has more than 512 has reserved.
Exception* new_exception(Run& run, const Class* type, std::span<const Value> args);
// The exception being handled where the top frame stands, or UNBOUND (vm/runtime/unwind.cpp).
Value handled_exception(const Run& run);

}  // namespace exmonty
