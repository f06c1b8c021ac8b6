#include "vm/objects/hash.h"

#include "vm/objects/bytes.h"
#include "vm/objects/class.h"
#include "vm/objects/float.h"
#include "vm/objects/int.h"
#include "vm/objects/range.h"
#include "vm/objects/record.h"
#include "vm/objects/set.h"
#include "vm/objects/text/search.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace exmonty {
namespace {

// Walks over nested tuples in this file recurse at most this deep and meet at most this many items; what is beyond
// is a deep walk (vm/objects/deep_hash.cpp), which polls.
constexpr uint32_t depth_limit = 16;
constexpr uint32_t item_limit = 1024;

// Limbs are digits to the base 2^64, which is 8 modulo 2^61 - 1.
int64_t hash_big_int(Run& run, const BigInt* number) {
    // A breach waits for the loop. The work is bounded by the number, which is there already.
    constexpr uint32_t limbs_of_a_step = 1024;
    if (number->count >= limbs_of_a_step) run.budget.poll(number->count / limbs_of_a_step);
    uint64_t residue = 0;
    for (uint32_t i = number->count; i-- > 0;) {
        unsigned __int128 wide = (static_cast<unsigned __int128>(residue) << 3) + number->limbs[i];
        uint64_t folded =
            static_cast<uint64_t>(wide & numeric_hash_modulus) + static_cast<uint64_t>(wide >> numeric_hash_bits);
        residue = folded % numeric_hash_modulus;
    }
    return hash_without_minus_one(number->is_negative() ? -residue : residue);
}

uint64_t hash_float(const Run& run, double number) {
    // NaN is only equal to itself as an object, and each has a payload of its own.
    if (std::isnan(number)) return keyed_hash(run, std::bit_cast<uint64_t>(number));
    return static_cast<uint64_t>(hash_double(number));
}

uint64_t hash_immediate(Value value) {
    if (is_bool(value)) return value == TRUE;
    if (value == NONE) return 0xFCA86420;
    return mix64(value.bits);
}

class SimpleHash {
  public:
    explicit SimpleHash(Run& run) : run_(run) {}

    bool hash(Value value, uint32_t depth, uint64_t& result) {
        if (value.is_int()) {
            result = word_hash(value.as_int());
            return true;
        }
        if (value.is_inline_float()) {
            result = hash_float(run_, value.as_inline_float());
            return true;
        }
        if (value.is_immediate()) {
            result = hash_immediate(value);
            return true;
        }
        return hash_cell(value.as_cell(), depth, result);
    }

  private:
    bool hash_cell(Cell* cell, uint32_t depth, uint64_t& result) {
        switch (cell->kind) {
            case Kind::Str:
                result = str_hash(run_, static_cast<Str*>(cell));
                return true;
            case Kind::Bytes:
                result = hash_bytes_cell(static_cast<ByteString*>(cell));
                return true;
            case Kind::Float:
                result = hash_float(run_, static_cast<Float*>(cell)->number);
                return true;
            case Kind::Int:
                result = static_cast<uint64_t>(hash_big_int(run_, static_cast<BigInt*>(cell)));
                return true;
            case Kind::Tuple: {
                const Tuple* tuple = static_cast<Tuple*>(cell);
                return hash_items(tuple->items, tuple->count, depth, result);
            }
            case Kind::Slice: {
                const Slice* slice = static_cast<Slice*>(cell);
                const Value parts[] = {slice->start, slice->stop, slice->step};
                TupleHash hasher;
                if (!add_items(parts, 3, depth, hasher)) return false;
                result = finish_slice_hash(hasher);
                return true;
            }
            case Kind::Range: return hash_range(static_cast<Range*>(cell), depth, result);
            case Kind::FrozenSet:
                result = static_cast<Set*>(cell)->hash;
                return result != 0;
            default: return hash_by_identity(cell, result);
        }
    }

    uint64_t hash_bytes_cell(const ByteString* bytes) {
        if (bytes->size == 0) return 0;
        if (bytes->size >= long_text) run_.budget.poll(scan_steps(bytes->size));
        if (bytes->hash == 0) bytes->hash = hash_bytes(bytes->view());
        return keyed_hash(run_, bytes->hash);
    }

    bool hash_items(const Value* items, uint32_t count, uint32_t depth, uint64_t& result) {
        TupleHash hasher;
        if (!add_items(items, count, depth, hasher)) return false;
        result = static_cast<uint64_t>(hasher.finish(count));
        return true;
    }

    bool add_items(const Value* items, uint32_t count, uint32_t depth, TupleHash& hasher) {
        if (depth == depth_limit || count > left_) return false;
        left_ -= count;
        for (uint32_t i = 0; i < count; i++) {
            uint64_t item;
            if (items[i].is_int()) item = word_hash(items[i].as_int());
            else if (is_kind(items[i], Kind::Str)) item = str_hash(run_, cast<Str>(items[i]));
            else if (!hash(items[i], depth + 1, item)) return false;
            hasher.add(static_cast<int64_t>(item));
        }
        return true;
    }

    // https://docs.python.org/3/library/stdtypes.html#range: equal as sequences, equal hashes.
    bool hash_range(const Range* range, uint32_t depth, uint64_t& result) {
        const bool none = range->length == Value::integer(0);
        const bool one = range->length == Value::integer(1);
        const Value parts[] = {range->length, none ? NONE : range->start, none || one ? NONE : range->step};
        return hash_items(parts, 3, depth, result);
    }

    bool hash_by_identity(Cell* cell, uint64_t& result) {
        if (cell->kind == Kind::Instance || cell->kind == Kind::Method) return false;
        const Class* type = class_of(Value::cell(cell));
        if (!type->is_builtin() || (type->flags & Class::unhashable) || (type->operations && type->operations->hash))
            return false;
        result = identity_number(run_, cell);
        return true;
    }

    Run& run_;
    uint32_t left_ = item_limit;
};

// What values are compared by, as far as Python code has no say.
enum class Nature : uint8_t { Number, Immediate, Text, Bytes, Tuple, Identity, Other };

Nature nature_of(Value value) {
    if (!value.is_cell()) return value.is_immediate() && !is_bool(value) ? Nature::Immediate : Nature::Number;
    switch (value.as_cell()->kind) {
        case Kind::Int:
        case Kind::Float: return Nature::Number;
        case Kind::Str: return Nature::Text;
        case Kind::Bytes: return Nature::Bytes;
        case Kind::Tuple: return Nature::Tuple;
        case Kind::Function:
        case Kind::NativeFunction:
        case Kind::Module:
        case Kind::Generator: return Nature::Identity;
        case Kind::Class: return static_cast<Class*>(value.as_cell())->is_builtin() ? Nature::Identity : Nature::Other;
        default: return Nature::Other;
    }
}

Equality decided(bool equal) { return equal ? Equality::Equal : Equality::Different; }

bool float_equals_int(double number, Value integer) {
    if (integer.is_int()) {
        // Beyond 2^61 no float is a number of the word.
        return std::fabs(number) <= 0x1p61 && number == std::trunc(number) &&
               static_cast<int64_t>(number) == integer.as_int();
    }
    const BigInt* big = cast<BigInt>(integer);
    if (!std::isfinite(number) || std::signbit(number) != big->is_negative()) return false;
    int exponent;
    const double fraction = std::frexp(std::fabs(number), &exponent);
    // As many bits, and the top 53 of them are the mantissa with zeros below.
    const uint32_t bits = big->count * 64 - static_cast<uint32_t>(std::countl_zero(big->limbs[big->count - 1]));
    if (static_cast<uint32_t>(exponent) != bits || exponent < 0) return false;
    const uint64_t mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53));
    const uint32_t shift = bits - 53;
    for (uint32_t i = 0; i < big->count; i++) {
        const int64_t low = static_cast<int64_t>(shift) - static_cast<int64_t>(i) * 64;
        uint64_t limb = 0;
        if (low >= 0 && low < 64) limb = mantissa << low;
        if (low < 0 && low > -53) limb = mantissa >> -low;
        if (limb != big->limbs[i]) return false;
    }
    return true;
}

bool numbers_equal(Value a, Value b) {
    a = plain_int(a);
    b = plain_int(b);
    if (is_float(a) && is_float(b)) return float_of(a) == float_of(b);
    if (is_float(a)) return float_equals_int(float_of(a), b);
    if (is_float(b)) return float_equals_int(float_of(b), a);
    const BigInt* x = as<BigInt>(a);
    const BigInt* y = as<BigInt>(b);
    if (!x || !y) return a == b;
    if (x->count != y->count || x->is_negative() != y->is_negative()) return false;
    for (uint32_t i = 0; i < x->count; i++)
        if (x->limbs[i] != y->limbs[i]) return false;
    return true;
}

Equality equal_within(Value a, Value b, uint32_t depth, uint32_t& left);

Equality tuples_equal(const Tuple* a, const Tuple* b, uint32_t depth, uint32_t& left) {
    if (a->count != b->count) return Equality::Different;
    if (depth == depth_limit || a->count > left) return Equality::Unknown;
    left -= a->count;
    for (uint32_t i = 0; i < a->count; i++) {
        const Value x = a->items[i];
        const Value y = b->items[i];
        if (x == y) continue;
        if (both_int(x, y)) return Equality::Different;
        if (is_kind(x, Kind::Str) && is_kind(y, Kind::Str)) {
            if (!equal(cast<Str>(x), cast<Str>(y))) return Equality::Different;
            continue;
        }
        const Equality item = equal_within(x, y, depth + 1, left);
        if (item != Equality::Equal) return item;
    }
    return Equality::Equal;
}

Equality equal_within(Value a, Value b, uint32_t depth, uint32_t& left) {
    if (a == b) return Equality::Equal;
    if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str)) return decided(equal(cast<Str>(a), cast<Str>(b)));
    const Nature nature = nature_of(a);
    const Nature other = nature_of(b);
    if (nature == Nature::Other || other == Nature::Other) return Equality::Unknown;
    if (nature != other) return Equality::Different;
    switch (nature) {
        case Nature::Number: return decided(numbers_equal(a, b));
        case Nature::Text: return decided(equal(cast<Str>(a), cast<Str>(b)));
        case Nature::Bytes: return decided(cast<ByteString>(a)->view() == cast<ByteString>(b)->view());
        case Nature::Tuple: return tuples_equal(cast<Tuple>(a), cast<Tuple>(b), depth, left);
        default: return Equality::Different;
    }
}

// Bytes that a comparison with the like may look at.
size_t scanned_bytes(Value value) {
    switch (value.as_cell()->kind) {
        case Kind::Str: return cast<Str>(value)->count;
        case Kind::Bytes: return cast<ByteString>(value)->size;
        case Kind::Int: return cast<BigInt>(value)->count * sizeof(uint64_t);
        default: return 0;
    }
}

bool is_simple_within(Value key, uint32_t depth, uint32_t& left) {
    if (!key.is_cell()) return true;
    switch (key.as_cell()->kind) {
        case Kind::Int:
        case Kind::Float:
        case Kind::Str:
        case Kind::Bytes: return true;
        case Kind::Tuple: {
            const Tuple* tuple = cast<Tuple>(key);
            if (depth == depth_limit || tuple->count > left) return false;
            left -= tuple->count;
            for (uint32_t i = 0; i < tuple->count; i++)
                if (!is_simple_within(tuple->items[i], depth + 1, left)) return false;
            return true;
        }
        default: return false;
    }
}

}  // namespace

uint64_t identity_number(Run& run, Cell* cell) {
    // Static cells lie at the same place in every process.
    if (cell->is_immortal()) return mix64(reinterpret_cast<uintptr_t>(cell) ^ run.hash_key) >> 2;
    if (cell->count == 0) cell->count = run.next_identity++;
    return cell->count;
}

uint64_t str_hash_slow(Run& run, const Str* text) {
    if (text->count == 0) return 0;
    run.budget.poll(scan_steps(text->count));
    return keyed_hash(run, base_hash(text));
}

bool simple_hash_slow(Run& run, Value value, uint64_t& hash) { return SimpleHash(run).hash(value, 0, hash); }

Value hash_value(Run& run, uint64_t hash) { return run.integer(static_cast<int64_t>(hash)); }

bool is_simple_key_slow(Value key) {
    uint32_t left = item_limit;
    return is_simple_within(key, 0, left);
}

Equality quick_equal_slow(Value a, Value b) {
    uint32_t left = item_limit;
    return equal_within(a, b, 0, left);
}

uint64_t comparison_steps(Value a, Value b) {
    if (a == b) return 0;
    const size_t common = std::min(scanned_bytes(a), scanned_bytes(b));
    return common < long_text ? 0 : scan_steps(common);
}

}  // namespace exmonty
