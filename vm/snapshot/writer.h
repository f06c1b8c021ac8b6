// Writes all that a run can reach (vm/snapshot/format.h). The run stands still and is not changed.
#pragma once

#include "vm/base/byte_stream.h"
#include "vm/objects/run.h"
#include "vm/snapshot/format.h"

namespace exmonty {

class GraphWriter {
  public:
    // The templates of all programs that the run may refer to.
    GraphWriter(Run& run, const TemplateNumbers& templates, Arena& arena);

    // Numbers the cells. False: memory was refused, or the run holds what no snapshot can.
    bool discover();
    // After that: whether code of this root is in use.
    bool uses(uint32_t root) const { return roots_used_[root]; }
    // `root_numbers` are the numbers that used roots have for the reader.
    void write(ByteWriter& writer, const uint32_t* root_numbers);

    // ---- The finding pass over fields; the writing pass is in writer.cpp.
    void find(Cell* cell);
    void find(Value value) {
        if (value.is_cell()) find(value.as_cell());
    }
    uint32_t number_of(const Cell* cell) const { return *numbers_.find(cell); }
    void refuse() { failed_ = true; }
    Run& run() { return run_; }

  private:
    template <class V> void visit_frames(V& v);
    template <class V> void visit_roots(V& v);
    void add(Cell* cell);
    void write_node(ByteWriter& writer, Cell* cell, const uint32_t* root_numbers);

    Run& run_;
    const TemplateNumbers& templates_;
    Arena& arena_;
    ArenaMap<const void*, uint32_t, AddressKey> numbers_;
    ArenaVector<Cell*> cells_;
    ArenaVector<bool> roots_used_;
    bool failed_ = false;
};

}  // namespace exmonty
