// The iterators of the module itertools. Each is a Record whose field 0 is what it draws from, so that lazy iterators of the
// builtins see whether it is a native iterator (vm/objects/lazy/lazy.h says what that means).
#pragma once

#include "vm/objects/arguments.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/list.h"
#include "vm/objects/pacer.h"
#include "vm/objects/tuple.h"

namespace exmonty {

extern const Class accumulate_class;
extern const Class batched_class;
extern const Class chain_class;
extern const Class combinations_class;
extern const Class combinations_with_replacement_class;
extern const Class compress_class;
extern const Class count_class;
extern const Class cycle_class;
extern const Class dropwhile_class;
extern const Class filterfalse_class;
extern const Class groupby_class;
extern const Class grouper_class;
extern const Class islice_class;
extern const Class pairwise_class;
extern const Class permutations_class;
extern const Class product_class;
extern const Class repeat_class;
extern const Class starmap_class;
extern const Class takewhile_class;
extern const Class tee_class;
extern const Class tee_link_class;
extern const Class zip_longest_class;

Value tee(Run& run, Value* args, uint32_t count);

constexpr uint32_t source_field = 0;

inline Value bad_iterator(Run& run) { return run.raise(ExceptionType::SystemError, {"bad iterator"}); }

// Nothing more is drawn.
inline Value exhaust(Run& run, Record* iterator) {
    iterator->fields[source_field] = UNBOUND;
    return ended(run);
}

// An iterator over one iterable. `flags` of the record are set, its other fields too.
inline Value take_source(Run& run, Record* record, Value iterable) {
    return take_sources(run, record, new_tuple(run.heap, std::span<const Value>(&iterable, 1)));
}

// A class of this module; `fields` is how many its records have.
template <size_t MroSize>
consteval Class itertools_class(const char* name, uint32_t fields, const Class* const (&mro)[MroSize], const TypeOperations* operations,
                                const char* doc, const NativeFunction* rows = nullptr, uint32_t row_count = 0, uint8_t flags = 0) {
    return with_fields(builtin_class(name, "itertools", &object_class, mro, MroSize, Kind::Record, flags, rows, row_count, operations, doc), fields);
}

// Cls(…) by the row of a constructor. A constructor counts a lone argument as it counts several.
template <const auto& table>
Value construct_by_row(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    constexpr uint32_t takes = 1;
    const Signature& shape = table[0].shape;
    if (!names && shape.positional_only == takes && shape.required == takes && shape.positional == takes && count != takes)
        return run.type_error({table[0].name, " expected 1 argument, got ", Digits(count).view()});
    return run.call(Value::cell(&table[0]), args, count, names);
}

// ---- product, permutations and combinations draw from pools: tuples that are made when the iterator is.

// Makes tuples of the iterables in the tuple, in place, then gives the record with the tuple of pools as field 0.
Value take_pools(Run& run, Record* record, Tuple* iterables);
// A list of `count` ints, filled by `number(i)`; nullptr: refused.
template <class Number>
List* new_indices(Heap& heap, uint64_t count, Number number) {
    List* list = new_list(heap, count);
    if (!list) return nullptr;
    for (uint64_t i = 0; i < count; i++) list->items[i] = Value::integer(static_cast<int64_t>(number(i)));
    return list;
}

}  // namespace exmonty
