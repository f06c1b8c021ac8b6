// https://docs.python.org/3/library/itertools.html#itertools.product
#include "vm/modules/itertools/itertools.h"
#include "vm/objects/sequence.h"

namespace exmonty {
namespace {

// `indices` is UNBOUND before the first row, `pools` at the end. Pool i of a row is pool i modulo their number.
namespace field {
enum : uint32_t { pools, repeat, indices, last, count };
}

// Rows of at most so many items are made natively.
constexpr uint64_t most_native = 64;

const Tuple* pool_at(const Tuple* pools, uint64_t index) { return as<Tuple>(pools->items[index % pools->size()]); }

Value first_row(Run& run, Record* product, const Tuple* pools, uint64_t size) {
    for (const Value pool : pools->view())
        if (size > 0 && (!is_kind(pool, Kind::Tuple) || cast<Tuple>(pool)->size() == 0)) return exhaust(run, product);
    List* indices = new_indices(run.heap, size, [](uint64_t) { return 0; });
    Tuple* row = indices ? new_tuple(run.heap, size) : nullptr;
    if (!row) return run.refused();
    for (uint64_t i = 0; i < size; i++) row->items[i] = pool_at(pools, i)->items[0];
    product->fields[field::indices] = Value::cell(indices);
    product->fields[field::last] = Value::cell(row);
    // No other row can be refused.
    if (size <= most_native) product->flags |= Record::native_iterator | Record::makes_items;
    return poll_move(run, size) ? RAISED : Value::cell(row);
}

Value product_next(Run& run, Value self) {
    Record* product = cast<Record>(self);
    const Tuple* pools = as<Tuple>(product->fields[field::pools]);
    if (!pools) return ended(run);
    const uint64_t size = pools->size() * static_cast<uint64_t>(product->fields[field::repeat].as_int());
    const List* indices = as<List>(product->fields[field::indices]);
    if (!indices) return first_row(run, product, pools, size);
    const Tuple* last = as<Tuple>(product->fields[field::last]);
    if (!last || last->size() != size || indices->size != size) return bad_iterator(run);
    Tuple* row = new_tuple(run.heap, std::span<const Value>(last->items, size));
    if (!row) return run.refused();
    for (uint64_t i = size; i-- > 0;) {
        const Tuple* pool = pool_at(pools, i);
        if (!pool || pool->size() == 0) return bad_iterator(run);
        uint64_t index = static_cast<uint64_t>(indices->items[i].as_int()) + 1;
        const bool turned = index >= pool->size();
        if (turned) index = 0;
        indices->items[i] = Value::integer(static_cast<int64_t>(index));
        row->items[i] = pool->items[index];
        if (turned) continue;
        product->fields[field::last] = Value::cell(row);
        return poll_move(run, size) ? RAISED : Value::cell(row);
    }
    return exhaust(run, product);
}

Value product_new(Run& run, Value* args, uint32_t count);
constexpr NativeRow constructor_rows[] = {{"product", "*iterables, repeat=1", product_new}};
constinit const auto constructor = function_table(constructor_rows);

// args: repeat, iterables.
Value product_new(Run& run, Value* args, uint32_t count) {
    constexpr uint32_t most_converted = 8;
    if (calls_index(run, args[0]) && count <= most_converted) return with_indices(run, &constructor[0], args, count, 1);
    int64_t repeat = 1;
    if (args[0] != UNBOUND) {
        if (calls_index(run, args[0])) return run.type_error({"'", type_name(args[0]), "' object cannot be interpreted as an integer"});
        const Value number = run.index(args[0]);
        if (is_result(number)) return number;
        if (!int_argument(run, number, repeat)) return RAISED;
    }
    if (repeat < 0) return run.value_error({"repeat argument cannot be negative"});
    const uint64_t pools = count - 1;
    if (pools > 0 && static_cast<uint64_t>(repeat) > List::max_size / pools)
        return run.raise(ExceptionType::OverflowError, {"repeat argument too large"});
    Tuple* iterables = new_tuple(run.heap, std::span<const Value>(args + 1, repeat > 0 ? pools : 0));
    if (!iterables) return run.refused();
    Record* product = new_record(run.heap, &product_class, field::count);
    product->fields[field::repeat] = Value::integer(repeat);
    return take_pools(run, product, iterables);
}

Value product_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 1)
        return run.type_error({"product() takes at most 1 keyword argument (", Digits(names->size()).view(), " given)"});
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr TypeOperations operations = {.next = product_next, .construct = product_construct, .constructor = &constructor[0]};
constexpr const Class* mro[] = {&product_class, &object_class};
constexpr const char* doc =
    "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\n"
    "For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\n"
    "The leftmost iterators are in the outermost for-loop, so the output tuples\n"
    "cycle in a manner similar to an odometer (with the rightmost element changing\n"
    "on every iteration).\n\n"
    "To compute the product of an iterable with itself, specify the number\n"
    "of repetitions with the optional repeat keyword argument. For example,\n"
    "product(A, repeat=4) means the same as product(A, A, A, A).\n\n"
    "product('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\n"
    "product((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...";

}  // namespace

constinit const Class product_class = itertools_class("itertools.product", field::count, mro, &operations, doc);

}  // namespace exmonty
