// traceback: the records of an exception's way, as Python sees them. Frames are not shown.
// https://docs.python.org/3/reference/datamodel.html#traceback-objects
#include "vm/objects/builtin_types.h"
#include "vm/objects/exception.h"
#include "vm/objects/run.h"
#include "vm/objects/template.h"
#include "vm/objects/text_of.h"

namespace exmonty {
namespace {

Value traceback_line(Run&, Value* args, uint32_t) {
    Traceback* record = cast<Traceback>(args[0]);
    const PositionRow* position = record->code->position_of(record->pc);
    return Value::integer(position ? position->line : record->code->first_line);
}

Value traceback_next(Run&, Value* args, uint32_t) {
    Traceback* next = cast<Traceback>(args[0])->next;
    return next ? Value::cell(next) : NONE;
}

constexpr NativeRow rows[] = {
    {"tb_lineno", "self", traceback_line, Binding::Getter},
    {"tb_next", "self", traceback_next, Binding::Getter},
};
constinit const auto methods = native_table(Kind::Traceback, rows);

Value traceback_repr(Run& run, Value self) { return text_with_address(run, {"traceback object"}, self); }

constexpr TypeOperations operations = {.repr = traceback_repr};
constexpr const Class* mro[] = {&traceback_class, &object_class};

}  // namespace

constinit const Class traceback_class = builtin_class("traceback", "builtins", &object_class, mro, 2, Kind::Traceback, Class::final_class,
                                                      methods.data(), methods.size(), &operations, nullptr);

}  // namespace exmonty
