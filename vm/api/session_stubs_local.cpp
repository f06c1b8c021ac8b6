#include "vm/api/session_impl.h"
#include "vm/objects/builtin_types.h"
namespace exmonty {
Session* Session::load(Bytes, const Environment&, const LimitChange&, LoadFault*) { return nullptr; }
Bytes Session::dump(uint64_t) { return {}; }
SnapshotKind snapshot_kind(Bytes) { return SnapshotKind::none; }
Program* Program::load(Bytes, const LimitChange&, LoadFault*) { return nullptr; }
Bytes Program::dump(Arena&) const { return {}; }
}
