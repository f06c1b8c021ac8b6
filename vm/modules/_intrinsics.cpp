// The native part of `_intrinsics`, which instructions call (vm/runtime/intrinsic.cpp).
#include "vm/modules/modules.h"
#include "vm/objects/exception.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"

namespace exmonty {
namespace {

// Adds to the exception's traceback where the innermost frame of the program stands, as if it had been raised there.
Value note_place(Run& run, Value* args, uint32_t) {
    Exception* exception = as<Exception>(args[0]);
    const Frame* frame = run.frame;
    while (frame && (frame->is_step() || (frame->flags & Frame::invisible))) frame = frame->previous;
    if (!exception || !frame) return NONE;
    Traceback* record = run.heap.allocate<Traceback>();
    record->code = frame->code->code;
    record->pc = frame->code->pc_of(frame->pc) - 1;
    record->next = exception->traceback;
    exception->traceback = record;
    return NONE;
}

constexpr NativeRow rows[] = {
    {"note_place", "exception, /", note_place},
};
constinit const auto functions = function_table(rows);

}  // namespace

extern const NativeModule module__intrinsics;
constinit const NativeModule module__intrinsics = {"_intrinsics", functions, nullptr};

}  // namespace exmonty
