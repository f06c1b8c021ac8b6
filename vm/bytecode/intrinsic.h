// Operations that are too rare and too long for an instruction of their own.
#pragma once

#include <cstddef>
#include <cstdint>

namespace exmonty {

enum class Intrinsic : uint8_t {
#define INTRINSIC(name) name,
#include "vm/bytecode/intrinsics.def"
};

inline constexpr const char* intrinsic_names[] = {
#define INTRINSIC(name) #name,
#include "vm/bytecode/intrinsics.def"
};
inline constexpr size_t intrinsic_count = sizeof intrinsic_names / sizeof intrinsic_names[0];

// What MATCH_KIND asks.
enum class MatchKind : uint8_t { Sequence, Mapping };

}  // namespace exmonty
