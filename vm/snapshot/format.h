// The graph part of a snapshot: all cells that a run can reach, then its frames, then its roots.
//
//   graph  = count node… body… frames run
//   node   = mark, then what tells how large the cell is, or, for cells without references, all of it
//   body   = the fields of the cell (vm/snapshot/transfer.h), nodes without references have none
//   frames = count frame…, from the outermost inwards
//   value  = LEB128 number whose low two bits say what the others are (ValueTag)
// Cells are numbered in the order in which they are found, breadth first from the roots, so equal runs give equal bytes.
// Static cells go by name, code by the program that it belongs to and its number there. Nothing that can be derived is
// written: caches, copies of instructions, tables of dicts, capacities, what a class inherits.
#pragma once

#include "vm/base/arena_map.h"
#include "vm/heap/cell.h"
#include "vm/objects/template.h"

namespace exmonty {

enum class ValueTag : uint8_t {
    Immediate,  // the immediate's number
    Node,       // the cell's number
    Int,        // zigzag
    Float,      // eight bytes follow
};

// Marks of nodes: the kind of the cell, or one of these.
constexpr uint8_t static_class_mark = 200;
constexpr uint8_t static_native_mark = 201;
// A str that is a part of a buffer: the number of the buffer's node, which comes before, and the place in it.
constexpr uint8_t shared_text_mark = 202;

// The code of programs and prelude modules by number: roots in the order in which they were added, and in each the
// templates breadth first.
class TemplateNumbers {
  public:
    struct Place {
        uint32_t root;
        uint32_t number;
    };

    explicit TemplateNumbers(Arena& arena) : places_(arena), templates_(arena), starts_(arena) {}

    void add(CodeTemplate* root);
    const Place* find(const CodeTemplate* code) const { return places_.find(code); }
    // nullptr: there is none.
    CodeTemplate* at(uint64_t root, uint64_t number) const;
    uint32_t roots() const { return static_cast<uint32_t>(starts_.size()); }

  private:
    ArenaMap<const void*, Place, AddressKey> places_;
    ArenaVector<CodeTemplate*> templates_;
    ArenaVector<uint32_t> starts_;
};

// Whether an instruction starts at this word of the code.
bool is_instruction(const CodeTemplate* code, uint32_t pc);

}  // namespace exmonty
