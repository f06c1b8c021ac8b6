// Makes a fresh run of the graph that vm/snapshot/writer.h has written. The bytes are hostile.
//
// Invariants
//  * Every number is checked before it is used: counts by the bytes that are left, cells by kind, places in code by the
//    code. Nothing recurses.
//  * Memory goes through the run's budget. A run whose reading failed is destroyed and never runs.
#pragma once

#include "vm/base/byte_stream.h"
#include "vm/objects/run.h"
#include "vm/snapshot/format.h"
#include "vm/snapshot/shared_texts.h"

namespace exmonty {

struct AttributeStore;
struct ByteString;
struct Generator;
struct Instance;
struct Set;

enum class GraphFault : uint8_t { None, Invalid, Memory, Time };

class GraphReader {
  public:
    // `builtins` is a dict as fill_builtins makes it. `run` has its hash key already.
    GraphReader(Run& run, ByteReader& bytes, const TemplateNumbers& templates, const Dict* builtins, Arena& arena);

    GraphFault read();

  private:
    friend struct ReadingPass;

    struct PlaceInCode {
        Frame* frame;
        uint64_t pc;
        CodeTemplate* code;
    };

    // In `small` of a dict until it is complete: its index was read.
    static constexpr uint16_t with_holes = 1;

    // reader.cpp
    void read_node();
    Value read_plain_node(uint8_t mark);
    Value read_number_node();
    ByteString* read_bytes_node();
    std::string_view read_name();
    Str* read_shared_text();
    Cell* read_cell_node(Kind kind);
    Cell* read_dict_with_holes(uint8_t flags, uint32_t identity, uint64_t used, uint64_t capacity, uint64_t slots);
    Cell* allocate(Kind kind, size_t bytes);
    bool sized_by_bytes(uint64_t count);
    CodeTemplate* read_template();
    // Any node.
    Value read_value();
    // One that Python may see.
    Value read_visible();
    void read_bodies();
    // frames.cpp
    void read_frames();
    void read_frame(uint64_t flags);
    uint8_t read_register();
    void read_roots();
    void set_places();
    bool returns_fit(const Frame* below, Return kind, uint32_t target) const;
    void check_returns();
    // checks.cpp
    void link();
    void check_steps();
    GraphFault link_dict(Dict* dict);
    GraphFault link_dict_with_holes(Dict* dict);
    bool link_set(Set* set);
    void check_tracebacks();
    void check_cell(Cell* cell);
    void fail(GraphFault fault = GraphFault::Invalid);
    void require(bool holds) {
        if (!holds) fail();
    }
    // Counts work against the run's time. Each of these loops may be longer than the bytes say: of entries whose hashes are
    // equal, of places far down in code.
    void work(uint64_t items = 1) {
        if (run_.budget.poll(items)) fail(GraphFault::Time);
    }
    bool failed() const { return fault_ != GraphFault::None || bytes_.failed; }

    Run& run_;
    ByteReader& bytes_;
    const TemplateNumbers& templates_;
    const Dict* builtins_;
    Arena& arena_;
    ArenaVector<Value> nodes_;
    ArenaVector<uint32_t> references_;
    ArenaVector<PlaceInCode> places_;
    SharedTexts shared_texts_;
    GraphFault fault_ = GraphFault::None;
};

}  // namespace exmonty
