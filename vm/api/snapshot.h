#pragma once

// The bytes that a program, a paused run or an idle session become, seen from outside.

#include <cstdint>

#include "vm/base/arena.h"

namespace exmonty {

enum class SnapshotKind : uint8_t { none, program, paused, session };

// Why bytes could not be loaded. `invalid` is also the answer to bytes of another kind than was asked for.
enum class LoadFault : uint8_t { none, invalid, version, limits, memory };

// The newest format that is read, and the one that is written.
inline constexpr uint32_t snapshot_version = 1;

using Bytes = Span<const uint8_t>;

// What the first bytes claim to be; none if they are no snapshot of a version that is known. Promises nothing about the
// rest.
SnapshotKind snapshot_kind(Bytes bytes);

}  // namespace exmonty
