// Everything that derives from opcodes.def: the enum, operand roles, widths and names.
#pragma once

#include <cstddef>
#include <cstdint>

namespace exmonty {

enum class Op : uint8_t {
#define OP(NAME, a, b, c, extra) NAME,
#include "vm/bytecode/opcodes.def"
};

constexpr size_t op_count = 0
#define OP(NAME, a, b, c, extra) +1
#include "vm/bytecode/opcodes.def"
    ;
static_assert(op_count <= 256);

enum class Operand : uint8_t { None, Read, Write, Both, Imm, Count, Const, Low, High, Window };
enum class Extra : uint8_t { None, Site, Jump, Const, Number };

struct OpInfo {
    const char* name;
    Operand a, b, c;
    Extra extra;
    constexpr uint32_t width() const { return extra == Extra::None ? 1 : 2; }
};

constexpr OpInfo op_infos[op_count] = {
#define OP(NAME, a, b, c, extra) {#NAME, Operand::a, Operand::b, Operand::c, Extra::extra},
#include "vm/bytecode/opcodes.def"
};

constexpr const OpInfo& info(Op op) { return op_infos[static_cast<size_t>(op)]; }

// One instruction word and its fields.
constexpr uint32_t instruction(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
    return static_cast<uint32_t>(op) | a << 8 | b << 16 | c << 24;
}
constexpr uint32_t instruction_low_high(Op op, uint32_t a, uint32_t number) {
    return static_cast<uint32_t>(op) | a << 8 | number << 16;
}
constexpr Op op_of(uint64_t word) { return static_cast<Op>(word & 0xff); }
// The fields have the word's type: the run loop keeps it in 64 bits, so that a field is an index as it is.
template <class Word> constexpr Word a_of(Word word) { return word >> 8 & 0xff; }
template <class Word> constexpr Word b_of(Word word) { return word >> 16 & 0xff; }
template <class Word> constexpr Word c_of(Word word) { return word >> 24; }
template <class Word> constexpr Word bc_of(Word word) { return word >> 16; }
constexpr int32_t signed_bc_of(uint64_t word) { return static_cast<int32_t>(word) >> 16; }
constexpr int32_t signed_c_of(uint64_t word) { return static_cast<int32_t>(word) >> 24; }
constexpr int32_t signed_b_of(uint64_t word) { return static_cast<int8_t>(word >> 16); }

// Registers of a function: locals first (at most this many; the rest are spilled), then temporaries. Temporaries are a
// stack, so while a call in a window at R[A] runs, no register from A on is read again before it is written.
constexpr uint32_t register_limit = 255;
constexpr uint32_t register_locals_limit = 200;

}  // namespace exmonty
