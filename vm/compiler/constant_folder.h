// Values of constant expressions, where they are small: -1, (1, 2), 60 * 60, '-' * 40. What would be large, or would
// raise, is left to the run.
#pragma once

#include "vm/base/arena.h"
#include "vm/base/arena_map.h"
#include "vm/bytecode/constant_pool.h"
#include "vm/compiler/compilation.h"
#include "vm/syntax/ast.h"

namespace exmonty {

// A constant before it has an index: as Constant, with the items themselves.
struct Literal {
    ConstantKind kind = ConstantKind::None;
    uint8_t base = 10;
    int64_t number = 0;
    double real = 0;
    std::string_view text = {};
    Span<const Literal*> items = {};

    bool is_none() const { return kind == ConstantKind::None; }
};

bool truth_of(const Literal& literal);

class ConstantFolder {
  public:
    explicit ConstantFolder(Compilation& compilation) : compilation_(compilation), known_(compilation.arena) {}

    // Nullptr: not a constant. Linear in the size of the tree, however often it is asked.
    const Literal* fold(const ast::Expression& node);

    // A tuple or frozenset of the elements, if all are constants.
    const Literal* fold_sequence(ConstantKind kind, const ast::Expressions& elements);

  private:
    const Literal* constant(const ast::Constant& node);
    const Literal* compute(const ast::Expression& node);
    const Literal* binary_chain(const ast::BinOp& node);
    const Literal* unary(ast::UnaryOperator op, const Literal& operand);
    const Literal* binary(ast::BinaryOperator op, const Literal& left, const Literal& right);
    const Literal* integers(ast::BinaryOperator op, int64_t left, int64_t right);
    const Literal* floats(ast::BinaryOperator op, double left, double right);
    const Literal* repeated(const Literal& text, int64_t times);
    const Literal* integer(int64_t number);
    const Literal* real(double number);
    const Literal* boolean(bool truth);

    Compilation& compilation_;
    ArenaMap<const void*, const Literal*, AddressKey> known_;
};

// The index of the literal in the pool.
uint32_t literal_index(Arena& arena, ConstantPool& pool, const Literal& literal);

}  // namespace exmonty
