#pragma once

// What a run may use: one field for each row of schema/limits.def.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace exmonty {

enum class LimitName : uint8_t {
#define LIMIT(name, unit, initial, maximum, exception, meaning) name,
#include "vm/schema/limits.def"
};

enum class LimitUnit : uint8_t { seconds, bytes, count, depth, digits };

inline constexpr size_t limit_count = 0
#define LIMIT(name, unit, initial, maximum, exception, meaning) +1
#include "vm/schema/limits.def"
    ;

namespace limit_types {
// What stands in the columns of the table.
using seconds = double;
using bytes = uint64_t;
using count = uint64_t;
using depth = uint64_t;
using digits = uint64_t;
struct Unlimited {
    constexpr operator double() const { return std::numeric_limits<double>::infinity(); }
    constexpr operator uint64_t() const { return UINT64_MAX; }
};
inline constexpr Unlimited unlimited;
}  // namespace limit_types

struct Limits {
#define LIMIT(name, unit, initial, maximum, exception, meaning) \
    limit_types::unit name = [] {                               \
        using namespace limit_types;                            \
        return static_cast<limit_types::unit>(initial);         \
    }();
#include "vm/schema/limits.def"

    static constexpr uint64_t unlimited = UINT64_MAX;
};

struct LimitRow {
    LimitName limit;
    std::string_view name;
    LimitUnit unit;
    double maximum;
    std::string_view meaning;
};

inline constexpr LimitRow limit_rows[] = {
#define LIMIT(name, unit, initial, maximum, exception, meaning) \
    {LimitName::name, #name, LimitUnit::unit,                   \
     [] {                                                       \
         using namespace limit_types;                           \
         return static_cast<double>(maximum);                   \
     }(),                                                       \
     meaning},
#include "vm/schema/limits.def"
};

// Limits that a host sets on something that has limits already: `values` where `given` has the limit's bit.
struct LimitChange {
    Limits values;
    uint32_t given = 0;
    bool may_raise = false;  // else the lower of old and new holds

    constexpr bool has(LimitName name) const { return (given >> static_cast<unsigned>(name)) & 1; }
    constexpr void set(LimitName name) { given |= 1u << static_cast<unsigned>(name); }

    constexpr Limits apply_to(Limits limits) const {
#define LIMIT(name, unit, initial, maximum, exception, meaning) \
    if (has(LimitName::name) && (may_raise || values.name < limits.name)) limits.name = values.name;
#include "vm/schema/limits.def"
        return limits;
    }
};

}  // namespace exmonty
