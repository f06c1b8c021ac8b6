// Sorting by keys that need no Python code. One pass over the keys finds what they are; the comparison is made for
// that.
#include "vm/objects/bytes.h"
#include "vm/objects/float.h"
#include "vm/objects/hash.h"
#include "vm/objects/int.h"
#include "vm/objects/sort_runs.h"

#include <bit>
#include <cmath>

namespace exmonty {
namespace {

constexpr Value less_value(bool less) { return less ? TRUE : FALSE; }

bool big_less(Value a, Value b) {
    const IntView x(a);
    const IntView y(b);
    if (x.negative != y.negative) return x.negative;
    if (x.count != y.count) return (x.count < y.count) != x.negative;
    for (size_t i = x.count; i-- > 0;)
        if (x.limbs[i] != y.limbs[i]) return (x.limbs[i] < y.limbs[i]) != x.negative;
    return false;
}

// An int against a float, exactly: floats of at least 2^53 are ints themselves.
int compare_int_float(int64_t number, double other) {
    if (other >= 0x1p62) return -1;
    if (other <= -0x1p62) return 1;
    const int64_t whole = static_cast<int64_t>(other);
    if (number != whole) return number < whole ? -1 : 1;
    const double fraction = other - static_cast<double>(whole);
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
}

// A big int (beyond 62 bits) against a float that is no NaN: by sign, by length, by the bits from the top.
int compare_big_float(const BigInt* big, double other) {
    const int sign = big->is_negative() ? -1 : 1;
    if (std::isinf(other)) return other > 0 ? -1 : 1;
    if ((other < 0) != big->is_negative() || other == 0) return sign;
    int exponent;
    const double fraction = std::frexp(std::fabs(other), &exponent);
    const uint64_t top = big->limbs[big->count - 1];
    const int unused = std::countl_zero(top);
    const int64_t bits = int64_t{big->count} * 64 - unused;
    if (bits != exponent) return bits < exponent ? -sign : sign;
    uint64_t high = top << unused;
    if (unused && big->count > 1) high |= big->limbs[big->count - 2] >> (64 - unused);
    const uint64_t mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53)) << 11;
    if (high != mantissa) return high < mantissa ? -sign : sign;
    uint64_t rest = unused && big->count > 1 ? big->limbs[big->count - 2] << unused : 0;
    for (uint32_t i = 0; i + 1 + (unused ? 1 : 0) < big->count; i++) rest |= big->limbs[i];
    return rest ? sign : 0;
}

Value number_less(Value a, Value b) {
    a = plain_int(a);
    b = plain_int(b);
    if (both_int(a, b)) return less_value(a.as_int() < b.as_int());
    const bool a_float = is_float(a);
    const bool b_float = is_float(b);
    if (a_float && b_float) return less_value(float_of(a) < float_of(b));
    if (!a_float && !b_float) return less_value(big_less(a, b));
    if ((a_float && float_of(a) != float_of(a)) || (b_float && float_of(b) != float_of(b))) return FALSE;
    if (a.is_int()) return less_value(compare_int_float(a.as_int(), float_of(b)) < 0);
    if (b.is_int()) return less_value(compare_int_float(b.as_int(), float_of(a)) > 0);
    if (a_float) return less_value(compare_big_float(cast<BigInt>(b), float_of(a)) > 0);
    return less_value(compare_big_float(cast<BigInt>(a), float_of(b)) < 0);
}

bool is_number(Value value) {
    return !value.is_cell() ? !value.is_immediate() || is_bool(value) : is_exact_int(value) || is_float(value);
}

Value tuple_less(const Tuple* a, const Tuple* b) {
    const uint32_t common = std::min(a->count, b->count);
    for (uint32_t i = 0; i < common; i++) {
        const Value x = a->items[i];
        const Value y = b->items[i];
        if (x == y) continue;
        if (both_int(x, y)) return less_value(x.as_int() < y.as_int());
        if (quick_equal(x, y) != Equality::Equal) return simple_less(x, y);
    }
    return less_value(a->count < b->count);
}

// ---- The comparisons of a sort.

struct Values {
    Value key;
    Value item;
};

Value key_of(Value element) { return element; }
Value key_of(const Values& element) { return element.key; }

// Counts comparisons as steps; once the run must stop all is equal.
struct Comparing {
    explicit Comparing(Budget& budget) : budget(budget) {}
    bool goes_on() {
        if (left-- > 0) [[likely]] return true;
        if (!stopped && budget.poll(static_cast<uint64_t>(bundle - left) / comparisons_a_step)) stopped = true;
        left = stopped ? 0 : bundle;
        return !stopped;
    }
    // The same for two keys that may be long.
    bool goes_on(Value a, Value b) {
        if (a.is_cell() && b.is_cell()) left -= static_cast<int64_t>(comparison_steps(a, b)) * comparisons_a_step;
        return goes_on();
    }
    static constexpr int64_t bundle = 2048;
    static constexpr int64_t comparisons_a_step = 8;
    Budget& budget;
    int64_t left = bundle;
    bool stopped = false;
    // What could not be compared natively; UNBOUND: nothing.
    Value failed_a = UNBOUND;
    Value failed_b = UNBOUND;
};

struct IntLess : Comparing {
    using Comparing::Comparing;
    template <class Element>
    bool operator()(const Element& a, const Element& b) {
        return goes_on() && static_cast<int64_t>(key_of(a).bits) < static_cast<int64_t>(key_of(b).bits);
    }
};

struct FloatLess : Comparing {
    using Comparing::Comparing;
    template <class Element>
    bool operator()(const Element& a, const Element& b) {
        return goes_on() && float_of(key_of(a)) < float_of(key_of(b));
    }
};

struct StrLess : Comparing {
    using Comparing::Comparing;
    template <class Element>
    bool operator()(const Element& a, const Element& b) {
        return goes_on(key_of(a), key_of(b)) && key_of(a) != key_of(b) && cast<Str>(key_of(a))->view() < cast<Str>(key_of(b))->view();
    }
};

struct SimpleLess : Comparing {
    using Comparing::Comparing;
    template <class Element>
    bool operator()(const Element& a, const Element& b) {
        if (!goes_on(key_of(a), key_of(b)) || failed_a != UNBOUND) return false;
        const Value less = simple_less(key_of(a), key_of(b));
        if (less == UNBOUND) {
            failed_a = key_of(a);
            failed_b = key_of(b);
        }
        return less == TRUE;
    }
};

enum class SortKind : uint8_t { Ints, Floats, Strs, Simple, Other };

SortKind kind_of(Value key) {
    if (key.is_int()) return SortKind::Ints;
    if (is_float(key)) return SortKind::Floats;
    if (is_kind(key, Kind::Str)) return SortKind::Strs;
    return is_simple_key(key) ? SortKind::Simple : SortKind::Other;
}

SortKind kind_of_all(const Value* keys, uint32_t size) {
    SortKind kind = kind_of(keys[0]);
    for (uint32_t i = 1; i < size && kind != SortKind::Other; i++) {
        const SortKind next = kind_of(keys[i]);
        if (next != kind) kind = next == SortKind::Other ? next : SortKind::Simple;
    }
    return kind;
}

template <class Less, class Element>
Value sort_elements(Run& run, Element* elements, uint32_t size, Element* spare, bool reverse, Comparing& outcome) {
    Less less(run.budget);
    // A stable sort downwards: upwards, of the reversed elements, and reversed again.
    if (reverse) std::reverse(elements, elements + size);
    RunSort<Element, Less>(elements, size, spare, less).sort();
    if (reverse) std::reverse(elements, elements + size);
    outcome.failed_a = less.failed_a;
    outcome.failed_b = less.failed_b;
    return less.stopped ? RAISED : NONE;
}

template <class Element>
Value sort_by_kind(Run& run, SortKind kind, Element* elements, uint32_t size, Element* spare, bool reverse,
                   Comparing& outcome) {
    switch (kind) {
        case SortKind::Ints: return sort_elements<IntLess>(run, elements, size, spare, reverse, outcome);
        case SortKind::Floats: return sort_elements<FloatLess>(run, elements, size, spare, reverse, outcome);
        case SortKind::Strs: return sort_elements<StrLess>(run, elements, size, spare, reverse, outcome);
        default: return sort_elements<SimpleLess>(run, elements, size, spare, reverse, outcome);
    }
}

// Memory for the sort of a list: what is small lies in the native's frame.
template <class Element>
struct Spare {
    static constexpr uint64_t small = 128;
    Spare(Heap& heap, uint64_t count) : heap(heap) {
        if (count > small) block = static_cast<Element*>(heap.take_block(count * sizeof(Element)));
        memory = count > small ? block : reinterpret_cast<Element*>(local);
    }
    ~Spare() { heap.give_block(block); }
    Spare(const Spare&) = delete;
    Spare& operator=(const Spare&) = delete;
    Heap& heap;
    Element* block = nullptr;
    Element* memory;
    alignas(Element) char local[small * sizeof(Element)];
};

}  // namespace

Value simple_less(Value a, Value b) {
    if (a == b && (is_kind(a, Kind::Str) || is_kind(a, Kind::Bytes))) return FALSE;
    if (both_int(a, b)) return less_value(a.as_int() < b.as_int());
    const bool same_kind = a.is_cell() && b.is_cell() && a.as_cell()->kind == b.as_cell()->kind;
    switch (same_kind ? a.as_cell()->kind : Kind::Free) {
        case Kind::Str: return less_value(cast<Str>(a)->view() < cast<Str>(b)->view());
        case Kind::Bytes: return less_value(cast<ByteString>(a)->view() < cast<ByteString>(b)->view());
        // Simple keys are not deep, so this recursion is not.
        case Kind::Tuple: return tuple_less(cast<Tuple>(a), cast<Tuple>(b));
        default: return is_number(a) && is_number(b) ? number_less(a, b) : UNBOUND;
    }
}

Value sort_natively(Run& run, Value* keys, Value* items, uint32_t size, bool reverse) {
    if (size < 2) return NONE;
    const SortKind kind = kind_of_all(keys, size);
    if (kind == SortKind::Other) return UNBOUND;
    Comparing outcome(run.budget);
    Value result;
    if (!items) {
        Spare<Value> spare(run.heap, size / 2 + 1);
        if (!spare.memory) return run.refused();
        result = sort_by_kind(run, kind, keys, size, spare.memory, reverse, outcome);
    } else {
        // Keys and items side by side, so that they move together.
        Spare<Values> pairs(run.heap, uint64_t{size} + size / 2 + 1);
        if (!pairs.memory) return run.refused();
        for (uint32_t i = 0; i < size; i++) pairs.memory[i] = {keys[i], items[i]};
        result = sort_by_kind(run, kind, pairs.memory, size, pairs.memory + size, reverse, outcome);
        for (uint32_t i = 0; i < size; i++) items[i] = pairs.memory[i].item;
    }
    if (result == RAISED || outcome.failed_a == UNBOUND) return result;
    // Of two simple values this is told at once: a TypeError.
    return run.compare(Comparison::Lt, outcome.failed_a, outcome.failed_b);
}

}  // namespace exmonty
