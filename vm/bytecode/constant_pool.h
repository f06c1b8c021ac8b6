// The constants of one code object, each once. Equal here is exact: 1, 1.0 and True are three constants, and so are 0.0
// and -0.0.
#pragma once

#include "vm/base/arena.h"
#include "vm/base/arena_map.h"
#include "vm/bytecode/code.h"

namespace exmonty {

struct ConstantKey {
    static uint64_t hash(const Constant& constant);
    static bool equal(const Constant& a, const Constant& b);
};

class ConstantPool {
  public:
    explicit ConstantPool(Arena& arena) : arena_(&arena), constants_(arena), indices_(arena) {}

    // The index of the constant. Texts and items must outlive the pool.
    uint32_t add(const Constant& constant);

    uint32_t singleton(ConstantKind kind) { return add(Constant{.kind = kind}); }
    uint32_t integer(int64_t number) { return add(Constant{.kind = ConstantKind::Int, .number = number}); }
    uint32_t str(std::string_view text) { return add(Constant{.kind = ConstantKind::Str, .text = text}); }
    uint32_t tuple(std::span<const uint32_t> items) { return sequence(ConstantKind::Tuple, items); }
    uint32_t sequence(ConstantKind kind, std::span<const uint32_t> items);
    uint32_t code(const CodeData* code) { return add(Constant{.kind = ConstantKind::Code, .code = code}); }

    size_t size() const { return constants_.size(); }
    const Constant& operator[](uint32_t index) const { return constants_[index]; }
    std::span<const Constant> all() const { return {constants_.data(), constants_.size()}; }

  private:
    Arena* arena_;
    ArenaVector<Constant> constants_;
    ArenaMap<Constant, uint32_t, ConstantKey> indices_;
};

}  // namespace exmonty
