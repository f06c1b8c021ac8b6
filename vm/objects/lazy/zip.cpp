// https://docs.python.org/3/library/functions.html#zip
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

bool is_strict(const Record* zip) { return zip->fields[zip_field::strict] == TRUE; }

Value zip_next(Run& run, Value self) {
    const Record* zip = cast<Record>(self);
    const Tuple* sources = as<Tuple>(zip->fields[zip_field::sources]);
    if (!sources || sources->size() == 0) return ended(run);
    if (!is_native_lazy(zip)) return run.push_step(StepId::zip_next, {self});
    Tuple* row = new_tuple(run.heap, sources->size());
    if (!row) return run.refused();
    const Value drawn = draw_row(run, sources, is_strict(zip), "zip", row->items);
    return is_result(drawn) ? drawn : Value::cell(row);
}

Value zip_new(Run& run, Value* args, uint32_t count) {
    Tuple* sources = new_tuple(run.heap, std::span<const Value>(args + 1, count - 1));
    if (!sources) return run.refused();
    const Value strict = args[0] == UNBOUND ? FALSE : run.truth(args[0]);
    if (is_result(strict)) return strict;
    Record* zip = new_record(run.heap, &zip_class, zip_field::count);
    zip->fields[zip_field::strict] = strict;
    return take_sources(run, zip, sources);
}

constexpr NativeRow constructor_rows[] = {{"zip", "*iterables, strict=False", zip_new}};
constinit const auto constructor = function_table(constructor_rows);

Value zip_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr TypeOperations zip_operations = {.next = zip_next, .construct = zip_construct};
constexpr const Class* zip_mro[] = {&zip_class, &object_class};
constexpr const char* zip_doc =
    "The zip object yields n-length tuples, where n is the number of iterables\n"
    "passed as positional arguments to zip().  The i-th element in every tuple\n"
    "comes from the i-th iterable argument to zip().  This continues until the\n"
    "shortest argument is exhausted.\n\n"
    "If strict is true and one of the arguments is exhausted before the others,\n"
    "raise a ValueError.\n\n"
    "   >>> list(zip('abcdefg', range(3), range(4)))\n"
    "   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]";

}  // namespace

constinit const Class zip_class =
    builtin_class("zip", "builtins", &object_class, zip_mro, 2, Kind::Record, 0, nullptr, 0, &zip_operations, zip_doc);

Value step_zip_next(Run& run, Frame& frame, Value in) {
    const Record* zip = as_record(frame.base[row_slot::iterator], &zip_class);
    const Tuple* sources = zip ? as<Tuple>(zip->fields[zip_field::sources]) : nullptr;
    if (!sources) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    const Value drawn = draw_row(run, frame, in, sources, is_strict(zip), "zip");
    return drawn == UNBOUND ? frame.base[row_slot::row] : drawn;
}

}  // namespace exmonty
