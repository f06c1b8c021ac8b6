// generator: a frame in a cell of its own, run in place.
#pragma once

#include "vm/objects/frame.h"

namespace exmonty {

struct Str;

enum class GeneratorState : uint8_t { New, Suspended, Running, Done };

struct Generator : Cell {
    static constexpr Kind cell_kind = Kind::Generator;
    // `small` is the GeneratorState. As many registers as the frame's code says.
    Str* name;
    Str* qualified_name;
    Frame frame;
    Value registers[1];

    GeneratorState state() const { return static_cast<GeneratorState>(small); }
    void set_state(GeneratorState state) { small = static_cast<uint16_t>(state); }
    static size_t cell_bytes(uint32_t registers) { return offsetof(Generator, registers) + sizeof(Value) * registers; }
    static Generator* of(Frame* frame) {
        return reinterpret_cast<Generator*>(reinterpret_cast<char*>(frame) - offsetof(Generator, frame));
    }
};

}  // namespace exmonty
