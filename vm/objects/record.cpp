#include "vm/objects/record.h"

#include "vm/heap/heap.h"

namespace exmonty {

Record* new_record(Heap& heap, const Class* type, uint32_t count) {
    Record* record = heap.allocate<Record>(Record::cell_bytes(count));
    record->type = type;
    record->small = static_cast<uint16_t>(count);
    record->fields[0] = UNBOUND;
    for (uint32_t i = 1; i < count; i++) record->fields[i] = UNBOUND;
    return record;
}

}  // namespace exmonty
