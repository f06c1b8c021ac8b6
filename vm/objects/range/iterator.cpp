// Iterators of ranges: in words, or with ints of any size.
#include "vm/objects/builtin_types.h"
#include "vm/objects/int_math.h"
#include "vm/objects/iterator.h"
#include "vm/objects/range.h"
#include "vm/objects/record.h"

namespace exmonty {
namespace {

Value iterate_self(Run&, Value self) { return self; }

Value range_iterator_next(Run&, Value self) {
    RangeIterator* iterator = cast<RangeIterator>(self);
    if (iterator->left == 0) return EXHAUSTED;
    iterator->left--;
    const int64_t number = iterator->next;
    // What follows the last number is never used; it may wrap.
    iterator->next = static_cast<int64_t>(static_cast<uint64_t>(number) + static_cast<uint64_t>(iterator->step));
    return Value::integer(number);
}

Value range_iterator_length_hint(Run& run, Value* args, uint32_t) {
    return run.integer(static_cast<int64_t>(cast<RangeIterator>(args[0])->left));
}

// Fields: next number, step, how many are left.
Value long_range_iterator_next(Run& run, Value self) {
    Record* iterator = cast<Record>(self);
    const Value number = iterator->fields[0];
    if (IntMath::is_zero(iterator->fields[2])) return EXHAUSTED;
    IntMath math(run);
    const Value next = math.add(number, iterator->fields[1]);
    const Value left = math.subtract(iterator->fields[2], Value::integer(1));
    if (math.failure() != UNBOUND) return math.failure();
    iterator->fields[0] = next;
    iterator->fields[2] = left;
    return number;
}

Value long_range_iterator_length_hint(Run& run, Value* args, uint32_t) {
    const Record* iterator = as_record(args[0], &long_range_iterator_class);
    if (iterator) return iterator->fields[2];
    return run.type_error({"descriptor '__length_hint__' for 'longrange_iterator' objects doesn't apply to a '", type_name(args[0]), "' object"});
}

constexpr NativeRow rows[] = {{"__length_hint__", "self, /", range_iterator_length_hint}};
constexpr NativeRow long_rows[] = {{"__length_hint__", "self, /", long_range_iterator_length_hint}};
constinit const auto methods = native_table(Kind::RangeIterator, rows);
constinit const auto long_methods = native_table(Kind::Record, long_rows);
constexpr TypeOperations operations{.iterate = iterate_self, .next = range_iterator_next};
constexpr TypeOperations long_operations{.iterate = iterate_self, .next = long_range_iterator_next};
constexpr const Class* mro[] = {&range_iterator_class, &object_class};
constexpr const Class* long_mro[] = {&long_range_iterator_class, &object_class};

}  // namespace

constinit const Class range_iterator_class =
    builtin_class("range_iterator", "builtins", &object_class, mro, 2, Kind::RangeIterator, Class::final_class,
                  methods.data(), methods.size(), &operations, nullptr);
constinit const Class long_range_iterator_class =
    builtin_class("longrange_iterator", "builtins", &object_class, long_mro, 2, Kind::Record, Class::final_class,
                  long_methods.data(), long_methods.size(), &long_operations, nullptr);

Value new_range_iterator(Heap& heap, int64_t start, int64_t step, uint64_t count) {
    RangeIterator* iterator = heap.allocate<RangeIterator>();
    iterator->next = start;
    iterator->step = step;
    iterator->left = count;
    return Value::cell(iterator);
}

Value new_long_range_iterator(Heap& heap, Value start, Value step, Value count) {
    Record* iterator = new_record(heap, &long_range_iterator_class, 3);
    iterator->fields[0] = start;
    iterator->fields[1] = step;
    iterator->fields[2] = count;
    return Value::cell(iterator);
}

}  // namespace exmonty
