#include "vm/bytecode/assembler.h"

#include <doctest/doctest.h>

#include <limits>

#include "test/support/test_arena.h"

using namespace exmonty;

TEST_CASE("a jump reaches a label that is bound later or before") {
    test::TestArena memory;
    Assembler assembler(memory.arena);
    Label start, end;
    assembler.bind(start);
    assembler.emit_jump({}, Op::JUMP_IF, 0, 1, 0, end);
    assembler.emit_jump({}, Op::JUMP_IF, 0, 0, 0, end);
    assembler.emit_jump({}, Op::JUMP, 0, 0, 0, start);
    assembler.bind(end);
    assembler.emit({}, Op::RETURN_NONE);
    CodeData code;
    assembler.finish(code);
    REQUIRE(code.words.size() == 7);
    CHECK(static_cast<int32_t>(code.words[1]) == 4);
    CHECK(static_cast<int32_t>(code.words[3]) == 2);
    CHECK(static_cast<int32_t>(code.words[5]) == -6);
}

TEST_CASE("a jump to the instruction behind it is left out") {
    test::TestArena memory;
    Assembler assembler(memory.arena);
    Label end;
    assembler.emit({1, 0, 1, 1}, Op::NOP);
    assembler.emit_jump({2, 0, 2, 1}, Op::JUMP, 0, 0, 0, end);
    assembler.bind(end);
    assembler.emit({3, 0, 3, 1}, Op::RETURN_NONE);
    CodeData code;
    assembler.finish(code);
    CHECK(code.words.size() == 2);
    REQUIRE(code.positions.size() == 2);
    CHECK(code.positions[1].line == 3);
    CHECK(code.positions[1].pc == 1);
}

TEST_CASE("instructions with the same position share a row") {
    test::TestArena memory;
    Assembler assembler(memory.arena);
    assembler.emit({1, 0, 1, 5}, Op::NOP);
    assembler.emit({1, 0, 1, 5}, Op::NOP);
    assembler.emit({1, 0, 1, 6}, Op::RETURN_NONE);
    CodeData code;
    assembler.finish(code);
    REQUIRE(code.positions.size() == 2);
    CHECK(code.positions[1].pc == 2);
}

TEST_CASE("a constant is there once, and types and signs count") {
    test::TestArena memory;
    ConstantPool pool(memory.arena);
    const auto real = [&](double number) { return pool.add(Constant{.kind = ConstantKind::Float, .real = number}); };
    const uint32_t one = pool.integer(1);
    CHECK(pool.integer(1) == one);
    CHECK(real(1.0) != one);
    CHECK(pool.singleton(ConstantKind::True) != one);
    CHECK(real(0.0) != real(-0.0));
    CHECK(real(std::numeric_limits<double>::quiet_NaN()) == real(std::numeric_limits<double>::quiet_NaN()));
    CHECK(pool.str("a") == pool.str("a"));
    CHECK(pool.str("a") != pool.add(Constant{.kind = ConstantKind::Bytes, .text = "a"}));
    const uint32_t items[] = {one, pool.str("a")};
    const uint32_t tuple = pool.tuple(items);
    CHECK(pool.tuple(items) == tuple);
    CHECK(pool.sequence(ConstantKind::FrozenSet, items) != tuple);
    const uint32_t other[] = {real(1.0), pool.str("a")};
    CHECK(pool.tuple(other) != tuple);
}

TEST_CASE("every instruction has a name of its own") {
    for (size_t i = 0; i < op_count; i++)
        for (size_t j = 0; j < i; j++) CHECK(std::string_view(op_infos[i].name) != op_infos[j].name);
}
