// The first bytes of every snapshot: "EXMS", the version of the format, the kind.
#pragma once

#include "vm/api/snapshot.h"
#include "vm/base/byte_stream.h"

namespace exmonty {

void write_head(ByteWriter& writer, SnapshotKind kind);
// Fails the reader when it is neither of these kinds.
LoadFault read_head(ByteReader& reader, SnapshotKind kind, SnapshotKind other);

}  // namespace exmonty
