// Where ints of any size are kept.
#include "vm/objects/int.h"

#include "vm/heap/heap.h"

#include <algorithm>

namespace exmonty {
namespace {

// What a cell may take without having been reserved; and what no int may pass, whatever the memory limit is (the
// count of limbs in the header is 32 bits, and CPython's own limit is of that order).
constexpr size_t unreserved_limbs = 512;
constexpr size_t most_limbs = size_t{1} << 28;

}  // namespace

BigInt* new_big_int(Heap& heap, size_t limbs) {
    if (limbs > most_limbs) return nullptr;
    size_t bytes = BigInt::cell_bytes(limbs);
    if (limbs > unreserved_limbs && !heap.reserve(bytes + Page::size)) return nullptr;
    BigInt* number = heap.allocate<BigInt>(bytes);
    number->count = static_cast<uint32_t>(limbs);
    return number;
}

bool fits_word(const uint64_t* limbs, size_t count, bool negative, Value& word) {
    if (count > 1) return false;
    uint64_t magnitude = count == 1 ? limbs[0] : 0;
    constexpr uint64_t most = static_cast<uint64_t>(Value::max_int);
    if (magnitude > most + (negative ? 1 : 0)) return false;
    int64_t number = static_cast<int64_t>(magnitude);
    word = Value::integer(negative ? -number : number);
    return true;
}

Value int_value(Heap& heap, const uint64_t* limbs, size_t count, bool negative) {
    while (count > 0 && limbs[count - 1] == 0) count--;
    Value word;
    if (fits_word(limbs, count, negative, word)) return word;
    BigInt* number = new_big_int(heap, count);
    if (!number) return UNBOUND;
    if (negative) number->flags |= BigInt::negative;
    std::copy(limbs, limbs + count, number->limbs);
    return Value::cell(number);
}

IntView::IntView(Value value) {
    if (const BigInt* number = as<BigInt>(value)) {
        limbs = number->limbs;
        count = number->count;
        negative = number->is_negative();
        return;
    }
    int64_t small = value == TRUE ? 1 : value.is_int() ? value.as_int() : 0;
    negative = small < 0;
    word = negative ? -static_cast<uint64_t>(small) : static_cast<uint64_t>(small);
    limbs = &word;
    count = word != 0;
}

}  // namespace exmonty
